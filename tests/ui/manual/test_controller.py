"""Tests of F1, from the window and from a dialog that waits for its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.manual.view import ManualWindow
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import in_dialog, press


def manual_of(parent: QWidget) -> ManualWindow:
    """Return the manual that stands over a window or a dialog."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = parent.findChild(ManualWindow, options=direct)
    assert isinstance(found, ManualWindow)
    assert found.isVisible()
    return found


def find_action(window: MainWindow, name: str) -> QAction:
    """Return a command of the window."""
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_f1_opens_the_page_of_where_one_is(window: MainWindow, shell: Shell) -> None:
    shell.go("people")
    press(window, Qt.Key.Key_F1)
    assert manual_of(window).browser.page == "personas.md"
    manual_of(window).close()
    shell.go("course", "2024-SSCS0208", "calendar")
    press(window, Qt.Key.Key_F1)
    assert manual_of(window).browser.page == "calendario.md"


def test_f1_in_a_dialog_opens_its_page_and_it_can_be_read_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def ask(dialog: QWidget) -> None:
        press(dialog, Qt.Key.Key_F1)
        manual = manual_of(dialog)
        assert manual.browser.page == "archivo.md"
        qtbot.waitUntil(manual.isActiveWindow)
        press(manual, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        seen.append(manual.windowTitle())
        manual.close()
        dialog.close()

    with in_dialog("backups_dialog", ask):
        window.files.restore()
    assert seen == ["Manual"]


def test_the_page_of_shortcuts_names_the_keys_of_the_menus(window: MainWindow) -> None:
    find_action(window, "command_shortcuts").trigger()
    text = manual_of(window).browser.toPlainText()
    keys = find_action(window, "command_back_up").shortcut()
    assert f"Hacer una copia de seguridad\n{keys.toString(keys.SequenceFormat.NativeText)}" in text


def test_its_size_is_remembered(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F1)
    first = manual_of(window)
    first.resize(first.width() - 100, first.height() - 40)
    size = first.size()
    first.close()
    first.setParent(None)
    qtbot.addWidget(first)
    press(window, Qt.Key.Key_F1)
    assert manual_of(window).size() == size
    assert not shell.settings.geometry("manual").isEmpty()
