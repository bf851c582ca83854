"""How the tests of a course come to its tabs and find the dialogs they open."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.course.file.controller import FileTab
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import Kind

COURSE = "2024-SSCS0208"
EMPTY_COURSE = "2024-ADGG0508"
SomeTab = TypeVar("SomeTab", bound=Tab)


def open_course(window: MainWindow, detail: str = "", course: str = COURSE) -> CourseWorkspacePage:
    """Go to a course, on the tab that ``detail`` names."""
    window.travel(Place("course", course, detail))
    page = window.page("course")
    assert isinstance(page, CourseWorkspacePage)
    return page


def open_tab(window: MainWindow, kind: type[SomeTab], detail: str, course: str = COURSE) -> SomeTab:
    """Go to a tab of a course and return its controller."""
    tab = open_course(window, detail, course).tab(detail.partition("/")[0])
    assert isinstance(tab, kind)
    return tab


def open_section(window: MainWindow, kind: type[SomeTab], detail: str, course: str = COURSE) -> SomeTab:
    """Go to the section of the file of a course that ``detail`` names and return its controller."""
    file = open_tab(window, FileTab, f"file/{detail}", course)
    section = file.sections.part(detail.partition("/")[0])
    assert isinstance(section, kind)
    return section


def dialog(qtbot: QtBot, kind: type[Kind]) -> Kind:
    """Return the dialog of that kind that has opened. Fail where none does."""

    def is_open() -> bool:
        return any(isinstance(top, kind) and top.isVisible() for top in QApplication.topLevelWidgets())

    qtbot.waitUntil(is_open)
    found = next(top for top in QApplication.topLevelWidgets() if isinstance(top, kind) and top.isVisible())
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def no_dialog_is_open() -> bool:
    """Say whether every dialog has gone."""
    return not any(isinstance(top, QDialog) and top.isVisible() for top in QApplication.topLevelWidgets())
