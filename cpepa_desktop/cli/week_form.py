"""A week of attendance as data for programs and as a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.status import CourseStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.week_board import WeekBoard
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, GridRow

_SIGNS = {
    CellState.PENDING: "?",
    CellState.FUTURE: "",
    CellState.OUTSIDE: "–",
    CellState.ACCREDITED: "–",
    CellState.CANCELLED: "–",
}


def week_form(board: WeekBoard) -> dict[str, object]:
    """Return the week as JSON shows it: its stretches, its people with a cell for each, and its lock."""
    return {
        "course": board.grid.course,
        "week": str(board.week),
        "stretches": [_stretch_form(column) for column in board.grid.columns],
        "people": [_person_form(row, board.status) for row in board.grid.rows],
        "lock": _lock_form(board.lock),
    }


def week_lines(board: WeekBoard) -> Iterator[str]:
    """Yield the week as a table: a person a line, a stretch a column, hours of the week at the end."""
    days = "".join(f"{day_words(column.stretch.day)[:6]:>8}" for column in board.grid.columns)
    yield f"{'':<36}{days}{_('Semana'):>9}"
    for at, row in enumerate(board.grid.rows, start=1):
        cells = "".join(f"{_sign(cell):>8}" for cell in row.cells)
        name = f"{row.enrolment.seat or at:>3} {row.enrolment.person.listed_name}"
        yield f"{name:<36.36}{cells}{_hours(_attended(row)):>9}"


def _sign(cell: GridCell) -> str:
    if cell.attended_minutes is None:
        return _SIGNS[cell.state]
    is_virtual = any(entry.is_virtual for entry in cell.entries)
    return f"{'V ' if is_virtual else ''}{_hours(cell.attended_minutes)}"


def _hours(minutes: int | None) -> str:
    return "–" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}"


def _attended(row: GridRow) -> int | None:
    found = [cell.attended_minutes for cell in row.cells if cell.attended_minutes is not None]
    return sum(found) if found else None


def _stretch_form(column: GridColumn) -> dict[str, object]:
    return {
        "day": column.stretch.day,
        "n": column.stretch.n,
        "from": clock_text(column.stretch.start),
        "to": clock_text(column.stretch.end),
        "minutes": column.minutes,
        "blocks": [block.code for block in column.blocks],
    }


def _person_form(row: GridRow, status: CourseStatus) -> dict[str, object]:
    (person,) = (each for each in status.people if each.enrolment.id == row.enrolment.id)
    return {
        "id_number": row.enrolment.person.document.number,
        "name": row.enrolment.person.listed_name,
        "seat": row.enrolment.seat,
        "cells": [_cell_form(cell) for cell in row.cells],
        "week_minutes": _attended(row),
        "attended_minutes": person.tally.attended,
    }


def _cell_form(cell: GridCell) -> dict[str, object]:
    return {
        "state": cell.state,
        "minutes": cell.minutes,
        "attended_minutes": cell.attended_minutes,
        "virtual": any(entry.is_virtual for entry in cell.entries),
        "absences": [
            {"cause": absence.cause, "minutes": absence.minutes, "state": absence.state}
            for entry in cell.entries
            for absence in entry.absences
        ],
    }


def _lock_form(lock: WeekLock | None) -> dict[str, object] | None:
    if lock is None:
        return None
    return {
        "version": lock.version,
        "sent_on": lock.sent_on,
        "registry": lock.registry,
        "content_sha256": lock.content_sha256,
    }
