"""The certificate of a person on a day, filled from what is entered; nothing is certified that is not."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.paper_subjects import enrolment_of
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, week_grid
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.day_certificate import AttendedStretch, DayCertificate


def certified_day(ws: Workspace, code: str, enrolment_id: int, day: date) -> DayCertificate:
    """Return the certificate of a person on a day.

    Raises ``Refused`` where they had no class that day, did not attend it, or it is not all entered.
    """
    enrolment = enrolment_of(ws, code, enrolment_id)
    grid = week_grid(ws, code, IsoWeek.of(day))
    row = next(row for row in grid.rows if row.enrolment.id == enrolment_id)
    places = [
        (column, cell)
        for column, cell in zip(grid.columns, row.cells, strict=True)
        if cell.day == day and cell.state in {CellState.ENTERED, CellState.PENDING, CellState.FUTURE}
    ]
    _check(enrolment, day, [cell for _column, cell in places])
    sessions = [session for column, _cell in places for session in column.sessions]
    return DayCertificate(
        head=course_head(ws, find_course(ws, code), (session.mode for session in sessions)),
        name=enrolment.person.listed_name,
        document=enrolment.person.document.number,
        day=day,
        stretches=tuple(_stretch(column, cell) for column, cell in places),
    )


def _check(enrolment: Enrolment, day: date, cells: list[GridCell]) -> None:
    words = {"name": enrolment.person.listed_name, "day": day_words(day)}
    if not cells:
        raise Refused(_("{name} no tuvo clase el {day}: no hay nada que certificar.").format(**words))
    if any(cell.state is not CellState.ENTERED for cell in cells):
        message = _("La asistencia de {name} el {day} no está introducida: introdúzcala y vuelva a imprimir.")
        raise Refused(message.format(**words))
    if not any(cell.attended_minutes for cell in cells):
        raise Refused(_("{name} no asistió el {day}: no hay nada que certificar.").format(**words))


def _stretch(column: GridColumn, cell: GridCell) -> AttendedStretch:
    return AttendedStretch(
        start=column.stretch.start,
        end=column.stretch.end,
        taught=tuple(dict.fromkeys(f"{block.code} {block.title}" for block in column.blocks)),
        minutes=cell.minutes,
        attended=cell.attended_minutes or 0,
        is_virtual=any(entry.is_virtual for entry in cell.entries),
    )
