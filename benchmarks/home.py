"""The first page in a file of ten years, against the bare aggregate of the cells it has to look at."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from benchmarks.centre import many_cells
from benchmarks.measure import Measured, compare
from cpepa_desktop.db import journal
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.operations.home import read_home, waiting_count
from cpepa_desktop.operations.workspace import Workspace

CELLS: Final = 500_000
_RUNNING: Final = 15
_TODAY: Final = FixedClock(date(2024, 3, 15), datetime(2024, 3, 15, 10, tzinfo=UTC))

# All but fifteen go back in steps of 52 weeks, twenty to each; what has not come yet is not entered.
_SPREAD: Final = (
    "UPDATE course SET start_on = date(start_on, (-364 * ((id + 19) / 20)) || ' days') WHERE id > 15",
    "UPDATE stretch SET day = date(day, (-364 * ((course_id + 19) / 20)) || ' days') WHERE course_id > 15",
    """UPDATE enrolment SET joined_on = date(joined_on, (-364 * ((course_id + 19) / 20)) || ' days')
         WHERE course_id > 15""",
    """DELETE FROM attendance WHERE session_id IN (
         SELECT s.id FROM session s JOIN stretch t ON t.id = s.stretch_id WHERE t.day > '2024-03-15')""",
)
_AGGREGATE: Final = """
SELECT a.enrolment_id, s.block_id, sum(a.attended_minutes), sum(s.minutes)
FROM course c JOIN enrolment e ON e.course_id = c.id JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id
WHERE c.id <= ? GROUP BY a.enrolment_id, s.block_id
"""


def run(folder: Path) -> list[Measured]:
    """Return the comparisons: the whole page, and the number that the navigation shows beside it."""
    ws = _ten_years(folder)
    try:
        return [
            compare(
                f"Inicio, {_RUNNING} courses under way of 220",
                lambda: read_home(ws),
                lambda: _aggregate(ws),
                budget=20,
                rounds=15,
            ),
            compare(
                "the number beside Inicio",
                lambda: waiting_count(ws),
                lambda: _aggregate(ws),
                budget=3,
                rounds=15,
            ),
        ]
    finally:
        ws.file.close()


def _ten_years(folder: Path) -> Workspace:
    ws = many_cells(folder, CELLS)
    with ws.db.atomic():
        journal.unwatch(ws.db)  # how the years came about is not what is measured
        for statement in _SPREAD:
            ws.db.execute(statement)
        journal.watch(ws.db)
    ws.db.execute("ANALYZE")
    ws.clock = _TODAY
    return ws


def _aggregate(ws: Workspace) -> list[tuple[int, ...]]:
    return ws.db.execute(_AGGREGATE, (_RUNNING,)).fetchall()
