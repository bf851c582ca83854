"""A list with what can be done to it: add a row, change it, take it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel

_LEAST_ROWS: Final = 5
"""Rows that stay in sight, the heading one of them: where that is too much, the page scrolls."""


class _Halves(QSplitter):
    """Widgets one over the other, each at least as high as its buttons and words are in the width there is.

    A splitter by itself forgets that what stands in lines takes more of them where there is less width.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QSplitter::resizeEvent."""
        super().resizeEvent(event)
        for at in range(self.count()):
            half = self.widget(at)
            layout = half.layout() if half else None
            if half and layout and layout.hasHeightForWidth():
                half.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))


def one_over_other(name: str, upper: QWidget, lower: QWidget, sizes: tuple[int, int]) -> QSplitter:
    """Return two widgets that share the height as the person likes, at first by ``sizes``: wide tables."""
    splitter = _Halves()
    splitter.setObjectName(name)
    for at, each in enumerate((upper, lower)):
        splitter.addWidget(each)
        splitter.setStretchFactor(at, sizes[at])
    splitter.setSizes(sizes)
    splitter.setChildrenCollapsible(False)
    return splitter


class RowsBox(QWidget):
    """A table under its buttons; their keys work wherever the keyboard is inside it.

    Signals:
        add_wanted: a new row is wanted.
        change_wanted, remove_wanted: about the current row; carry it.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, name: str, table: TablePanel[Any], add: str, *, primary: bool = True) -> None:
        """Make the box; where a page has two, adding to the second is not ``primary``."""
        super().__init__()
        self.setObjectName(name)
        self.table = table
        table.view.setMinimumHeight(_LEAST_ROWS * theme.row_height())
        self.add = button(f"{name}_add", add, icon="add", shortcut="Ctrl+N", primary=primary, owner=self)
        self.change = button(f"{name}_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E", owner=self)
        self.remove = button(
            f"{name}_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=self
        )
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(lambda: table.about_current(self.change_wanted.emit))
        self.remove.clicked.connect(lambda: table.about_current(self.remove_wanted.emit))
        table.opened.connect(self._open)
        table.chosen.connect(lambda _row: self.settle())
        self._of_row: list[QPushButton] = []
        self._may_change = True
        self._tools = flow_of([self.add, self.change, self.remove])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(self._tools)
        layout.addWidget(table, 1)
        self.settle()

    def add_command(
        self,
        name: str,
        words: str,
        act: Callable[[Any], object],
        *,
        icon: str,
        shortcut: str = "",
        of_row: bool = True,
    ) -> QPushButton:
        """Add a button after the others. ``act`` gets the current row, or nothing where it is of none."""
        made = button(f"{self.objectName()}_{name}", words, icon=icon, shortcut=shortcut, owner=self)
        if of_row:
            made.clicked.connect(lambda: self.table.about_current(act))
            self._of_row.append(made)
        else:
            made.clicked.connect(lambda: act(None))
        self._tools.addWidget(made)
        self.settle()
        return made

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows, the first chosen where none is."""
        self.table.set_rows(rows)
        self.table.choose_first()
        self.settle()

    def let_change(self, *, allowed: bool) -> None:
        """Say whether rows may be added, changed and taken away, or only looked at."""
        self._may_change = allowed
        self.settle()

    def settle(self) -> None:
        """Offer what makes sense for what is chosen."""
        has_row = self.table.current_row() is not None
        self.add.setEnabled(self._may_change)
        for each in (self.change, self.remove):
            each.setEnabled(self._may_change and has_row)
        for each in self._of_row:
            each.setEnabled(has_row)

    def _open(self, row: object) -> None:
        if self._may_change:
            self.change_wanted.emit(row)
