"""The table that is copied cell by cell: a key copies a text and goes to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.typing_again import TypingItem, TypingKind
from cpepa_desktop.ui.course.typing.columns import leading_columns, typing_columns
from cpepa_desktop.ui.parts.table.model import RowsModel
from cpepa_desktop.ui.parts.table.view import TableView
from cpepa_desktop.ui.parts.table.widths import fit_to_content, settle_widths


class TypingTable(TableView):
    """Lines to type, one of their texts chosen.

    Signals:
        copied: a text went to the clipboard; carries it.
        marked: the lines chosen were ticked; carries them.
    """

    copied = Signal(str)
    marked = Signal(object)

    def __init__(self) -> None:
        super().__init__("typing_table", _("Lo que se teclea"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSortingEnabled(False)  # the order is that of the program it is typed into
        self.horizontalHeader().setSectionsMovable(False)
        self._first = 0
        self._shown: tuple[TypingKind, tuple[str, ...]] | None = None
        self._rows: RowsModel[TypingItem] | None = None

    def show_items(self, kind: TypingKind, labels: Sequence[str], items: Sequence[TypingItem]) -> None:
        """Show lines of one kind, staying on the text that is chosen where its line is still there."""
        key, row, column = self._current_key(), self.currentIndex().row(), self.currentIndex().column()
        if self._rows is None or self._shown != (kind, tuple(labels)):
            self._shown = (kind, tuple(labels))
            self._first = len(leading_columns(kind))
            self._rows = RowsModel(typing_columns(kind, labels), lambda item: item.key, self)
            with self.fitting():
                self.setModel(self._rows)
            self.sized_by_hand.clear()  # they were columns of another kind
            settle_widths(self, self._rows.columns)
            column = self._first
        self._rows.set_rows(items)
        fit_to_content(self, self._rows.columns)
        place = self._rows.place_of(key) if key else None
        self._go_to(min(row, len(items) - 1) if place is None else place, max(column, self._first))

    def current_item(self) -> TypingItem | None:
        """Return the line chosen, ``None`` where there is none."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if self._rows is not None and index.isValid() else None

    def chosen_items(self) -> tuple[TypingItem, ...]:
        """Return the lines of which some text is chosen, in order."""
        rows = self._rows
        if rows is None:
            return ()
        return tuple(rows.row(at) for at in sorted({index.row() for index in self.selectedIndexes()}))

    def copy_and_go_on(self) -> None:
        """Copy the text chosen and go to the next one: along the line, then to the next line."""
        index = self.currentIndex()
        if not index.isValid():
            return
        words = str(index.data() or "")
        QGuiApplication.clipboard().setText(words)
        self.copied.emit(words)
        is_last = index.column() >= self._last
        self._go_to(index.row() + is_last, self._first if is_last else max(index.column() + 1, self._first))

    def mark(self) -> None:
        """Tick the lines chosen and go to the one after them."""
        items = self.chosen_items()
        if items:
            self._go_to(max(index.row() for index in self.selectedIndexes()) + 1, self._first)
            self.marked.emit(items)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: Intro copies."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.copy_and_go_on()
        else:
            super().keyPressEvent(event)

    @property
    def _last(self) -> int:
        """Return the column of the last text to copy: when it was typed stands after it."""
        return self._rows.columnCount() - 2 if self._rows is not None else 0

    def _current_key(self) -> str:
        item = self.current_item()
        return item.key if item else ""

    def _go_to(self, row: int, column: int) -> None:
        model = self.model()
        if self._rows is None or not model.rowCount():
            self.setCurrentIndex(QModelIndex())
            return
        index = model.index(min(max(row, 0), model.rowCount() - 1), min(column, model.columnCount() - 1))
        # Not by the view: it would add to the selection while Ctrl is still held after a shortcut.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
