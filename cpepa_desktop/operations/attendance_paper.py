"""The attendance sheet of a week, filled from the file: to be signed, or as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.absent_minutes import absences_of, cause_words, proof_words
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.incidents import IncidentView, list_incidents
from cpepa_desktop.operations.incidents_paper import whom
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.paper_locks import week_sent_of
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, WeekGrid, week_grid
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
    is_recorded = form is SheetForm.RECORDED
    absences = list(_absences(grid)) if is_recorded else []
    return AttendanceSheet(
        form=form,
        head=course_head(ws, course, (s.mode for column in grid.columns for s in column.sessions)),
        week=week,
        columns=_columns(ws, grid),
        people=tuple(
            _row(n, row.enrolment, row.cells, absences, form) for n, row in enumerate(grid.rows, start=1)
        ),
        incidents=_incidents(ws, code, week, absences) if is_recorded else (),
        sent=week_sent_of(ws, code, week) if is_recorded else None,
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
    """Yield what was missed, in order of day and then of list."""
    for index, column in enumerate(grid.columns):
        for row in grid.rows:
            cell = row.cells[index]
            if cell.attended_minutes is not None:
                for absence in absences_of(cell.entries, cell.minutes):
                    yield _Absent(row.enrolment, column, absence)


def _incidents(ws: Workspace, code: str, week: IsoWeek, absences: Iterable[_Absent]) -> tuple[Incident, ...]:
    """Return the absences of the week and what else happened in it, by day and hour."""
    others = list_incidents(ws, code, week.monday, week.sunday)
    found = [*map(_missed, absences), *map(_happened, others)]
    return tuple(sorted(found, key=lambda each: (each.day, each.minute)))


def _missed(absent: _Absent) -> Incident:
    absence = absent.absence
    return Incident(
        day=absent.column.stretch.day,
        minute=absent.column.stretch.start,
        person=absent.enrolment.person.listed_name,
        what=f"Falta de {hours_words(absence.minutes)}",
        cause=cause_words(absence),
        justification=proof_words(absence),
    )


def _happened(view: IncidentView) -> Incident:
    incident = view.incident
    return Incident(
        day=view.day,
        minute=incident.minute,
        person=whom(view),
        what=incident.what,
        cause=incident.cause,
        justification=incident.justification,
    )
