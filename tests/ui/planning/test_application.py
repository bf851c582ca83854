"""Tests of the application to a call: its courses and its checklist by the keys, submitted and printed."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.papers import PaperCall
from cpepa_desktop.operations import applications
from cpepa_desktop.operations.application_view import ApplicationView, read_application
from cpepa_desktop.operations.applications import ActionForm
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.planning.application.columns import action_columns, item_columns
from cpepa_desktop.ui.planning.application.controller import ApplicationSection
from cpepa_desktop.ui.planning.application.dialogs import ActionDialog, ItemDialog, PublicationDialog
from cpepa_desktop.ui.planning.submission import SubmissionDialog, WithdrawDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog, no_dialog_is_open
from tests.ui.hands import ctrl, in_dialog, press, type_path, type_text, words_in
from tests.ui.planning.sections import open_section

CALL = "EPE-873-2023"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def section(window: MainWindow, shell: Shell) -> ApplicationSection:
    """Give the section with nothing written in it yet."""
    ws = shell.workspace
    shell.run(lambda: applications.withdraw_submission(ws, CALL, "Para la prueba"))
    shell.run(lambda: applications.set_published(ws, CALL, None))
    for row in application(shell).actions:
        shell.run(partial(applications.remove_action, ws, CALL, row.action.id))
    for view in application(shell).items:
        shell.run(partial(applications.mark_item, ws, CALL, view.item.key, ItemState.MISSING))
    return open_section(window, ApplicationSection, "application")


@pytest.fixture
def asking(section: ApplicationSection, shell: Shell) -> ApplicationSection:
    """Give the section with one course asked for and the day of publication."""
    shell.run(lambda: applications.set_published(shell.workspace, CALL, date(2023, 7, 10)))
    shell.run(lambda: applications.save_action(shell.workspace, CALL, ActionForm("ADGD0308", "A1")))
    return section


def application(shell: Shell) -> ApplicationView:
    return read_application(shell.workspace, CALL)


def complete(shell: Shell) -> None:
    """Have everything that goes with the application."""
    for view in application(shell).items:
        shell.run(partial(applications.mark_item, shell.workspace, CALL, view.item.key, ItemState.READY))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_application_begins_empty_and_says_what_it_lacks(section: ApplicationSection) -> None:
    assert "No se pide nada todavía" in words_in(section.view)
    assert "Anote el día en que se publicó" in words_in(section.view)
    assert "Faltan 15 cosas" in words_in(section.view)
    assert [row.mark.state for row in section.view.items.shown_rows()] == [ItemState.MISSING] * 14
    assert not section.view.rows.change.isEnabled()


def test_a_course_is_asked_for_by_the_keys(section: ApplicationSection, qtbot: QtBot) -> None:
    ctrl(section.view.rows, Qt.Key.Key_N)
    asked = dialog(qtbot, ActionDialog)
    type_text(asked.offer.panel.filter_box, "ADGD0308 A1")
    qtbot.waitUntil(lambda: [row.part for row in asked.offer.panel.selected_rows()] == ["A1"])
    asked.participants.set_value(10)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = section.view.rows.table.shown_rows()
    assert [plain(column.shown(row)) for column in action_columns()] == [
        "1",
        "ADGD0308 A1",
        "Actividades de gestión administrativa",
        "Sí",
        "Zaragoza",
        "470 h",
        "10",
        "31.584,00 €",
        "Sin planificar",
    ]
    assert "31.584,00 € de los 600.000,00 €" in plain(words_in(section.view))


def test_more_people_than_the_call_pays_for_are_refused_in_the_form(
    section: ApplicationSection, shell: Shell, qtbot: QtBot
) -> None:
    section.view.rows.add_wanted.emit()
    asked = dialog(qtbot, ActionDialog)
    asked.offer.panel.choose(("SSCS0208", ""))
    asked.participants.set_value(14)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "de 1 a 13 participantes" in words_in(asked)
    asked.reject()
    assert application(shell).actions == ()


def test_the_one_chosen_is_changed_and_taken_out(
    asking: ApplicationSection, shell: Shell, qtbot: QtBot
) -> None:
    press(asking.view.rows.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, ActionDialog)
    offer = asked.offer.value()
    assert offer is not None
    assert (offer.code, offer.part, asked.province.value()) == ("ADGD0308", "A1", "Zaragoza")
    asked.province.set_value("Teruel")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert application(shell).actions[0].action.province == "Teruel"
    press(asking.view.rows, Qt.Key.Key_Delete, CTRL, SHIFT)
    assert application(shell).actions == ()
    shell.undo()
    assert len(application(shell).actions) == 1


def test_the_planned_courses_come_in_at_once(section: ApplicationSection, shell: Shell) -> None:
    press(section.view.rows, Qt.Key.Key_T, CTRL, SHIFT)
    planned = [course.code for course in list_courses(shell.workspace) if course.call == CALL]
    assert [row.action.course for row in section.view.rows.table.shown_rows()] == planned


def test_an_item_is_ready_with_one_key_and_its_state_with_a_note_in_a_form(
    section: ApplicationSection, shell: Shell, qtbot: QtBot
) -> None:
    items = section.view.items
    items.choose("premises")
    items.view.setFocus()
    ctrl(items.view, Qt.Key.Key_Return)
    assert application(shell).application.mark("premises").state is ItemState.READY
    assert not section.view.ready.isEnabled()
    items.choose("action_list")
    ctrl(items.view, Qt.Key.Key_E)
    asked = dialog(qtbot, ItemDialog)
    asked.state.set_value(ItemState.NOT_NEEDED)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "cuándo y ante qué órgano" in words_in(asked)
    asked.note.set_value("INAEM, 2 de mayo de 2023")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    row = next(row for row in items.shown_rows() if row.item.key == "action_list")
    assert [column.shown(row) for column in item_columns()][3:] == [
        "No hace falta",
        "INAEM, 2 de mayo de 2023",
        "No",
    ]


def test_the_day_of_publication_gives_the_term(section: ApplicationSection, qtbot: QtBot) -> None:
    press(section.view, Qt.Key.Key_U, CTRL, SHIFT)
    asked = dialog(qtbot, PublicationDialog)
    asked.day.set_value(date(2023, 7, 10))
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert "El plazo acaba el lun 24 jul 2023 (EPE/873/2023, ap. 9)." in words_in(section.view)


def test_a_submission_asks_for_day_and_number_and_then_nothing_changes(
    asking: ApplicationSection, shell: Shell, qtbot: QtBot
) -> None:
    complete(shell)
    assert "Lista para presentar" in words_in(asking.view)
    press(asking.view, Qt.Key.Key_P, CTRL, SHIFT)
    asked = dialog(qtbot, SubmissionDialog)
    asked.day.set_value(date(2023, 7, 20))
    ctrl(asked, Qt.Key.Key_S)
    assert asked.number.error
    asked.number.set_value("RE-2023-1")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert "Presentada el jue 20 jul 2023 · RE-2023-1" in words_in(asking.view)
    for each in (asking.view.rows.add, asking.view.courses, asking.view.edit, asking.view.publication):
        assert not each.isEnabled()
    press(asking.view, Qt.Key.Key_B, CTRL, SHIFT)
    reopen = dialog(qtbot, WithdrawDialog)
    reopen.reason.set_value("El registro la rechazó")
    ctrl(reopen, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert not application(shell).is_submitted


def test_what_is_missing_is_said_in_the_form(asking: ApplicationSection, qtbot: QtBot) -> None:
    asking.view.submit_wanted.emit()
    asked = dialog(qtbot, SubmissionDialog)
    asked.number.set_value("RE-1")
    ctrl(asked, Qt.Key.Key_S)
    assert "Falta: Listado de las acciones formativas solicitadas (ap. 12.1.a)." in words_in(asked)
    asked.reject()


def test_why_explains_the_grant_of_the_one_chosen_and_the_limits_of_the_call(
    asking: ApplicationSection, qtbot: QtBot
) -> None:
    press(asking.view.rows.table.view, Qt.Key.Key_F8)
    why = dialog(qtbot, WhyDialog)
    assert "(460 h + 10 h) × 6,72 €/h × 13 participantes = 41.059,20 €" in plain(words_in(why))
    why.reject()
    qtbot.waitUntil(no_dialog_is_open)
    press(asking.view, Qt.Key.Key_F8, SHIFT)
    limits = dialog(qtbot, WhyDialog)
    assert [figure.label for figure in limits.figures.shown_rows()] == [
        "Importe que se pide",
        "Acciones de ADGD0308",
    ]
    limits.reject()


def test_the_application_prints_and_the_estimate_is_saved(
    asking: ApplicationSection, shell: Shell, tmp_path: Path
) -> None:
    with in_dialog("file_dialog", type_path(tmp_path)):
        ctrl(asking.view, Qt.Key.Key_P)
    (paper,) = list_papers(shell.workspace)
    assert paper.title.startswith("Solicitud de subvención")
    with in_dialog("file_dialog", type_path(tmp_path)):
        press(asking.view.rows, Qt.Key.Key_G, CTRL, SHIFT)
    assert (tmp_path / "estimacion-ADGD0308-A1-Zaragoza.pdf").read_bytes().startswith(b"%PDF")


def test_a_link_goes_to_a_call_and_passes_over_an_unknown_one(window: MainWindow) -> None:
    section = open_section(window, ApplicationSection, f"application/{CALL}")
    assert section.detail() == CALL
    section.reveal_detail("PLAN-2030")
    assert section.detail() == CALL
    assert PaperCall(section.detail()).call == CALL
