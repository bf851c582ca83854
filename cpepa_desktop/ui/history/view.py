"""The dialog of the history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cpepa_desktop.domain.history import Operation, OperationKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.history.columns import columns
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel

_SIZE: Final = (860, 560)


class HistoryDialog(QDialog):
    """Everything done on the file, the newest first.

    Signals:
        undo_asked, redo_asked: the person wants to take back the newest, or do it again.
        undo_back_asked: they want to take back everything after an operation; carries it.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    undo_back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Historial")
        self.setObjectName("history_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.size_on_screen(*_SIZE))
        self.table = TablePanel("history", title, columns(), key=lambda done: done.id)
        self._undo = button("history_undo", _("Deshacer"), icon="undo", shortcut="Ctrl+Z", owner=self)
        self._redo = button("history_redo", _("Rehacer"), icon="redo", shortcut="Ctrl+Y", owner=self)
        self._back = button(
            "history_back", _("Deshacer hasta aquí…"), icon="history", shortcut="Ctrl+Shift+H", owner=self
        )
        self._back.clicked.connect(self._ask_back)
        self.table.chosen.connect(self._offer_back)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("history_buttons")
        buttons.addButton(self._undo, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._redo, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._back, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        intro = theme.label(
            _(
                "Lo hecho en este archivo, con quién y cuándo. Se deshace en orden, también después de "
                "cerrar el programa. «Deshacer hasta aquí» deja el archivo como estaba tras lo elegido."
            ),
            "history_intro",
            theme.Role.QUIET,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, "history_title", theme.Role.HEADING))
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self._offer_back(None)

    def offer(self, undo: str | None, redo: str | None) -> None:
        """Show what undo and redo would do; a button without anything to do is off."""
        for made, act, keys, name in (
            (self._undo, _("Deshacer"), "Ctrl+Z", undo),
            (self._redo, _("Rehacer"), "Ctrl+Y", redo),
        ):
            made.setEnabled(name is not None)
            made.setToolTip(f"{act}: {name} ({keys})" if name else f"{act} ({keys})")
            made.setAccessibleDescription(name or "")

    def _offer_back(self, done: Operation | None) -> None:
        """Offer to go back to what was done and still stands, but for the newest: there is nothing after."""
        newest = next((row.id for row in self.table.model.rows if _stands(row)), None)
        self._back.setEnabled(done is not None and _stands(done) and done.id != newest)

    def _ask_back(self) -> None:
        done = self.table.current_row()
        if done is not None:
            self.undo_back_asked.emit(done)


def _stands(done: Operation) -> bool:
    return not done.undone and done.kind in {OperationKind.NORMAL, OperationKind.LEGAL}
