"""How the people of a course stand: every verdict of attendance, computed here once and shown everywhere."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from cpepa_desktop.db import attendance as table
from cpepa_desktop.db import enrolments
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.status import CourseStatus
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.judging import Judge, Register, entered_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.tally import BlockCalendar


def course_status(ws: Workspace, code: str) -> CourseStatus:
    """Return how everybody in a course stands on the working day. Raises ``Refused`` if it is unknown."""
    view = read_course(ws, code)
    judge = Judge(_register(ws, view), ws.clock.today(), WorkingCalendar(ws).is_working_day)
    return CourseStatus(
        course=code,
        title=view.course.title,
        official_minutes=view.official_minutes,
        scheduled_minutes=sum(session.minutes for session in view.sessions if session.counts),
        people=tuple(judge.person(enrolment) for enrolment in enrolments.enrolments(ws.db, view.course.id)),
    )


def _register(ws: Workspace, view: CourseView) -> Register:
    course = view.course
    totals = table.totals(ws.db, course.id, ws.clock.today())
    entered = entered_of(totals, table.proved_totals(ws.db, course.id))
    return Register(call_of(ws, course), course.start_on, view.modules, _calendars(view), entered)


def _calendars(view: CourseView) -> dict[int, BlockCalendar]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    sessions: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for session in view.sessions:
        if session.counts:
            sessions[session.block_id].append((days[session.stretch_id], session.minutes))
    return {block.id: BlockCalendar.of(block.official_minutes, sessions[block.id]) for block in view.blocks}
