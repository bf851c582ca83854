"""Tests of forms, by the keys a person types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.ui.parts.fields import (
    ChoiceField,
    DateField,
    MinutesField,
    NumberField,
    TextField,
)
from cpepa_desktop.ui.parts.form import Form, FormDialog
from tests.ui.hands import click, ctrl, find, press, type_text


class Sheet:
    """A form with one field of each kind that a test types in."""

    def __init__(self) -> None:
        self.name = TextField("name", "Nombre", required=True)
        self.day = DateField("day", "Fecha de nacimiento")
        self.length = MinutesField("length", "Duración", unit="h")
        self.area = NumberField("area", "Superficie", unit="m²", hundredths=True, least=1, most=100_00)
        self.sex = ChoiceField("sex", "Sexo", [("F", "Mujer"), ("M", "Hombre")], nothing="Sin establecer")
        self.form = Form("sheet", ["Datos", self.name, self.day, self.length, self.area, (self.sex, 2)])


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made.form)
    made.form.show()
    return made


def test_a_required_field_is_asked_for_and_gets_the_focus(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.form.submitted):
        assert not sheet.form.submit()
    assert sheet.name.error == "Falta este dato."
    assert sheet.form.focusWidget() is sheet.name.editor


def test_ctrl_s_saves_from_any_field(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(sheet.name.editor, "Ana")
    with qtbot.waitActive(sheet.form):
        sheet.form.activateWindow()
    sheet.area.editor.setFocus()
    with qtbot.waitSignal(sheet.form.submitted):
        ctrl(sheet.area.editor, Qt.Key.Key_S)


def test_a_form_knows_what_is_not_saved(sheet: Sheet) -> None:
    sheet.name.set_value("Ana")
    sheet.form.settle()
    assert not sheet.form.is_changed()
    type_text(sheet.day.editor, "luego")
    assert sheet.form.is_changed()


def test_a_refusal_is_said_at_its_field_and_the_rest_above(sheet: Sheet) -> None:
    refused = Refused(
        "No se ha guardado nada.", (Problem("Es del año 1890.", column="day"), Problem("Otra cosa.", row=4))
    )
    sheet.form.show_refused(refused)
    assert sheet.day.error == "Es del año 1890."
    assert sheet.form.banner.words == "No se ha guardado nada.\n• fila 4: Otra cosa."
    sheet.name.set_value("Ana")
    sheet.day.set_value(None)
    sheet.form.submit()
    assert not sheet.form.banner.words


def test_a_form_dialog_stays_until_it_is_accepted_by_its_controller(qtbot: QtBot) -> None:
    field = TextField("room", "Aula", required=True)
    dialog = FormDialog("room_dialog", "Nueva aula", Form("room_form", [field]))
    qtbot.addWidget(dialog)
    dialog.show()
    save = find(dialog, QPushButton, "room_dialog_accept")
    with qtbot.assertNotEmitted(dialog.submitted):
        click(save)
    type_text(field.editor, "Aula 1")
    with qtbot.waitSignal(dialog.submitted):
        click(save)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "column", ["FECHA DE NACIMIENTO", "fecha de  nacimiento", "Day", "Fécha de nacimiento"]
)
def test_a_problem_finds_its_field_however_its_name_is_written(
    sheet: Sheet, column: str, qtbot: QtBot
) -> None:
    with qtbot.waitActive(sheet.form):
        sheet.form.activateWindow()
    sheet.name.setFocus()
    sheet.form.show_refused(Refused("No se ha guardado nada.", (Problem("Es del año 1890.", column=column),)))
    assert sheet.day.error == "Es del año 1890."
    assert sheet.form.banner.words == "No se ha guardado nada."
    assert sheet.day.editor.hasFocus()


def test_a_page_says_while_something_is_not_saved(sheet: Sheet) -> None:
    unsaved = sheet.form.unsaved_label()
    assert unsaved.text() == ""
    type_text(sheet.name.editor, "A")
    assert unsaved.text() == "Hay cambios sin guardar"
    press(sheet.name.editor, Qt.Key.Key_Backspace)
    assert unsaved.text() == ""
    type_text(sheet.name.editor, "B")
    sheet.form.settle()
    assert unsaved.text() == ""


def test_fields_close_the_gap_that_a_hidden_one_leaves(sheet: Sheet, qtbot: QtBot) -> None:
    assert sheet.length.y() > sheet.name.y()
    sheet.day.hide()
    sheet.form.close_gaps()
    qtbot.waitUntil(lambda: sheet.length.y() == sheet.name.y())
    sheet.day.show()
    sheet.form.close_gaps()
    qtbot.waitUntil(lambda: sheet.length.y() > sheet.name.y())
    assert sheet.day.y() == sheet.name.y()


def test_a_field_with_other_words_answers_to_its_first_ones_too(sheet: Sheet) -> None:
    sheet.day.rename("Firmado el")
    sheet.form.show_refused(
        Refused("No se ha guardado.", (Problem("No puede ser.", column="Fecha de nacimiento"),))
    )
    assert sheet.day.error == "No puede ser."
