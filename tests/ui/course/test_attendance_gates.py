"""Tests of the first attendance of a course that waits for its requirements: nothing typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.attendance_intake import preview_attendance
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.gates import deferral_of
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.sample import SAMPLE_DAY
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.attendance.gates import GatesDialog
from cpepa_desktop.ui.parts.fields import DateField
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.operations.builders import enrolled, id_number_of, own_request, request
from tests.ui.course.workspace import dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, press, type_text, words_in

OWN, CALLED = "24/901", "24/902"


@pytest.fixture
def own(window: MainWindow, shell: Shell) -> AttendanceTab:
    """Give the week of a course that starts today with two people and nothing said of its authorisation."""
    shell.run(lambda: add_course(shell.workspace, own_request(code=OWN, start=SAMPLE_DAY)))
    for number in (1, 2):
        enrolled(shell.workspace, number, OWN)
    return open_tab(window, AttendanceTab, "attendance", OWN)


@pytest.fixture
def called(window: MainWindow, shell: Shell) -> AttendanceTab:
    """Give the same of a course of a call."""
    shell.run(lambda: add_course(shell.workspace, request(code=CALLED, start=SAMPLE_DAY)))
    enrolled(shell.workspace, 1, CALLED)
    return open_tab(window, AttendanceTab, "attendance", CALLED)


def cell(tab: AttendanceTab, row: int) -> str:
    return str(tab.view.grid.weeks.index(row, 0).data())


def type_here(tab: AttendanceTab, words: str) -> None:
    """Type in the first cell of today."""
    grid = tab.view.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.weeks.index(0, 0))
    type_text(grid, words)


def can_be_accepted() -> bool:
    """Say whether a file is shown that may be accepted whole."""
    top = QApplication.activeModalWidget()
    return isinstance(top, IntakeDialog) and top.accept_all.isEnabled()


def authorise(qtbot: QtBot, day: str = "16/2/2024") -> None:
    """Say when the authorisation came, in the dialog that asks for it, and go on with Return."""
    asked = dialog(qtbot, GatesDialog)
    day_of = asked.form.fields[0]
    assert asked.focusWidget() is day_of.editor
    type_text(day_of.editor, day)
    press(day_of.editor, Qt.Key.Key_Return)


def test_a_key_in_a_cell_asks_for_the_authorisation_and_is_written_after_it(
    own: AttendanceTab, shell: Shell, qtbot: QtBot
) -> None:
    type_here(own, "f")
    asked = dialog(qtbot, GatesDialog)
    assert "CPEPA 1.3, párr. 3" in words_in(asked)
    assert "lun 19 feb 2024" in words_in(asked)
    authorise(qtbot)
    qtbot.waitUntil(lambda: cell(own, 0) == "·")
    (paper,) = list_official_papers(shell.workspace, OWN)
    assert (paper.kind, paper.received_on) == (OfficialPaperKind.AUTHORISATION, date(2024, 2, 16))
    assert own.view.banner.words == ""
    type_here(own, "a")
    assert cell(own, 0) == "A"
    assert no_dialog_is_open()


def test_the_whole_week_is_filled_after_it(own: AttendanceTab, qtbot: QtBot) -> None:
    ctrl(own.view.grid, Qt.Key.Key_Return)
    authorise(qtbot)
    qtbot.waitUntil(lambda: [cell(own, row) for row in range(2)] == ["·", "·"])


def test_a_jump_is_written_after_it_for_whom_it_was(own: AttendanceTab, qtbot: QtBot) -> None:
    ctrl(own.view.grid, Qt.Key.Key_G)
    type_text(own.view.jump.line, "2la")
    authorise(qtbot)
    qtbot.waitUntil(lambda: cell(own, 1) == "A")
    assert own.view.jump.line.text() == ""
    assert own.view.jump.said.text().startswith("2la: ")


def test_a_paste_is_written_after_it_whole(own: AttendanceTab, qtbot: QtBot) -> None:
    grid = own.view.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.weeks.index(0, 0))
    QApplication.clipboard().setText("2:30\nA")
    ctrl(grid, Qt.Key.Key_V)
    authorise(qtbot)
    qtbot.waitUntil(lambda: [cell(own, row) for row in range(2)] == ["2:30", "A"])


def test_a_file_is_read_again_after_it_and_can_be_accepted(
    own: AttendanceTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "semana.csv"
    lines = [f"19/02/2024;1;{id_number_of(10_000_000 + number)};300;;" for number in (1, 2)]
    path.write_text(
        "\n".join(["día;tramo;documento;minutos asistidos;causa;estado", *lines]), encoding="utf-8"
    )
    own.intake.show_preview(preview_attendance(shell.workspace, path, OWN))
    shown = dialog(qtbot, IntakeDialog)
    assert not shown.accept_all.isEnabled()
    authorise(qtbot)
    qtbot.waitUntil(can_be_accepted)
    again = dialog(qtbot, IntakeDialog)
    assert again.tabs.tabText(0) == "Correctas (2)"
    again.accept_all.click()
    qtbot.waitUntil(lambda: no_dialog_is_open() and not shell.is_writing)
    assert [cell(own, row) for row in range(2)] == ["·", "·"]


def test_what_is_left_for_later_needs_a_reason_alone(
    called: AttendanceTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(called.view.grid, Qt.Key.Key_Return)
    asked = dialog(qtbot, GatesDialog)
    assert asked.windowTitle() == "Faltan requisitos"
    press(asked.form.fields[0].editor, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert "más tarde" in asked.form.fields[0].error
    asked.reason.setFocus()
    type_text(asked.reason.editor, "Consta en la carpeta")
    press(asked.reason.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(called, 0) == "·")
    assert deferral_of(shell.workspace, CALLED) is not None


def test_each_requirement_of_a_call_is_said_with_its_day_and_number(
    called: AttendanceTab, shell: Shell, qtbot: QtBot
) -> None:
    type_here(called, "f")
    asked = dialog(qtbot, GatesDialog)
    days = [field for field in asked.form.fields if isinstance(field, DateField)]
    assert len(days) == 4
    for field in days:
        type_text(field.editor, "16/2/2024")
    asked.form.fields[1].set_value("G-1")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: cell(called, 0) == "·")
    (grant,) = [
        paper
        for paper in list_official_papers(shell.workspace, CALLED)
        if paper.kind is OfficialPaperKind.GRANT
    ]
    assert (grant.number, grant.issued_on) == ("G-1", date(2024, 2, 16))


def test_a_day_that_opens_nothing_is_said_beside_its_field(
    own: AttendanceTab, shell: Shell, qtbot: QtBot
) -> None:
    type_here(own, "f")
    authorise(qtbot, "20/2/2024")
    asked = dialog(qtbot, GatesDialog)
    assert asked.form.fields[0].error == "Ese día aún no ha llegado."
    asked.reject()
    assert cell(own, 0) == "?"
    assert "Autorización de INAEM recibida" in own.view.banner.words
    assert list_official_papers(shell.workspace, OWN) == ()


def test_a_gate_that_says_no_is_told_and_not_asked(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    friday = date(2024, 2, 16)
    shell.run(lambda: add_course(shell.workspace, own_request(code=OWN, start=friday)))
    enrolled(shell.workspace, 1, OWN)
    paper = OfficialPaper(
        0, OfficialPaperKind.AUTHORISATION, received_on=SAMPLE_DAY, courses=(CourseServed(OWN),)
    )
    shell.run(lambda: save_official_paper(shell.workspace, paper))
    tab = open_tab(window, AttendanceTab, "attendance/2024-W07", OWN)
    type_here(tab, "f")
    qtbot.waitUntil(lambda: "posterior" in tab.view.banner.words)
    QApplication.processEvents()
    assert no_dialog_is_open()
    assert cell(tab, 0) == "?"


def test_no_cause_can_be_said_first_of_a_class_that_nobody_has_entered(own: AttendanceTab) -> None:
    own.view.grid.setCurrentIndex(own.view.grid.weeks.index(0, 0))
    assert cell(own, 0) == "?"
    assert not own.view.cell.add.isEnabled()
