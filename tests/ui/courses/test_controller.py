"""Tests of the list of courses by the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.courses.controller import CoursesPage
from cpepa_desktop.ui.courses.planning_view import NewCourseDialog
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import find, press, words_in


def open_list(window: MainWindow, place: Place | None = None) -> CoursesPage:
    window.travel(place or Place("courses"))
    page = window.page("courses")
    assert isinstance(page, CoursesPage)
    return page


def planning_dialog(qtbot: QtBot) -> NewCourseDialog:
    """Return the dialog of a new course that has opened, and close it."""

    def found() -> list[NewCourseDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, NewCourseDialog) and top.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_every_course_is_listed_with_the_first_one_current_and_the_keyboard_on_it(window: MainWindow) -> None:
    page = open_list(window)
    codes = ["2024-SSCS0208", "2024-ADGG0508", "2024-COML0110"]
    assert [row.code for row in page.view.table.shown_rows()] == codes
    assert page.view.table.view.hasFocus()
    assert page.view.table.current_row() is not None


def test_enter_opens_the_course(window: MainWindow) -> None:
    page = open_list(window)
    press(page.view.table.view, Qt.Key.Key_Down)
    press(page.view.table.view, Qt.Key.Key_Return)
    course = window.page("course")
    assert isinstance(course, CourseWorkspacePage)
    assert course.view.isVisible()
    assert course.code == "2024-ADGG0508"


def test_a_shortcut_plans_a_new_one(window: MainWindow, qtbot: QtBot) -> None:
    page = open_list(window)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(page.view.table.view, Qt.Key.Key_N, held)
    planning_dialog(qtbot).reject()


def test_the_first_page_may_ask_for_a_new_one(window: MainWindow, qtbot: QtBot) -> None:
    open_list(window, Place("courses", detail="new"))
    planning_dialog(qtbot).reject()


def test_a_file_without_courses_says_what_to_do(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    path = shell.workspace.file.path.with_name("nuevo.cpepa")
    assert shell.new_file(path, Entity("Entidad"), Centre("CPEPA Nuevo"))
    page = open_list(window)
    assert page.view.is_empty()
    assert "Todavía no hay cursos" in words_in(page.view)
    step = find(page.view, QPushButton, "courses_empty_action")
    assert step.hasFocus()
    press(step, Qt.Key.Key_Space)
    planning_dialog(qtbot).reject()


def test_the_list_follows_the_school_year_and_shows_them_all_on_demand(
    window: MainWindow, shell: Shell
) -> None:
    page = open_list(window)
    assert len(page.view.table.shown_rows()) == 3
    shell.set_school_year(SchoolYear(2021))
    assert page.view.table.shown_rows() == ()
    press(find(page.view, QPushButton, "courses_all_years"), Qt.Key.Key_Space)
    assert shell.school_year is None
    assert len(page.view.table.shown_rows()) == 3
    assert page.view.table.view.hasFocus()


def test_a_course_of_another_year_is_reached_all_the_same(window: MainWindow, shell: Shell) -> None:
    shell.set_school_year(SchoolYear(2021))
    window.travel(Place("course", "2024-ADGG0508"))
    course = window.page("course")
    assert isinstance(course, CourseWorkspacePage)
    assert course.code == "2024-ADGG0508"
    assert not course.view.is_empty()
