"""The terms of two hundred courses, against the bare questions behind them and the bare library."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from icalendar import Calendar, Event

from benchmarks.centre import copy_courses, enrol, new_centre
from benchmarks.measure import Measured, compare
from cpepa_desktop.db import journal
from cpepa_desktop.operations.agenda import calendar_of
from cpepa_desktop.operations.deadlines import all_obligations
from cpepa_desktop.operations.workspace import Workspace

COURSES: Final = 200
_PEOPLE: Final = 13

_BARE: Final = (
    """SELECT t.course_id, t.day, s.block_id, s.mode FROM stretch t JOIN session s ON s.stretch_id = t.id
       WHERE s.state <> 'cancelled' ORDER BY t.course_id, t.day""",
    "SELECT * FROM enrolment e JOIN person p ON p.id = e.person_id ORDER BY e.course_id, p.surnames, p.name",
    "SELECT * FROM course c JOIN call_version v ON v.id = c.call_version_id",
)


def run(folder: Path) -> list[Measured]:
    """Return the comparisons: every term dated, and every term as an event of a calendar."""
    ws = two_hundred(folder)
    try:
        terms = sum(each.due is not None for each in all_obligations(ws))
        return [
            compare(
                f"{terms} terms of {COURSES} courses dated",
                lambda: all_obligations(ws),
                lambda: _bare_rows(ws),
                budget=15,
            ),
            compare(
                f"{terms} terms as a calendar",
                lambda: calendar_of(ws),
                lambda: _bare_calendar(terms),
                budget=5,
                rounds=3,
            ),
        ]
    finally:
        ws.file.close()


def two_hundred(folder: Path) -> Workspace:
    """Return a file with two hundred courses of thirteen people."""
    ws = new_centre(folder)
    enrol(ws, folder, _PEOPLE)
    with ws.db.atomic():
        journal.unwatch(ws.db)  # how the courses came about is not what is measured
        copy_courses(ws.db, COURSES - 1)
        journal.watch(ws.db)
    ws.db.execute("ANALYZE")
    return ws


def _bare_rows(ws: Workspace) -> list[list[object]]:
    return [ws.db.execute(question).fetchall() for question in _BARE]


def _bare_calendar(events: int) -> bytes:
    calendar = Calendar()
    for n in range(events):
        event = Event()
        event.add("uid", str(n))
        event.add("dtstart", date(2024, 1, 15) + timedelta(days=n % 365))
        event.add("summary", "Enviar la hoja de condiciones")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
