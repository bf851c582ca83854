"""Tests of «Crear mi centro», by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.start.foundation import FoundationDialog
from tests.ui.hands import click, ctrl, find, in_dialog, press, type_text

ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def dialog(qtbot: QtBot, home: Path) -> Iterator[FoundationDialog]:
    assert home.is_dir()
    made = FoundationDialog()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.hide()  # closed while it is seen, it would ask
    made.deleteLater()


def typed(dialog: FoundationDialog, *words: str) -> None:
    """Type into one field after another, and go on."""
    for at, each in enumerate(words):
        if at:
            press(focused(dialog), TAB)
        type_text(focused(dialog), each)
    press(focused(dialog), ENTER)


def focused(dialog: FoundationDialog) -> QWidget:
    """Return where the keyboard is."""
    widget = dialog.focusWidget()
    assert widget is not None
    return widget


def test_enter_goes_through_the_four_steps_and_says_which_one_it_is(
    dialog: FoundationDialog, qtbot: QtBot, home: Path
) -> None:
    typed(dialog, "CPEPA Río Vero", "22001234", "Eva Pérez", "Ayuntamiento de Barbastro")
    assert dialog.progress.text() == "Paso 2 de 4"
    typed(dialog, "Calle Mayor, 1", "22300", "Barbastro")
    typed(dialog, "Aula 1", "45", "90000011E", "Ana", "Ágreda")
    assert dialog.progress.text() == "Paso 4 de 4"
    assert dialog.next.text() == "Crear el centro"
    assert dialog.path().name == "cpepa-río-vero.cpepa"
    assert home in dialog.path().parents
    with qtbot.waitSignal(dialog.submitted):
        press(focused(dialog), ENTER)
    founded = dialog.entered()
    assert (founded.centre.name, founded.entity.name) == ("CPEPA Río Vero", "Ayuntamiento de Barbastro")
    assert founded.entity.province == founded.centre.province == "Huesca"
    assert founded.room is not None
    assert founded.room.area_hundredths == 45_00
    assert founded.trainer is not None
    assert founded.trainer.full_name == "Ana Ágreda"


def test_only_the_name_is_needed(dialog: FoundationDialog) -> None:
    press(focused(dialog), ENTER)
    assert dialog.step == 0
    assert dialog.centre.name.error == "Falta este dato."
    typed(dialog, "CPEPA Nuevo")
    press(focused(dialog), ENTER)
    press(focused(dialog), ENTER)
    assert dialog.step == 3
    founded = dialog.entered()
    assert founded.entity.name == "CPEPA Nuevo"
    assert (founded.room, founded.trainer) == (None, None)


def test_going_back_loses_nothing(dialog: FoundationDialog) -> None:
    typed(dialog, "CPEPA Nuevo")
    type_text(focused(dialog), "Calle Mayor, 1")
    press(focused(dialog), Qt.Key.Key_Left, ALT)
    assert dialog.step == 0
    assert dialog.centre.name.value() == "CPEPA Nuevo"
    press(focused(dialog), Qt.Key.Key_Right, ALT)
    assert dialog.address.address.value() == "Calle Mayor, 1"


def test_ctrl_s_goes_on_too(dialog: FoundationDialog) -> None:
    type_text(focused(dialog), "CPEPA Nuevo")
    ctrl(focused(dialog), Qt.Key.Key_S)
    assert dialog.step == 1


def test_an_error_is_said_beside_its_field_when_the_field_is_left(dialog: FoundationDialog) -> None:
    dialog.centre.cif.setFocus()
    type_text(focused(dialog), "Q0000000X")
    press(focused(dialog), TAB)
    assert dialog.centre.cif.error


def test_a_trainer_that_was_begun_has_to_be_finished(dialog: FoundationDialog) -> None:
    typed(dialog, "CPEPA Nuevo")
    press(focused(dialog), ENTER)
    dialog.room.document.setFocus()
    typed(dialog, "90000011E")
    assert dialog.step == 2
    assert dialog.room.trainer_name.error
    type_text(focused(dialog), "Ana")
    dialog.room.document.set_value(None)
    press(focused(dialog), ENTER)
    assert dialog.room.document.error
    dialog.room.trainer_name.set_value("")
    press(focused(dialog), ENTER)
    assert dialog.step == 3


def test_a_room_needs_its_name(dialog: FoundationDialog) -> None:
    typed(dialog, "CPEPA Nuevo")
    press(focused(dialog), ENTER)
    dialog.room.area.setFocus()
    typed(dialog, "45")
    assert dialog.room.room_name.error


def test_the_file_is_proposed_again_until_the_person_writes_another(
    dialog: FoundationDialog, home: Path
) -> None:
    typed(dialog, "Uno")
    dialog.next.click()
    dialog.next.click()
    (dialog.path().parent / "dos.cpepa").touch()
    for _step in range(3):
        dialog.back.click()
    dialog.centre.name.set_value("Dos")
    for _step in range(3):
        dialog.next.click()
    assert dialog.path().name == "dos-2.cpepa"
    dialog.file.path.set_value(str(home / "otro.cpepa"))
    dialog.back.click()
    dialog.next.click()
    assert dialog.path().name == "otro.cpepa"


def test_a_synchronised_folder_is_told(dialog: FoundationDialog, home: Path) -> None:
    (home / "OneDrive").mkdir()
    typed(dialog, "CPEPA Nuevo")
    dialog.next.click()
    dialog.next.click()
    assert not dialog.file.warnings.isVisible()
    dialog.file.path.set_value("")
    type_text(focused(dialog), str(home / "OneDrive" / "mi"))
    assert "OneDrive" in dialog.file.warnings.words


def test_leaving_asks_where_something_was_typed(dialog: FoundationDialog) -> None:
    type_text(focused(dialog), "CPEPA Nuevo")
    with in_dialog("confirm_dialog", lambda asked: click(find(asked, QPushButton, "confirm_dialog_cancel"))):
        press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with in_dialog("confirm_dialog", lambda asked: click(find(asked, QPushButton, "confirm_dialog_accept"))):
        press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_leaving_untouched_asks_nothing(dialog: FoundationDialog) -> None:
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
