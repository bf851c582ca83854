"""Tests of the fields of the first steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.start.fields import NewFileField, PostalCodeField, TaxCodeField


@pytest.fixture
def path_field(qtbot: QtBot) -> NewFileField:
    made = NewFileField("path", "Archivo")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("typed", "value"), [("q-5055001-h", ""), ("", ""), ("Q2826000H", "Q2826000H")])
def test_a_tax_code_is_verified(qtbot: QtBot, typed: str, value: str) -> None:
    field = TaxCodeField("cif", "CIF")
    qtbot.addWidget(field)
    field.set_value(typed)
    if typed and not value:
        assert not field.check()
        assert field.error
    else:
        assert field.value() == value


@pytest.mark.parametrize(
    ("typed", "is_right"), [("50001", True), ("5000", False), ("5000A", False), ("", True)]
)
def test_a_postal_code_has_five_figures(qtbot: QtBot, typed: str, *, is_right: bool) -> None:
    field = PostalCodeField("code", "Código postal")
    qtbot.addWidget(field)
    field.set_value(typed)
    assert field.check() is is_right


def test_a_new_file_gets_its_ending(path_field: NewFileField, tmp_path: Path) -> None:
    path_field.set_value(str(tmp_path / "mi centro"))
    assert path_field.value() == str(tmp_path / "mi centro.cpepa")


def test_a_folder_that_is_not_there_and_a_file_that_is_are_told(
    path_field: NewFileField, tmp_path: Path
) -> None:
    path_field.set_value(str(tmp_path / "no" / "mi.cpepa"))
    with pytest.raises(NotUnderstood, match="no existe"):
        path_field.value()
    (tmp_path / "mi.cpepa").touch()
    path_field.set_value(str(tmp_path / "mi"))
    with pytest.raises(NotUnderstood, match="Ya hay un archivo"):
        path_field.value()
