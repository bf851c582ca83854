"""The dossier of a course: everything about it out of one file, and whole into another.

An import is checked to the end before a row is written and is one operation, so there is never half of one.
What the file knows already is never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.identity import IdentityDocument
from cpepa_desktop.domain.progress import Told, untold
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.exchange.dossier import DossierReading, model, read_dossier, write_dossier
from cpepa_desktop.operations.dossier.gates import gate_problems
from cpepa_desktop.operations.dossier.gathering import gather
from cpepa_desktop.operations.dossier.limits import limits_passed
from cpepa_desktop.operations.dossier.matching import Match, match
from cpepa_desktop.operations.dossier.notices import notices
from cpepa_desktop.operations.dossier.writing import write
from cpepa_desktop.operations.workspace import Workspace

_KINDS = frozenset(
    {
        Kind.CENTRE,
        Kind.CATALOGUE,
        Kind.COURSE,
        Kind.SESSIONS,
        Kind.PEOPLE,
        Kind.ENROLMENTS,
        Kind.ATTENDANCE,
        Kind.PAPERS,
        Kind.PLANNING,
    }
)


@dataclass(frozen=True, slots=True)
class DossierPerson:
    """Somebody in a dossier. ``is_known`` says that the file has them already."""

    name: str
    document: IdentityDocument
    is_learner: bool
    is_trainer: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class DossierPreview:
    """What a dossier would bring, what keeps it out, and what is worth knowing.

    A document without the shape of a dossier has problems alone: the rest is empty.
    """

    course: str
    title: str
    first_day: date | None
    last_day: date | None
    people: tuple[DossierPerson, ...]
    papers: int
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


def export_course(ws: Workspace, code: str) -> bytes:
    """Return the dossier of a course: JSON in UTF-8, always the same bytes for the same course.

    Raises ``Refused`` for an unknown course, ``EnvironmentFault`` where an attachment is lost or altered.
    """
    return write_dossier(gather(ws, code))


def preview_dossier(ws: Workspace, data: bytes) -> DossierPreview:
    """Return what a dossier would bring into the file; nothing is written.

    Raises ``Refused`` for what is no dossier at all: empty, cut, not JSON, not UTF-8, of a later version.
    """
    reading, found = _examined(ws, data)
    dossier = reading.dossier
    if dossier is None:
        return DossierPreview("", "", None, None, (), 0, reading.problems, ())
    days = [stretch.day for stretch in dossier.stretches]
    return DossierPreview(
        course=dossier.course.code,
        title=dossier.course.title,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        people=_people(dossier, found),
        papers=len(dossier.papers),
        problems=reading.problems or found.problems,
        notices=() if reading.problems else notices(ws, dossier, found),
    )


def import_course(ws: Workspace, data: bytes, told: Told = untold) -> Changes:
    """Write the course of a dossier with everything about it, all or nothing.

    ``told`` hears of each part. Raises ``Refused`` as `preview_dossier` does, and with every problem and its
    JSON path where there is any: what does not hold together, a course or a paper number already in the file,
    people on whose name or birth day the two do not agree.
    """
    ws.require_writable()
    reading, found = _examined(ws, data)
    dossier, problems = reading.dossier, reading.problems or found.problems
    if dossier is None or problems:
        message = ngettext(
            "El expediente tiene {count} problema. No se ha importado nada.",
            "El expediente tiene {count} problemas. No se ha importado nada.",
            len(problems),
        )
        raise Refused(message.format(count=len(problems)), problems)
    worth_knowing = notices(ws, dossier, found)
    name = _("Importar el curso {code}").format(code=dossier.course.code)
    with ws.operation(name):
        write(ws, dossier, found, told)
        worth_knowing += limits_passed(ws, dossier.course.code)
    return Changes(name, _KINDS, dossier.course.code, worth_knowing)


def _examined(ws: Workspace, data: bytes) -> tuple[DossierReading, Match]:
    """Return what some bytes say and, where they hold together, what they meet in the file."""
    reading = read_dossier(data)
    if reading.dossier is None or reading.problems:
        return reading, Match({}, ())
    found = match(ws, reading.dossier)
    return reading, replace(found, problems=(*found.problems, *gate_problems(ws, reading.dossier)))


def _people(dossier: model.Dossier, found: Match) -> tuple[DossierPerson, ...]:
    learners = {enrolment.person for enrolment in dossier.enrolments}
    trainers = {trainer.person for trainer in dossier.trainers}
    return tuple(
        DossierPerson(
            name=record.listed_name,
            document=identity.document,
            is_learner=model.person_key(identity.document) in learners,
            is_trainer=model.person_key(identity.document) in trainers,
            is_known=model.person_key(identity.document) in found.known,
        )
        for record in dossier.people
        for identity in record.documents
        if identity.is_current
    )
