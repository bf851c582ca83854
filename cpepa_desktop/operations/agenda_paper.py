"""The agenda of terms, of a course and of the centre for a school year, filled from what is dated and met."""

from __future__ import annotations

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.operations.obligation_words import pending_words
from cpepa_desktop.operations.paper_head import centre_head, course_head
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.year_obligations import year_obligations
from cpepa_desktop.reports.agenda import Agenda, AgendaLine
from cpepa_desktop.reports.frame import spanish

_NO_TERM = "sin plazo"


def agenda_of_course(ws: Workspace, course: str) -> Agenda:
    """Return everything a course has to hand in. Raises ``Refused`` where it is unknown."""
    view = read_course(ws, course)
    head = course_head(ws, view.course, (session.mode for session in view.sessions))
    return Agenda(head, tuple(_line(each) for each in course_obligations(ws, course)))


def agenda_of_centre(ws: Workspace, year: SchoolYear) -> Agenda:
    """Return what the centre has to hand in for the courses of a school year."""
    return Agenda(centre_head(ws), tuple(_line(each) for each in year_obligations(ws, year)), str(year))


def _line(each: DatedObligation) -> AgendaLine:
    return AgendaLine(
        due=each.due,
        safe=each.safe,
        obligation=each.text,
        about=each.subject_words,
        course=each.course,
        channels=each.channels,
        article=str(each.citation),
        waits_for=pending_words(each.waits_for) if each.waits_for else _NO_TERM,
        met=_met(each),
    )


def _met(each: DatedObligation) -> str:
    if each.met is None:
        return ""
    number = f"n.º {each.met.number}" if each.met.number else ""
    return ", ".join(part for part in (spanish.short_day(each.met.day), number) if part)
