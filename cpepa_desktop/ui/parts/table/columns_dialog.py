"""The dialog that chooses which columns a table shows, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table.layout import Place

_PLACE: Final = Qt.ItemDataRole.UserRole
_LEAST_ROWS, _MOST_ROWS = 5, 14
_WIDTH: Final = 380


class ColumnsDialog(QDialog):
    """A list to tick and to order. At least one column stays.

    Signals:
        reset_asked: the person wants the columns as they were at first.
    """

    reset_asked = Signal()

    def __init__(self, name: str, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Columnas")
        self.setObjectName(f"{name}_columns_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setObjectName(f"{name}_columns_list")
        self.list.setAccessibleName(title)
        self.list.itemChanged.connect(self._keep_one)
        self._words = theme.label("", f"{name}_columns_words", theme.Role.QUIET)
        self._up = button(f"{name}_columns_up", _("Subir"), icon="up", shortcut="Alt+Up", owner=self)
        self._down = button(f"{name}_columns_down", _("Bajar"), icon="down", shortcut="Alt+Down", owner=self)
        self._reset = button(
            f"{name}_columns_reset", _("Como al principio"), icon="undo", shortcut="Ctrl+R", owner=self
        )
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._reset.clicked.connect(self.reset_asked)
        self._lay_out(title)
        self.show_places(places)
        self.list.setFocus()
        self._size_up(len(places))

    def show_places(self, places: Sequence[Place]) -> None:
        """Show the columns in their order, ticked where they are in sight."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for place in places:
                item = QListWidgetItem(place.name)
                item.setData(_PLACE, place)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_ticked(is_shown=place.is_shown))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        row = self.list.sizeHintForRow(0)
        self.list.setMinimumSize(self.list.sizeHintForColumn(0) + 2 * row, row * _LEAST_ROWS)
        self._say()

    def places(self) -> tuple[Place, ...]:
        """Return the columns as they are ordered and ticked."""
        items = [self.list.item(at) for at in range(self.list.count())]
        checked = Qt.CheckState.Checked
        return tuple(replace(item.data(_PLACE), is_shown=item.checkState() == checked) for item in items)

    def _size_up(self, rows: int) -> None:
        """Take the room for the whole list, where it is no longer than a screen."""
        row = self.list.sizeHintForRow(0)
        self.list.setMinimumHeight(row * (min(max(rows, _LEAST_ROWS), _MOST_ROWS) + 1))
        theme.fit_words(self, _WIDTH)
        self.list.setMinimumHeight(row * _LEAST_ROWS)

    def _lay_out(self, title: str) -> None:
        sides = QVBoxLayout()
        for made in (self._up, self._down, self._reset):
            sides.addWidget(made)
        sides.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACE)
        middle.addWidget(self.list, 1)
        middle.addLayout(sides)
        hint = _("Espacio muestra u oculta la columna; Alt+flecha la cambia de sitio.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, f"{self.objectName()}_title", theme.Role.HEADING))
        layout.addWidget(theme.label(hint, f"{self.objectName()}_hint", theme.Role.QUIET))
        layout.addLayout(middle, 1)
        layout.addWidget(self._words)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.setObjectName(f"{self.objectName()}_buttons")
        for name, words, role in (
            ("accept", _("Aceptar"), roles.AcceptRole),
            ("cancel", _("Cancelar"), roles.RejectRole),
        ):
            made: QPushButton = buttons.addButton(words, role)
            made.setObjectName(f"{self.objectName()}_{name}")
            made.setAccessibleName(words)
            if role == roles.AcceptRole:
                theme.set_role(made, theme.Role.PRIMARY)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _keep_one(self, item: QListWidgetItem) -> None:
        if not any(place.is_shown for place in self.places()):
            with QSignalBlocker(self.list):
                item.setCheckState(Qt.CheckState.Checked)
            self._words.setText(_("Al menos una columna tiene que quedar a la vista."))
            return
        self._say()

    def _say(self) -> None:
        shown = sum(1 for place in self.places() if place.is_shown)
        self._words.setText(_("A la vista: {n} de {all}").format(n=shown, all=self.list.count()))

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        to = at + step
        if 0 <= at < self.list.count() and 0 <= to < self.list.count():
            with QSignalBlocker(self.list):
                self.list.insertItem(to, self.list.takeItem(at))
            self.list.setCurrentRow(to)
        self.list.setFocus()


def _ticked(*, is_shown: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
