"""Tests of the list of courses on screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.ui.courses.view import CoursesView
from tests.ui.hands import find, press, words_in

YEAR = SchoolYear(2023)


def course(code: str, title: str = "Un curso") -> CourseRow:
    return CourseRow(
        code=code,
        speciality="SSCS0208",
        part="",
        title=title,
        route=Route.OWN,
        call="own-resources",
        start_on=date(2024, 1, 15),
        last_day=date(2024, 5, 10),
        official_minutes=22200,
        people=13,
        stage=Stage.RUNNING,
    )


@pytest.fixture
def view(qtbot: QtBot) -> CoursesView:
    made = CoursesView()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_courses_there_is_only_the_next_step(view: CoursesView, qtbot: QtBot) -> None:
    view.show_rows([], YEAR, 0)
    assert view.is_empty()
    assert not view.new.isVisible()
    with qtbot.waitSignal(view.wanted):
        find(view, QPushButton, "courses_empty_action").click()


def test_with_courses_the_first_is_current_and_enter_opens_it(view: CoursesView, qtbot: QtBot) -> None:
    view.show_rows([course("24/1"), course("24/2")], None, 2)
    assert not view.is_empty()
    assert view.new.isVisible()
    with qtbot.waitSignal(view.opened) as opened:
        press(view.table.view, Qt.Key.Key_Return)
    assert opened.args == ["24/1"]


def test_another_reading_keeps_the_course_that_was_current(view: CoursesView) -> None:
    view.show_rows([course("24/1"), course("24/2")], None, 2)
    view.table.choose("24/2")
    view.show_rows([course("24/0"), course("24/1"), course("24/2", "Otro título")], None, 3)
    current = view.table.current_row()
    assert current is not None
    assert (current.code, current.title) == ("24/2", "Otro título")


def test_a_list_of_one_year_says_so_and_offers_the_others(view: CoursesView, qtbot: QtBot) -> None:
    view.show_rows([course("24/1")], YEAR, 3)
    assert find(view, QLabel, "courses_year_words").text() == "Curso escolar 23/24: 1 de 3 cursos"
    step = find(view, QPushButton, "courses_all_years")
    with qtbot.waitSignal(view.all_wanted):
        press(step, Qt.Key.Key_Space)
    view.show_rows([course("24/1"), course("24/2"), course("24/3")], None, 3)
    assert not find(view, QWidget, "courses_year").isVisible()


def test_a_year_that_has_every_course_offers_no_others(view: CoursesView) -> None:
    view.show_rows([course("24/1")], YEAR, 1)
    assert find(view, QLabel, "courses_year_words").isVisible()
    assert not find(view, QPushButton, "courses_all_years").isVisible()


def test_a_year_without_courses_is_no_file_without_courses(view: CoursesView) -> None:
    view.show_rows([], YEAR, 2)
    assert not view.is_empty()
    assert "este curso escolar" in words_in(view)
    assert find(view, QPushButton, "courses_all_years").isVisible()
    assert view.new.isVisible()
