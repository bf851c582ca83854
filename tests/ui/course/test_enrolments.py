"""Tests of the people of a course: rows, joining by hand and from a file, changing and leaving."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.people import list_people, preview_people
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.ui.course.enrolments.columns import EnrolmentRow, enrolment_columns
from cpepa_desktop.ui.course.enrolments.controller import EnrolmentsTab
from cpepa_desktop.ui.course.enrolments.dialogs import (
    EnrolDialog,
    EnrolmentDialog,
    NoticeDialog,
    WithdrawDialog,
)
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import TableView
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, find, type_text, words_in

HEAD = "DNI;Apellidos;Nombre;Fecha de nacimiento\n"
NEW = "12345678Z;Pérez Gil;Lucía;1/2/1990\n"
WRONG = "12345678A;Mal Letra;José;3/4/1985\n"


@pytest.fixture
def tab(window: MainWindow) -> EnrolmentsTab:
    return open_tab(window, EnrolmentsTab, "enrolments")


@pytest.fixture
def empty(window: MainWindow) -> EnrolmentsTab:
    return open_tab(window, EnrolmentsTab, "enrolments", EMPTY_COURSE)


def choose(tab: EnrolmentsTab, seat: int) -> EnrolmentRow:
    row = next(row for row in tab.view.table.shown_rows() if row.enrolment.seat == seat)
    assert tab.view.table.choose(row.enrolment.id)
    return row


def shown(row: EnrolmentRow) -> list[str]:
    return [column.shown(row) for column in enrolment_columns() if not column.hidden]


def names(tab: EnrolmentsTab) -> list[str]:
    return [row.enrolment.person.listed_name for row in tab.view.table.shown_rows()]


def test_a_row_says_seat_document_name_day_status_and_leaving(tab: EnrolmentsTab) -> None:
    assert shown(choose(tab, 9)) == [
        "9",
        "Financiada",
        "90000791C",
        "Ibáñez Tobajas",
        "Raúl",
        "15 ene 2024",
        "Desempleo",
        "",
        "2 feb 2024 · Colocación",
    ]
    assert shown(choose(tab, 14))[1] == "Adicional"


def test_commands_are_offered_where_they_make_sense(tab: EnrolmentsTab) -> None:
    view = tab.view
    choose(tab, 1)
    assert (view.change.isEnabled(), view.withdraw.isEnabled(), view.give_back.isEnabled()) == (
        True,
        True,
        False,
    )
    choose(tab, 9)
    assert (view.withdraw.isEnabled(), view.give_back.isEnabled()) == (False, True)


def test_a_person_named_by_a_place_becomes_the_current_one(window: MainWindow, tab: EnrolmentsTab) -> None:
    wanted = choose(tab, 5).enrolment.id
    choose(tab, 1)
    open_tab(window, EnrolmentsTab, f"enrolments/{wanted}")
    current = tab.view.table.current_row()
    assert current is not None
    assert current.enrolment.id == wanted


def test_a_course_with_nobody_offers_the_file(empty: EnrolmentsTab) -> None:
    assert empty.view.is_empty()
    assert find(empty.view, QPushButton, "enrolments_empty_action").hasFocus()


# By hand -------------------------------------------------------------------------------------------


def test_somebody_of_the_file_is_found_by_typing_and_enrolled(
    empty: EnrolmentsTab, qtbot: QtBot, shell: Shell
) -> None:
    ctrl(find(empty.view, QPushButton, "enrolments_empty_action"), Qt.Key.Key_N)
    asked = dialog(qtbot, EnrolDialog)
    type_text(asked.person.panel.filter_box, "ibanez")
    assert not asked.document.isVisible()
    asked.joining.status.set_value(EmploymentStatus.EMPLOYED)
    ctrl(asked.person.panel.filter_box, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (enrolment,) = list_enrolments(shell.workspace, EMPTY_COURSE)
    assert enrolment.person.listed_name == "Ibáñez Tobajas, Raúl"
    assert enrolment.status_at_start is EmploymentStatus.EMPLOYED
    assert names(empty) == ["Ibáñez Tobajas, Raúl"]


def test_somebody_new_is_written_and_enrolled(empty: EnrolmentsTab, qtbot: QtBot, shell: Shell) -> None:
    empty.view.enrol.click()
    asked = dialog(qtbot, EnrolDialog)
    asked.form.submit()
    assert asked.document.error == "Falta este dato."
    asked.document.set_value(parse_identity("12345678Z"))
    asked.name.set_value("Lucía")
    asked.surnames.set_value("Pérez Gil")
    asked.birth.set_value(date(1990, 2, 1))
    asked.form.submit()
    assert names(empty) == ["Pérez Gil, Lucía"]
    (summary,) = list_people(shell.workspace, "12345678Z")
    assert summary.person.birth_date == date(1990, 2, 1)
    assert summary.courses == (EMPTY_COURSE,)


def test_a_wrong_letter_is_said_at_the_field(empty: EnrolmentsTab, qtbot: QtBot) -> None:
    empty.view.enrol.click()
    asked = dialog(qtbot, EnrolDialog)
    type_text(asked.document.editor, "12345678A")
    asked.name.set_value("Lucía")
    asked.form.submit()
    assert "debería ser Z" in asked.document.error
    asked.reject()
    assert empty.view.is_empty()


def test_who_is_in_the_course_already_is_not_offered(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    tab.view.enrol.click()
    asked = dialog(qtbot, EnrolDialog)
    offered = {row.person.listed_name for row in asked.person.panel.shown_rows()}
    assert "Ágreda Royo, Ana" not in offered
    assert offered
    asked.reject()


def test_a_taken_seat_is_refused_in_the_form(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    tab.view.enrol.click()
    asked = dialog(qtbot, EnrolDialog)
    type_text(asked.person.panel.filter_box, "tirado")
    asked.joining.seat.set_value(1)
    asked.form.submit()
    assert "plaza 1 ya está ocupada" in asked.form.banner.words
    asked.reject()
    assert len(names(tab)) == 14


def test_modules_accredited_are_ticked_and_shown(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    choose(tab, 1)
    ctrl(tab.view.table.view, Qt.Key.Key_E)
    asked = dialog(qtbot, EnrolmentDialog)
    assert asked.joining.joined_on.value() == date(2024, 1, 15)
    asked.joining.accredited.set_value(("MF1018_2",))
    asked.joining.source.set_value("Certificado de 2019")
    asked.form.submit()
    assert shown(choose(tab, 1))[7] == "MF1018_2"
    tab.view.change.click()
    again = dialog(qtbot, EnrolmentDialog)
    assert again.joining.accredited.value() == ("MF1018_2",)
    assert again.joining.source.value() == "Certificado de 2019"
    again.reject()


# Leaving -------------------------------------------------------------------------------------------


def test_somebody_leaves_with_a_cause_a_contract_and_a_proof(
    tab: EnrolmentsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    proof = tmp_path / "contrato.pdf"
    proof.write_bytes(b"%PDF-1.4 contrato")
    choose(tab, 1)
    ctrl(tab.view.table.view, Qt.Key.Key_B)
    asked = dialog(qtbot, WithdrawDialog)
    asked.on.set_value(date(2024, 2, 9))
    asked.cause.set_value(LeaveCause.JOB)
    asked.settle()
    asked.contract_start.set_value(date(2024, 2, 12))
    asked.proof.set_value(proof)
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    row = choose(tab, 1)
    assert shown(row)[-1] == "9 feb 2024 · Colocación"
    assert row.enrolment.contract_start == date(2024, 2, 12)


def test_a_notice_that_came_late_is_admitted_with_its_reason(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    choose(tab, 1)
    tab.view.withdraw.click()
    asked = dialog(qtbot, WithdrawDialog)
    asked.on.set_value(date(2024, 2, 9))
    asked.cause.set_value(LeaveCause.OTHER)
    asked.communicated_on.set_value(date(2024, 2, 19))
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    choose(tab, 1)
    tab.view.late.click()
    excused = dialog(qtbot, NoticeDialog)
    excused.form.submit()
    assert excused.isVisible()  # the reason is not said
    excused.reason.set_value("caída de Gestifor, acreditada")
    excused.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    notice = course_status(tab.workspace, tab.course).people[0].notice
    assert notice is not None
    assert notice.reason == "excepted"


def test_a_contract_is_asked_for_only_where_the_cause_is_work(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    choose(tab, 1)
    tab.view.withdraw.click()
    asked = dialog(qtbot, WithdrawDialog)
    assert asked.contract_start.isVisible()
    asked.contract_start.set_value(date(2024, 2, 12))
    asked.cause.set_value(LeaveCause.ILLNESS)
    asked.settle()
    assert not asked.contract_start.isVisible()
    asked.on.set_value(date(2024, 2, 9))
    assert asked.entered().contract_start is None
    asked.reject()


def test_attendance_after_the_last_day_is_refused_in_the_form(tab: EnrolmentsTab, qtbot: QtBot) -> None:
    choose(tab, 1)
    tab.view.withdraw.click()
    asked = dialog(qtbot, WithdrawDialog)
    asked.on.set_value(date(2024, 2, 1))
    asked.form.submit()
    assert "asistencias después" in asked.form.banner.words
    asked.reject()
    assert shown(choose(tab, 1))[-1] == ""


def test_a_leaving_is_taken_back(tab: EnrolmentsTab) -> None:
    choose(tab, 9)
    tab.view.give_back.click()
    assert shown(choose(tab, 9))[-1] == ""
    assert tab.view.withdraw.isEnabled()


# From a file ---------------------------------------------------------------------------------------


def preview(empty: EnrolmentsTab, shell: Shell, path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    empty.intake.show_preview(preview_people(shell.workspace, path, EMPTY_COURSE))


def test_nothing_is_written_until_the_rows_are_accepted(
    empty: EnrolmentsTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    preview(empty, shell, tmp_path / "lista.csv", HEAD + NEW)
    asked = dialog(qtbot, IntakeDialog)
    assert list_enrolments(shell.workspace, EMPTY_COURSE) == ()
    asked.accept_all.click()
    qtbot.waitUntil(lambda: no_dialog_is_open() and not shell.is_writing)
    assert names(empty) == ["Pérez Gil, Lucía"]


def test_problems_are_listed_with_row_and_column_and_come_first(
    empty: EnrolmentsTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    preview(empty, shell, tmp_path / "lista.csv", f"Alumnado\n{HEAD}{NEW}{WRONG}")
    asked = dialog(qtbot, IntakeDialog)
    assert [asked.tabs.tabText(at) for at in range(3)] == ["Correctas (1)", "Con problemas (1)", "Avisos (0)"]
    assert asked.tabs.currentIndex() == 1
    model = find(asked, TableView, "people_intake_problems_table").model()
    assert [model.index(0, at).data() for at in range(2)] == ["4", "DNI"]
    assert "debería ser Z" in str(model.index(0, 2).data())
    assert not asked.accept_all.isEnabled()
    asked.reject()
    assert list_enrolments(shell.workspace, EMPTY_COURSE) == ()


def test_only_the_right_rows_come_in_where_that_is_chosen(
    empty: EnrolmentsTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    preview(empty, shell, tmp_path / "lista.csv", HEAD + NEW + WRONG)
    dialog(qtbot, IntakeDialog).accept_part.click()
    qtbot.waitUntil(lambda: no_dialog_is_open() and not shell.is_writing)
    assert names(empty) == ["Pérez Gil, Lucía"]


def test_who_is_in_the_course_already_is_a_notice(
    tab: EnrolmentsTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f"{HEAD}90000011E;Ágreda Royo;Ana;\n", encoding="utf-8")
    tab.intake.show_preview(preview_people(shell.workspace, path, COURSE))
    asked = dialog(qtbot, IntakeDialog)
    assert asked.tabs.tabText(2) == "Avisos (1)"
    assert not asked.accept_all.isEnabled()
    assert "Nada se escribe hasta que lo acepte" in words_in(asked)
    asked.reject()
