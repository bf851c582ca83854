"""Tests of the course's own view: its tabs and its empty state."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.course.view import CourseView, TabEntry
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge
from tests.ui.hands import words_in


@pytest.fixture
def view(qtbot: QtBot) -> CourseView:
    made = CourseView()
    qtbot.addWidget(made)
    made.set_tabs(
        [
            TabEntry("one", "Uno", TabView("one", "Uno")),
            TabEntry("two", "Dos", TabView("two", "Dos")),
        ]
    )
    made.show()
    return made


def test_making_the_tabs_tells_nobody_and_choosing_one_does(view: CourseView, qtbot: QtBot) -> None:
    assert view.current_tab == "one"
    with qtbot.waitSignal(view.tab_chosen) as told:
        view.show_tab("two")
    assert told.args == ["two"]
    assert view.current_tab == "two"


def test_going_to_a_tab_brings_the_keyboard(view: CourseView) -> None:
    view.go_to("two")
    assert view.current_tab == "two"


def test_a_course_takes_the_place_of_the_empty_state_and_back(view: CourseView) -> None:
    view.show_none("El curso ya no está.")
    assert view.is_empty()
    assert "El curso ya no está." in words_in(view)
    view.show_course("24/1 · Un curso", Badge("En marcha", "pending", Wash.OK), "380 h", Stage.RUNNING)
    assert not view.is_empty()
    assert "380 h" in words_in(view)
    assert "Al día." in words_in(view)


def test_a_tab_that_is_not_on_screen_asks_for_no_room(view: CourseView) -> None:
    wide = view.tabs.widget(1)
    assert wide is not None
    layout = wide.layout()
    assert layout is not None
    room = QWidget()
    room.setMinimumWidth(3000)
    layout.addWidget(room)
    assert view.tabs.minimumSizeHint().width() < 3000
    view.show_tab("two")
    assert view.tabs.minimumSizeHint().width() >= 3000
