"""`status` of one course in a file of ten years, against the bare aggregate of its cells."""

from __future__ import annotations

from pathlib import Path

from benchmarks.centre import COURSE, many_cells
from benchmarks.measure import Measured, compare
from cpepa_desktop.operations.status import course_status

CELLS = 500_000
_AGGREGATE = """
SELECT a.enrolment_id, s.block_id, sum(a.attended_minutes), sum(s.minutes)
FROM course c JOIN enrolment e ON e.course_id = c.id JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id
WHERE c.code = ? GROUP BY a.enrolment_id, s.block_id
"""


def run(folder: Path) -> list[Measured]:
    """Return the comparison."""
    ws = many_cells(folder, CELLS)
    try:
        return [
            compare(
                f"status of a course among {CELLS:,} cells",
                lambda: course_status(ws, COURSE),
                lambda: ws.db.execute(_AGGREGATE, (COURSE,)).fetchall(),
                budget=12,
                rounds=15,
            )
        ]
    finally:
        ws.file.close()
