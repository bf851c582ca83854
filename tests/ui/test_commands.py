"""Tests of menus as data."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.commands import SEPARATOR, Command, fill_menu


def test_a_menu_is_made_of_its_commands(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    commands = [
        Command("undo", "Deshacer", lambda: done.append("undo"), "undo", ("Ctrl+Z",)),
        SEPARATOR,
        Command("redo", "Rehacer", lambda: done.append("redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ]
    menu = QMenu(owner)
    made = fill_menu(menu, commands, owner)
    assert [action.isSeparator() for action in menu.actions()] == [False, True, False]
    _command, redo = made["redo"]
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Y", "Ctrl+Shift+Z"]
    assert redo.objectName() == "command_redo"
    assert redo.toolTip().startswith("Rehacer (")
    redo.trigger()
    assert done == ["redo"]
