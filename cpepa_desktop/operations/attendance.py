"""Attendance: the week as a grid of people and stretches, and what is written in it.

A cell of the grid is a stretch; it holds one entry for each of its sessions. What is entered for a stretch
with two blocks is given to them in clock order: minutes attended count from the beginning and the absence
falls at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from cpepa_desktop.db import attendance as table
from cpepa_desktop.db import sessions as calendar
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Block, CourseView, Session, Stretch
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.intake import AttendanceRow
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.progress import Told, counted, untold
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.exchange.attendance_file import read_attendance
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
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


@dataclass(frozen=True, slots=True)
class StretchInput:
    """What is typed for a person in a stretch; ``attended_minutes`` ``None`` makes it pending again.

    ``absences`` say why minutes were missed; what they leave over is unjustified. ``session_id`` speaks of
    one session of the stretch alone.
    """

    enrolment_id: int
    stretch_id: int
    attended_minutes: int | None
    absences: tuple[Absence, ...] = ()
    is_virtual: bool = False
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class AttendancePreview:
    """What a file of attendance would write, what is wrong row by row, and what is worth knowing."""

    path: Path
    course: str
    inputs: tuple[StretchInput, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def weeks_of(ws: Workspace, course: str) -> tuple[WeekSummary, ...]:
    """Return the weeks of a course with class, in order, with what is entered up to the working day."""
    view = read_course(ws, course)
    enrolled = list_enrolments(ws, course)
    entered = table.entered_by_day(ws.db, view.course.id)
    owed = [(enrolment, _owed_blocks(view, enrolment)) for enrolment in enrolled]
    blocks_on: dict[date, list[int]] = defaultdict(list)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    for session in view.sessions:
        if session.counts:
            blocks_on[days[session.stretch_id]].append(session.block_id)
    by_week: dict[IsoWeek, list[date]] = defaultdict(list)
    for day in sorted(blocks_on):
        by_week[IsoWeek.of(day)].append(day)
    today = ws.clock.today()
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
    columns = _columns(view, week)
    if not columns:
        message = _("El curso {course} no tiene clase en la semana {week}.")
        raise Refused(message.format(course=course, week=week))
    entries = {
        (entry.enrolment_id, entry.session_id): entry
        for entry in table.entries(ws.db, view.course.id, week.monday, week.sunday)
    }
    today = ws.clock.today()
    rows = []
    for enrolment in list_enrolments(ws, course):
        owed = _owed_blocks(view, enrolment)
        cells = (_cell(enrolment, c, owed, entries, is_future=c.stretch.day > today) for c in columns)
        rows.append(GridRow(enrolment, tuple(cells)))
    return WeekGrid(course, week, columns, tuple(rows))


def record_attendance(ws: Workspace, course: str, inputs: Sequence[StretchInput]) -> Changes:
    """Write what is typed in some cells, all or nothing.

    Raises ``Refused`` with every problem: minutes above the stretch's, absences above what was missed, a day
    to come or cancelled, or one outside the person's days.
    """
    view = read_course(ws, course)
    writer = _Writer(view, list_enrolments(ws, course), ws.clock.today())
    problems = [problem for cell in inputs if (problem := writer.problem(cell))]
    if problems:
        raise Refused(
            _("No se ha introducido nada: corrija estas casillas."), tuple(Problem(p) for p in problems)
        )
    name = ngettext(
        "Asistencia de {course}: {count} casilla", "Asistencia de {course}: {count} casillas", len(inputs)
    ).format(course=course, count=len(inputs))
    with ws.operation(name):
        _write(ws, writer, inputs)
    return Changes(name, frozenset({Kind.ATTENDANCE}), course)


def fill_week(ws: Workspace, course: str, week: IsoWeek) -> Changes:
    """Mark as wholly attended every session of a week that is pending. What is entered stays as it is."""
    grid = week_grid(ws, course, week)
    inputs = [
        StretchInput(cell.enrolment_id, cell.stretch_id, session.minutes, session_id=session.id)
        for row in grid.rows
        for column, cell in zip(grid.columns, row.cells, strict=True)
        if cell.state is CellState.PENDING
        for session in column.sessions
        if session.id not in {entry.session_id for entry in cell.entries}
    ]
    if not inputs:
        raise Refused(_("No queda nada pendiente en la semana {week}.").format(week=week))
    return record_attendance(ws, course, inputs)


def preview_attendance(ws: Workspace, path: Path, course: str) -> AttendancePreview:
    """Return what a file of attendance would write in a course; nothing is written.

    Raises ``Refused`` for a file that cannot be read at all.
    """
    view = read_course(ws, course)
    enrolled = list_enrolments(ws, course)
    reading = read_attendance(path)
    writer = _Writer(view, enrolled, ws.clock.today())
    resolver = _Resolver(view, enrolled)
    problems, notices, inputs = list(reading.problems), list(reading.notices), []
    first_rows: dict[tuple[int, int], AttendanceRow] = {}
    for row in reading.accepted:
        cell = resolver.input_of(row)
        if isinstance(cell, str):
            problems.append(Problem(cell, row.row, where=row.sheet))
            continue
        problem = writer.problem(cell) or _repeated(first_rows, writer.cells(cell), row)
        if problem:
            problems.append(Problem(problem, row.row, where=row.sheet))
        else:
            inputs.append(cell)
            notices += writer.notices(cell, row)
    problems.sort(key=lambda problem: (problem.where, problem.row or 0))
    return AttendancePreview(path, course, tuple(inputs), tuple(problems), tuple(notices))


def import_attendance(ws: Workspace, preview: AttendancePreview, told: Told = untold) -> Changes:
    """Write a preview in one operation. Raises ``Refused`` while it has problems.

    ``told`` hears of each cell, and stops it with nothing written.
    """
    if preview.problems:
        message = _("El fichero tiene filas con problemas. No se ha introducido nada.")
        raise Refused(message, preview.problems)
    view = read_course(ws, preview.course)
    writer = _Writer(view, list_enrolments(ws, preview.course), ws.clock.today())
    name = _("Importar asistencia de {course}").format(course=preview.course)
    with ws.operation(name):
        _write(ws, writer, preview.inputs, told)
    notices = tuple(str(notice) for notice in preview.notices)
    return Changes(name, frozenset({Kind.ATTENDANCE}), preview.course, notices)


class _Writer:
    """Turns what is typed for a stretch into entries of its sessions, and says what prevents it."""

    def __init__(self, view: CourseView, enrolled: Iterable[Enrolment], today: date) -> None:
        self._columns = {column.stretch.id: column for column in _columns(view, None)}
        self._enrolled = {enrolment.id: enrolment for enrolment in enrolled}
        self._owed = {key: _owed_blocks(view, enrolment) for key, enrolment in self._enrolled.items()}
        self._today = today

    def problem(self, cell: StretchInput) -> str | None:
        """Return why a cell cannot be written, ``None`` where it can."""
        column = self._columns.get(cell.stretch_id)
        enrolment = self._enrolled.get(cell.enrolment_id)
        if column is None or not column.sessions or enrolment is None:
            return _("Esa clase está cancelada o ya no existe.")
        who = {"name": enrolment.person.listed_name, "day": day_words(column.stretch.day)}
        if column.stretch.day > self._today:
            return _("{name}: el {day} aún no ha llegado.").format(**who)
        if not enrolment.is_in_class(column.stretch.day):
            return _("{name} no está en el curso el {day}.").format(**who)
        if not self._sessions(cell):
            return _("{name} tiene acreditado lo que se imparte el {day}.").format(**who)
        return _minutes_problem(cell, sum(session.minutes for session in self._sessions(cell)), who)

    def notices(self, cell: StretchInput, row: AttendanceRow) -> list[Problem]:
        """Return what is worth knowing of how a cell is written."""
        column = self._columns[cell.stretch_id]
        attended = cell.attended_minutes
        if len(self._sessions(cell)) == 1 or attended in {None, 0, column.minutes}:
            return []
        message = _("El tramo tiene los bloques {blocks}: lo asistido se cuenta desde el principio.")
        blocks = ", ".join(block.code for block in column.blocks)
        return [Problem(message.format(blocks=blocks), row.row, where=row.sheet)]

    def entries(self, cell: StretchInput) -> list[Entry]:
        """Return the entries of a cell, one a session, minutes attended from the beginning."""
        entries = []
        left, absences = cell.attended_minutes or 0, list(cell.absences)
        for session in self._sessions(cell):
            attended = min(left, session.minutes)
            left -= attended
            taken, absences = _take(absences, session.minutes - attended)
            entries.append(Entry(cell.enrolment_id, session.id, attended, taken, is_virtual=cell.is_virtual))
        return entries

    def cells(self, cell: StretchInput) -> list[tuple[int, int]]:
        """Return the keys (enrolment, session) of a cell."""
        return [(cell.enrolment_id, session.id) for session in self._sessions(cell)]

    def _sessions(self, cell: StretchInput) -> list[Session]:
        owed = self._owed[cell.enrolment_id]
        return [
            session
            for session in self._columns[cell.stretch_id].sessions
            if cell.session_id in {None, session.id} and session.block_id in owed
        ]


class _Resolver:
    """Finds whom and which stretch a row of a file speaks of."""

    def __init__(self, view: CourseView, enrolled: Iterable[Enrolment]) -> None:
        self._course = view.course.code
        self._columns = {(column.stretch.day, column.stretch.n): column for column in _columns(view, None)}
        self._days = {day for day, _n in self._columns}
        self._enrolled = {
            document.number: enrolment
            for enrolment in enrolled
            for document in (enrolment.person.document, *enrolment.person.earlier_documents)
        }

    def input_of(self, row: AttendanceRow) -> StretchInput | str:
        """Return what a row says of a stretch, or why it cannot be told."""
        enrolment = self._enrolled.get(row.identity.number)
        if enrolment is None:
            message = _("Nadie con el documento {number} está en el curso {course}.")
            return message.format(number=row.identity, course=self._course)
        column = self._columns.get((row.day, row.stretch))
        if column is None:
            message = (
                _("El {day} no tiene tramo {n}.") if row.day in self._days else _("El {day} no hay clase.")
            )
            return message.format(day=day_words(row.day), n=row.stretch)
        minutes, session_id = column.minutes, None
        if row.block:
            named = [s for s, b in zip(column.sessions, column.blocks, strict=True) if b.code == row.block]
            if not named:
                message = _("El tramo {n} del {day} no tiene el bloque {block}.")
                return message.format(n=row.stretch, day=day_words(row.day), block=row.block)
            if len(named) < len(column.sessions):
                minutes, session_id = named[0].minutes, named[0].id
        missed = minutes - row.attended_minutes
        if missed == 0 and row.cause:
            return _("Lleva causa de ausencia y no falta ningún minuto.")
        absences: tuple[Absence, ...] = ()
        if missed > 0 and row.cause:
            absences = (Absence(missed, row.cause, row.state or JustificationState.UNJUSTIFIED),)
        return StretchInput(
            enrolment.id, column.stretch.id, row.attended_minutes, absences, session_id=session_id
        )


def _repeated(
    first_rows: dict[tuple[int, int], AttendanceRow], keys: Iterable[tuple[int, int]], row: AttendanceRow
) -> str:
    """Return in words that an earlier row speaks of the same, ``""`` where none does."""
    first = next((first for key in keys if (first := first_rows.setdefault(key, row)) is not row), None)
    if first is None:
        return ""
    message = _("La asistencia de esa persona a esa clase ya está en la fila {row}.")
    return message.format(row=first.row)


def _write(ws: Workspace, writer: _Writer, inputs: Sequence[StretchInput], told: Told = untold) -> None:
    table.remove(ws.db, (key for i in inputs if i.attended_minutes is None for key in writer.cells(i)))
    entries = [entry for i in inputs if i.attended_minutes is not None for entry in writer.entries(i)]
    table.save(ws.db, counted(entries, told))
    calendar.hold(ws.db, dict.fromkeys(entry.session_id for entry in entries))


def _columns(view: CourseView, week: IsoWeek | None) -> tuple[GridColumn, ...]:
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


def _owed_blocks(view: CourseView, enrolment: Enrolment) -> frozenset[int]:
    """Return the blocks a person attends: of any module not accredited before, and the complementary."""
    modules = (module for module in view.modules if enrolment.attends(module.id))
    return frozenset(block_id for module in modules for block_id in module.block_ids)


def _cell(
    enrolment: Enrolment,
    column: GridColumn,
    owed: frozenset[int],
    entries: dict[tuple[int, int], Entry],
    *,
    is_future: bool,
) -> GridCell:
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


def _minutes_problem(cell: StretchInput, minutes: int, who: dict[str, str]) -> str | None:
    attended = cell.attended_minutes
    if attended is None:
        return None
    if attended < 0 or any(absence.minutes <= 0 for absence in cell.absences):
        return _("{name}, {day}: los minutos no pueden ser negativos ni una falta durar cero.").format(**who)
    if attended > minutes:
        message = _("{name}, {day}: {attended} son más que la clase, {minutes}.")
        return message.format(attended=hours_words(attended), minutes=hours_words(minutes), **who)
    if sum(absence.minutes for absence in cell.absences) > minutes - attended:
        return _("{name}, {day}: las faltas suman más minutos que los que faltó.").format(**who)
    if any(a.cause is None and a.state is not JustificationState.UNJUSTIFIED for a in cell.absences):
        return _("{name}, {day}: un justificante necesita la causa de la falta.").format(**who)
    return None


def _take(absences: list[Absence], room: int) -> tuple[tuple[Absence, ...], list[Absence]]:
    """Return the absences that fill ``room`` minutes, and those left for the next session."""
    taken: list[Absence] = []
    rest = list(absences)
    while room and rest:
        minutes = min(room, rest[0].minutes)
        taken.append(replace(rest[0], minutes=minutes))
        room -= minutes
        rest[:1] = [replace(rest[0], minutes=rest[0].minutes - minutes)] if rest[0].minutes > minutes else []
    return tuple(taken), rest
