"""What a paper is about within its course: how the register keeps it and how it is said."""

from __future__ import annotations

from datetime import date
from types import NoneType

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import IssuedPaper, PaperCall, PaperPerson, PaperScope, PaperSubject
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.periods import Month, parse_period
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.workspace import Workspace


def scope_of(subject: PaperSubject) -> PaperScope:
    """Return which papers have such a subject."""
    if isinstance(subject, PaperPerson):
        return PaperScope.PERSON if subject.day is None else PaperScope.PERSON_DAY
    return _SCOPES[type(subject)]


def check_scope(scope: PaperScope, subject: PaperSubject) -> None:
    """Refuse a subject that papers of a scope do not have."""
    if scope_of(subject) is not scope:
        raise Refused(_NEEDS[scope])


def period_of(subject: PaperSubject) -> str:
    """Return the period of a subject as the register keeps it, ``""`` where it has none."""
    if isinstance(subject, PaperCall):
        return subject.call
    period = subject.day if isinstance(subject, PaperPerson) else subject
    if period is None:
        return ""
    return period.isoformat() if isinstance(period, date) else str(period)


def enrolment_of(ws: Workspace, course: str, enrolment_id: int) -> Enrolment:
    """Return an enrolment of a course. Raises ``Refused`` where it is not of that course."""
    for enrolment in list_enrolments(ws, course):
        if enrolment.id == enrolment_id:
            return enrolment
    raise Refused(_("Esa persona no está en el curso {course}. Actualice la lista.").format(course=course))


def person_of(ws: Workspace, course: str, subject: PaperSubject) -> int | None:
    """Return the key of the person of a subject, ``None`` where it is no person."""
    if not isinstance(subject, PaperPerson):
        return None
    return enrolment_of(ws, course, subject.enrolment_id).person.id


def subject_of(ws: Workspace, paper: IssuedPaper) -> PaperSubject:
    """Return what an issued paper is about. Raises ``Refused`` where its person has left the list."""
    if not paper.course:
        return _of_centre(paper.period)
    period = parse_period(paper.period) if paper.period else None
    if paper.person_id is None:
        assert not isinstance(period, date)  # noqa: S101 - only papers of a person are of a day
        return period
    for enrolment in list_enrolments(ws, paper.course):
        if enrolment.person.id == paper.person_id:
            return PaperPerson(enrolment.id, period if isinstance(period, date) else None)
    raise Refused(_("{person} ya no está en el curso.").format(person=paper.person))


def _of_centre(period: str) -> PaperSubject:
    """Return the school year that a paper of the centre is about, or the call: none is written as a year."""
    try:
        return SchoolYear.parse(period)
    except Refused:
        return PaperCall(period)


def subject_words(ws: Workspace, course: str, subject: PaperSubject) -> str:
    """Return a subject in words: its week or month as typed, its person and day; ``""`` of a whole course."""
    if not isinstance(subject, PaperPerson):
        return period_of(subject)
    name = enrolment_of(ws, course, subject.enrolment_id).person.listed_name
    return f"{name}, {day_words(subject.day)}" if subject.day else name


_NEEDS = {
    PaperScope.COURSE: _("Este documento es de todo el curso: no lleva semana, mes ni persona."),
    PaperScope.WEEK: _("Este documento es semanal: elija la semana."),
    PaperScope.MONTH: _("Este documento es mensual: elija el mes."),
    PaperScope.PERSON: _("Este documento es de una persona: elíjala."),
    PaperScope.YEAR: _("Este documento es del centro y de un curso escolar: elíjalo."),
    PaperScope.CALL: _("Este documento es del centro y de una convocatoria: elíjala."),
    PaperScope.PERSON_DAY: _("Este documento es de una persona y un día: elija los dos."),
}

_SCOPES = {
    NoneType: PaperScope.COURSE,
    IsoWeek: PaperScope.WEEK,
    Month: PaperScope.MONTH,
    SchoolYear: PaperScope.YEAR,
    PaperCall: PaperScope.CALL,
}
