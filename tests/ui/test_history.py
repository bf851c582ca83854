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
from tests.ui.hands import click, ctrl, find, in_dialog, press, words_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

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


def test_keys_go_back_to_what_is_chosen_and_redo_comes_forth_again(window: MainWindow, shell: Shell) -> None:
    first = centres.read_centre(shell.workspace).centre
    phones = ["974 000 001", "974 000 002", "974 000 003"]
    for number in phones:
        centres.save_centre(shell.workspace, replace(first, phone=number))

    def phone() -> str:
        return centres.read_centre(shell.workspace).centre.phone

    def confirm(dialog: QWidget) -> None:
        assert words_in(dialog).count("• Cambiar los datos del centro") == 2
        click(find(dialog, QPushButton, "confirm_dialog_accept"))

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        back = find(dialog, QPushButton, "history_back")
        dialog.table.view.setFocus()
        press(dialog.table.view, Qt.Key.Key_Home)
        assert not back.isEnabled()
        press(dialog.table.view, Qt.Key.Key_Down)
        press(dialog.table.view, Qt.Key.Key_Down)
        assert back.isEnabled()
        with in_dialog("confirm_dialog", confirm):
            press(dialog, Qt.Key.Key_H, CTRL, SHIFT)
        assert phone() == phones[0]
        ctrl(dialog, Qt.Key.Key_Y)
        assert phone() == phones[1]
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("history_dialog", act):
        ctrl(window, Qt.Key.Key_H)


def test_a_legal_act_stops_the_way_back_and_is_named(window: MainWindow, shell: Shell) -> None:
    first = centres.read_centre(shell.workspace).centre
    shell.run(lambda: centres.save_centre(shell.workspace, replace(first, phone="974 000 001")))
    with shell.workspace.operation("Imprimir la hoja 24/1", legal=True):
        shell.workspace.db.execute("UPDATE centre SET phone = '974 000 002'")

    def refused(dialog: QWidget) -> None:
        assert "«Imprimir la hoja 24/1»" in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        dialog.table.view.setFocus()
        press(dialog.table.view, Qt.Key.Key_Home)
        press(dialog.table.view, Qt.Key.Key_Down)
        with in_dialog("answer_dialog", refused):
            click(find(dialog, QPushButton, "history_back"))
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("history_dialog", act):
        ctrl(window, Qt.Key.Key_H)
    assert centres.read_centre(shell.workspace).centre.phone == "974 000 002"


def test_a_button_with_nothing_to_do_is_off(shell: Shell, qtbot: QtBot) -> None:
    controller = HistoryController(shell)
    qtbot.addWidget(controller.view)
    controller.view.offer("Guardar a Ana", None)
    assert find(controller.view, QPushButton, "history_undo").toolTip() == "Deshacer: Guardar a Ana (Ctrl+Z)"
    assert not find(controller.view, QPushButton, "history_redo").isEnabled()
