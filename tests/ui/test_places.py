"""Tests of where one is in the window, and where one comes back to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ctrl, find, page_shown, press


def test_a_page_within_another_marks_the_place_it_is_reached_from(window: MainWindow) -> None:
    window.travel(Place("course", "2024-SSCS0208"))
    places = find(window, QListWidget, "navigation")
    assert page_shown(window) == "course"
    assert places.currentItem().text() == "Cursos"


def test_closing_the_file_goes_back_to_the_start_and_opening_it_to_where_one_was(
    window: MainWindow, shell: Shell, sample_path: Path
) -> None:
    window.travel(Place("people"))
    ctrl(window, Qt.Key.Key_W)
    assert not shell.is_open
    assert find(window, QWidget, "start").isVisible()
    recent = find(window, QListWidget, "start_recent")
    press(recent, Qt.Key.Key_Return)
    assert shell.workspace.file.path == sample_path
    assert page_shown(window) == "people"


def test_the_next_window_opens_the_file_on_the_same_week(
    window: MainWindow, shell: Shell, sample_path: Path, qtbot: QtBot
) -> None:
    window.travel(Place("course", "2024-SSCS0208", "attendance/2024-W05"))
    shell.set_school_year(SchoolYear(2022))
    window.close()
    other = Shell(shell.clock, shell.actor, shell.settings)
    again = MainWindow(other)
    qtbot.addWidget(again)
    again.show()
    assert other.open_file(sample_path)
    assert again.page("course").place() == Place("course", "2024-SSCS0208", "attendance/2024-W05")
    assert page_shown(again) == "course"
    assert other.school_year == SchoolYear(2022)
    again.close()


def test_a_tab_gone_to_by_hand_is_where_one_comes_back(window: MainWindow, shell: Shell) -> None:
    window.travel(Place("course", "2024-SSCS0208", "summary"))
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    path = shell.workspace.file.path
    shell.close_file()
    assert shell.settings.last_place(path) == Place("course", "2024-SSCS0208", "calendar")


@pytest.mark.parametrize("place", [Place("course", "24/999", "summary"), Place("companies")])
def test_a_place_that_is_no_more_gives_way_to_the_first_page(
    window: MainWindow, shell: Shell, place: Place
) -> None:
    path = shell.workspace.file.path
    shell.close_file()
    shell.settings.remember_last_place(path, place)
    assert shell.open_file(path)
    assert page_shown(window) == "home"
    assert not find(window, Banner, "notices").isVisible()
