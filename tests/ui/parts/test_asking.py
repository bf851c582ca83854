"""Tests of a form whose answer is an operation: refused it says why and stays, done it closes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.ui.parts.asking import ask_in
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ctrl

DONE = Changes("Probar", frozenset({Kind.FILE}))


def test_a_form_stays_while_it_is_refused_and_closes_once_it_is_done(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    name = TextField("name", "Nombre")
    dialog = FormDialog("asked_dialog", "Probar", Form("asked_form", [name]), window)
    told: list[Changes] = []
    shell.changed.connect(told.append)

    def operation() -> Changes:
        if not name.value():
            raise Refused("No se ha hecho nada.", (Problem("Falta el nombre.", column="Nombre"),))
        return DONE

    ask_in(shell, dialog, operation)
    qtbot.waitUntil(dialog.isActiveWindow)
    ctrl(name.editor, Qt.Key.Key_S)
    assert dialog.isVisible()
    assert (name.error, dialog.form.banner.words) == ("Falta el nombre.", "No se ha hecho nada.")
    assert told == []

    name.set_value("Río Vero")
    ctrl(name.editor, Qt.Key.Key_S)
    assert not dialog.isVisible()
    assert told == [DONE]
