"""Writing attendance: what is typed for a stretch, what prevents it, and the entries it becomes.

What is entered for a stretch with two blocks is given to them in clock order: minutes attended count from the
beginning and the absence falls at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.db import attendance as table
from cpepa_desktop.db import sessions as calendar
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, Session
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.progress import Told, counted, untold
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.gates import attendance_opens
from cpepa_desktop.operations.justified_minutes import JustifiedMinutes
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.virtual import may_be_virtual
from cpepa_desktop.operations.week_grid import columns_of
from cpepa_desktop.operations.week_locks import locked_weeks, refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace


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
class CellEntries:
    """What is written for some cells: the keys (enrolment, session) made pending, and the entries."""

    removed: tuple[tuple[int, int], ...]
    saved: tuple[Entry, ...]


class AttendanceWriter:
    """Turns what is typed for stretches of one course into entries of its sessions, and writes them.

    Whoever writes attendance of a course writes through it: the grid, the command line, files of any kind.
    It holds what it was made from, so that it can answer many times without reading anything again.
    """

    def __init__(
        self, view: CourseView, enrolled: Iterable[Enrolment], today: date, locked: Iterable[IsoWeek]
    ) -> None:
        self._course = view.course.code
        self._course_id = view.course.id
        self._columns = {column.stretch.id: column for column in columns_of(view, None)}
        self._enrolled = {enrolment.id: enrolment for enrolment in enrolled}
        self._names = {key: each.person.listed_name for key, each in self._enrolled.items()}
        self._owed = {key: owed_blocks(view, enrolment) for key, enrolment in self._enrolled.items()}
        self._today = today
        self._locked = frozenset(locked)
        self._renounced_on = view.course.renounced_on
        self._opens: date | None = None

    @classmethod
    def of(cls, ws: Workspace, course: str) -> AttendanceWriter:
        """Return the writer of a course as it is now. Raises ``Refused`` where there is no such course."""
        enrolled = list_enrolments(ws, course)
        return cls(read_course(ws, course), enrolled, ws.clock.today(), locked_weeks(ws, course))

    def record(self, ws: Workspace, inputs: Sequence[StretchInput]) -> tuple[Changes, CellEntries]:
        """Write what is typed in some cells, all or nothing, in one operation.

        Raises ``Refused`` with every problem, and where a week was sent and stands still; ``GateRefused``
        where the gates of the course prevent attendance on those days.
        """
        days = {self._columns[i.stretch_id].stretch.day for i in inputs if i.stretch_id in self._columns}
        if any(IsoWeek.of(day) in self._locked for day in days):
            refuse_if_locked(ws, self._course, days)
        problems = [p for cell in inputs if (p := self.problem(cell) or self._not_virtual(ws, cell))]
        if problems:
            raise Refused(
                _("No se ha introducido nada: corrija estas casillas."), tuple(Problem(p) for p in problems)
            )
        self.refuse_if_gated(ws, inputs)
        name = ngettext(
            "Asistencia de {course}: {count} casilla", "Asistencia de {course}: {count} casillas", len(inputs)
        ).format(course=self._course, count=len(inputs))
        justified = JustifiedMinutes(ws, self._course_id, self._names)
        with ws.operation(name):
            written = self.write(ws, inputs)
        return Changes(name, frozenset({Kind.ATTENDANCE}), self._course, justified.losses()), written

    def refuse_if_gated(self, ws: Workspace, inputs: Iterable[StretchInput]) -> None:
        """Raise ``GateRefused`` where gates prevent what the cells say was attended, or not, on their days.

        The gates are read once: from then on days are compared with the last of them.
        """
        written = (cell for cell in inputs if cell.attended_minutes is not None)
        days = [self._columns[cell.stretch_id].stretch.day for cell in written]
        if days and (self._opens is None or min(days) < self._opens):
            self._opens = attendance_opens(ws, self._course, min(days))

    def write(self, ws: Workspace, inputs: Sequence[StretchInput], told: Told = untold) -> CellEntries:
        """Write cells that have no problem, inside the operation of the caller; ``told`` hears of each."""
        removed = [key for i in inputs if i.attended_minutes is None for key in self.keys(i)]
        saved = [entry for i in inputs if i.attended_minutes is not None for entry in self.entries(i)]
        table.remove(ws.db, removed)
        table.save(ws.db, counted(saved, told))
        calendar.hold(ws.db, dict.fromkeys(entry.session_id for entry in saved))
        return CellEntries(tuple(removed), tuple(saved))

    def problem(self, cell: StretchInput) -> str | None:
        """Return why a cell cannot be written, ``None`` where it can."""
        column = self._columns.get(cell.stretch_id)
        enrolment = self._enrolled.get(cell.enrolment_id)
        if column is None or not column.sessions or enrolment is None:
            return _("Esa clase está cancelada o ya no existe.")
        who = {"name": enrolment.person.listed_name, "day": day_words(column.stretch.day)}
        if closed := self._closed(column.stretch.day, who):
            return closed
        if not enrolment.is_in_class(column.stretch.day):
            return _("{name} no está en el curso el {day}.").format(**who)
        if not self._sessions(cell):
            return _("{name} tiene acreditado lo que se imparte el {day}.").format(**who)
        return _minutes_problem(cell, sum(session.minutes for session in self._sessions(cell)), who)

    def _closed(self, day: date, who: Mapping[str, str]) -> str | None:
        """Return why nothing can be written of a day, whoever it is about, ``None`` where it can."""
        if IsoWeek.of(day) in self._locked:
            return _("{name}: la semana del {day} ya se envió y está bloqueada.").format(**who)
        if day > self._today:
            return _("{name}: el {day} aún no ha llegado.").format(**who)
        if self._renounced_on is not None and day > self._renounced_on:
            return _("{name}: el {day} el centro ya había renunciado al curso.").format(**who)
        return None

    def blocks_split(self, cell: StretchInput) -> tuple[str, ...]:
        """Return the codes of the blocks among which the minutes attended of a cell are shared out.

        Empty where there is one block, or where all of it or none was attended.
        """
        column = self._columns[cell.stretch_id]
        if len(self._sessions(cell)) == 1 or cell.attended_minutes in {None, 0, column.minutes}:
            return ()
        return tuple(block.code for block in column.blocks)

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

    def keys(self, cell: StretchInput) -> list[tuple[int, int]]:
        """Return the keys (enrolment, session) of a cell."""
        return [(cell.enrolment_id, session.id) for session in self._sessions(cell)]

    def _not_virtual(self, ws: Workspace, cell: StretchInput) -> str | None:
        """Return why a person cannot have attended from elsewhere, as a cell says they did."""
        return may_be_virtual(ws, self._course, cell.enrolment_id) if cell.is_virtual else None

    def _sessions(self, cell: StretchInput) -> list[Session]:
        owed = self._owed[cell.enrolment_id]
        return [
            session
            for session in self._columns[cell.stretch_id].sessions
            if cell.session_id in {None, session.id} and session.block_id in owed
        ]


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
