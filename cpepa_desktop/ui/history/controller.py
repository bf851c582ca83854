"""Reads the journal into its dialog."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.operations import history
from cpepa_desktop.ui.history.view import HistoryDialog
from cpepa_desktop.ui.shell import Shell

MOST: Final = 1000


class HistoryController:
    """Shows the history while its dialog is open."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        self._shell = shell
        self.view = HistoryDialog(parent)
        self.view.undo_asked.connect(shell.undo)
        self.view.redo_asked.connect(shell.redo)
        self.read()

    def show(self) -> None:
        """Show the dialog until it is closed."""
        self._shell.changed.connect(self.on_changes)
        self.view.exec()
        self._shell.changed.disconnect(self.on_changes)
        self.view.deleteLater()

    def read(self) -> None:
        """Read the journal."""
        shell = self._shell
        self.view.table.set_rows(shell.ask(lambda: history.history(shell.workspace, MOST)) or ())
        self.view.offer(shell.undo_name(), shell.redo_name())

    def on_changes(self, _changes: Changes) -> None:
        """Read again: every change is a line of the journal."""
        self.read()
