"""Attendance from a file: what it would write is shown first, with everything that prevents it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cpepa_desktop.db import attendance as table
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.intake import AttendanceRow
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.progress import Told, untold
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.attendance_file import read_attendance
from cpepa_desktop.operations.attendance_conflicts import Conflict, OnConflict, cell_words, says_the_same
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.gates import GateRefused
from cpepa_desktop.operations.people import list_people
from cpepa_desktop.operations.week_grid import columns_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AttendancePreview:
    """What a file of attendance would write, what is wrong row by row, and what is worth knowing.

    ``inputs`` are cells of which nothing else is entered; ``conflicts`` those that the file says otherwise.
    Cells entered as the file says, ``same`` of them, are not written again. ``refusal`` is one of the
    problems: that the gates of the course prevent all of it.
    """

    path: Path
    course: str
    inputs: tuple[StretchInput, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    conflicts: tuple[Conflict, ...] = ()
    same: int = 0
    refusal: GateRefused | None = None


def preview_attendance(ws: Workspace, path: Path, course: str) -> AttendancePreview:
    """Return what a file of attendance would write in a course; nothing is written.

    Raises ``Refused`` for a file that cannot be read at all.
    """
    view = read_course(ws, course)
    resolver = _Resolver(view, list_enrolments(ws, course))
    writer = AttendanceWriter.of(ws, course)
    entered = _Entered(table.entries(ws.db, view.course.id), resolver)
    reading = read_attendance(path)
    problems, notices = list(reading.problems), list(reading.notices)
    first_rows: dict[tuple[int, int], AttendanceRow] = {}
    for row in reading.accepted:
        cell = resolver.input_of(row)
        if isinstance(cell, str):
            problems.append(Problem(cell, row.row, where=row.sheet))
            continue
        problem = writer.problem(cell) or _repeated(first_rows, writer.keys(cell), row)
        if problem:
            problems.append(Problem(problem, row.row, where=row.sheet))
        else:
            entered.sort_out(cell, writer.entries(cell), row)
            notices += _notices(writer.blocks_split(cell), row)
    problems.sort(key=lambda problem: (problem.where, problem.row or 0))
    refusal = _gated(ws, writer, entered.cells())
    problems[:0] = [Problem(refusal.message)] if refusal is not None else []
    problems[:0] = _another_course(ws, course, resolver, reading.accepted)
    return AttendancePreview(
        path,
        course,
        tuple(entered.fresh),
        tuple(problems),
        tuple(notices),
        tuple(entered.conflicts),
        entered.same,
        refusal,
    )


def import_attendance(
    ws: Workspace,
    preview: AttendancePreview,
    told: Told = untold,
    on_conflict: OnConflict = OnConflict.REFUSE,
) -> Changes:
    """Write a preview in one operation; what is entered as the file says is not written again.

    ``told`` hears of each cell, and stops it with nothing written. Raises ``Refused`` while it has problems,
    and where cells are entered otherwise and nobody has said what becomes of them.
    """
    if preview.problems:
        message = _("El fichero tiene filas con problemas. No se ha introducido nada.")
        raise Refused(message, preview.problems)
    if preview.conflicts and on_conflict is OnConflict.REFUSE:
        raise Refused(_differing(len(preview.conflicts)), tuple(each.problem for each in preview.conflicts))
    cells = preview.inputs
    if on_conflict is OnConflict.OVERWRITE:
        cells += tuple(conflict.cell for conflict in preview.conflicts)
    if not cells:
        message = _("No hay nada que introducir: lo del fichero ya está o se deja como está.")
        return Changes(message, frozenset(), preview.course)
    writer = AttendanceWriter.of(ws, preview.course)
    writer.refuse_if_gated(ws, cells)
    name = _("Importar asistencia de {course}").format(course=preview.course)
    with ws.operation(name):
        writer.write(ws, cells, told)
    notices = tuple(str(notice) for notice in preview.notices)
    return Changes(name, frozenset({Kind.ATTENDANCE}), preview.course, notices)


def _gated(ws: Workspace, writer: AttendanceWriter, cells: Iterable[StretchInput]) -> GateRefused | None:
    """Return that the gates of the course prevent what a file would write, ``None`` where they do not."""
    try:
        writer.refuse_if_gated(ws, cells)
    except GateRefused as refusal:
        return refusal
    return None


def _differing(count: int) -> str:
    message = ngettext(
        "{count} casilla está introducida y el fichero dice otra cosa. No se ha introducido nada: diga si se "
        "deja lo que hay o se escribe lo del fichero.",
        "{count} casillas están introducidas y el fichero dice otra cosa. No se ha introducido nada: diga si "
        "se deja lo que hay o se escribe lo del fichero.",
        count,
    )
    return message.format(count=count)


def _another_course(
    ws: Workspace, course: str, resolver: _Resolver, read: Iterable[AttendanceRow]
) -> list[Problem]:
    """Return that a file seems to be of another course, where most of its people are there and not here."""
    numbers = {row.identity.number for row in read}
    strangers = {number for number in numbers if not resolver.knows(number)}
    if len(strangers) * 2 <= len(numbers):
        return []
    found = Counter(
        code
        for summary in list_people(ws)
        if strangers & {one.number for one in (summary.person.document, *summary.person.earlier_documents)}
        for code in summary.courses
        if code != course
    )
    message = _("Parece de otro curso: {code}, en el que están {count} de las {total} personas del fichero.")
    return [
        Problem(message.format(code=code, count=count, total=len(numbers)))
        for code, count in found.most_common(1)
    ]


class _Entered:
    """Tells the cells of a file that are new from those entered so and those entered otherwise."""

    def __init__(self, entries: Iterable[Entry], resolver: _Resolver) -> None:
        self._entries = {(entry.enrolment_id, entry.session_id): entry for entry in entries}
        self._resolver = resolver
        self.fresh: list[StretchInput] = []
        self.conflicts: list[Conflict] = []
        self.same = 0

    def cells(self) -> list[StretchInput]:
        """Return every cell that the file would write."""
        return [*self.fresh, *(conflict.cell for conflict in self.conflicts)]

    def sort_out(self, cell: StretchInput, wanted: list[Entry], row: AttendanceRow) -> None:
        """Put a cell where it belongs; ``wanted`` is what it would write."""
        keys = [(entry.enrolment_id, entry.session_id) for entry in wanted]
        known = [self._entries[key] for key in keys if key in self._entries]
        shared = [entry for key, entry in zip(keys, wanted, strict=True) if key in self._entries]
        if not says_the_same(known, shared, row):
            # The file does not say who followed class at a distance, so what is known of it stays.
            self.conflicts.append(
                Conflict(
                    replace(cell, is_virtual=any(entry.is_virtual for entry in known)),
                    self._resolver.name(cell.enrolment_id),
                    row.day,
                    row.stretch,
                    cell_words(known),
                    cell_words(wanted),
                    row.row,
                    row.sheet,
                )
            )
        elif len(known) == len(wanted):
            self.same += 1
        else:
            self.fresh.append(cell)


class _Resolver:
    """Finds whom and which stretch a row of a file speaks of."""

    def __init__(self, view: CourseView, enrolled: Iterable[Enrolment]) -> None:
        self._course = view.course.code
        self._columns = {(column.stretch.day, column.stretch.n): column for column in columns_of(view, None)}
        self._days = sorted({day for day, _n in self._columns})
        people = tuple(enrolled)
        self._names = {enrolment.id: enrolment.person.listed_name for enrolment in people}
        self._enrolled = {
            document.number: enrolment
            for enrolment in people
            for document in (enrolment.person.document, *enrolment.person.earlier_documents)
        }

    def knows(self, number: str) -> bool:
        """Say whether a document is of somebody of the course."""
        return number in self._enrolled

    def name(self, enrolment_id: int) -> str:
        """Return the name of somebody enrolled."""
        return self._names[enrolment_id]

    def input_of(self, row: AttendanceRow) -> StretchInput | str:
        """Return what a row says of a stretch, or why it cannot be told."""
        enrolment = self._enrolled.get(row.identity.number)
        if enrolment is None:
            message = _("Nadie con el documento {number} está en el curso {course}.")
            return message.format(number=row.identity, course=self._course)
        column = self._columns.get((row.day, row.stretch))
        if column is None:
            return self._no_class(row.day, row.stretch)
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

    def _no_class(self, day: date, n: int) -> str:
        """Return why a course has no such stretch."""
        if day in self._days:
            return _("El {day} no tiene tramo {n}.").format(day=day_words(day), n=n)
        if not self._days or self._days[0] <= day <= self._days[-1]:
            return _("El {day} no hay clase.").format(day=day_words(day))
        message = _("El {day} queda fuera del curso, que va del {first} al {last}.")
        first, last = day_words(self._days[0]), day_words(self._days[-1])
        return message.format(day=day_words(day), first=first, last=last)


def _repeated(
    first_rows: dict[tuple[int, int], AttendanceRow], keys: Iterable[tuple[int, int]], row: AttendanceRow
) -> str:
    """Return in words that an earlier row speaks of the same, ``""`` where none does."""
    first = next((first for key in keys if (first := first_rows.setdefault(key, row)) is not row), None)
    if first is None:
        return ""
    message = _("La asistencia de esa persona a esa clase ya está en la fila {row}.")
    return message.format(row=first.row)


def _notices(blocks: tuple[str, ...], row: AttendanceRow) -> list[Problem]:
    """Return what is worth knowing of a row whose minutes are shared out among blocks."""
    if not blocks:
        return []
    message = _("El tramo tiene los bloques {blocks}: lo asistido se cuenta desde el principio.")
    return [Problem(message.format(blocks=", ".join(blocks)), row.row, where=row.sheet)]
