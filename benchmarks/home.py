"""The first page in a file of ten years, against the bare aggregate of the cells it has to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.centre import IN_TEN_YEARS, RUNNING, ten_years
from benchmarks.measure import Measured, compare
from cpepa_desktop.operations.home import read_home, waiting_count
from cpepa_desktop.operations.workspace import Workspace

CELLS: Final = 500_000

_AGGREGATE: Final = """
SELECT a.enrolment_id, s.block_id, sum(a.attended_minutes), sum(s.minutes)
FROM course c JOIN enrolment e ON e.course_id = c.id JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id
WHERE c.id <= ? GROUP BY a.enrolment_id, s.block_id
"""


def run(folder: Path) -> list[Measured]:
    """Return the comparisons: the whole page, and the number that the navigation shows beside it."""
    ws = ten_years(folder, CELLS)
    ws.clock = IN_TEN_YEARS
    try:
        return [
            compare(
                f"Inicio, {RUNNING} courses under way of 220",
                lambda: read_home(ws),
                lambda: _aggregate(ws),
                budget=20,
                rounds=15,
            ),
            compare(
                "the number beside Inicio",
                lambda: waiting_count(ws),
                lambda: _aggregate(ws),
                budget=5,
                rounds=15,
            ),
        ]
    finally:
        ws.file.close()


def _aggregate(ws: Workspace) -> list[tuple[int, ...]]:
    return ws.db.execute(_AGGREGATE, (RUNNING,)).fetchall()
