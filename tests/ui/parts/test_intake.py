"""Tests of the dialog that shows what a file would bring."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import Column, TablePanel
from tests.ui.hands import press, words_in

WRONG = Problem("Falta el documento.", row=4, column="DNI")


@pytest.fixture
def asked(qtbot: QtBot) -> IntakeDialog[str]:
    made: IntakeDialog[str] = IntakeDialog("intake", "Importar")
    qtbot.addWidget(made)
    return made


def show(
    asked: IntakeDialog[str], rows: Sequence[str], problems: Sequence[Problem], *, in_part: bool
) -> None:
    columns: tuple[Column[str], ...] = (Column("Nombre", lambda row: row),)
    panel: TablePanel[str] = TablePanel("intake_rows", "Filas", columns, key=lambda row: row)
    panel.set_rows(rows)
    asked.show_intake("Tres filas.", panel, problems, (), in_part=in_part)
    asked.show()


def test_right_rows_are_accepted_by_enter(asked: IntakeDialog[str], qtbot: QtBot) -> None:
    show(asked, ["Ana", "José"], (), in_part=True)
    assert "Tres filas." in words_in(asked)
    assert not asked.accept_part.isVisible()
    with qtbot.waitSignal(asked.taken):
        press(asked.accept_all, Qt.Key.Key_Return)


def test_problems_come_first_and_keep_from_accepting(asked: IntakeDialog[str], qtbot: QtBot) -> None:
    show(asked, ["Ana"], (WRONG,), in_part=True)
    assert asked.tabs.tabText(asked.tabs.currentIndex()) == "Con problemas (1)"
    assert not asked.accept_all.isEnabled()
    with qtbot.waitSignal(asked.taken_in_part):
        asked.accept_part.click()


def test_where_all_or_nothing_comes_in_the_right_rows_are_not_offered_alone(asked: IntakeDialog[str]) -> None:
    show(asked, ["Ana"], (WRONG,), in_part=False)
    assert not asked.accept_part.isVisible()


def test_nothing_right_is_nothing_to_accept(asked: IntakeDialog[str]) -> None:
    show(asked, [], (WRONG,), in_part=True)
    assert not asked.accept_all.isEnabled()
    assert not asked.accept_part.isEnabled()


def test_what_differs_is_asked_about_with_two_answers_of_its_own(
    asked: IntakeDialog[str], qtbot: QtBot
) -> None:
    show(asked, ["Ana"], (), in_part=False)
    asked.show_differences(QLabel("Ana"), 2, "Dejar", "Escribir", is_open=True)
    assert asked.tabs.tabText(asked.tabs.currentIndex()) == "Con diferencias (2)"
    with qtbot.waitSignal(asked.taken_in_part):
        press(asked.accept_part, Qt.Key.Key_Return)
    with qtbot.waitSignal(asked.taken):
        asked.accept_all.click()
    assert (asked.accept_part.text(), asked.accept_all.text()) == ("Dejar", "Escribir")


def test_what_differs_cannot_be_answered_while_there_are_problems(asked: IntakeDialog[str]) -> None:
    show(asked, ["Ana"], (WRONG,), in_part=False)
    asked.show_differences(QLabel("Ana"), 1, "Dejar", "Escribir", is_open=False)
    assert asked.tabs.tabText(asked.tabs.currentIndex()) == "Con problemas (1)"
    assert not asked.accept_part.isEnabled()
    assert not asked.accept_all.isEnabled()


def test_escape_leaves_everything_as_it_was(asked: IntakeDialog[str], qtbot: QtBot) -> None:
    show(asked, ["Ana"], (), in_part=False)
    with qtbot.assertNotEmitted(asked.taken):
        press(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()
