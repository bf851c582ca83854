"""Reads the journal into its dialog."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.history import Operation
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import history
from cpepa_desktop.ui.history.view import HistoryDialog
from cpepa_desktop.ui.parts import dialogs
from cpepa_desktop.ui.shell import Shell

MOST: Final = 1000
_NAMED: Final = 8


class HistoryController:
    """Shows the history while its dialog is open."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        self._shell = shell
        self.view = HistoryDialog(parent)
        self.view.undo_asked.connect(shell.undo)
        self.view.redo_asked.connect(shell.redo)
        self.view.undo_back_asked.connect(self._undo_back)
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

    def _undo_back(self, done: Operation) -> None:
        workspace = self._shell.workspace
        names = self._shell.ask(lambda: history.steps_back_to(workspace, done.id))
        if not names:
            return
        listed = "\n".join(f"• {name}" for name in names[:_NAMED])
        rest = len(names) - _NAMED
        if rest > 0:
            listed += "\n" + ngettext("• y {n} más", "• y {n} más", rest).format(n=rest)
        sentence = _(
            "Se deshará, de lo más nuevo a lo más antiguo:\n{names}\nQueda «{kept}». Todo se puede rehacer."
        )
        act = ngettext("Deshacer {n} operación", "Deshacer {n} operaciones", len(names)).format(n=len(names))
        if dialogs.confirm(
            _("Deshacer hasta aquí"), sentence.format(names=listed, kept=done.name), act, parent=self.view
        ):
            self._shell.run(lambda: history.undo_back_to(workspace, done.id))

    def on_changes(self, _changes: Changes) -> None:
        """Read again: every change is a line of the journal."""
        self.read()
