"""The menus of the window and the actions in them, by the names of their commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.commands import Command, fill_menu


class Menus:
    """Fills the bar of a window, and keeps what its commands say and whether they can be given."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._made: dict[str, tuple[Command, QAction]] = {}

    def add(self, name: str, words: str, commands: Sequence[Command | None]) -> QMenu:
        """Add a menu to the bar and return it."""
        menu = self._window.menuBar().addMenu(words)
        menu.setToolTipsVisible(True)
        self._fill(menu, name, commands)
        return menu

    def add_within(
        self, menu: QMenu, before: str, name: str, words: str, commands: Sequence[Command | None]
    ) -> None:
        """Add a menu to another one, over the command of a name."""
        inner = QMenu(words, self._window)
        self._fill(inner, name, commands)
        menu.insertMenu(self.action(before), inner)

    def action(self, name: str) -> QAction:
        """Return the action of a command. Raise ``KeyError`` where there is none."""
        return self._made[name][1]

    def actions(self) -> dict[str, QAction]:
        """Return the actions of all commands, by name."""
        return {name: action for name, (_command, action) in self._made.items()}

    def allow(self, *, is_open: bool) -> None:
        """Let the commands that need a file be given only where one is open."""
        for command, action in self._made.values():
            action.setEnabled(is_open or not command.needs_file)

    def offer_undo(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu what would be undone and done again, ``None`` where there is nothing."""
        for name, words, target in (("undo", _("Deshacer"), undo), ("redo", _("Rehacer"), redo)):
            named = (target or "").replace("&", "&&")  # a name may have one: it is no mnemonic
            self.action(name).setText(f"{words} «{named}»" if named else words)
            self.action(name).setEnabled(target is not None)

    def _fill(self, menu: QMenu, name: str, commands: Sequence[Command | None]) -> None:
        menu.setObjectName(f"menu_{name}")
        self._made |= fill_menu(menu, commands, self._window)
