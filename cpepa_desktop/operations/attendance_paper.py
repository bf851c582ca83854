"""The attendance sheet of a week, filled from the file: to be signed, or as it was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.incidents import IncidentView, list_incidents
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, WeekGrid, week_grid
from cpepa_desktop.operations.week_locks import locks_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.attendance_sheet import (
    AttendanceSheet,
    BlockShare,
    Incident,
    PersonRow,
    Presence,
    SheetForm,
    StretchCell,
    StretchColumn,
)

_JUSTIFICATIONS = {
    JustificationState.UNJUSTIFIED: "Sin justificar",
    JustificationState.PENDING: "Justificante pendiente de validar",
    JustificationState.VALIDATED: "Justificada y validada",
    JustificationState.REJECTED: "Justificante rechazado",
}


@dataclass(frozen=True, slots=True)
class _Absent:
    """Minutes a person missed in a column, with what is said of them."""

    enrolment: Enrolment
    column: GridColumn
    absence: Absence


def blank_sheet(ws: Workspace, course: str, week: IsoWeek) -> AttendanceSheet:
    """Return the week's sheet with empty cells to be signed. Raises ``Refused`` without class that week."""
    return _sheet(ws, course, week, SheetForm.BLANK)


def recorded_sheet(ws: Workspace, course: str, week: IsoWeek) -> AttendanceSheet:
    """Return the week's sheet as recorded, absences struck out. Raises as `blank_sheet` does."""
    return _sheet(ws, course, week, SheetForm.RECORDED)


def _sheet(ws: Workspace, code: str, week: IsoWeek, form: SheetForm) -> AttendanceSheet:
    course = find_course(ws, code)
    grid = week_grid(ws, code, week)
    absences = list(_absences(grid)) if form is SheetForm.RECORDED else []
    return AttendanceSheet(
        form=form,
        head=course_head(ws, course, (s.mode for column in grid.columns for s in column.sessions)),
        week=week,
        columns=_columns(ws, grid),
        people=tuple(
            _row(n, row.enrolment, row.cells, absences, form) for n, row in enumerate(grid.rows, start=1)
        ),
        incidents=_incidents(ws, code, week, absences) if is_recorded else (),
    )


def _columns(ws: Workspace, grid: WeekGrid) -> tuple[StretchColumn, ...]:
    names = {trainer.id: trainer.full_name for trainer in read_centre(ws).trainers}
    return tuple(
        StretchColumn(
            day=column.stretch.day,
            n=column.stretch.n,
            start=column.stretch.start,
            end=column.stretch.end,
            blocks=tuple(
                BlockShare(block.code, block.title, session.minutes)
                for session, block in zip(column.sessions, column.blocks, strict=True)
            ),
            trainers=tuple(dict.fromkeys(names[t] for s in column.sessions for t in s.trainer_ids)),
            mode=column.sessions[0].mode if column.sessions else SessionMode.IN_PERSON,
            cancelled=not column.sessions,
        )
        for column in grid.columns
    )


def _row(
    n: int, enrolment: Enrolment, cells: tuple[GridCell, ...], absences: list[_Absent], form: SheetForm
) -> PersonRow:
    own = [absent.absence for absent in absences if absent.enrolment.id == enrolment.id]
    justified = sum(a.minutes for a in own if a.state is JustificationState.VALIDATED)
    return PersonRow(
        n=n,
        name=enrolment.person.listed_name,
        document=enrolment.person.document.number,
        cells=tuple(_cell(enrolment, cell, form) for cell in cells),
        justified_minutes=justified,
        unjustified_minutes=sum(a.minutes for a in own) - justified,
    )


def _cell(enrolment: Enrolment, cell: GridCell, form: SheetForm) -> StretchCell:
    if cell.state is CellState.CANCELLED:
        return StretchCell(Presence.CANCELLED)
    if cell.state is CellState.ACCREDITED:
        return StretchCell(Presence.ACCREDITED)
    if cell.state is CellState.OUTSIDE:
        before = cell.day < enrolment.joined_on
        return StretchCell(Presence.BEFORE_JOINING if before else Presence.AFTER_LEAVING)
    if cell.state is CellState.FUTURE or form is SheetForm.BLANK:
        return StretchCell(Presence.SIGNATURE)
    return _recorded(cell)


def _recorded(cell: GridCell) -> StretchCell:
    if cell.attended_minutes is None:
        return StretchCell(Presence.PENDING)
    attended = cell.attended_minutes
    presence = Presence.PARTIAL if attended else Presence.ABSENT
    return StretchCell(
        Presence.ATTENDED if attended == cell.minutes else presence,
        attended,
        any(entry.is_virtual for entry in cell.entries),
    )


def _absences(grid: WeekGrid) -> Iterator[_Absent]:
    """Yield what was missed, in order of day and then of list; minutes without a cause are unjustified."""
    for index, column in enumerate(grid.columns):
        for row in grid.rows:
            cell = row.cells[index]
            if cell.attended_minutes is None or cell.attended_minutes == cell.minutes:
                continue
            told = [absence for entry in cell.entries for absence in entry.absences]
            rest = cell.minutes - cell.attended_minutes - sum(absence.minutes for absence in told)
            for absence in [*told, *([Absence(rest)] if rest else [])]:
                yield _Absent(row.enrolment, column, absence)


def _incidents(ws: Workspace, code: str, week: IsoWeek, absences: list[_Absent]) -> tuple[Incident, ...]:
    """Return what happened in the week, by day and hour: what was missed, and what somebody wrote down."""
    told = [_told(view) for view in list_incidents(ws, code, week.monday, week.sunday)]
    found = [*told, *(_incident(absent) for absent in absences)]
    return tuple(sorted(found, key=lambda incident: (incident.day, incident.minute or 0)))


def _told(view: IncidentView) -> Incident:
    incident = view.incident
    return Incident(
        day=view.day,
        minute=incident.minute,
        person=view.person.listed_name if view.person else "Toda la clase",
        cause=". ".join(part for part in (incident.what, incident.cause) if part),
        justification=incident.justification,
    )


def _incident(absent: _Absent) -> Incident:
    absence = absent.absence
    cause = f"{absence.cause.value}) {absence.cause.label}" if absence.cause else "Sin causa comunicada"
    return Incident(
        day=absent.column.stretch.day,
        minute=absent.column.stretch.start,
        person=absent.enrolment.person.listed_name,
        cause=f"{cause}, {hours_words(absence.minutes)}",
        justification=_JUSTIFICATIONS[absence.state],
    )
