"""Tests of what the menus do, by their keys, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.operations import centres
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import action_of, ctrl, find, page_shown, press, rename_centre

STOPS = [page.name for page in pages() if not page.within]
NEED_NO_FILE = {"new", "open", "sample", "quit", "about"}
NEED_ONE = {"back_up", "restore", "check", "import_course", "export_course", "undo", "history", "go_home"}


@pytest.mark.parametrize(("at", "name"), list(enumerate(STOPS, start=1)))
def test_every_place_is_a_key_away(window: MainWindow, at: int, name: str) -> None:
    ctrl(window, Qt.Key(Qt.Key.Key_0 + at))
    assert page_shown(window) == name


def test_without_a_file_only_what_needs_none_is_offered(empty_shell: Shell, qtbot: QtBot) -> None:
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    assert find(window, QWidget, "start").isVisible()
    assert not find(window, QWidget, "navigation_frame").isVisible()
    assert {name for name in NEED_NO_FILE | NEED_ONE if action_of(window, name).isEnabled()} == NEED_NO_FILE
    window.close()


def test_undo_is_offered_by_its_name_and_done_by_its_keys(window: MainWindow, shell: Shell) -> None:
    before = centres.read_centre(shell.workspace).centre.name
    rename_centre(shell, "Otro nombre")
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    assert action_of(window, "undo").text() == "Deshacer «Cambiar los datos del centro»"
    ctrl(window, Qt.Key.Key_Z)
    assert find(window, QLabel, "navigation_centre").text() == before
    assert action_of(window, "redo").text() == "Rehacer «Cambiar los datos del centro»"
    ctrl(window, Qt.Key.Key_Y)
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    ctrl(window, Qt.Key.Key_Z)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    assert not action_of(window, "redo").isEnabled()
