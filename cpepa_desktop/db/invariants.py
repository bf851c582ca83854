"""What must hold of every centre's file beyond what the engine can enforce, each as one small question.

A question is a query that finds what breaks it; an answer is one sentence a row, with the place where it is.
The operations keep all of this by themselves: an answer means a damaged file, a bug, or another program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db import journal, week_locks
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek

Invariant = Callable[[Database], tuple[Problem, ...]]

# Where a thing stands, as a person would look for it.
_CELL: Final = """
    course.code || ', ' || strftime('%d/%m/%Y', stretch.day) || ', ' || person.name || ' ' || person.surnames
"""
_CELLS: Final = """
    attendance
    JOIN session ON session.id = attendance.session_id
    JOIN stretch ON stretch.id = session.stretch_id
    JOIN enrolment ON enrolment.id = attendance.enrolment_id
    JOIN course ON course.id = enrolment.course_id
    JOIN person ON person.id = enrolment.person_id
"""
_DAY: Final = "course.code || ', ' || strftime('%d/%m/%Y', stretch.day)"
_DAYS: Final = "stretch JOIN course ON course.id = stretch.course_id"


def told(db: Database, query: str, sentence: str) -> tuple[Problem, ...]:
    """Return the sentence for each row of the query, whose columns fill it and whose ``place`` says where."""
    cursor = db.execute(query)
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return tuple(Problem(sentence.format(**row), where=str(row["place"])) for row in rows)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# Attendance -------------------------------------------------------------------------------------------------

ATTENDED_MORE_THAN_GIVEN: Final = f"""
    SELECT {_CELL} AS place, attended_minutes AS attended, session.minutes AS given FROM {_CELLS}
    WHERE attended_minutes > session.minutes
"""  # noqa: S608 - made of constants of this file
MISSED_MORE_THAN_POSSIBLE: Final = f"""
    SELECT {_CELL} AS place, sum(absence.minutes) AS missed, session.minutes - attended_minutes AS possible
    FROM {_CELLS} JOIN absence USING (enrolment_id, session_id)
    GROUP BY enrolment_id, session_id HAVING missed > possible
"""  # noqa: S608 - made of constants of this file
PROOF_OF_SOMEBODY_ELSE: Final = f"""
    SELECT {_CELL} AS place
    FROM {_CELLS} JOIN absence USING (enrolment_id, session_id)
    JOIN justification ON justification.id = absence.justification_id
    WHERE justification.enrolment_id <> absence.enrolment_id
"""  # noqa: S608 - made of constants of this file
ATTENDANCE_IN_ANOTHER_COURSE: Final = f"""
    SELECT {_CELL} AS place FROM {_CELLS} WHERE stretch.course_id <> enrolment.course_id
"""  # noqa: S608 - made of constants of this file
ATTENDANCE_OF_NO_CLASS: Final = f"""
    SELECT {_CELL} AS place FROM {_CELLS} WHERE session.state = 'cancelled'
"""  # noqa: S608 - made of constants of this file
ATTENDANCE_OUT_OF_ENROLMENT: Final = f"""
    SELECT {_CELL} AS place, strftime('%d/%m/%Y', joined_on) AS joined,
           coalesce(strftime('%d/%m/%Y', left_on), '…') AS until
    FROM {_CELLS} WHERE stretch.day < joined_on OR stretch.day > left_on
"""  # noqa: S608 - made of constants of this file


def nobody_attends_more_than_was_given(db: Database) -> tuple[Problem, ...]:
    """Hold that attended minutes are never above the session's."""
    return told(
        db, ATTENDED_MORE_THAN_GIVEN, _("consta que asistió {attended} minutos a una sesión de {given}")
    )


def absences_fit_in_what_was_missed(db: Database) -> tuple[Problem, ...]:
    """Hold that the minutes of the absences of a cell are at most the session's less those attended."""
    return told(
        db, MISSED_MORE_THAN_POSSIBLE, _("las faltas suman {missed} minutos y solo pudo faltar {possible}")
    )


def proofs_belong_to_who_missed(db: Database) -> tuple[Problem, ...]:
    """Hold that the justification of an absence is of the same enrolment."""
    return told(db, PROOF_OF_SOMEBODY_ELSE, _("la falta se justifica con un documento de otra persona"))


def attendance_is_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that attendance is recorded only for sessions of the enrolment's course."""
    return told(db, ATTENDANCE_IN_ANOTHER_COURSE, _("la asistencia es de una sesión de otro curso"))


def attendance_is_of_classes_given(db: Database) -> tuple[Problem, ...]:
    """Hold that a cancelled session has no attendance."""
    return told(db, ATTENDANCE_OF_NO_CLASS, _("hay asistencia en una sesión cancelada"))


def attendance_is_within_the_enrolment(db: Database) -> tuple[Problem, ...]:
    """Hold that attendance is recorded only from the day somebody joined to the last day of class."""
    return told(
        db,
        ATTENDANCE_OUT_OF_ENROLMENT,
        _("hay asistencia fuera de su matrícula, que va del {joined} al {until}"),
    )


# Course -----------------------------------------------------------------------------------------------------

# Cancelled minutes may be given again in the same stretch or be left empty, so they count as either.
STRETCHES_NOT_FILLED: Final = f"""
    SELECT {_DAY} AS place, to_minute - from_minute AS length,
           coalesce(sum(minutes) FILTER (WHERE state <> 'cancelled'), 0) AS given,
           coalesce(sum(minutes) FILTER (WHERE state = 'cancelled'), 0) AS cancelled
    FROM {_DAYS} LEFT JOIN session ON session.stretch_id = stretch.id
    GROUP BY stretch.id HAVING given > length OR given + cancelled < length
"""  # noqa: S608 - made of constants of this file
# A stretch whose every session was cancelled takes up no time: what replaces it may stand in its place.
_LIVE: Final = """(
    SELECT * FROM stretch WHERE NOT EXISTS (
        SELECT 1 FROM session WHERE stretch_id = stretch.id AND state = 'cancelled'
    ) OR EXISTS (SELECT 1 FROM session WHERE stretch_id = stretch.id AND state <> 'cancelled')
)"""
STRETCHES_OUT_OF_ORDER: Final = f"""
    SELECT {_DAY} AS place, stretch.n AS n
    FROM {_LIVE} AS stretch JOIN course ON course.id = stretch.course_id
    LEFT JOIN {_LIVE} AS earlier
        ON earlier.course_id = stretch.course_id AND earlier.day = stretch.day AND earlier.n < stretch.n
    GROUP BY stretch.id HAVING count(earlier.id) > 1 OR max(earlier.to_minute) > stretch.from_minute
"""  # noqa: S608 - made of constants of this file
SESSIONS_OF_ANOTHER_COURSE: Final = f"""
    SELECT {_DAY} AS place, block.code AS block
    FROM {_DAYS} JOIN session ON session.stretch_id = stretch.id JOIN block ON block.id = session.block_id
    WHERE block.course_id <> stretch.course_id
"""  # noqa: S608 - made of constants of this file
BLOCKS_TOO_LONG: Final = """
    SELECT course.code || ', ' || block.code AS place, sum(session.minutes) AS scheduled,
           block.official_minutes AS official
    FROM block JOIN course ON course.id = block.course_id
    JOIN session ON session.block_id = block.id AND session.state <> 'cancelled'
    GROUP BY block.id HAVING scheduled > official
"""
BLOCKS_WITHOUT_MODULE: Final = """
    SELECT course.code || ', ' || block.code AS place
    FROM block JOIN course ON course.id = block.course_id
    WHERE NOT EXISTS (SELECT 1 FROM block_module WHERE block_id = block.id)
"""
BLOCKS_IN_FOREIGN_MODULE: Final = """
    SELECT course.code || ', ' || block.code AS place, course_module.code AS module
    FROM block JOIN course ON course.id = block.course_id
    JOIN block_module ON block_module.block_id = block.id
    JOIN course_module ON course_module.id = block_module.course_module_id
    WHERE course_module.course_id <> block.course_id OR course_module.kind = 'workplace'
"""
WRONG_REPLACEMENTS: Final = f"""
    SELECT {_DAY} AS place
    FROM {_DAYS} JOIN session ON session.stretch_id = stretch.id
    JOIN session AS replaced ON replaced.id = session.replaces_id
    JOIN stretch AS earlier ON earlier.id = replaced.stretch_id
    WHERE replaced.state <> 'cancelled' OR earlier.course_id <> stretch.course_id
"""  # noqa: S608 - made of constants of this file


def sessions_fill_their_stretch(db: Database) -> tuple[Problem, ...]:
    """Hold that the sessions of a stretch add up to its length, cancelled ones apart."""
    return told(
        db,
        STRETCHES_NOT_FILLED,
        _("el tramo dura {length} minutos y sus sesiones suman {given}, más {cancelled} cancelados"),
    )


def stretches_follow_one_another(db: Database) -> tuple[Problem, ...]:
    """Hold that a day has at most two stretches, and the second begins when the first has ended."""
    return told(db, STRETCHES_OUT_OF_ORDER, _("el tramo {n} se solapa con otro o es el tercero del día"))


def sessions_teach_their_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that the block of a session is of the same course as its stretch."""
    return told(db, SESSIONS_OF_ANOTHER_COURSE, _("la sesión imparte «{block}», que es de otro curso"))


def blocks_are_not_exceeded(db: Database) -> tuple[Problem, ...]:
    """Hold that the minutes scheduled of a block are never above its official ones."""
    return told(db, BLOCKS_TOO_LONG, _("hay {scheduled} minutos programados y oficialmente son {official}"))


def blocks_belong_to_a_module(db: Database) -> tuple[Problem, ...]:
    """Hold that every block counts in at least one module."""
    return told(db, BLOCKS_WITHOUT_MODULE, _("no cuenta en ningún módulo"))


def blocks_belong_to_their_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that a block counts only in taught modules of its own course."""
    return told(
        db,
        BLOCKS_IN_FOREIGN_MODULE,
        _("cuenta en «{module}», que es de otro curso o de prácticas en empresa"),
    )


def replacements_replace_what_was_cancelled(db: Database) -> tuple[Problem, ...]:
    """Hold that what a session replaces is a cancelled session of the same course."""
    return told(
        db, WRONG_REPLACEMENTS, _("la sesión sustituye a una que no está cancelada o que es de otro curso")
    )


# People -----------------------------------------------------------------------------------------------------

_ENROLLED: Final = "course.code || ', ' || person.name || ' ' || person.surnames"
_ENROLMENTS: Final = """
    enrolment JOIN course ON course.id = enrolment.course_id JOIN person ON person.id = enrolment.person_id
"""
NOT_ONE_CURRENT_DOCUMENT: Final = """
    SELECT person.name || ' ' || person.surnames AS place, sum(is_current) AS current
    FROM person JOIN person_document ON person_document.person_id = person.id
    GROUP BY person.id HAVING current <> 1
"""
SEATS_OF_ANOTHER_COURSE: Final = f"""
    SELECT {_ENROLLED} AS place, seat.n AS seat
    FROM {_ENROLMENTS} JOIN occupancy ON occupancy.enrolment_id = enrolment.id
    JOIN seat ON seat.id = occupancy.seat_id
    WHERE seat.course_id <> enrolment.course_id
"""  # noqa: S608 - made of constants of this file
SEATS_SHARED: Final = f"""
    SELECT {_ENROLLED} AS place, seat.n AS seat
    FROM {_ENROLMENTS} JOIN occupancy ON occupancy.enrolment_id = enrolment.id
    JOIN seat ON seat.id = occupancy.seat_id
    JOIN occupancy AS other ON other.seat_id = seat.id AND other.enrolment_id <> occupancy.enrolment_id
    WHERE other.from_day <= occupancy.from_day
      AND (other.to_day IS NULL OR other.to_day >= occupancy.from_day)
      AND (other.from_day < occupancy.from_day OR other.enrolment_id < occupancy.enrolment_id)
"""  # noqa: S608 - made of constants of this file
STANDING_IN_ANOTHER_COURSE: Final = f"""
    SELECT {_ENROLLED} AS place, course_module.code AS module
    FROM {_ENROLMENTS} JOIN enrolment_module ON enrolment_module.enrolment_id = enrolment.id
    JOIN course_module ON course_module.id = enrolment_module.course_module_id
    WHERE course_module.course_id <> enrolment.course_id
"""  # noqa: S608 - made of constants of this file


def people_have_one_current_document(db: Database) -> tuple[Problem, ...]:
    """Hold that of the documents of a person, exactly one is the current one."""
    return told(db, NOT_ONE_CURRENT_DOCUMENT, _("tiene {current} documentos de identidad vigentes, no uno"))


def seats_are_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that a seat and the enrolment that occupies it are of the same course."""
    return told(db, SEATS_OF_ANOTHER_COURSE, _("ocupa la plaza {seat} de otro curso"))


def seats_hold_one_at_a_time(db: Database) -> tuple[Problem, ...]:
    """Hold that those who occupy one seat do so one after the other."""
    return told(db, SEATS_SHARED, _("ocupa la plaza {seat} al mismo tiempo que otra persona"))


def standings_are_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that a module accredited or exempt is of the enrolment's course."""
    return told(
        db, STANDING_IN_ANOTHER_COURSE, _("consta exento o acreditado «{module}», que es de otro curso")
    )


# Weeks sent and virtual classroom ---------------------------------------------------------------------------

STANDING_LOCKS: Final = """
    SELECT course.id, course.code, iso_year, iso_week, content_sha256
    FROM week_lock JOIN course ON course.id = week_lock.course_id WHERE unlocked_on IS NULL
    ORDER BY course.code, iso_year, iso_week
"""
LOCKS_BEHIND_ANOTHER: Final = """
    SELECT course.code || ', ' || week_lock.iso_year || '-W' || substr('0' || week_lock.iso_week, -2)
           AS place, week_lock.version AS version
    FROM week_lock JOIN course ON course.id = week_lock.course_id
    WHERE week_lock.unlocked_on IS NULL AND EXISTS (
        SELECT 1 FROM week_lock AS later
        WHERE later.course_id = week_lock.course_id AND later.iso_year = week_lock.iso_year
          AND later.iso_week = week_lock.iso_week AND later.version > week_lock.version
    )
"""
VIRTUAL_WITHOUT_CONSENT: Final = f"""
    SELECT {_CELL} AS place FROM {_CELLS}
    JOIN virtual_person ON virtual_person.enrolment_id = attendance.enrolment_id
    WHERE is_virtual = 1 AND consent = 'refused'
"""  # noqa: S608 - made of constants of this file
INCIDENTS_OF_ANOTHER_COURSE: Final = f"""
    SELECT {_DAY} AS place, what
    FROM {_DAYS} JOIN incident ON incident.stretch_id = stretch.id
    JOIN enrolment ON enrolment.id = incident.enrolment_id
    WHERE enrolment.course_id <> stretch.course_id
"""  # noqa: S608 - made of constants of this file
CONNECTIONS_OF_ANOTHER_COURSE: Final = f"""
    SELECT {_DAY} AS place, shown_name AS name
    FROM {_DAYS} JOIN connection_log ON connection_log.stretch_id = stretch.id
    JOIN connection ON connection.log_id = connection_log.id
    JOIN enrolment ON enrolment.id = connection.enrolment_id
    WHERE enrolment.course_id <> stretch.course_id
"""  # noqa: S608 - made of constants of this file
ALIASES_OF_ANOTHER_COURSE: Final = """
    SELECT course.code AS place, alias
    FROM connection_alias JOIN course ON course.id = connection_alias.course_id
    JOIN enrolment ON enrolment.id = connection_alias.enrolment_id
    WHERE enrolment.course_id <> connection_alias.course_id
"""


def weeks_sent_stand_still(db: Database) -> tuple[Problem, ...]:
    """Hold that the minutes and causes of a week that is locked still have the hash they were sent with."""
    sentence = _("los minutos y las causas de la semana ya no son los que se enviaron")
    return tuple(
        Problem(sentence, where=f"{code}, {IsoWeek(year, number)}")
        for course_id, code, year, number, sha256 in db.execute(STANDING_LOCKS).fetchall()
        if _sha256(week_locks.content(db, course_id, IsoWeek(year, number))) != sha256
    )


def only_the_last_lock_stands(db: Database) -> tuple[Problem, ...]:
    """Hold that of the locks a week has had, none stands but the last."""
    return told(
        db, LOCKS_BEHIND_ANOTHER, _("la semana sigue bloqueada por su versión {version}, que no es la última")
    )


def nobody_is_virtual_against_their_will(db: Database) -> tuple[Problem, ...]:
    """Hold that who does not let themselves be recorded attended nothing by the virtual classroom."""
    return told(
        db, VIRTUAL_WITHOUT_CONSENT, _("consta por aula virtual y la persona no autoriza la grabación")
    )


def incidents_are_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that the person of an incident is of the course of its stretch."""
    return told(db, INCIDENTS_OF_ANOTHER_COURSE, _("la incidencia «{what}» es de alguien de otro curso"))


def connections_are_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that who was connected to a stretch is of its course, or nobody of any."""
    return told(db, CONNECTIONS_OF_ANOTHER_COURSE, _("la conexión de «{name}» es de alguien de otro curso"))


def aliases_are_of_the_own_course(db: Database) -> tuple[Problem, ...]:
    """Hold that a name of the virtual classroom is of somebody of its course."""
    return told(db, ALIASES_OF_ANOTHER_COURSE, _("el nombre «{alias}» es de alguien de otro curso"))


# Papers and texts kept --------------------------------------------------------------------------------------

KEPT_TEXTS: Final = """
    SELECT kind || ' ' || number || '/' || year, data, data_sha256 FROM document
    UNION ALL SELECT call, content, sha256 FROM call_version
    UNION ALL SELECT code || ' (' || version || ')', content, sha256 FROM certificate_version
"""


def kept_texts_are_what_they_were(db: Database) -> tuple[Problem, ...]:
    """Hold that the data of papers and the texts of calls and certificates still have their hash."""
    sentence = _("el texto guardado ya no es el que era: su huella no coincide")
    return tuple(
        Problem(sentence, where=place)
        for place, text, sha256 in db.execute(KEPT_TEXTS)
        if _sha256(text) != sha256
    )


# Journal ----------------------------------------------------------------------------------------------------

OPEN_OPERATIONS: Final = """
    SELECT journal_operation.name AS place
    FROM journal_current JOIN journal_operation ON journal_operation.id = journal_current.operation_id
"""


def no_operation_is_left_open(db: Database) -> tuple[Problem, ...]:
    """Hold that nothing may write between operations."""
    return told(db, OPEN_OPERATIONS, _("la operación quedó abierta"))


def the_journal_watches_every_table(db: Database) -> tuple[Problem, ...]:
    """Hold that the triggers of the file are the ones that the journal needs, letter by letter."""
    present, needed = dict(db.execute(journal.TRIGGERS).fetchall()), journal.trigger_texts(db)
    wrong = sorted(name for name in present.keys() | needed.keys() if present.get(name) != needed.get(name))
    return tuple(Problem(_("el historial no anota los cambios como debe"), where=name) for name in wrong)


INVARIANTS: Final[tuple[Invariant, ...]] = (
    nobody_attends_more_than_was_given,
    absences_fit_in_what_was_missed,
    proofs_belong_to_who_missed,
    attendance_is_of_the_own_course,
    attendance_is_of_classes_given,
    attendance_is_within_the_enrolment,
    sessions_fill_their_stretch,
    stretches_follow_one_another,
    sessions_teach_their_own_course,
    blocks_are_not_exceeded,
    blocks_belong_to_a_module,
    blocks_belong_to_their_own_course,
    replacements_replace_what_was_cancelled,
    people_have_one_current_document,
    seats_are_of_the_own_course,
    seats_hold_one_at_a_time,
    standings_are_of_the_own_course,
    weeks_sent_stand_still,
    only_the_last_lock_stands,
    nobody_is_virtual_against_their_will,
    incidents_are_of_the_own_course,
    connections_are_of_the_own_course,
    aliases_are_of_the_own_course,
    kept_texts_are_what_they_were,
    no_operation_is_left_open,
    the_journal_watches_every_table,
)
