"""Tests of the switch of the school year."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.ui.window import MainWindow
from cpepa_desktop.ui.year_switch import YearSwitch
from tests.ui.hands import find, press

YEARS = (SchoolYear(2024), SchoolYear(2023), SchoolYear(2022))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@contextmanager
def _choosing(*keys: Qt.Key) -> Iterator[None]:
    """Press keys in the menu that opens, once it is there."""
    timer = QTimer()

    def act() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            timer.stop()
            for key in keys:
                QTest.keyClick(menu, key)  # a popup has the keys without being the active window

    timer.timeout.connect(act)
    timer.start(1)
    yield
    assert not timer.isActive()


def test_the_switch_says_the_year_and_offers_all_of_them(qtbot: QtBot) -> None:
    switch = YearSwitch()
    qtbot.addWidget(switch)
    switch.show_years(YEARS, SchoolYear(2023))
    assert switch.text() == "curso 23/24 ▾"
    assert switch.accessibleName() == "Curso escolar: curso 23/24"
    offered = [(action.text(), action.isChecked()) for action in switch.menu().actions() if action.text()]
    assert offered == [
        ("curso 24/25", False),
        ("curso 23/24", True),
        ("curso 22/23", False),
        ("Todos los cursos escolares", False),
    ]
    switch.show_years(YEARS, None)
    assert switch.text() == "Todos los cursos escolares ▾"


def test_the_year_is_chosen_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    switch = find(window, YearSwitch, "year_switch")
    switch.setFocus()
    assert switch.hasFocus()
    with _choosing(Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(switch, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: switch.text() == "curso 24/25 ▾")


def test_the_list_of_years_opens_by_a_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    switch = find(window, YearSwitch, "year_switch")
    with _choosing(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(window, Qt.Key.Key_E, CTRL, SHIFT)
        qtbot.waitUntil(lambda: switch.text() == "Todos los cursos escolares ▾")
