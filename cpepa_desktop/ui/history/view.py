"""The dialog of the history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

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
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Historial")
        self.setObjectName("history_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(*_SIZE)
        self.table = TablePanel("history", title, columns(), key=lambda done: done.id)
        self._undo = button("history_undo", _("Deshacer"), icon="undo", shortcut="Ctrl+Z", owner=self)
        self._redo = button("history_redo", _("Rehacer"), icon="redo", shortcut="Ctrl+Y", owner=self)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("history_buttons")
        buttons.addButton(self._undo, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._redo, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        intro = theme.label(
            _(
                "Lo hecho en este archivo, con quién y cuándo. Se deshace en orden, también después de "
                "cerrar el programa."
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

    def offer(self, undo: str | None, redo: str | None) -> None:
        """Show what undo and redo would do; a button without anything to do is off."""
        for made, act, name in ((self._undo, _("Deshacer"), undo), (self._redo, _("Rehacer"), redo)):
            made.setEnabled(name is not None)
            made.setToolTip(f"{act}: {name}" if name else act)
            made.setAccessibleDescription(name or "")
