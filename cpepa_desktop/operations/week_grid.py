"""A week of a course as a grid of people and stretches, read whole. A cell holds one entry a session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.db import attendance as table
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.course import Block, CourseView, Session, Stretch
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.workspace import Workspace


class CellState(StrEnum):
    """What a cell of the grid is before it is looked into."""

    PENDING = "pending"
    FUTURE = "future"
    OUTSIDE = "outside"
    ACCREDITED = "accredited"
    CANCELLED = "cancelled"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week of a course: its first and last day of class, and how many cells are to enter and entered."""

    week: IsoWeek
    first: date
    last: date
    cells: int
    entered: int


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A stretch of the week with the sessions that count in it and their blocks, in clock order."""

    stretch: Stretch
    sessions: tuple[Session, ...]
    blocks: tuple[Block, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of class of the stretch."""
        return sum(session.minutes for session in self.sessions)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A person in a stretch. ``attended_minutes`` is ``None`` unless every session of it is entered."""

    enrolment_id: int
    stretch_id: int
    day: date
    state: CellState
    minutes: int
    attended_minutes: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A person in the week, one cell a stretch."""

    enrolment: Enrolment
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """A week of a course: stretches across, people down."""

    course: str
    week: IsoWeek
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]


def weeks_of(ws: Workspace, course: str) -> tuple[WeekSummary, ...]:
    """Return the weeks of a course with class, in order, with what is entered up to the working day."""
    view = read_course(ws, course)
    entered = table.entered_by_day(ws.db, view.course.id)
    return weeks_in(view, list_enrolments(ws, course), entered, ws.clock.today())


def weeks_in(
    view: CourseView, enrolled: Iterable[Enrolment], entered: Mapping[date, int], today: date
) -> tuple[WeekSummary, ...]:
    """Return the weeks of a course from what has been read; ``entered`` counts the entries of each day."""
    owed = [(enrolment, owed_blocks(view, enrolment)) for enrolment in enrolled]
    blocks_on: dict[date, list[int]] = defaultdict(list)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    for session in view.sessions:
        if session.counts:
            blocks_on[days[session.stretch_id]].append(session.block_id)
    by_week: dict[IsoWeek, list[date]] = defaultdict(list)
    for day in sorted(blocks_on):
        by_week[IsoWeek.of(day)].append(day)
    return tuple(
        WeekSummary(
            week,
            week_days[0],
            week_days[-1],
            sum(
                sum(block in blocks for block in blocks_on[day])
                for day in week_days
                for enrolment, blocks in owed
                if day <= today and enrolment.is_in_class(day)
            ),
            sum(entered.get(day, 0) for day in week_days),
        )
        for week, week_days in by_week.items()
    )


def week_grid(ws: Workspace, course: str, week: IsoWeek) -> WeekGrid:
    """Return a week of a course as a grid. Raises ``Refused`` where the course has no class in it."""
    view = read_course(ws, course)
    found = entries_of(ws, view, week)
    return grid_of(view, list_enrolments(ws, course), week, found, ws.clock.today())


def entries_of(ws: Workspace, view: CourseView, week: IsoWeek) -> dict[tuple[int, int], Entry]:
    """Return what is entered in a week of a course, by enrolment and session."""
    found = table.entries(ws.db, view.course.id, week.monday, week.sunday)
    return {(entry.enrolment_id, entry.session_id): entry for entry in found}


def grid_of(
    view: CourseView,
    enrolled: Iterable[Enrolment],
    week: IsoWeek,
    entries: Mapping[tuple[int, int], Entry],
    today: date,
) -> WeekGrid:
    """Return a week as a grid from what has been read. Raises ``Refused`` where it has no class."""
    columns = week_columns(view, week)
    rows = tuple(row_of(each, columns, owed_blocks(view, each), entries, today) for each in enrolled)
    return WeekGrid(view.course.code, week, columns, rows)


def row_of(
    enrolment: Enrolment,
    columns: Iterable[GridColumn],
    owed: frozenset[int],
    entries: Mapping[tuple[int, int], Entry],
    today: date,
) -> GridRow:
    """Return a person in the week; ``owed`` are the blocks they attend."""
    cells = (
        cell_of(enrolment, column, owed, entries, is_future=column.stretch.day > today) for column in columns
    )
    return GridRow(enrolment, tuple(cells))


def week_columns(view: CourseView, week: IsoWeek) -> tuple[GridColumn, ...]:
    """Return the stretches of a week of a course. Raises ``Refused`` where it has no class."""
    columns = columns_of(view, week)
    if not columns:
        message = _("El curso {course} no tiene clase en la semana {week}.")
        raise Refused(message.format(course=view.course.code, week=week))
    return columns


def columns_of(view: CourseView, week: IsoWeek | None) -> tuple[GridColumn, ...]:
    """Return the stretches of a week of a course, or of all of it, with what is taught in them."""
    blocks = {block.id: block for block in view.blocks}
    sessions: dict[int, list[Session]] = defaultdict(list)
    for session in view.sessions:
        if session.counts:
            sessions[session.stretch_id].append(session)
    return tuple(
        GridColumn(
            stretch,
            tuple(sessions[stretch.id]),
            tuple(blocks[session.block_id] for session in sessions[stretch.id]),
        )
        for stretch in view.stretches
        if week is None or IsoWeek.of(stretch.day) == week
    )


def cell_of(
    enrolment: Enrolment,
    column: GridColumn,
    owed: frozenset[int],
    entries: Mapping[tuple[int, int], Entry],
    *,
    is_future: bool,
) -> GridCell:
    """Return a person in a stretch. ``owed`` are their blocks, ``entries`` by enrolment and session."""
    own = [session for session in column.sessions if session.block_id in owed]
    found = [entries.get((enrolment.id, session.id)) for session in own]
    known = tuple(entry for entry in found if entry is not None)
    is_whole = bool(found) and len(known) == len(found)
    if not column.sessions:
        state = CellState.CANCELLED
    elif not enrolment.is_in_class(column.stretch.day):
        state = CellState.OUTSIDE
    elif not own:
        state = CellState.ACCREDITED
    elif is_whole:
        state = CellState.ENTERED
    else:
        state = CellState.FUTURE if is_future else CellState.PENDING
    attended = sum(entry.attended_minutes for entry in known) if is_whole else None
    return GridCell(
        enrolment_id=enrolment.id,
        stretch_id=column.stretch.id,
        day=column.stretch.day,
        state=state,
        minutes=sum(session.minutes for session in own),
        attended_minutes=attended,
        entries=known,
    )
