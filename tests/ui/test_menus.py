"""Tests of the menus of a window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.commands import SEPARATOR, Command
from cpepa_desktop.ui.menus import Menus


def _nothing() -> None:
    """Do what a command of these tests does."""


@pytest.fixture
def bar(qtbot: QtBot) -> QMainWindow:
    """Return a window with an empty bar."""
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def menus(bar: QMainWindow) -> Menus:
    """Return a menu with what can be undone, and one command that needs no file."""
    made = Menus(bar)
    undoing = [Command("undo", "Deshacer", _nothing), Command("redo", "Rehacer", _nothing)]
    made.add("edit", "Edición", [*undoing, SEPARATOR, Command("help", "Manual", _nothing, needs_file=False)])
    return made


def test_without_a_file_only_what_needs_none_can_be_given(menus: Menus) -> None:
    menus.allow(is_open=False)
    assert not menus.action("undo").isEnabled()
    assert menus.action("help").isEnabled()
    menus.allow(is_open=True)
    assert menus.action("undo").isEnabled()


def test_undo_says_the_name_of_what_it_takes_back(menus: Menus) -> None:
    menus.offer_undo("Baja de Luz & Cía", None)
    assert menus.action("undo").text() == "Deshacer «Baja de Luz && Cía»"
    assert menus.action("undo").isEnabled()
    assert menus.action("redo").text() == "Rehacer"
    assert not menus.action("redo").isEnabled()


def test_a_menu_within_another_stands_over_the_command_named(bar: QMainWindow, menus: Menus) -> None:
    menu = menus.add("view", "Ver", [Command("first", "Uno", _nothing), Command("last", "Dos", _nothing)])
    menus.add_within(menu, "last", "sizes", "Tamaños", [Command("large", "Grande", _nothing)])
    assert [action.text() for action in menu.actions()] == ["Uno", "Tamaños", "Dos"]
    assert isinstance(bar.findChild(QAction, "command_large"), QAction)
    assert set(menus.actions()) == {"undo", "redo", "help", "first", "last", "large"}


def test_an_action_that_there_is_not_is_a_mistake(menus: Menus) -> None:
    with pytest.raises(KeyError):
        menus.action("nothing")
