"""Attendance, written by hand: some cells of a course, or all that is pending of a week."""

from __future__ import annotations

from collections.abc import Sequence

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, StretchInput
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, WeekGrid, week_grid
from cpepa_desktop.operations.workspace import Workspace


def record_attendance(ws: Workspace, course: str, inputs: Sequence[StretchInput]) -> Changes:
    """Write what is typed in some cells, all or nothing.

    Raises ``Refused`` with every problem: minutes above the stretch's, absences above what was missed, a day
    to come or cancelled, or one outside the person's days.
    """
    changes, _written = AttendanceWriter.of(ws, course).record(ws, inputs)
    return changes


def fill_week(ws: Workspace, course: str, week: IsoWeek) -> Changes:
    """Mark as wholly attended every session of a week that is pending. What is entered stays as it is."""
    return record_attendance(ws, course, pending_inputs(week_grid(ws, course, week)))


def pending_inputs(grid: WeekGrid) -> tuple[StretchInput, ...]:
    """Return what makes everything pending of a week attended. Raises ``Refused`` where nothing is left."""
    inputs = tuple(
        found
        for row in grid.rows
        for column, cell in zip(grid.columns, row.cells, strict=True)
        if cell.state is CellState.PENDING
        for found in _whole(column, cell)
    )
    if not inputs:
        raise Refused(_("No queda nada pendiente en la semana {week}.").format(week=grid.week))
    return inputs


def _whole(column: GridColumn, cell: GridCell) -> list[StretchInput]:
    """Return what makes a cell attended and keeps what is entered of it."""
    if not cell.entries:
        return [StretchInput(cell.enrolment_id, cell.stretch_id, cell.minutes)]
    known = {entry.session_id for entry in cell.entries}
    return [
        StretchInput(cell.enrolment_id, cell.stretch_id, session.minutes, session_id=session.id)
        for session in column.sessions
        if session.id not in known
    ]
