"""«Para teclear»: reads what is left to type, and notes what was typed with its day and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.typing_again import (
    START_KINDS,
    WEEK_KINDS,
    Program,
    TypingItem,
    TypingKind,
    TypingList,
    TypingState,
    TypingWeek,
)
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.typing_again import mark_typed, typing_list, typing_weeks, unmark_typed
from cpepa_desktop.operations.typing_start import mark_start_typed, start_list
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.course.typing.dialogs import TypedDialog
from cpepa_desktop.ui.course.typing.view import KINDS, TypingView
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.shell import Shell

_PROGRAMS = tuple(Program)
_START: Final = "start"


@dataclass(frozen=True, slots=True)
class _Period:
    """What is on screen: a week, or the start of the course."""

    week: IsoWeek | None = None

    @classmethod
    def parse(cls, text: str) -> _Period:
        """Read what `str` writes."""
        return cls(None if text == _START else IsoWeek.parse(text))

    def __str__(self) -> str:
        """Return the week, or the word of the start."""
        return _START if self.week is None else str(self.week)

    @property
    def kinds(self) -> tuple[TypingKind, ...]:
        """Return what is typed then."""
        return START_KINDS if self.week is None else WEEK_KINDS


class TypingTab(Tab):
    """The tab «Para teclear»."""

    depends_on = frozenset(
        {
            Kind.CENTRE,
            Kind.COURSE,
            Kind.SESSIONS,
            Kind.ENROLMENTS,
            Kind.PEOPLE,
            Kind.ATTENDANCE,
            Kind.PLANNING,
        }
    )
    view: TypingView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, TypingView(), parent)
        self._program = Program.GESTIFOR
        self._periods: tuple[_Period, ...] = ()
        self._period: _Period | None = None
        self._list: TypingList | None = None
        self._kind: TypingKind | None = None
        self._is_left_only = False
        self._mark: tuple[date, str] | None = None
        view = self.view
        view.program_chosen.connect(self._choose_program)
        view.week_chosen.connect(self._choose_week)
        view.kind_chosen.connect(self._choose_kind)
        view.left_only.connect(self._filter)
        view.start_wanted.connect(lambda: self.reveal_detail(f"{Program.GESTIFOR}/{_START}"))
        view.marked.connect(self._tick)
        view.mark_wanted.connect(lambda: self._ask_mark(None))

    def forget(self) -> None:
        """Let go of the week of the course before; the program, the day and the number stay."""
        self._period = self._list = self._kind = None

    def reveal_detail(self, detail: str) -> None:
        """Show a week for a program, as ``gestifor/2024-W07``, or ``gestifor/start``."""
        program, _slash, period = detail.partition("/")
        self._program = Program(program)
        self._period = _Period.parse(period) if period else None
        self._kind = None
        self.read()

    def detail(self) -> str:
        """Return the program and the week on screen, or the start."""
        return f"{self._program}/{self._period}" if self._period else self._program.value

    def read(self) -> None:
        """Read the weeks and what of the one on screen is typed."""
        self.shell.ask(self._read)

    def _read(self) -> bool:
        weeks = typing_weeks(self.workspace, self.course, self._program)
        # Only GESTIFOR is told of the start of a course.
        start = (_Period(),) if self._program is Program.GESTIFOR else ()
        self._periods = (*start, *(_Period(each.week) for each in weeks))
        self.view.show_programs(_PROGRAMS.index(self._program))
        self.view.show_empty(empty=not self._periods)
        if self._periods:
            at = self._place_of_period(weeks)
            self._period = self._periods[at]
            self._list = self._read_list(self._period)
            words = [*(_("Inicio del curso") for _each in start), *map(_week_words, weeks)]
            self.view.show_weeks(words, at)
            self._show()
        return True

    def _read_list(self, period: _Period) -> TypingList:
        if period.week is None:
            return start_list(self.workspace, self.course)
        return typing_list(self.workspace, self.course, self._program, period.week)

    def _place_of_period(self, weeks: Sequence[TypingWeek]) -> int:
        """Return what is on screen, else the start of a course to come, else the first week with work."""
        if self._period in self._periods:
            return self._periods.index(self._period)
        if self._is_to_start():
            return 0
        left = (each.week for each in weeks if each.left)
        first = next(left, weeks[-1].week if weeks else None)
        return self._periods.index(_Period(first))

    def _is_to_start(self) -> bool:
        """Say whether the start is still to be typed, and the course to begin."""
        if self._program is not Program.GESTIFOR:
            return False
        found = start_list(self.workspace, self.course)
        return bool(found.left) and self.workspace.clock.today() < found.items[0].day

    def _show(self) -> None:
        found, period = self._list, self._period
        if found is None or period is None:
            return
        left = {kind: sum(item.is_left for item in found.items if item.kind is kind) for kind in period.kinds}
        if self._kind not in left:
            there = {item.kind for item in found.items}
            kinds = [kind for kind in period.kinds if kind in there]
            self._kind = next((kind for kind in kinds if left[kind]), kinds[0])
        kind = self._kind
        items = [item for item in found.items if item.kind is kind]
        labels = [cell.label for cell in items[0].cells] if items else []
        self.view.show_kinds({each: f"{each.label} ({n})" for each, n in left.items()}, kind)
        self.view.show_items(kind, labels, [item for item in items if item.is_left or not self._is_left_only])
        self.view.say(_summary(found))

    def _choose_program(self, at: int) -> None:
        self._program, self._kind = _PROGRAMS[at], None
        self.read()

    def _choose_week(self, at: int) -> None:
        self._period, self._kind = self._periods[at], None
        self.read()

    def _choose_kind(self, at: int) -> None:
        self._kind = KINDS[at]
        self._show()

    def _filter(self, is_left_only: bool) -> None:  # noqa: FBT001 - a slot takes what the signal carries
        self._is_left_only = is_left_only
        self._show()

    def _tick(self, items: tuple[TypingItem, ...]) -> None:
        """Note lines as typed, or that they are not where all of them were."""
        found = self._list
        if found is None:
            return
        keys = [item.key for item in items]
        if all(item.state is TypingState.TYPED for item in items):
            self.write(lambda: unmark_typed(self.workspace, found, keys))
        elif self._mark is None:
            self._ask_mark(lambda day, number: self._mark_typed(found, keys, day, number))
        else:
            day, number = self._mark
            self.write(lambda: self._mark_typed(found, keys, day, number))

    def _mark_typed(self, found: TypingList, keys: Sequence[str], day: date, number: str) -> Changes:
        mark = mark_start_typed if found.week is None else mark_typed
        return mark(self.workspace, found, keys, day, number)

    def _ask_mark(self, write: Callable[[date, str], Changes] | None) -> None:
        """Ask for the day and the number, which hold until they are said anew, and then write."""
        day, number = self._mark or (self.workspace.clock.today(), "")
        dialog = TypedDialog(day, number, self.view)

        def take() -> tuple[date, str]:
            self._mark = (dialog.typed_on.value() or day, dialog.number.value())
            self.view.note.setText(_mark_words(*self._mark))
            return self._mark

        if write is not None:
            self.ask_in(dialog, lambda: write(*take()))
            return

        def keep() -> None:
            take()
            dialog.accept()

        dialog.submitted.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _week_words(week: TypingWeek) -> str:
    words = course_words.week_words(week.week, week.week.monday, week.week.sunday)
    return _("{week} · faltan {n}").format(week=words, n=week.left) if week.left else words


def _mark_words(day: date, number: str) -> str:
    if not number:
        return _("Se anota como tecleado el {day}.").format(day=day_words(day))
    message = _("Se anota como tecleado el {day} con el número {number}.")
    return message.format(day=day_words(day), number=number)


def _summary(found: TypingList) -> str:
    left = ngettext("Falta {n} línea", "Faltan {n} líneas", found.left).format(n=found.left)
    changed, waiting = found.count(TypingState.CHANGED), found.count(TypingState.WAITING)
    parts = [
        left if found.left else _("No falta nada"),
        _("tecleadas {n}").format(n=found.count(TypingState.TYPED)),
    ]
    if changed:
        parts.append(ngettext("{n} ha cambiado", "{n} han cambiado", changed).format(n=changed))
    if waiting:
        parts.append(_("{n} sin introducir aún").format(n=waiting))
    return " · ".join(parts)
