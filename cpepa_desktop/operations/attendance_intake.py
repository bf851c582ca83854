"""Attendance from a file: what it would write is shown first, with everything that prevents it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.intake import AttendanceRow
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.progress import Told, untold
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.attendance_file import read_attendance
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.week_grid import columns_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AttendancePreview:
    """What a file of attendance would write, what is wrong row by row, and what is worth knowing."""

    path: Path
    course: str
    inputs: tuple[StretchInput, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def preview_attendance(ws: Workspace, path: Path, course: str) -> AttendancePreview:
    """Return what a file of attendance would write in a course; nothing is written.

    Raises ``Refused`` for a file that cannot be read at all.
    """
    resolver = _Resolver(read_course(ws, course), list_enrolments(ws, course))
    writer = AttendanceWriter.of(ws, course)
    reading = read_attendance(path)
    problems, notices, inputs = list(reading.problems), list(reading.notices), []
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
            inputs.append(cell)
            notices += _notices(writer.blocks_split(cell), row)
    problems.sort(key=lambda problem: (problem.where, problem.row or 0))
    return AttendancePreview(path, course, tuple(inputs), tuple(problems), tuple(notices))


def import_attendance(ws: Workspace, preview: AttendancePreview, told: Told = untold) -> Changes:
    """Write a preview in one operation. Raises ``Refused`` while it has problems.

    ``told`` hears of each cell, and stops it with nothing written.
    """
    if preview.problems:
        message = _("El fichero tiene filas con problemas. No se ha introducido nada.")
        raise Refused(message, preview.problems)
    writer = AttendanceWriter.of(ws, preview.course)
    name = _("Importar asistencia de {course}").format(course=preview.course)
    with ws.operation(name):
        writer.write(ws, preview.inputs, told)
    notices = tuple(str(notice) for notice in preview.notices)
    return Changes(name, frozenset({Kind.ATTENDANCE}), preview.course, notices)


class _Resolver:
    """Finds whom and which stretch a row of a file speaks of."""

    def __init__(self, view: CourseView, enrolled: Iterable[Enrolment]) -> None:
        self._course = view.course.code
        self._columns = {(column.stretch.day, column.stretch.n): column for column in columns_of(view, None)}
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


def _notices(blocks: tuple[str, ...], row: AttendanceRow) -> list[Problem]:
    """Return what is worth knowing of a row whose minutes are shared out among blocks."""
    if not blocks:
        return []
    message = _("El tramo tiene los bloques {blocks}: lo asistido se cuenta desde el principio.")
    return [Problem(message.format(blocks=", ".join(blocks)), row.row, where=row.sheet)]
