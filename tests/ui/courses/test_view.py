"""Tests of the list of courses on screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import Route
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.ui.courses.view import CoursesView
from tests.ui.hands import find, press


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
        stage="running",
    )


@pytest.fixture
def view(qtbot: QtBot) -> CoursesView:
    made = CoursesView()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_courses_there_is_only_the_next_step(view: CoursesView, qtbot: QtBot) -> None:
    view.show_rows([])
    assert view.is_empty()
    assert not view.new.isVisible()
    with qtbot.waitSignal(view.wanted):
        find(view, QPushButton, "courses_empty_action").click()


def test_with_courses_the_first_is_current_and_enter_opens_it(view: CoursesView, qtbot: QtBot) -> None:
    view.show_rows([course("24/1"), course("24/2")])
    assert not view.is_empty()
    assert view.new.isVisible()
    with qtbot.waitSignal(view.opened) as opened:
        press(view.table.view, Qt.Key.Key_Return)
    assert opened.args == ["24/1"]


def test_another_reading_keeps_the_course_that_was_current(view: CoursesView) -> None:
    view.show_rows([course("24/1"), course("24/2")])
    view.table.choose("24/2")
    view.show_rows([course("24/0"), course("24/1"), course("24/2", "Otro título")])
    current = view.table.current_row()
    assert current is not None
    assert (current.code, current.title) == ("24/2", "Otro título")
