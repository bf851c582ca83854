"""Tests of the papers of a course: preview, printing to file, and what was done with each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import StretchInput, record_attendance, week_grid
from cpepa_desktop.operations.papers import list_papers, mark_paper
from cpepa_desktop.operations.sessions import set_mode
from cpepa_desktop.ui.course.papers.columns import issued_columns
from cpepa_desktop.ui.course.papers.controller import PapersTab
from cpepa_desktop.ui.papers.view import MarkDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import find, words_in


@pytest.fixture
def tab(window: MainWindow) -> PapersTab:
    return open_tab(window, PapersTab, "papers")


def answer_folder(folder: Path) -> None:
    """Choose a folder in the dialog that is about to open and wait for its answer."""

    def choose() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, QFileDialog):
            QTimer.singleShot(10, choose)
            return
        find(asked, QLineEdit, "fileNameEdit").setText(str(folder))
        asked.accept()

    QTimer.singleShot(0, choose)


def print_to(tab: PapersTab, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    answer_folder(folder)
    tab.view.print.click()


def test_it_opens_on_the_sheet_of_the_week_of_today(tab: PapersTab) -> None:
    assert tab.view.week.currentText() == "Semana 8 · lun 19 – vie 23 feb 2024"
    assert tab.view.caption.text() == "Vista previa: Hoja de asistencia"
    assert tab.view.preview.page_count >= 1
    assert tab.view.kinds.view.hasFocus()


def test_a_place_names_document_and_week(window: MainWindow) -> None:
    tab = open_tab(window, PapersTab, "papers/attendance-sheet-recorded/2024-W05")
    assert tab.view.caption.text() == "Vista previa: Hoja de asistencia registrada"
    assert tab.view.week.currentText().startswith("Semana 5")


def test_a_document_of_the_course_asks_for_no_week(tab: PapersTab) -> None:
    tab.view.kinds.choose("conditions-sheet")
    assert not tab.view.week.isVisible()
    assert tab.view.caption.text() == "Vista previa: Hoja de condiciones"
    tab.view.kinds.choose("attendance-sheet")
    assert tab.view.week.isVisible()


def test_items_without_content_are_listed_before_printing(tab: PapersTab, shell: Shell) -> None:
    tab.view.kinds.choose("conditions-sheet")
    assert tab.view.missing.words == ""
    session = week_grid(shell.workspace, COURSE, IsoWeek(2024, 8)).columns[0].sessions[0]
    shell.run(lambda: set_mode(shell.workspace, COURSE, [session.id], SessionMode.VIRTUAL))
    assert tab.view.missing.words.startswith("Saldrá «Pendiente de completar» en: Aula virtual. a)")


def test_another_week_is_previewed(tab: PapersTab, qtbot: QtBot) -> None:
    tab.view.week.setCurrentIndex(0)
    with qtbot.waitSignal(tab.view.week_chosen):
        tab.view.week.activated.emit(0)
    assert tab.view.week.currentText().startswith("Semana 3")
    assert tab.view.preview.page_count >= 1


def test_printing_writes_the_file_and_registers_it(tab: PapersTab, shell: Shell, tmp_path: Path) -> None:
    print_to(tab, tmp_path)
    (path,) = tmp_path.glob("*.pdf")
    (issued,) = list_papers(shell.workspace, COURSE)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_size == issued.paper.size
    assert f"Guardado en «{path}»." in tab.view.banner.words
    assert tab.view.caption.text() == "Emitido: Hoja de asistencia 1/2024"
    (row,) = tab.view.issued.shown_rows()
    assert [column.shown(row) for column in issued_columns()] == [
        "Hoja de asistencia",
        "2024-W08",
        "19 feb 2024",
        "Por presentar",
    ]


def test_what_changed_is_printed_as_a_new_paper_that_replaces_the_old(
    window: MainWindow, shell: Shell, tmp_path: Path
) -> None:
    tab = open_tab(window, PapersTab, "papers/attendance-sheet-recorded/2024-W06")
    print_to(tab, tmp_path)
    cell = week_grid(shell.workspace, COURSE, IsoWeek(2024, 6)).rows[0].cells[0]
    absent = StretchInput(cell.enrolment_id, cell.stretch_id, 0)
    shell.run(lambda: record_attendance(shell.workspace, COURSE, [absent]))
    print_to(tab, tmp_path)
    states = [issued_columns()[-1].shown(row) for row in tab.view.issued.shown_rows()]
    assert sorted(states) == ["Por presentar", "Sustituido"]


def test_an_issued_paper_is_saved_again_with_the_same_bytes(tab: PapersTab, tmp_path: Path) -> None:
    print_to(tab, tmp_path / "one")
    (tmp_path / "two").mkdir()
    answer_folder(tmp_path / "two")
    tab.view.save.click()
    (one,), (two,) = (tmp_path / "one").glob("*.pdf"), (tmp_path / "two").glob("*.pdf")
    assert one.read_bytes() == two.read_bytes()


def test_a_paper_is_marked_with_day_number_and_scan(
    tab: PapersTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    print_to(tab, tmp_path)
    scan = tmp_path / "registro.pdf"
    scan.write_bytes(b"%PDF-1.4 registro")
    tab.view.mark.click()
    asked = dialog(qtbot, MarkDialog)
    number, path = asked.findChild(QLineEdit, "mark_number"), asked.findChild(QLineEdit, "mark_scan")
    assert number is not None
    assert path is not None
    number.setText("REG-17")
    path.setText(str(scan))
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    (issued,) = list_papers(shell.workspace, COURSE)
    (filing,) = issued.paper.filings
    assert (filing.act, filing.day, filing.number) == (FilingAct.SENT, date(2024, 2, 19), "REG-17")
    assert filing.attachment
    (row,) = tab.view.issued.shown_rows()
    assert issued_columns()[-1].shown(row) == "Enviado"


def test_what_was_done_with_the_paper_on_screen_is_told(tab: PapersTab, shell: Shell, tmp_path: Path) -> None:
    print_to(tab, tmp_path)
    (issued,) = list_papers(shell.workspace, COURSE)
    shell.run(
        lambda: mark_paper(
            shell.workspace, issued.paper.id, FilingAct.SENT, date(2024, 2, 20), number="REG-18"
        )
    )
    assert "REG-18" in words_in(tab.view)


def test_without_papers_nothing_can_be_saved_or_marked(tab: PapersTab) -> None:
    assert not tab.view.save.isEnabled()
    assert not tab.view.mark.isEnabled()


def test_a_course_not_begun_opens_on_its_first_week(window: MainWindow) -> None:
    tab = open_tab(window, PapersTab, "papers", EMPTY_COURSE)
    assert tab.view.week.currentText().startswith("Semana 15")
