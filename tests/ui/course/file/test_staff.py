"""Tests of the section «Profesorado»: roles, proofs and what is missing, by the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role, Validation
from cpepa_desktop.operations.sample import SAMPLE_DAY
from cpepa_desktop.operations.staff import CourseStaff, StaffMember, course_staff
from cpepa_desktop.operations.staff_writing import ProofForm, save_proofs, save_role
from cpepa_desktop.ui.course.file.staff.columns import (
    module_columns,
    staff_columns,
    staff_rows,
    subject_of,
    summary,
    verdicts_of,
)
from cpepa_desktop.ui.course.file.staff.controller import StaffTab
from cpepa_desktop.ui.course.file.staff.dialogs import MissingDialog, ProofsDialog, RoleDialog
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_section
from tests.ui.hands import ModelChecker, Opened, ctrl, press, words_in

START = date(2024, 1, 15)
BEFORE = date(2024, 1, 8)


@pytest.fixture
def tab(window: MainWindow) -> StaffTab:
    """Give the section of the sample course, of which only who teaches is known."""
    return open_section(window, StaffTab, "staff")


def staff_of(shell: Shell) -> CourseStaff:
    return course_staff(shell.workspace, COURSE)


def teacher(shell: Shell) -> StaffMember:
    return staff_of(shell).members[0]


def shown(tab: StaffTab) -> list[tuple[str, ...]]:
    """Return the rows of the roles in words."""
    columns = staff_columns()
    return [tuple(column.shown(row) for column in columns) for row in tab.view.roles.shown_rows()]


def role_in(shell: Shell, role: Role) -> CourseRole | None:
    found = [member.role(role) for member in staff_of(shell).members]
    return next((each.role for each in found if each), None)


def test_who_teaches_is_there_and_what_nobody_does_is_told(tab: StaffTab) -> None:
    roles = [row[0] for row in shown(tab)]
    assert roles == ["Imparte", "Imparte", "Prepara", "Tutoriza", "Evalúa"]
    assert shown(tab)[0][-1] == "Sin enviar"
    assert shown(tab)[-1][1] == "Falta decir quién"
    assert "2 personas · faltan" in words_in(tab.view)


def test_somebody_tutors_by_the_keys(tab: StaffTab, shell: Shell, qtbot: QtBot) -> None:
    tab.view.roles.choose((Role.TUTOR, 0))
    ctrl(tab.view, Qt.Key.Key_N)
    asked = dialog(qtbot, RoleDialog)
    assert asked.role.value() is Role.TUTOR
    asked.minutes.set_value(90)
    asked.tutoring.set_value("martes de 15:00 a 16:00")
    asked.contract.set_value(Contract.TEMPORARY)
    asked.contract_from.set_value(BEFORE)
    asked.contract_to.set_value(START)
    asked.agreement.set_value("Enseñanza")
    asked.sent.set_value(BEFORE)
    asked.validated.set_value(BEFORE)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    written = role_in(shell, Role.TUTOR)
    assert written is not None
    assert (written.minutes, written.tutoring) == (90, "martes de 15:00 a 16:00")
    assert (written.contract, written.contract_from, written.contract_to) == (
        Contract.TEMPORARY,
        BEFORE,
        START,
    )
    assert written.validation is Validation.VALIDATED
    line = next(row for row in shown(tab) if row[0] == "Tutoriza")
    assert (line[2], line[3], line[5], line[6]) == (
        "1:30 h",
        "martes de 15:00 a 16:00",
        "Temporal",
        "Validado",
    )


def test_what_cannot_be_is_said_in_the_form_which_stays(tab: StaffTab, shell: Shell, qtbot: QtBot) -> None:
    ctrl(tab.view, Qt.Key.Key_N)
    asked = dialog(qtbot, RoleDialog)
    asked.contract_from.set_value(START)
    asked.contract_to.set_value(BEFORE)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: "antes de empezar" in words_in(asked.form))
    assert role_in(shell, Role.PREPARER) is None
    press(asked, Qt.Key.Key_Escape)


def test_a_role_is_changed_with_its_person_fixed_and_taken_away(
    tab: StaffTab, shell: Shell, qtbot: QtBot
) -> None:
    who = teacher(shell).trainer.id
    shell.run(lambda: save_role(shell.workspace, COURSE, CourseRole(who, Role.EVALUATOR, 60, sent_on=BEFORE)))
    assert tab.view.roles.choose((Role.EVALUATOR, who))
    tab.view.roles.view.setFocus()
    press(tab.view.roles.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, RoleDialog)
    assert not asked.trainer.isEnabled()
    assert asked.minutes.value() == 60
    asked.turned_down.set_value(START)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert next(row for row in shown(tab) if row[0] == "Evalúa")[-1] == "Rechazado"
    press(tab.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert role_in(shell, Role.EVALUATOR) is None


def test_the_proofs_are_written_by_the_keys_and_their_scans_opened(
    tab: StaffTab, shell: Shell, qtbot: QtBot, tmp_path: Path, outside: Opened
) -> None:
    scan = tmp_path / "título.pdf"
    scan.write_bytes(b"%PDF-1.7")
    who = teacher(shell).trainer.id
    assert tab.view.roles.choose((Role.TEACHER, who))
    assert not tab.view.scans.isEnabled()
    ctrl(tab.view, Qt.Key.Key_M)
    asked = dialog(qtbot, ProofsDialog)
    asked.texts[Proof.ACADEMIC].set_value("Grado en Trabajo Social")
    asked.scans[Proof.ACADEMIC].set_value(scan)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert [(proof.proof, proof.text) for proof in teacher(shell).proofs] == [
        (Proof.ACADEMIC, "Grado en Trabajo Social")
    ]
    assert shown(tab)[0][4] == "Falta b), c)"
    press(tab.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    assert [path.name for path in outside.opened] == ["título.pdf"]


def test_what_is_missing_is_told_one_under_the_other(tab: StaffTab, shell: Shell, qtbot: QtBot) -> None:
    ctrl(tab.view, Qt.Key.Key_L)
    told = dialog(qtbot, MissingDialog)
    words = words_in(told)
    assert all(sentence in words for sentence in staff_of(shell).missing)
    press(told, Qt.Key.Key_Escape)


def test_why_explains_the_role_or_the_module_where_the_keyboard_is(tab: StaffTab, qtbot: QtBot) -> None:
    tab.view.roles.view.setFocus()
    press(tab.view, Qt.Key.Key_F8)
    asked = dialog(qtbot, WhyDialog)
    assert "Comunicación del profesorado" in words_in(asked)
    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)
    tab.view.modules.view.setFocus()
    press(tab.view, Qt.Key.Key_F8)
    assert "Formadores del módulo" in words_in(dialog(qtbot, WhyDialog))


def test_return_on_a_role_that_nobody_has_asks_who(tab: StaffTab, qtbot: QtBot) -> None:
    tab.view.roles.choose((Role.EVALUATOR, 0))
    assert not tab.view.change.isEnabled()
    tab.view.roles.view.setFocus()
    press(tab.view.roles.view, Qt.Key.Key_Return)
    assert dialog(qtbot, RoleDialog).role.value() is Role.EVALUATOR


def test_the_badges_say_in_a_word_how_far_each_has_come(shell: Shell, tab: StaffTab) -> None:
    who = teacher(shell)
    proofs = [ProofForm(proof, "Sí") for proof in Proof]
    shell.run(lambda: save_proofs(shell.workspace, who.trainer.id, "SSCS0208", proofs))
    late = CourseRole(who.trainer.id, Role.TEACHER, sent_on=SAMPLE_DAY)
    shell.run(lambda: save_role(shell.workspace, COURSE, late))
    prepares = CourseRole(who.trainer.id, Role.PREPARER, 60, sent_on=BEFORE)
    shell.run(lambda: save_role(shell.workspace, COURSE, prepares))
    lines = {row[0]: row for row in reversed(shown(tab))}
    assert (lines["Imparte"][4], lines["Imparte"][6]) == ("Sí", "Enviado tarde")
    assert (lines["Prepara"][4], lines["Prepara"][6]) == ("Imparte", "Enviado")
    rows = {row.asked: row for row in reversed(staff_rows(staff_of(shell)))}
    assert subject_of(rows[Role.PREPARER]).endswith("(prepara)")
    assert len(verdicts_of(rows[Role.PREPARER])) == 2
    assert verdicts_of(rows[Role.TUTOR]) == ()
    tips = [column.tooltip(rows[Role.TEACHER]) for column in staff_columns() if column.tooltip]
    assert "a) Sí" in "\n".join(tips)
    assert "Enviado el 19 feb 2024" in tips


def test_the_modules_say_how_many_teach_them_and_who_is_to_be_validated(shell: Shell) -> None:
    columns = {column.title: column for column in module_columns()}
    rows = staff_of(shell).modules
    assert {columns["Formadores"].shown(row) for row in rows} == {"1 de 2"}
    assert [columns["Validado antes"].shown(row) for row in rows] == ["", "", "", "", "Pendiente"]
    nobody = replace(rows[0], trainers=(), verdicts=())
    assert columns["Lo imparten"].shown(nobody) == "Falta decir quién"
    assert columns["Formadores"].shown(nobody) == "0"


def test_when_nothing_is_missing_that_is_said(shell: Shell) -> None:
    assert summary(replace(staff_of(shell), missing=())).endswith(
        "no falta nada antes del inicio, el 15 ene 2024"
    )


def test_the_models_are_good_ones(tab: StaffTab, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(tab.view.roles.model)
    qtmodeltester.check(tab.view.modules.model)
