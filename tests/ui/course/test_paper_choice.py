"""Tests of choosing which papers of a course are listed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.papers import PaperScope
from cpepa_desktop.operations.papers import DOCUMENTS
from cpepa_desktop.ui.course.papers.choice import PaperChoice
from tests.ui.hands import find

OF_A_DAY = [kind.name for kind in DOCUMENTS.values() if kind.scope is PaperScope.PERSON_DAY]


@pytest.fixture
def choice(qtbot: QtBot) -> PaperChoice:
    made = PaperChoice()
    qtbot.addWidget(made)
    made.show()
    return made


def pick(choice: PaperChoice, name: str) -> None:
    """Choose a document as the person does."""
    box = find(choice, QComboBox, "course_papers_kind")
    at = box.findText(DOCUMENTS[name].title)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_it_begins_with_what_the_course_should_have(choice: PaperChoice) -> None:
    assert (choice.kind(), choice.day()) == ("", None)
    assert not find(choice, QLineEdit, "course_papers_day").isVisible()


def test_a_document_is_chosen_by_its_title(choice: PaperChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed):
        pick(choice, "attendance-sheet")
    assert choice.kind() == "attendance-sheet"


@pytest.mark.parametrize("name", OF_A_DAY)
def test_only_what_is_of_a_day_asks_for_it(choice: PaperChoice, qtbot: QtBot, name: str) -> None:
    pick(choice, name)
    day = find(choice, QLineEdit, "course_papers_day")
    assert day.isVisible()
    with qtbot.waitSignal(choice.changed):
        day.setText("14/02/2024")
        day.textEdited.emit(day.text())
    assert choice.day() == date(2024, 2, 14)
    choice.choose("attendance-sheet")
    assert (day.isVisible(), choice.day()) == (False, None)
