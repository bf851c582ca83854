"""Tests of fields, by the keys a person types."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.identity import DocumentKind
from cpepa_desktop.ui.parts.fields import (
    CheckField,
    ChoiceField,
    ClockField,
    DateField,
    Field,
    FileField,
    IdentityField,
    Line,
    LongTextField,
    MinutesField,
    NumberField,
    ScanField,
    TextField,
)
from cpepa_desktop.ui.parts.form import Form
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


def test_fields_give_what_was_typed_in_them(sheet: Sheet) -> None:
    type_text(sheet.name.editor, "  Ana   Maria ")
    type_text(sheet.day.editor, "3-1-90")
    type_text(sheet.length.editor, "2h30")
    type_text(sheet.area.editor, "42,5")
    press(sheet.sex.editor, Qt.Key.Key_Down)
    assert sheet.form.check()
    assert sheet.name.value() == "Ana Maria"
    assert sheet.day.value() == date(1990, 1, 3)
    assert sheet.length.value() == 150
    assert sheet.area.value() == 4250
    assert sheet.sex.value() == "F"


def test_an_empty_field_is_nothing_and_never_a_zero(sheet: Sheet) -> None:
    assert sheet.day.value() is None
    assert sheet.length.value() is None
    assert sheet.area.value() is None
    assert sheet.sex.value() is None


def test_what_makes_no_sense_is_said_beside_the_field_on_leaving_it(sheet: Sheet) -> None:
    type_text(sheet.day.editor, "30/2/2024")
    press(sheet.day.editor, Qt.Key.Key_Return)
    assert sheet.day.error == "Ese día no existe en el calendario."
    shown = sheet.day.findChild(QLabel, "day_error")
    assert isinstance(shown, QLabel)
    assert shown.isVisibleTo(sheet.day)
    assert sheet.day.editor.accessibleDescription() == sheet.day.error
    sheet.day.set_value(date(2024, 2, 29))
    assert not sheet.day.error


@pytest.mark.parametrize(
    ("typed", "is_right"), [("0,01", True), ("0", False), ("100", True), ("100,01", False)]
)
def test_a_number_stays_between_its_limits(sheet: Sheet, typed: str, *, is_right: bool) -> None:
    type_text(sheet.area.editor, typed)
    assert sheet.area.check() is is_right


def test_a_document_is_verified_as_it_is_typed(qtbot: QtBot) -> None:
    kinds: list[DocumentKind | None] = [None]
    field = IdentityField("document", "Documento", kind_of=lambda: kinds[0])
    qtbot.addWidget(field)
    type_text(field.editor, "12345678a")
    press(field.editor, Qt.Key.Key_Return)
    assert "debería ser Z" in field.error
    press(field.editor, Qt.Key.Key_Backspace)
    type_text(field.editor, "z")
    assert field.check()
    assert str(field.value()) == "12345678Z"


def test_a_document_of_a_stated_kind_is_read_as_such(qtbot: QtBot) -> None:
    field = IdentityField("document", "Documento", kind_of=lambda: DocumentKind.PASSPORT)
    qtbot.addWidget(field)
    type_text(field.editor, "123456789")
    value = field.value()
    assert value is not None
    assert value.kind is DocumentKind.PASSPORT


def test_a_choice_keeps_its_value_when_others_are_offered(qtbot: QtBot) -> None:
    field = ChoiceField("room", "Aula", [(1, "Aula 1"), (2, "Aula 2")], nothing="Ninguna")
    qtbot.addWidget(field)
    field.set_value(2)
    field.set_choices([(2, "Aula 2"), (3, "Aula 3")])
    assert field.value() == 2
    field.set_choices([(3, "Aula 3")])
    assert field.value() is None


def test_a_time_of_day_is_read_in_minutes(qtbot: QtBot) -> None:
    field = ClockField("from", "Desde")
    qtbot.addWidget(field)
    type_text(field.editor, "9.30")
    assert field.value() == 570
    field.set_value(485)
    assert field.value() == 485
    type_text(field.editor, "9")
    assert not field.check()


def test_a_file_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    scan = tmp_path / "escaneado.pdf"
    field = FileField("scan", "Justificante")
    qtbot.addWidget(field)
    type_text(field.editor, str(scan))
    assert not field.check()
    scan.write_bytes(b"%PDF")
    assert field.check()
    assert field.value() == scan


def test_a_file_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    scan = tmp_path / "escaneado.pdf"
    scan.write_bytes(b"%PDF")
    field = FileField("scan", "Justificante", choose=lambda _parent, _title, _patterns: str(scan))
    qtbot.addWidget(field)
    choose = find(field, QPushButton, "scan_choose")
    with qtbot.waitSignal(field.changed):
        click(choose)
    assert field.value() == scan


def test_a_scan_is_looked_for_among_papers_and_pictures(qtbot: QtBot) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, patterns: str) -> str:
        asked.append(patterns)
        return ""

    field = ScanField("scan", "Justificante", choose=choose)
    qtbot.addWidget(field)
    click(find(field, QPushButton, "scan_choose"))
    assert asked == ["Documentos (*.pdf *.png *.jpg *.jpeg)"]
    assert field.value() is None


def test_a_tick_and_a_long_text_keep_what_they_are_given(qtbot: QtBot) -> None:
    tick, box = CheckField("active", "Sigue impartiendo"), LongTextField("note", "Observaciones")
    qtbot.addWidget(tick)
    qtbot.addWidget(box)
    tick.set_value(True)
    assert tick.value() is True
    type_text(box.editor, "dos palabras")
    assert box.value() == "dos palabras"


def test_a_unit_stands_inside_its_field_and_is_said(sheet: Sheet) -> None:
    line = sheet.area.editor
    assert isinstance(line, Line)
    assert line.unit == "m²"
    assert line.textMargins().right() > line.fontMetrics().horizontalAdvance("m²")
    assert line.accessibleName() == "Superficie (m²)"
    assert sheet.area.findChild(QLabel, "area_unit") is None


def test_what_is_required_is_said_in_words(sheet: Sheet) -> None:
    assert find(sheet.name, QLabel, "name_label").text() == "Nombre (obligatorio)"
    assert sheet.name.editor.accessibleDescription() == "Obligatorio"
    assert find(sheet.day, QLabel, "day_label").text() == "Fecha de nacimiento"


def _said(field: Field[Any]) -> str:
    return field.error


def test_an_error_goes_with_the_letter_that_mends_it(sheet: Sheet) -> None:
    type_text(sheet.day.editor, "30/2/202")
    assert not _said(sheet.day)  # not while it may still become right
    press(sheet.day.editor, Qt.Key.Key_Return)
    assert _said(sheet.day)
    press(sheet.day.editor, Qt.Key.Key_Home)
    press(sheet.day.editor, Qt.Key.Key_Delete)
    press(sheet.day.editor, Qt.Key.Key_Delete)
    type_text(sheet.day.editor, "2")
    assert _said(sheet.day)
    press(sheet.day.editor, Qt.Key.Key_End)
    type_text(sheet.day.editor, "4")
    assert not _said(sheet.day)
    assert not sheet.name.check()
    type_text(sheet.name.editor, "A")
    assert not _said(sheet.name)
    assert sheet.name.editor.accessibleDescription() == "Obligatorio"


@pytest.mark.parametrize("name", ["line", "box"])
def test_ctrl_z_takes_back_what_is_typed_and_then_is_the_windows(qtbot: QtBot, name: str) -> None:
    line, box = TextField("line", "Línea"), LongTextField("box", "Texto")
    form = Form("undo_form", [line, box])
    undone, redone = list[str](), list[str]()
    for keys, done in ((QKeySequence.StandardKey.Undo, undone), (QKeySequence.StandardKey.Redo, redone)):
        action = QAction(form)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, done=done: done.append("hecho"))
        form.addAction(action)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    field = line if name == "line" else box
    field.set_value("guardado")
    field.editor.setFocus()
    ctrl(field.editor, Qt.Key.Key_Z)
    assert undone == ["hecho"]
    press(field.editor, Qt.Key.Key_End)
    type_text(field.editor, "x")
    ctrl(field.editor, Qt.Key.Key_Z)
    assert (field.value(), undone) == ("guardado", ["hecho"])
    ctrl(field.editor, Qt.Key.Key_Z)
    assert undone == ["hecho", "hecho"]
    assert field.value() == "guardado"


def test_a_field_takes_other_words_for_eyes_and_for_ears(qtbot: QtBot) -> None:
    field = TextField("number", "Número", required=True)
    qtbot.addWidget(field)
    field.rename("Número de póliza")
    assert find(field, QLabel, "number_label").text() == "Número de póliza (obligatorio)"
    assert field.editor.accessibleName() == "Número de póliza"
