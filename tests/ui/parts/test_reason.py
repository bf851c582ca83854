"""Tests of the dialog that asks for a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.reason import ReasonDialog
from tests.ui.hands import ctrl, find, type_text, words_in


def test_nothing_is_done_without_a_reason_and_return_or_ctrl_s_gives_it(qtbot: QtBot) -> None:
    dialog = ReasonDialog("unlock", "Desbloquear: semana 7", "Desbloquear", hint="Queda en el historial.")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert find(dialog, QPushButton, "unlock_dialog_accept").text() == "Desbloquear"
    assert "Queda en el historial." in words_in(dialog)
    with qtbot.assertNotEmitted(dialog.submitted):
        ctrl(dialog, Qt.Key.Key_S)
    assert dialog.reason.error == "Falta este dato."
    type_text(dialog.reason.editor, "  Faltaba  una firma ")
    with qtbot.waitSignal(dialog.submitted):
        ctrl(dialog, Qt.Key.Key_S)
    assert dialog.reason.value() == "Faltaba una firma"
