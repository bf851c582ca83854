"""What must hold of the planning of courses in every file: papers, filings, pauses, staff, money, requests.

The questions have the form of those in `invariants`, and are asked after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.invariants import Invariant, told
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek

# Official papers and filings --------------------------------------------------------------------------------

PAPERS_OUT_OF_ORDER: Final = """
    SELECT kind || ' ' || number AS place, strftime('%d/%m/%Y', issued_on) AS issued
    FROM paper WHERE ends_on < issued_on OR received_on < issued_on ORDER BY paper.id
"""
STANDING_FILINGS: Final = """
    SELECT course.id, course.code, f.name, f.subject
    FROM obligation_filing f JOIN course ON course.id = f.course_id
    WHERE f.withdrawn_on IS NULL ORDER BY course.code, f.id
"""
NAMES_OF_SUBJECTS: Final[Mapping[Subject, str]] = {
    Subject.PERSON: "SELECT id FROM enrolment WHERE course_id = ?",
    Subject.MODULE: "SELECT code FROM course_module WHERE course_id = ?",
    Subject.SESSION: """
        SELECT incident.id FROM incident JOIN stretch ON stretch.id = incident.stretch_id
        WHERE stretch.course_id = ?
    """,
}


def papers_keep_the_order_of_their_days(db: Database) -> tuple[Problem, ...]:
    """Hold that no official paper is received, or ends, before the day it was issued or signed."""
    return told(
        db, PAPERS_OUT_OF_ORDER, _("el escrito es del {issued} y se recibe o acaba antes de esa fecha")
    )


def filings_meet_obligations_there_are(db: Database) -> tuple[Problem, ...]:
    """Hold that what was filed is an obligation, of the course or of somebody or something of its own."""
    return tuple(_strange_filings(db))


def _strange_filings(db: Database) -> Iterator[Problem]:
    for course_id, code, name, subject in db.execute(STANDING_FILINGS).fetchall():
        if name not in OBLIGATIONS:
            sentence = _("consta presentada «{name}», que no es ninguna obligación")
            yield Problem(sentence.format(name=name), where=code)
        elif not _is_of_course(db, course_id, OBLIGATIONS[name], subject):
            sentence = _("«{name}» consta presentada por «{subject}», que no es del curso")
            yield Problem(sentence.format(name=name, subject=subject), where=code)


def _is_of_course(db: Database, course_id: int, kind: Subject, subject: str) -> bool:
    """Say whether a subject is one of the course. The course itself needs no name, or the day of an event."""
    if kind is Subject.WEEK:
        try:
            return str(IsoWeek.parse(subject)) == subject
        except Refused:
            return False
    own = NAMES_OF_SUBJECTS.get(kind)
    return own is None or subject in {str(key) for (key,) in db.execute(own, (course_id,))}


# Pauses and the life of a course ----------------------------------------------------------------------------

_PAUSE: Final = "course.code || ', ' || strftime('%d/%m/%Y', pause.from_day)"
_PAUSES: Final = "pause JOIN course ON course.id = pause.course_id"
PAUSES_OVERLAPPING: Final = f"""
    SELECT {_PAUSE} AS place FROM {_PAUSES}
    JOIN pause AS earlier ON earlier.course_id = pause.course_id AND earlier.id <> pause.id
     AND earlier.from_day <= pause.from_day AND earlier.resume_on > pause.from_day
     AND (earlier.from_day < pause.from_day OR earlier.id < pause.id)
    ORDER BY pause.id
"""  # noqa: S608 - made of constants of this file
PAUSES_WITH_CLASS: Final = f"""
    SELECT {_PAUSE} AS place, strftime('%d/%m/%Y', min(stretch.day)) AS day FROM {_PAUSES}
    JOIN stretch ON stretch.course_id = pause.course_id
     AND stretch.day >= pause.from_day AND stretch.day < pause.resume_on
    JOIN session ON session.stretch_id = stretch.id AND session.state <> 'cancelled'
    GROUP BY pause.id ORDER BY pause.id
"""  # noqa: S608 - made of constants of this file
RENUNCIATIONS_UNSAID: Final = """
    SELECT code AS place FROM course WHERE (renounced_on IS NULL) <> (renounce_reason = '') ORDER BY code
"""


def pauses_do_not_overlap(db: Database) -> tuple[Problem, ...]:
    """Hold that a course is in one pause at a time."""
    return told(db, PAUSES_OVERLAPPING, _("la pausa empieza dentro de otra"))


def pauses_hold_no_class(db: Database) -> tuple[Problem, ...]:
    """Hold that a course has no class from the day it stops to the day before it resumes."""
    return told(db, PAUSES_WITH_CLASS, _("hay clase el {day}, dentro de la pausa"))


def renunciations_say_why(db: Database) -> tuple[Problem, ...]:
    """Hold that a course renounced has its day and its reason, and no other has either."""
    return told(db, RENUNCIATIONS_UNSAID, _("la renuncia no tiene día y motivo a la vez"))


# Staff ------------------------------------------------------------------------------------------------------

CONTRACTS_OUT_OF_ORDER: Final = """
    SELECT course.code || ', ' || person.name || ' ' || person.surnames AS place
    FROM course_role r JOIN course ON course.id = r.course_id
    JOIN trainer ON trainer.id = r.trainer_id JOIN person ON person.id = trainer.person_id
    WHERE r.contract_to < r.contract_from OR r.validated_on < r.sent_on ORDER BY course.code, person.id
"""
SUPPORT_HALF_APPROVED: Final = """
    SELECT course.code || ', ' || person.name || ' ' || person.surnames AS place
    FROM disability_support s JOIN enrolment ON enrolment.id = s.enrolment_id
    JOIN course ON course.id = enrolment.course_id JOIN person ON person.id = enrolment.person_id
    WHERE (s.approved_on IS NULL) <> (s.approved_minutes IS NULL) OR s.approved_on < s.requested_on
    ORDER BY s.id
"""


def roles_keep_the_order_of_their_days(db: Database) -> tuple[Problem, ...]:
    """Hold that no contract ends before it begins, and nobody is validated before they are sent."""
    return told(
        db, CONTRACTS_OUT_OF_ORDER, _("el contrato acaba antes de empezar o se validó antes de enviarse")
    )


def support_is_approved_whole(db: Database) -> tuple[Problem, ...]:
    """Hold that approved support has its day and its hours, and was asked for before."""
    return told(
        db, SUPPORT_HALF_APPROVED, _("la aprobación del apoyo no tiene día y horas, o es anterior a pedirlo")
    )


# Requests and who pays --------------------------------------------------------------------------------------

ENTITIES_THAT_DO_NOT_PAY: Final = """
    SELECT course.code AS place, local_entity.name AS entity
    FROM course JOIN local_entity ON local_entity.id = course.local_entity_id WHERE course.route <> 'local'
    UNION ALL
    SELECT line.begins_in || ', ' || line.speciality, local_entity.name
    FROM request_line line JOIN local_entity ON local_entity.id = line.local_entity_id
    WHERE line.route <> 'local'
"""
LINES_OF_ANOTHER_SPECIALITY: Final = """
    SELECT line.begins_in || ', ' || line.speciality AS place, course.code AS course
    FROM request_line line JOIN course ON course.id = line.course_id
    WHERE course.speciality <> line.speciality ORDER BY line.id
"""
ACTIONS_OF_ANOTHER_CALL: Final = """
    SELECT application.call || ', ' || course.code AS place
    FROM application_action action JOIN application ON application.id = action.application_id
    JOIN course ON course.id = action.course_id
    JOIN call_version ON call_version.id = course.call_version_id
    WHERE call_version.call <> application.call ORDER BY action.id
"""
ACCREDITATIONS_OUT_OF_ORDER: Final = """
    SELECT speciality || ' ' || number AS place FROM accreditation WHERE until < day ORDER BY id
"""


def local_entities_pay_where_they_are_named(db: Database) -> tuple[Problem, ...]:
    """Hold that a local entity is written only where it is who pays."""
    return told(db, ENTITIES_THAT_DO_NOT_PAY, _("figura «{entity}», y no paga una entidad local"))


def request_lines_name_their_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that the course that answers a line of a request teaches what the line asks for."""
    return told(db, LINES_OF_ANOTHER_SPECIALITY, _("la responde el curso {course}, de otra especialidad"))


def applications_ask_for_courses_of_their_call(db: Database) -> tuple[Problem, ...]:
    """Hold that the courses that an application names are planned under its call."""
    return told(db, ACTIONS_OF_ANOTHER_CALL, _("el curso de la solicitud es de otra convocatoria"))


def accreditations_end_after_they_begin(db: Database) -> tuple[Problem, ...]:
    """Hold that no accreditation ends before its day."""
    return told(db, ACCREDITATIONS_OUT_OF_ORDER, _("la acreditación acaba antes de empezar"))


PLANNING_INVARIANTS: Final[tuple[Invariant, ...]] = (
    papers_keep_the_order_of_their_days,
    filings_meet_obligations_there_are,
    pauses_do_not_overlap,
    pauses_hold_no_class,
    renunciations_say_why,
    roles_keep_the_order_of_their_days,
    support_is_approved_whole,
    local_entities_pay_where_they_are_named,
    request_lines_name_their_own_course,
    applications_ask_for_courses_of_their_call,
    accreditations_end_after_they_begin,
)
