"""The justifications of a course on screen: the list, a new one by the keyboard, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.justification_proposals import JustificationForm, propose
from cpepa_desktop.operations.justifications import JustificationView, add_justification, list_justifications
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.justifications.columns import justification_columns
from cpepa_desktop.ui.course.justifications.controller import JustificationsController
from cpepa_desktop.ui.course.justifications.form import JustificationDialog
from cpepa_desktop.ui.course.justifications.proposal import ProposalTable
from cpepa_desktop.ui.course.justifications.view import (
    DecisionDialog,
    ExceptionDialog,
    HandInDialog,
    JustificationsDialog,
)
from cpepa_desktop.ui.parts.fields import Line
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.operations.builders import at, attend
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, find, in_dialog, press, type_text, words_in

DAY = date(2024, 1, 17)
"""A day on which José Blasco misses five hours that nothing justifies."""
CTRL_SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def opened() -> list[Path]:
    """Give the files that were opened outside."""
    return []


@pytest.fixture
def controller(
    window: MainWindow, shell: Shell, opened: list[Path], qtbot: QtBot
) -> Iterator[JustificationsController]:
    """Give the justifications of the course on screen."""

    def show(path: Path) -> bool:
        assert path.read_bytes()
        opened.append(path)
        return True

    made = JustificationsController(shell, COURSE, window, show_outside=show)
    made.show()
    dialog(qtbot, JustificationsDialog)
    yield made
    if isValid(made):
        made.view.reject()


def jose(shell: Shell) -> Enrolment:
    """Return the person who misses that day."""
    everybody = list_enrolments(shell.workspace, COURSE)
    return next(each for each in everybody if each.person.surnames == "Blasco Ñíguez")


def rows(shell: Shell) -> tuple[JustificationView, ...]:
    """Return what is written."""
    return list_justifications(shell.workspace, COURSE)


def of_jose(shell: Shell) -> JustificationView:
    """Return the one justification of the person."""
    (found,) = [row for row in rows(shell) if row.enrolment.id == jose(shell).id]
    return found


def fill(asked: JustificationDialog, who: Enrolment, cause: AbsenceCause, day: str) -> None:
    """Choose person and cause and type the day."""
    asked.person.set_value(who.person.document.number)
    asked.cause.set_value(cause)
    asked.cause.changed.emit()
    type_text(find(asked, Line, "first"), day)


def shown(table: ProposalTable, column: int) -> str:
    """Return what the first class says in a column."""
    item = table.item(0, column)
    assert item is not None
    return item.text()


def test_the_attendance_opens_them_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    tab = open_tab(window, AttendanceTab, "attendance")
    press(tab.view, Qt.Key.Key_J, *CTRL_SHIFT)
    listed = dialog(qtbot, JustificationsDialog)
    assert len(listed.table.shown_rows()) == 4
    press(listed, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)


def test_a_row_says_who_why_when_how_long_and_how_far_it_has_come(
    controller: JustificationsController,
) -> None:
    row = controller.view.table.shown_rows()[0]
    said = [column.shown(row) for column in justification_columns() if not column.hidden]
    assert said == [
        "El Amrani, Fátima",
        "b) Consulta médica",
        "25 ene 2024",
        "3 h",
        "Validada",
        "",
        "falta",
    ]


def test_a_medical_appointment_is_justified_by_the_keyboard(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(controller.view, Qt.Key.Key_N)
    asked = dialog(qtbot, JustificationDialog)
    fill(asked, jose(shell), AbsenceCause.B, "17/1/2024")
    type_text(find(asked, Line, "appointment_minute"), "10:00")
    type_text(find(asked, Line, "ended"), "10:45")
    table = find(asked, ProposalTable, "proposal")
    assert shown(table, 4) == "2:45"
    assert "primera mitad" in shown(table, 6)
    assert "2:15 h sin justificar" in asked.proposal.words.text()
    table.setFocus()
    press(table, Qt.Key.Key_2)
    editor = find(table, QLineEdit, "")
    type_text(editor, ":30")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: list(asked.proposal.value().values()) == [150])
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not asked.isVisible())
    found = of_jose(shell)
    assert (found.minutes, found.row.appointment_minute, found.first) == (150, 600, DAY)
    assert len(controller.view.table.shown_rows()) == 5


def test_the_form_asks_for_what_the_cause_needs(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    controller.add()
    asked = dialog(qtbot, JustificationDialog)
    asks = {
        AbsenceCause.A: {"at", "ended", "other_town"},
        AbsenceCause.C: {"last"},
        AbsenceCause.D: {"last", "other_town"},
        AbsenceCause.G: {"last", "granted"},
        AbsenceCause.H: {"last"},
    }
    fields = ("last", "at", "ended", "other_town", "travel", "granted")
    for cause, wanted in asks.items():
        asked.cause.set_value(cause)
        asked.settle()
        assert {name for name in fields if getattr(asked, name).isVisible()} == wanted, cause
    asked.cause.set_value(AbsenceCause.B)
    asked.other_town.set_value(True)
    assert asked.travel.isVisible()
    assert jose(shell).id
    asked.reject()


def test_minutes_above_what_was_missed_are_said_and_nothing_is_written(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    before = rows(shell)
    controller.add()
    asked = dialog(qtbot, JustificationDialog)
    fill(asked, jose(shell), AbsenceCause.C, "17/1/2024")
    table = find(asked, ProposalTable, "proposal")
    for typed, said in (
        ("5:01", "no puede justificar más de 5 h"),
        ("mucho", "escriba los minutos como 2:30"),
    ):
        minutes = table.item(0, 4)
        assert minutes is not None
        minutes.setText(typed)
        assert said in asked.proposal.error
        ctrl(asked, Qt.Key.Key_S)
        assert asked.isVisible()
    asked.reject()
    assert rows(shell) == before


def test_days_without_absence_and_days_that_contradict_are_told(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    controller.add()
    asked = dialog(qtbot, JustificationDialog)
    assert "Escriba el día" in asked.proposal.words.text()
    fill(asked, jose(shell), AbsenceCause.C, "20/1/2024")
    assert "No consta que faltara" in asked.proposal.words.text()
    ctrl(asked, Qt.Key.Key_S)
    assert "No hay minutos que justificar" in words_in(asked.form.banner)
    type_text(find(asked, Line, "last"), "1/1/2024")
    assert "Es anterior al primer día" in asked.proposal.words.text()
    asked.reject()


def test_why_explains_each_class(controller: JustificationsController, shell: Shell, qtbot: QtBot) -> None:
    controller.add()
    asked = dialog(qtbot, JustificationDialog)
    fill(asked, jose(shell), AbsenceCause.H, "17/1/2024")
    press(asked, Qt.Key.Key_F8)
    why = dialog(qtbot, WhyDialog)
    assert "25 h de las 100 h de MF1016_2" in why.why.copied_text()
    why.reject()
    asked.reject()


@pytest.fixture
def justified(shell: Shell, tmp_path: Path) -> JustificationView:
    """Give an illness of the person with its scan."""
    scan = tmp_path / "parte.pdf"
    scan.write_bytes(b"%PDF parte")
    form = JustificationForm(jose(shell).person.document.number, AbsenceCause.C, DAY, proof=scan)
    cells = {cell.session_id: cell.minutes for cell in propose(shell.workspace, COURSE, form).cells}
    shell.run(lambda: add_justification(shell.workspace, COURSE, form, cells))
    return of_jose(shell)


def test_a_change_begins_from_what_it_covers(
    justified: JustificationView, controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    controller.view.table.choose(justified.row.id)
    ctrl(controller.view, Qt.Key.Key_E)
    asked = dialog(qtbot, JustificationDialog)
    assert (asked.cause.value(), asked.first.value()) == (AbsenceCause.C, DAY)
    assert sum(asked.proposal.value().values()) == 300
    type_text(find(asked, Line, "note"), "Gripe")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert (of_jose(shell).row.note, of_jose(shell).proof_name) == ("Gripe", "parte.pdf")
    controller.change(of_jose(shell))
    again = dialog(qtbot, JustificationDialog)
    again.drops_proof.set_value(True)
    ctrl(again, Qt.Key.Key_S)
    qtbot.waitUntil(again.isHidden)
    assert of_jose(shell).proof_name == ""


def test_the_document_is_opened_from_a_copy_that_goes_with_the_dialog(
    justified: JustificationView, controller: JustificationsController, opened: list[Path], qtbot: QtBot
) -> None:
    controller.view.table.choose(justified.row.id)
    ctrl(controller.view, Qt.Key.Key_O)
    (path,) = opened
    assert path.name == "parte.pdf"
    controller.view.reject()
    qtbot.waitUntil(lambda: not path.exists())


def test_several_are_decided_at_once_and_made_to_wait_again(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    controller.view.table.view.selectAll()
    ctrl(controller.view, Qt.Key.Key_1)
    asked = dialog(qtbot, DecisionDialog)
    assert "4 justificantes: validada" in asked.windowTitle()
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not asked.isVisible())
    today = shell.clock.today()
    assert {(row.row.state, row.row.decided_on) for row in rows(shell)} == {
        (JustificationState.VALIDATED, today)
    }
    controller.view.table.view.selectAll()
    ctrl(controller.view, Qt.Key.Key_2)
    refused = dialog(qtbot, DecisionDialog)
    refused.day.set_value(date(2024, 12, 31))
    ctrl(refused, Qt.Key.Key_S)
    assert "aún no ha llegado" in words_in(refused.form.banner)
    refused.reject()
    ctrl(controller.view, Qt.Key.Key_3)
    assert {row.row.state for row in rows(shell)} == {JustificationState.PENDING}


def test_handing_in_asks_the_day_and_the_number(
    controller: JustificationsController, shell: Shell, qtbot: QtBot
) -> None:
    controller.view.table.view.selectAll()
    ctrl(controller.view, Qt.Key.Key_R)
    asked = dialog(qtbot, HandInDialog)
    type_text(find(asked, Line, "hand_in_registry"), "2024/77")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert {(row.row.handed_in_on, row.row.registry) for row in rows(shell)} == {
        (shell.clock.today(), "2024/77")
    }


def test_removing_asks_first(controller: JustificationsController, shell: Shell) -> None:
    before = rows(shell)
    with in_dialog("confirm_dialog", lambda asked: press(asked, Qt.Key.Key_Escape)):
        press(controller.view, Qt.Key.Key_Delete, *CTRL_SHIFT)
    assert rows(shell) == before
    with in_dialog("confirm_dialog", lambda asked: find(asked, QPushButton, "confirm_dialog_accept").click()):
        press(controller.view, Qt.Key.Key_Delete, *CTRL_SHIFT)
    assert len(rows(shell)) == len(before) - 1


def test_the_exception_is_for_nobody_until_somebody_falls_short(controller: JustificationsController) -> None:
    ctrl(controller.view, Qt.Key.Key_4)
    assert "Nadie está en el caso de la excepción" in controller.view.banner.words


def test_the_exception_is_decided_with_its_reason_and_revoked(
    shell: Shell, window: MainWindow, qtbot: QtBot
) -> None:
    shell.workspace.clock = at(date(2024, 7, 1))
    attend(shell.workspace, jose(shell), 250 * 60, AbsenceCause.C, JustificationState.VALIDATED)
    made = JustificationsController(shell, COURSE, window)
    made.show()
    dialog(qtbot, JustificationsDialog)
    for is_granted in (True, False):
        made.decide_exception()
        asked = dialog(qtbot, ExceptionDialog)
        asked.is_granted.set_value(is_granted)
        ctrl(asked, Qt.Key.Key_S)
        assert asked.reason.error
        asked.reason.set_value("Operación, con partes del hospital")
        ctrl(asked, Qt.Key.Key_S)
        qtbot.waitUntil(asked.isHidden)
        person = next(
            each
            for each in course_status(shell.workspace, COURSE).people
            if each.enrolment.id == jose(shell).id
        )
        assert (person.exception is not None) is is_granted
    made.view.reject()
