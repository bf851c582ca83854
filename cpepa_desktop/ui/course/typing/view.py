"""«Para teclear» on screen: the program and the week, the kinds of line, and the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QTabBar, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingKind
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.course.typing.table import TypingTable
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import button

KINDS: Final = tuple(TypingKind)
_WEEK_LETTERS: Final = 30


class TypingView(TabView):
    """The lines of a week, or of the start of the course, for one program.

    Signals:
        program_chosen, week_chosen: another one was chosen; carry its place in its list. The start of the
            course stands before the weeks.
        kind_chosen: another kind was chosen; carries its place among all kinds.
        left_only: only what is left is wanted, or everything; carries which.
        marked: lines were ticked or are to be unticked; carries them.
        start_wanted: there are no weeks yet; what is typed before the start is.
        mark_wanted: the day and the number that ticks are noted with are to be said.
    """

    program_chosen = Signal(int)
    week_chosen = Signal(int)
    kind_chosen = Signal(int)
    left_only = Signal(bool)
    marked = Signal(object)
    mark_wanted = Signal()
    start_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("typing", _("Para teclear"))
        self.programs = _box("typing_program", _("Programa"), [program.label for program in Program])
        self.programs.activated.connect(self.program_chosen)
        self.weeks = _box("typing_week", _("Inicio o semana"), ())
        self.weeks.setMinimumContentsLength(_WEEK_LETTERS)
        self.weeks.activated.connect(self.week_chosen)
        self.before = button(
            "typing_week_before", _("Anterior"), icon="left", shortcut="Alt+Left", owner=self
        )
        self.after = button(
            "typing_week_after", _("Siguiente"), icon="right", shortcut="Alt+Right", owner=self
        )
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.left = button(
            "typing_left", _("Sólo lo que falta"), icon="filter", shortcut="Ctrl+L", owner=self
        )
        self.left.setCheckable(True)
        self.left.toggled.connect(self.left_only)
        self.table = TypingTable()
        self.copy = button(
            "typing_copy",
            _("Copiar y seguir"),
            icon="copy",
            shortcut="Ctrl+C",
            primary=True,
            owner=self,
        )
        self.copy.clicked.connect(self.table.copy_and_go_on)
        self.tick = button("typing_tick", _("Tecleado"), icon="check", shortcut="Space", owner=self.table)
        self.tick.clicked.connect(self.table.mark)
        self.mark = button("typing_mark", _("Día y número…"), icon="calendar", shortcut="Ctrl+D", owner=self)
        self.mark.clicked.connect(self.mark_wanted)
        self.table.marked.connect(self.marked)
        self.table.copied.connect(lambda words: self.note.setText(_("Copiado: {words}").format(words=words)))
        self.note: QLabel = theme.label("", "typing_note", theme.Role.QUIET)
        self.note.setMargin(theme.SPACE_TIGHT)
        self.kinds = self._make_kinds()
        self.set_body(self._body(), self._make_empty())
        self.start_at(self.table)

    def show_programs(self, at: int) -> None:
        """Show which program is chosen."""
        with QSignalBlocker(self.programs):
            self.programs.setCurrentIndex(at)

    def show_weeks(self, words: Sequence[str], at: int) -> None:
        """Offer these weeks, on the one at ``at``."""
        with QSignalBlocker(self.weeks):
            self.weeks.clear()
            self.weeks.addItems(list(words))
            self.weeks.setCurrentIndex(at)
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < len(words) - 1)

    def show_kinds(self, words: Mapping[TypingKind, str], kind: TypingKind) -> None:
        """Show these kinds alone, each with how much is left of it, on ``kind``."""
        with QSignalBlocker(self.kinds):
            for place, each in enumerate(KINDS):
                self.kinds.setTabVisible(place, each in words)
                self.kinds.setTabText(place, words.get(each, each.label))
            self.kinds.setCurrentIndex(KINDS.index(kind))

    def show_items(self, kind: TypingKind, labels: Sequence[str], items: Sequence[TypingItem]) -> None:
        """Show the lines of a kind."""
        self.table.show_items(kind, labels, items)
        for each in (self.copy, self.tick):
            each.setEnabled(bool(items))

    def _step(self, by: int) -> None:
        at = self.weeks.currentIndex() + by
        if 0 <= at < self.weeks.count():
            self.week_chosen.emit(at)

    def _step_kind(self, by: int) -> None:
        """Go to the next kind shown, or the one before it."""
        shown = [at for at in range(self.kinds.count()) if self.kinds.isTabVisible(at)]
        at = shown.index(self.kinds.currentIndex()) + by
        if 0 <= at < len(shown):
            self.kinds.setCurrentIndex(shown[at])

    def _make_kinds(self) -> QTabBar:
        bar = QTabBar()
        bar.setObjectName("typing_kinds")
        bar.setAccessibleName(_("Qué se teclea"))
        bar.setExpanding(False)
        bar.setDrawBase(False)
        for kind in KINDS:
            bar.addTab(kind.label)
        for name, words, keys, by in (
            ("before", _("Lo anterior"), "Ctrl+PgUp", -1),
            ("after", _("Lo siguiente"), "Ctrl+PgDown", 1),
        ):
            action = QAction(words, self)
            action.setObjectName(f"typing_kind_{name}")
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, by=by: self._step_kind(by))
            self.addAction(action)
        bar.setToolTip(with_keys(_("Qué se teclea"), "Ctrl+PgDown"))
        bar.currentChanged.connect(self.kind_chosen)
        return bar

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            "typing_empty",
            _(
                "Todavía no hay nada que teclear en GACEPA: aquí aparecen las altas, las bajas y la "
                "asistencia de cada semana, en el orden en que se teclean. Lo del inicio va a GESTIFOR."
            ),
            action=_("Ver lo del inicio en GESTIFOR"),
            icon="copy",
        )
        empty.acted.connect(self.start_wanted)
        return empty

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("typing_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(flow_of([self.programs, self.before, self.weeks, self.after, self.left]))
        layout.addLayout(flow_of([self.copy, self.tick, self.mark, self.note]))
        layout.addWidget(self.kinds)
        layout.addWidget(self.table, 1)
        return body


def _box(name: str, title: str, words: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(title)
    made.addItems(list(words))
    return made
