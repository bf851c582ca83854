"""The menus, as data: each command with its words, icon, keys and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.keys import with_keys


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu. The first of ``keys`` is shown, all of them work.

    The commands of one ``group`` are a choice: the one that holds is ticked.
    """

    name: str
    words: str
    run: Callable[[], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs_file: bool = True
    group: str = ""


SEPARATOR: None = None


def fill_menu(
    menu: QMenu, commands: Sequence[Command | None], owner: QWidget
) -> dict[str, tuple[Command, QAction]]:
    """Put commands in a menu, ``None`` as a line between. Return the actions by name."""
    made: dict[str, tuple[Command, QAction]] = {}
    groups: dict[str, QActionGroup] = {}
    for command in commands:
        if command is None:
            menu.addSeparator()
            continue
        action = _action(command, owner)
        if command.group:
            action.setCheckable(True)
            groups.setdefault(command.group, QActionGroup(menu)).addAction(action)
        menu.addAction(action)
        made[command.name] = (command, action)
    return made


def _action(command: Command, owner: QWidget) -> QAction:
    action = QAction(command.words, owner)
    action.setObjectName(f"command_{command.name}")
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    if command.icon:
        action.setIcon(icons.icon(command.icon))
    if command.keys:
        action.setToolTip(with_keys(command.words, command.keys[0]))
    # Not `triggered.connect(command.run)`: the signal would give it whether the action is checked.
    action.triggered.connect(lambda _checked=False: command.run())
    return action
