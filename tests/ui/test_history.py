"""Tests of the history on screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.history import Operation, OperationKind
from cpepa_desktop.operations import centres
from cpepa_desktop.ui.history.columns import columns, state_words
from cpepa_desktop.ui.history.controller import HistoryController
from cpepa_desktop.ui.history.view import HistoryDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, ctrl, find, in_dialog, press

DONE = Operation(
    7,
    "Guardar a Ana",
    "Secretaría",
    datetime(2024, 2, 19, 10, 42, tzinfo=UTC),
    date(2024, 2, 19),
    OperationKind.NORMAL,
    None,
    undone=False,
    changes=1,
)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (DONE, ""),
        (replace(DONE, undone=True), "Deshecho"),
        (replace(DONE, kind=OperationKind.LEGAL), "No se deshace"),
        (replace(DONE, kind=OperationKind.UNDO), "Deshacer"),
        (replace(DONE, kind=OperationKind.REDO), "Rehacer"),
    ],
)
def test_what_became_of_an_operation_is_a_word(done: Operation, words: str) -> None:
    assert state_words(done) == words


def test_a_line_says_when_who_and_what() -> None:
    assert [column.shown(DONE) for column in columns()][:3] == [
        "19 feb 2024, 10:42",
        "Secretaría",
        "Guardar a Ana",
    ]


def test_the_newest_is_first_and_undone_from_the_dialog(window: MainWindow, shell: Shell) -> None:
    before = centres.read_centre(shell.workspace).centre
    shell.run(lambda: centres.save_centre(shell.workspace, replace(before, phone="974 000 000")))

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        newest = dialog.table.shown_rows()[0]
        assert (newest.name, newest.actor) == ("Cambiar los datos del centro", "Secretaría")
        click(find(dialog, QPushButton, "history_undo"))
        assert dialog.table.shown_rows()[0].kind is OperationKind.UNDO
        assert centres.read_centre(shell.workspace).centre == before
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("history_dialog", act):
        ctrl(window, Qt.Key.Key_H)


def test_a_button_with_nothing_to_do_is_off(shell: Shell, qtbot: QtBot) -> None:
    controller = HistoryController(shell)
    qtbot.addWidget(controller.view)
    controller.view.offer("Guardar a Ana", None)
    assert find(controller.view, QPushButton, "history_undo").toolTip() == "Deshacer: Guardar a Ana"
    assert not find(controller.view, QPushButton, "history_redo").isEnabled()
