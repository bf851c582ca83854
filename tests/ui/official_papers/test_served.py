"""Tests of the list of courses a paper serves, by the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.official_papers import CourseServed
from cpepa_desktop.ui.official_papers.served import CoursesField
from cpepa_desktop.ui.parts.text import NotUnderstood
from tests.ui.hands import find, press, type_text

COURSES = (("24/1", "24/1 · Cuidados"), ("24/2", "24/2 · Datos"), ("24/3", "24/3 · Limpieza"))


@pytest.fixture
def field(qtbot: QtBot) -> CoursesField:
    made = CoursesField("courses", "Cursos", COURSES, required=True)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def table(field: CoursesField) -> QTableWidget:
    return find(field, QTableWidget, "courses")


def type_amount(field: CoursesField, row: int, words: str) -> QWidget:
    """Go to the amount of a course and type it; return where it is typed."""
    table(field).setCurrentCell(row, 1)
    press(table(field), Qt.Key.Key_F2)
    editor = table(field).focusWidget()
    assert isinstance(editor, QWidget)
    assert editor is not table(field)
    type_text(editor, words)
    return editor


def write_amount(qtbot: QtBot, field: CoursesField, row: int, words: str) -> None:
    """Type the amount of a course and leave it with Return."""
    press(type_amount(field, row, words), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table(field).state() == QTableWidget.State.NoState)


def test_the_space_bar_ticks_a_course_and_takes_it_off(field: CoursesField) -> None:
    press(table(field), Qt.Key.Key_Down)
    press(table(field), Qt.Key.Key_Space)
    assert field.value() == (CourseServed("24/2"),)
    press(table(field), Qt.Key.Key_Space)
    assert field.value() == ()


def test_an_amount_is_typed_as_people_write_it_and_ticks_its_course(
    field: CoursesField, qtbot: QtBot
) -> None:
    field.show_amounts("Concedido")
    write_amount(qtbot, field, 0, "37.593,40")
    write_amount(qtbot, field, 2, "1200")
    assert field.value() == (CourseServed("24/1", 3_759_340), CourseServed("24/3", 120_000))


def test_what_is_no_amount_is_said_beside_the_field(field: CoursesField, qtbot: QtBot) -> None:
    field.show_amounts("Concedido")
    write_amount(qtbot, field, 0, "mucho")
    assert "42,50" in field.error
    with pytest.raises(NotUnderstood):
        field.value()
    assert not field.check()
    write_amount(qtbot, field, 0, "900,5")
    assert (field.error, field.value()) == ("", (CourseServed("24/1", 90_050),))


def test_a_paper_without_amounts_keeps_none(field: CoursesField) -> None:
    field.show_amounts("Concedido")
    field.set_value((CourseServed("24/1", 500),))
    field.show_amounts("")
    assert field.value() == (CourseServed("24/1"),)


def test_a_course_is_asked_for_where_one_is_needed(field: CoursesField) -> None:
    assert not field.check()
    assert field.error == "Elija al menos un curso."
    field.set_value((CourseServed("24/3"),))
    assert field.check()


def test_an_amount_that_is_still_being_typed_counts_when_the_form_is_saved(field: CoursesField) -> None:
    field.show_amounts("Concedido")
    type_amount(field, 1, "12,5")
    assert field.check()
    assert field.value() == (CourseServed("24/2", 1_250),)
