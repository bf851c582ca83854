"""Tests of the menu «Ver», by its keys, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ctrl, find

COURSE = "2024-SSCS0208"


@pytest.fixture(autouse=True)
def _looks_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp)


def _is_ticked(window: MainWindow, name: str) -> bool:
    action = window.findChild(QAction, f"command_{name}")
    assert isinstance(action, QAction)
    return action.isChecked()


def test_the_text_is_made_larger_and_normal_again_by_keys(window: MainWindow, settings: Settings) -> None:
    narrow = find(window, QWidget, "navigation_frame").width()
    ctrl(window, Qt.Key.Key_Plus)
    ctrl(window, Qt.Key.Key_Plus)
    assert settings.text_size() == 125
    assert _is_ticked(window, "text_125")
    assert find(window, QWidget, "navigation_frame").width() == round(narrow * 1.25)
    ctrl(window, Qt.Key.Key_Minus)
    assert settings.text_size() == 110
    ctrl(window, Qt.Key.Key_0)
    assert settings.text_size() == 100
    assert find(window, QWidget, "navigation_frame").width() == narrow


def test_another_size_stays_in_the_same_place(window: MainWindow) -> None:
    window.travel(Place("course", COURSE, "attendance/2024-W05"))
    before = window.page("course")
    ctrl(window, Qt.Key.Key_Plus)
    page = window.page("course")
    assert page is not before
    assert isinstance(page, CourseWorkspacePage)
    assert page.view.isVisible()
    assert page.place() == Place("course", COURSE, "attendance/2024-W05")


def test_the_colours_are_chosen_by_keys_and_ticked(window: MainWindow) -> None:
    assert _is_ticked(window, "theme_system")
    ctrl(window, Qt.Key.Key_F11)
    assert theme.is_dark()
    assert _is_ticked(window, "theme_dark")
    ctrl(window, Qt.Key.Key_F10)
    assert not theme.is_dark()
    assert _is_ticked(window, "theme_light")
    assert not _is_ticked(window, "theme_dark")


def test_the_size_can_be_chosen_without_a_file(empty_shell: Shell, qtbot: QtBot) -> None:
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    ctrl(window, Qt.Key.Key_Plus)
    assert empty_shell.settings.text_size() == 110
    window.close()


SMALL_SCREENS = (QSize(1280, 720), QSize(1366, 768))


@pytest.mark.parametrize("size", SMALL_SCREENS, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("percent", [100, 200])
def test_the_window_never_grows_beyond_a_small_screen(
    window: MainWindow, settings: Settings, qtbot: QtBot, size: QSize, percent: int
) -> None:
    window.resize(size)
    while settings.text_size() < percent:
        ctrl(window, Qt.Key.Key_Plus)
    for entry in pages():
        window.travel(Place(entry.name, COURSE if entry.name == "course" else ""))
        view = window.page(entry.name).view
        # Not at once: a page asks for its room when the event loop comes round.
        qtbot.waitUntil(partial(_has_its_room, view))
        assert window.size() == size, entry.name


def _has_its_room(view: QWidget) -> bool:
    """Say whether a page has at least the room it needs: where the window has less, it scrolls."""
    layout = view.layout()
    assert layout is not None
    least = layout.totalMinimumSize()
    is_high_enough = view.height() >= layout.totalMinimumHeightForWidth(view.width())
    return view.width() >= least.width() and is_high_enough
