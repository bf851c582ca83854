"""What has to be typed again into GESTIFOR and GACEPA: the week, who joined, who left, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from cpepa_desktop.db import attendance
from cpepa_desktop.db import typed_items as table
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.typing_again import (
    PROGRAM_FORMS,
    START_KINDS,
    DayOrder,
    HourForm,
    Program,
    TypedMark,
    TypingCell,
    TypingItem,
    TypingKind,
    TypingList,
    TypingState,
    TypingWeek,
)
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.week_grid import CellState, GridCell, columns_of, row_of
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.ATTENDANCE})
_MINUTES_AN_HOUR: Final = 60


def typing_list(ws: Workspace, course: str, program: Program, week: IsoWeek) -> TypingList:
    """Return all of a week that is typed into a program, in its order; nothing of classes to come.

    Raises ``Refused`` for an unknown course.
    """
    return TypingList(course, program, week, tuple(_Sources.of(ws, course, program).items(week)))


def typing_weeks(ws: Workspace, course: str, program: Program) -> tuple[TypingWeek, ...]:
    """Return the weeks of a course with something to type, in order, and how much of each is left."""
    sources = _Sources.of(ws, course, program)
    found = ((week, sources.items(week)) for week in sources.weeks())
    return tuple(TypingWeek(week, sum(item.is_left for item in items)) for week, items in found if items)


def mark_typed(
    ws: Workspace, wanted: TypingList, keys: Sequence[str], typed_on: date, number: str = ""
) -> Changes:
    """Write that items of a list were typed on a day, under the number that the program gave.

    What is kept is what ``wanted`` says, which is what was read when it was typed. Raises ``Refused``:
    nothing chosen, something not entered yet, or a day to come or before the class.
    """
    items = _chosen(wanted, keys)
    for item in items:
        _check_mark(ws, item, typed_on)
    name = ngettext(
        "Teclear {count} línea de {course} en {program}",
        "Teclear {count} líneas de {course} en {program}",
        len(items),
    ).format(count=len(items), course=wanted.course, program=wanted.program.label)
    course_id = read_course(ws, wanted.course).course.id
    with ws.operation(name):
        for item in items:
            table.save(
                ws.db, course_id, wanted.program, item.key, TypedMark(item.value, typed_on, number.strip())
            )
    return Changes(name, _KINDS, wanted.course)


def unmark_typed(ws: Workspace, wanted: TypingList, keys: Sequence[str]) -> Changes:
    """Write that items of a list were not typed after all. Raises ``Refused`` where nothing is chosen."""
    items = _chosen(wanted, keys)
    name = ngettext(
        "Destildar {count} línea de {course} en {program}",
        "Destildar {count} líneas de {course} en {program}",
        len(items),
    ).format(count=len(items), course=wanted.course, program=wanted.program.label)
    course_id = read_course(ws, wanted.course).course.id
    with ws.operation(name):
        for item in items:
            table.remove(ws.db, course_id, wanted.program, item.key)
    return Changes(name, _KINDS, wanted.course)


def _chosen(wanted: TypingList, keys: Sequence[str]) -> list[TypingItem]:
    found = [item for item in wanted.items if item.key in set(keys)]
    if not found:
        raise Refused(_("Elija qué ha tecleado. No se ha cambiado nada."))
    return found


def _check_mark(ws: Workspace, item: TypingItem, typed_on: date) -> None:
    who = {"name": item.name, "day": day_words(item.day)}
    if item.state is TypingState.WAITING and item.kind in START_KINDS:
        message = _("{name}: todavía no se ha introducido. No se ha cambiado nada.")
        raise Refused(message.format(name=item.name))
    if item.state is TypingState.WAITING:
        raise Refused(_("{name}: falta por introducir alguna clase del {day}.").format(**who))
    if typed_on > ws.clock.today():
        raise Refused(
            _("El {day} aún no ha llegado. No se ha cambiado nada.").format(day=day_words(typed_on))
        )
    if item.kind is TypingKind.DAY and typed_on < item.day:
        message = _("{name}: la clase del {day} no pudo teclearse antes de darse.")
        raise Refused(message.format(**who))


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the items of any week of a course are made from, read once."""

    view: CourseView
    enrolled: tuple[Enrolment, ...]
    entries: Mapping[tuple[int, int], Entry]
    marks: Mapping[str, TypedMark]
    program: Program
    today: date

    @classmethod
    def of(cls, ws: Workspace, course: str, program: Program) -> _Sources:
        view = read_course(ws, course)
        entries = attendance.entries(ws.db, view.course.id)
        return cls(
            view=view,
            enrolled=list_enrolments(ws, course),
            entries={(entry.enrolment_id, entry.session_id): entry for entry in entries},
            marks=table.typed_items(ws.db, view.course.id, program),
            program=program,
            today=ws.clock.today(),
        )

    def weeks(self) -> list[IsoWeek]:
        """Return the weeks with class, and those in which somebody joins or leaves."""
        days = [stretch.day for stretch in self.view.stretches]
        days += [each.joined_on for each in self.enrolled]
        days += [item.day for item in self._leavers()]
        return sorted({IsoWeek.of(day) for day in days})

    def items(self, week: IsoWeek) -> list[TypingItem]:
        """Return the items of a week: joiners, attendance in the program's order, leavers."""
        people = list(enumerate(self.enrolled, start=1))
        joined = [self._joined(n, each) for n, each in people if IsoWeek.of(each.joined_on) == week]
        left = [item for item in self._leavers() if IsoWeek.of(item.day) == week]
        return [*joined, *sorted(self._days(people, week), key=self._place), *left]

    def _leavers(self) -> list[TypingItem]:
        lines = (self._leaving(n, each) for n, each in enumerate(self.enrolled, start=1))
        return [item for item in lines if item is not None]

    def _place(self, item: TypingItem) -> tuple[object, ...]:
        by_day = PROGRAM_FORMS[self.program].order is DayOrder.BY_DAY
        return (item.day, item.n) if by_day else (item.n, item.day)

    def _days(self, people: Iterable[tuple[int, Enrolment]], week: IsoWeek) -> Iterator[TypingItem]:
        columns = [column for column in columns_of(self.view, week) if column.stretch.day <= self.today]
        for n, each in people:
            row = row_of(each, columns, owed_blocks(self.view, each), self.entries, self.today)
            owed = [cell for cell in row.cells if cell.state in {CellState.PENDING, CellState.ENTERED}]
            for day, cells in groupby(owed, key=lambda cell: cell.day):
                yield self._day(n, each, day, list(cells))

    def _day(self, n: int, each: Enrolment, day: date, cells: Sequence[GridCell]) -> TypingItem:
        is_ready = all(cell.state is CellState.ENTERED for cell in cells)
        texts = self._hours(cells) if is_ready else ("", "", "", "")
        labels = (_("Asistidas"), _("Con causa"), _("Causa"), _("Sin causa"))
        told = tuple(map(TypingCell, labels, texts))
        return self._item(TypingKind.DAY, n, each, day, told, is_ready=is_ready)

    def _hours(self, cells: Sequence[GridCell]) -> tuple[str, str, str, str]:
        attended = sum(cell.attended_minutes or 0 for cell in cells)
        absences = [absence for cell in cells for entry in cell.entries for absence in entry.absences]
        with_cause = sum(absence.minutes for absence in absences if absence.cause)
        without = sum(cell.minutes for cell in cells) - attended - with_cause
        causes = sorted({absence.cause.value for absence in absences if absence.cause})
        return (
            written_hours(attended, self.program),
            written_hours(with_cause, self.program),
            ", ".join(causes),
            written_hours(without, self.program),
        )

    def _joined(self, n: int, each: Enrolment) -> TypingItem:
        status = each.status_at_start
        cells = (
            TypingCell(_("Documento"), each.person.document.number),
            TypingCell(_("Apellidos"), each.person.surnames),
            TypingCell(_("Nombre"), each.person.name),
            TypingCell(_("Día"), written_day(each.joined_on)),
            TypingCell(_("Situación al inicio"), status.label if status else ""),
        )
        return self._item(TypingKind.JOIN, n, each, each.joined_on, cells)

    def _leaving(self, n: int, each: Enrolment) -> TypingItem | None:
        """Return the line of who leaves, or of who did not in the end though it was typed that they did."""
        if each.left_on is not None:
            return self._left(n, each, each.left_on, each.leave_cause.label if each.leave_cause else "")
        marks = [self.marks[key] for key in _keys(TypingKind.LEAVE, each.person) if key in self.marks]
        return self._left(n, each, marks[0].typed_on, _("Baja anulada")) if marks else None

    def _left(self, n: int, each: Enrolment, day: date, cause: str) -> TypingItem:
        cells = (
            TypingCell(_("Documento"), each.person.document.number),
            TypingCell(_("Apellidos"), each.person.surnames),
            TypingCell(_("Nombre"), each.person.name),
            TypingCell(_("Último día"), written_day(each.left_on)),
            TypingCell(_("Causa"), cause),
            TypingCell(_("Inicio del contrato"), written_day(each.contract_start)),
            TypingCell(_("Comunicada"), written_day(each.leaving_communicated_on), is_compared=False),
        )
        return self._item(TypingKind.LEAVE, n, each, day, cells)

    def _item(
        self,
        kind: TypingKind,
        n: int,
        each: Enrolment,
        day: date,
        cells: tuple[TypingCell, ...],
        *,
        is_ready: bool = True,
    ) -> TypingItem:
        keys = _keys(kind, each.person, day if kind is TypingKind.DAY else None)
        return TypingItem(
            # An item marked under an earlier document keeps its key, so that it is never typed twice.
            key=next((key for key in keys if key in self.marks), keys[0]),
            kind=kind,
            day=day,
            n=n,
            name=each.person.listed_name,
            document=each.person.document.number,
            cells=cells,
            is_ready=is_ready,
            mark=next((self.marks[key] for key in keys if key in self.marks), None),
        )


def _keys(kind: TypingKind, person: Person, day: date | None = None) -> list[str]:
    """Return the keys of an item, one for each document the person has had, that in force first.

    Joining and leaving happen once, without a ``day``: another one is a change of the same item.
    """
    numbers = [document.number for document in (person.document, *person.earlier_documents)]
    when = f"/{day.isoformat()}" if day else ""
    return [f"{kind}/{number}{when}" for number in numbers]


def written_day(day: date | None) -> str:
    """Return a day as these programs take it, ``""`` for none."""
    return day.strftime("%d/%m/%Y") if day else ""


def written_hours(minutes: int, program: Program) -> str:
    """Return a length as a program takes it: ``4,5`` or ``4:30``."""
    if PROGRAM_FORMS[program].hours is HourForm.CLOCK:
        return "{}:{:02}".format(*divmod(minutes, _MINUTES_AN_HOUR))
    hours, hundredths = divmod((minutes * 100 + _MINUTES_AN_HOUR // 2) // _MINUTES_AN_HOUR, 100)
    return f"{hours},{hundredths:02}".rstrip("0").rstrip(",") if hundredths else str(hours)
