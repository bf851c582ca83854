"""Tests of the dialogs that answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.ui.parts.dialogs import answer_dialog, confirm_dialog
from tests.ui.hands import click, find, press, words_in

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def test_a_refusal_lists_every_problem_with_its_row_and_can_be_copied(qtbot: QtBot) -> None:
    problems = (Problem("Falta la letra.", 4, "DNI"), Problem("Ese día no existe.", 12, "Nacimiento"))
    dialog = answer_dialog(Refused("No se ha importado nada.", problems))
    qtbot.addWidget(dialog)
    dialog.show()
    table = find(dialog, QTableView, "answer_dialog_problems_table")
    assert [table.model().index(at, 0).data() for at in range(2)] == ["4", "12"]
    assert "No se ha importado nada." in words_in(dialog)
    click(find(dialog, QPushButton, "answer_dialog_copy"))
    assert dialog.isVisible()
    assert "fila 12, Nacimiento: Ese día no existe." in QGuiApplication.clipboard().text()
    click(find(dialog, QPushButton, "answer_dialog_accept"))
    assert not dialog.isVisible()


def test_a_fault_of_the_environment_is_not_called_a_refusal(qtbot: QtBot) -> None:
    dialog = answer_dialog(EnvironmentFault("El disco está lleno."))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Algo ajeno al programa lo impide"


def test_a_question_is_answered_with_the_words_of_the_act(qtbot: QtBot) -> None:
    dialog = confirm_dialog("¿Restaurar?", "Volverá a como estaba.", "Restaurar")
    qtbot.addWidget(dialog)
    dialog.show()
    accept = find(dialog, QPushButton, "confirm_dialog_accept")
    assert accept.text() == "Restaurar"
    click(accept)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_never_confirms(qtbot: QtBot) -> None:
    dialog = confirm_dialog("¿Quitar?", "Se quitará.", "Quitar", danger=True)
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
