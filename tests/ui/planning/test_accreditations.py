"""Tests of what the centre may teach: accreditations and what specialities ask for, by the keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.operations.accreditations import list_accreditations, save_accreditation
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.speciality_needs import list_needs, save_need
from cpepa_desktop.ui.planning.accreditations.columns import (
    accreditation_columns,
    need_badge,
    need_columns,
)
from cpepa_desktop.ui.planning.accreditations.controller import AccreditationsSection
from cpepa_desktop.ui.planning.accreditations.dialogs import AccreditationDialog, NeedDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog, no_dialog_is_open
from tests.ui.hands import Opened, ctrl, press, type_text, words_in
from tests.ui.planning.sections import forget_plans, open_section

CODE = "HOTR0208"
OWN = Accreditation(0, CODE, "26-17", date(2023, 9, 1), None, 15)


@pytest.fixture
def section(window: MainWindow, shell: Shell) -> AccreditationsSection:
    forget_plans(shell)
    return open_section(window, AccreditationsSection, "accreditations")


@pytest.fixture
def filled(section: AccreditationsSection, shell: Shell) -> AccreditationsSection:
    """Give the section with one accreditation chosen."""
    shell.run(lambda: save_accreditation(shell.workspace, OWN))
    section.reveal_detail(CODE)
    return section


def test_without_any_the_next_step_is_to_add_one(section: AccreditationsSection) -> None:
    assert section.view.is_empty()
    assert "puede impartir" in words_in(section.view)


def test_one_is_written_down_by_the_keys(section: AccreditationsSection, shell: Shell, qtbot: QtBot) -> None:
    section.view.show_empty(empty=False)
    ctrl(section.view.rows, Qt.Key.Key_N)
    asked = dialog(qtbot, AccreditationDialog)
    type_text(asked.speciality.panel.filter_box, CODE)
    asked.number.set_value("26-17")
    asked.day.set_value(date(2023, 9, 1))
    asked.until.set_value(date(2024, 1, 31))
    asked.places.set_value(15)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = section.view.rows.table.shown_rows()
    shown = [column.shown(row) for column in accreditation_columns(shell.clock.today())]
    assert shown[0] == CODE
    assert shown[2:] == ["Terminada", "26-17", "1 sep 2023", "31 ene 2024", "15"]


def test_one_that_ends_before_it_begins_is_refused_in_the_form(
    section: AccreditationsSection, shell: Shell, qtbot: QtBot
) -> None:
    section.view.rows.add_wanted.emit()
    asked = dialog(qtbot, AccreditationDialog)
    type_text(asked.speciality.panel.filter_box, CODE)
    asked.day.set_value(date(2023, 9, 1))
    asked.until.set_value(date(2023, 8, 31))
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "antes de empezar" in words_in(asked)
    asked.reject()
    assert list_accreditations(shell.workspace) == ()


def test_the_speciality_of_one_stays_when_it_is_changed(
    filled: AccreditationsSection, shell: Shell, qtbot: QtBot
) -> None:
    press(filled.view.rows.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, AccreditationDialog)
    assert not asked.speciality.isVisible()
    asked.places.set_value(20)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (kept,) = list_accreditations(shell.workspace)
    assert (kept.speciality, kept.places) == (CODE, 20)


def test_one_without_its_day_says_what_is_lacking(filled: AccreditationsSection, shell: Shell) -> None:
    shell.run(lambda: save_accreditation(shell.workspace, Accreditation(0, CODE, "26-18")))
    columns = accreditation_columns(shell.clock.today())
    shown = [[column.shown(row) for column in columns] for row in filled.view.rows.table.shown_rows()]
    assert ["Pendiente", "26-18", "Falta", "Sin término"] in [row[2:6] for row in shown]


def test_its_scan_is_opened_by_the_keys(
    filled: AccreditationsSection, shell: Shell, outside: Opened, tmp_path: Path
) -> None:
    assert not filled.view.scan.isEnabled()
    scan = tmp_path / "resolución.pdf"
    scan.write_bytes(b"%PDF-1.7")
    (kept,) = list_accreditations(shell.workspace)
    shell.run(lambda: save_accreditation(shell.workspace, kept, scan))
    press(
        filled.view.rows,
        Qt.Key.Key_O,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    assert [path.read_bytes() for path in outside.opened] == [b"%PDF-1.7"]


def test_what_a_speciality_asks_for_is_written_down_by_the_keys(
    filled: AccreditationsSection, shell: Shell, qtbot: QtBot
) -> None:
    assert "Falta anotar qué exige" in words_in(filled.view.needs)
    filled.view.needs.add.setFocus()
    ctrl(filled.view.needs, Qt.Key.Key_N)
    asked = dialog(qtbot, NeedDialog)
    asked.name.set_value("Taller de cocina")
    asked.area.set_value(12_000)
    asked.people.set_value(15)
    asked.source.set_value("RD 1376/2008, anexo III")
    asked.room.set_value(read_centre(shell.workspace).rooms[0].id)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = filled.view.needs.table.shown_rows()
    shown = [column.shown(row) for column in need_columns()]
    assert shown[:2] == ["Espacio", "Taller de cocina (120 m² para 15 personas)"]
    assert shown[2] == need_badge(row.answer).words != "Sí"


def test_a_need_of_trainers_asks_for_a_person_and_not_for_square_metres(
    filled: AccreditationsSection, shell: Shell, qtbot: QtBot
) -> None:
    someone = read_centre(shell.workspace).trainers[0]
    filled.view.needs.add_wanted.emit()
    asked = dialog(qtbot, NeedDialog)
    asked.area.set_value(4500)
    asked.kind.set_value(NeedKind.TRAINER)
    asked.settle()
    assert not asked.area.isVisible()
    assert asked.trainer.isVisible()
    asked.name.set_value("Técnico superior en Cocina")
    asked.trainer.set_value(someone.id)
    asked.met_on.set_value(date(2023, 9, 1))
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (view,) = list_needs(shell.workspace, CODE)
    assert (view.answer, view.need.area_hundredths, view.need.trainer_id) == (Answer.YES, None, someone.id)


def test_a_need_is_taken_away_and_comes_back_with_undo(filled: AccreditationsSection, shell: Shell) -> None:
    need = SpecialityNeed(0, CODE, 0, NeedKind.EQUIPMENT, "Fogones")
    shell.run(lambda: save_need(shell.workspace, need))
    filled.view.needs.remove.click()
    assert list_needs(shell.workspace, CODE) == ()
    shell.undo()
    assert [view.need.name for view in list_needs(shell.workspace, CODE)] == ["Fogones"]


def test_a_speciality_being_prepared_is_shown_without_accreditation_and_gets_one(
    section: AccreditationsSection, shell: Shell, qtbot: QtBot
) -> None:
    shell.run(lambda: save_need(shell.workspace, SpecialityNeed(0, CODE, 0, NeedKind.EQUIPMENT, "Fogones")))
    (row,) = section.view.rows.table.shown_rows()
    assert accreditation_columns(shell.clock.today())[2].shown(row) == "Sin acreditar"
    assert not section.view.rows.remove.isEnabled()
    ctrl(section.view.rows, Qt.Key.Key_E)
    asked = dialog(qtbot, AccreditationDialog)
    chosen = asked.speciality.value()
    assert chosen is not None
    assert chosen.code == CODE
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert [each.speciality for each in list_accreditations(shell.workspace)] == [CODE]


def test_a_link_goes_to_a_speciality(filled: AccreditationsSection, window: MainWindow, shell: Shell) -> None:
    shell.run(lambda: save_accreditation(shell.workspace, Accreditation(0, "SSCS0208", "26-1")))
    section = open_section(window, AccreditationsSection, "accreditations/SSCS0208")
    assert section.detail() == "SSCS0208"
    assert "Qué exige SSCS0208" in words_in(section.view)
    assert section is filled
