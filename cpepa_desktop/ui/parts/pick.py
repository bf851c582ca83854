"""Fields that choose from what the file has: one row of a table found by typing, several of a list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cpepa_desktop.ui.parts.fields import Field
from cpepa_desktop.ui.parts.table import Column, TablePanel

Row = TypeVar("Row")
Value = TypeVar("Value")
_TABLE_HEIGHT: Final = 168
_ROWS_SHOWN: Final = 4


class PickField(Field[Row], Generic[Row]):
    """One row of a table, found by typing in its filter; the only row that is left is chosen by itself."""

    def __init__(
        self,
        name: str,
        label: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self._columns = tuple(columns)
        self._key = key
        super().__init__(name, label, required=required, hint=hint)
        # Not a proxy of the panel itself: Qt then ties its focus chain into a ring that Tab never leaves.
        self.setFocusProxy(self.panel.filter_box)

    def _make_editor(self) -> QWidget:
        self.panel: TablePanel[Row] = TablePanel(
            self.name, self.label, self._columns, self._key, with_menu=False
        )
        self.panel.setFixedHeight(_TABLE_HEIGHT)
        self.panel.filter_box.textChanged.connect(self._take_only_one)
        self.panel.chosen.connect(self._choose)
        return self.panel

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Offer these rows."""
        self.panel.set_rows(rows)

    def value(self) -> Row | None:
        """Return the row chosen."""
        return self.panel.current_row()

    def set_value(self, value: Row | None) -> None:
        """Choose a row."""
        if value is not None:
            self.panel.choose(self._key(value))
        self.say("")

    def _take_only_one(self, _typed: str) -> None:
        if len(self.panel.shown_rows()) == 1:
            self.panel.choose_first()

    def _choose(self, row: Row | None) -> None:
        if row is not None:
            self.say("")
        self.changed.emit()


class SeveralField(Field[tuple[Any, ...]]):
    """Several of a short list, ticked with the space bar. Its value is never ``None``."""

    _list: QListWidget

    def __init__(
        self, name: str, label: str, choices: Sequence[tuple[Value, str]] = (), *, hint: str = ""
    ) -> None:
        self._values: list[Any] = []
        super().__init__(name, label, hint=hint)
        self.set_choices(choices)

    def _make_editor(self) -> QListWidget:
        self._list = QListWidget()
        self._list.setFixedHeight(self._list.fontMetrics().lineSpacing() * (_ROWS_SHOWN * 2))
        self._list.itemChanged.connect(self._tick)
        return self._list

    def set_choices(self, choices: Sequence[tuple[Value, str]]) -> None:
        """Offer these values with their words; those ticked stay so where they are still among them."""
        ticked = self.value()
        self._values = [value for value, _words in choices]
        with QSignalBlocker(self._list):
            self._list.clear()
            for _value, words in choices:
                item = QListWidgetItem(words)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self._list.addItem(item)
            if choices:
                self._list.setCurrentRow(0)
        self.set_value(ticked)

    def value(self) -> tuple[Any, ...]:
        """Return the values ticked, in the order they are offered."""
        checked = Qt.CheckState.Checked
        return tuple(v for at, v in enumerate(self._values) if self._list.item(at).checkState() == checked)

    def set_value(self, value: Sequence[Value] | None) -> None:
        """Tick these values and no other."""
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        with QSignalBlocker(self._list):
            for at, each in enumerate(self._values):
                self._list.item(at).setCheckState(states[each in (value or ())])
        self.say("")

    def _tick(self, _item: QListWidgetItem) -> None:
        self.say("")
        self.changed.emit()
