"""Tests of the tab «Expediente»: its sections, all about the course in the header."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cpepa_desktop.ui.course.file.controller import FileTab
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.section_names import file_sections
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, open_tab
from tests.ui.hands import press


@pytest.fixture
def file(window: MainWindow) -> FileTab:
    """Give the tab on screen."""
    return open_tab(window, FileTab, "file")


@pytest.mark.parametrize("name", file_sections())
def test_each_section_has_its_place(window: MainWindow, file: FileTab, name: str) -> None:
    window.travel(Place("course", COURSE, f"file/{name}"))
    assert file.view.sections.current == name
    assert file.sections.part(name).view.isVisible()
    assert file.detail().partition("/")[0] == name
    assert window.page("course").place().detail.startswith(f"file/{name}")


def test_every_section_is_about_the_course_of_the_header(window: MainWindow, file: FileTab) -> None:
    for course in (COURSE, EMPTY_COURSE):
        open_tab(window, FileTab, "file", course)
        parts = [file.sections.part(name) for name in file_sections()]
        assert [part.course for part in parts if isinstance(part, Tab)] == [course] * len(parts)


@pytest.mark.parametrize(("at", "name"), [*enumerate(file_sections(), start=1)])
def test_the_keys_of_each_section_go_to_it(file: FileTab, at: int, name: str) -> None:
    held = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)
    press(file.view, Qt.Key(Qt.Key.Key_0 + at), *held)
    assert file.view.sections.current == name
    inside = file.view.focusWidget()
    assert inside is not None
    assert file.sections.part(name).view.isAncestorOf(inside)


def test_a_section_that_there_is_not_is_passed_over(window: MainWindow, file: FileTab) -> None:
    window.travel(Place("course", COURSE, "file/staff"))
    window.travel(Place("course", COURSE, "file/horoscope"))
    assert file.view.sections.current == "staff"


def test_the_tab_can_be_left(file: FileTab) -> None:
    assert file.leave()
