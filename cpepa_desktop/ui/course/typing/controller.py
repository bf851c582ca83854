"""«Para teclear»: reads what is left to type, and notes what was typed with its day and number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingList, TypingState, TypingWeek
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.typing_again import mark_typed, typing_list, typing_weeks, unmark_typed
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.course.typing.dialogs import TypedDialog
from cpepa_desktop.ui.course.typing.view import KINDS, TypingView
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.shell import Shell

_PROGRAMS = tuple(Program)


class TypingTab(Tab):
    """The tab «Para teclear»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.PEOPLE, Kind.ATTENDANCE})
    view: TypingView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, TypingView(), parent)
        self._program = Program.GESTIFOR
        self._weeks: tuple[TypingWeek, ...] = ()
        self._week: IsoWeek | None = None
        self._list: TypingList | None = None
        self._kind: int | None = None
        self._is_left_only = False
        self._mark: tuple[date, str] | None = None
        view = self.view
        view.program_chosen.connect(self._choose_program)
        view.week_chosen.connect(self._choose_week)
        view.kind_chosen.connect(self._choose_kind)
        view.left_only.connect(self._filter)
        view.marked.connect(self._tick)
        view.mark_wanted.connect(lambda: self._ask_mark(None))

    def forget(self) -> None:
        """Let go of the week of the course before; the program, the day and the number stay."""
        self._week = self._list = self._kind = None

    def reveal_detail(self, detail: str) -> None:
        """Show a week for a program, as ``gestifor/2024-W07``."""
        program, _slash, week = detail.partition("/")
        self._program = Program(program)
        self._week = IsoWeek.parse(week) if week else None
        self._kind = None
        self.read()

    def detail(self) -> str:
        """Return the program and the week on screen."""
        return f"{self._program}/{self._week}" if self._week else self._program.value

    def read(self) -> None:
        """Read the weeks and what of the one on screen is typed."""
        self.shell.ask(self._read)

    def _read(self) -> bool:
        self._weeks = typing_weeks(self.workspace, self.course, self._program)
        self.view.show_programs(_PROGRAMS.index(self._program))
        self.view.show_empty(empty=not self._weeks)
        if self._weeks:
            at = self._place_of_week()
            self._week = self._weeks[at].week
            self._list = typing_list(self.workspace, self.course, self._program, self._week)
            self.view.show_weeks([_week_words(each) for each in self._weeks], at)
            self._show()
        return True

    def _place_of_week(self) -> int:
        """Return the week on screen, else the first in which something is left, else the last."""
        known = [each.week for each in self._weeks]
        if self._week in known:
            return known.index(self._week)
        left = (at for at, each in enumerate(self._weeks) if each.left)
        return next(left, len(known) - 1)

    def _show(self) -> None:
        found = self._list
        if found is None:
            return
        left = [sum(item.is_left for item in found.items if item.kind is kind) for kind in KINDS]
        if self._kind is None:
            has_some = [any(item.kind is kind for item in found.items) for kind in KINDS]
            self._kind = next((at for at, n in enumerate(left) if n), has_some.index(True))
        words = [f"{kind.label} ({n})" for kind, n in zip(KINDS, left, strict=True)]
        kind = KINDS[self._kind]
        items = [item for item in found.items if item.kind is kind]
        labels = [cell.label for cell in items[0].cells] if items else []
        self.view.show_kinds(words, self._kind)
        self.view.show_items(kind, labels, [item for item in items if item.is_left or not self._is_left_only])
        self.view.say(_summary(found))

    def _choose_program(self, at: int) -> None:
        self._program, self._kind = _PROGRAMS[at], None
        self.read()

    def _choose_week(self, at: int) -> None:
        self._week, self._kind = self._weeks[at].week, None
        self.read()

    def _choose_kind(self, at: int) -> None:
        self._kind = at
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
            self._ask_mark(lambda day, number: mark_typed(self.workspace, found, keys, day, number))
        else:
            day, number = self._mark
            self.write(lambda: mark_typed(self.workspace, found, keys, day, number))

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
