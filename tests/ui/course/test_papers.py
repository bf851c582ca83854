"""Tests of the papers of a course: what there should be, preview, printing, and what was done with each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.papers import FilingAct, PaperState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.course_papers import PaperLine, PaperRequest
from cpepa_desktop.operations.papers import list_papers, mark_paper, print_paper
from cpepa_desktop.operations.sessions import set_mode
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.ui.course.papers.controller import PapersTab
from cpepa_desktop.ui.papers.columns import line_columns
from cpepa_desktop.ui.papers.dialogs import AnnulDialog, MarkDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, find, press, words_in

SHEET, RECORDED, CONDITIONS = "attendance-sheet", "attendance-sheet-recorded", "conditions-sheet"


@pytest.fixture
def tab(window: MainWindow) -> PapersTab:
    return open_tab(window, PapersTab, "papers")


def choose(tab: PapersTab, qtbot: QtBot, kind: str, week: int | None = None) -> None:
    """Choose a paper and wait until it is on screen."""
    request = PaperRequest(kind, COURSE, None if week is None else IsoWeek(2024, week))
    with qtbot.waitSignal(tab.view.rested):
        assert tab.view.lines.choose(request)


def current(tab: PapersTab) -> PaperLine:
    """Return the paper chosen."""
    line = tab.view.lines.current_row()
    assert line is not None
    return line


def shown(tab: PapersTab) -> list[str]:
    """Return what the row of the paper chosen says."""
    return [column.shown(current(tab)) for column in line_columns()]


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
    assert shown(tab) == ["Hoja de asistencia", "8 · 19–23 feb", "Por imprimir", "", ""]
    assert tab.view.caption.text() == "Vista previa: Hoja de asistencia, semana 8 · 19–23 feb"
    assert tab.view.preview.page_count >= 1
    assert tab.view.lines.view.hasFocus()


def test_a_place_names_document_and_week(window: MainWindow) -> None:
    tab = open_tab(window, PapersTab, "papers/attendance-sheet-recorded/2024-W05")
    assert shown(tab)[:2] == ["Hoja de asistencia registrada", "5 · 30 ene – 2 feb"]
    assert tab.view.caption.text().startswith("Vista previa: Hoja de asistencia registrada")


def test_a_place_without_a_week_names_the_one_of_today(window: MainWindow) -> None:
    tab = open_tab(window, PapersTab, f"papers/{RECORDED}")
    assert current(tab).request == PaperRequest(RECORDED, COURSE, IsoWeek(2024, 8))


def test_arrows_walk_the_papers_and_enter_reads_the_one_chosen(tab: PapersTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.view.rested):
        press(tab.view.lines.view, Qt.Key.Key_Up)
    assert current(tab).request.week == IsoWeek(2024, 7)
    press(tab.view.lines.view, Qt.Key.Key_Return)
    assert tab.view.preview.view.hasFocus()


def test_every_paper_says_how_far_it_has_come(tab: PapersTab, qtbot: QtBot) -> None:
    states = []
    for kind, week in ((RECORDED, 6), (RECORDED, 7), (SHEET, 9), (CONDITIONS, None)):
        choose(tab, qtbot, kind, week)
        states.append(shown(tab)[2])
    assert states == ["Por imprimir", "Semana incompleta", "Más adelante", "Por imprimir"]


def test_items_without_content_are_listed_before_printing(tab: PapersTab, shell: Shell, qtbot: QtBot) -> None:
    choose(tab, qtbot, CONDITIONS)
    assert tab.view.missing.words == ""
    session = week_grid(shell.workspace, COURSE, IsoWeek(2024, 8)).columns[0].sessions[0]
    shell.run(lambda: set_mode(shell.workspace, COURSE, [session.id], SessionMode.VIRTUAL))
    assert tab.view.missing.words.startswith("Saldrá «Pendiente de completar» en: Aula virtual. a)")


def test_printing_writes_the_file_and_registers_it(tab: PapersTab, shell: Shell, tmp_path: Path) -> None:
    print_to(tab, tmp_path)
    (path,) = tmp_path.glob("*.pdf")
    (issued,) = list_papers(shell.workspace, COURSE)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_size == issued.paper.size
    assert f"Guardado en «{path}»." in tab.view.banner.words
    assert shell.settings.papers_folder() == tmp_path
    assert tab.view.caption.text() == "Emitido: Hoja de asistencia, semana 8 · 19–23 feb"
    assert shown(tab)[2:] == ["Por presentar", "19 feb 2024", ""]
    assert "Número 1/2024 · versión 1 · impreso el 19 feb 2024" in words_in(tab.view)


def test_what_changed_is_said_and_printed_as_a_new_paper_that_replaces_the_old(
    window: MainWindow, shell: Shell, tmp_path: Path
) -> None:
    tab = open_tab(window, PapersTab, "papers/attendance-sheet-recorded/2024-W06")
    print_to(tab, tmp_path)
    assert tab.view.missing.words == ""
    cell = week_grid(shell.workspace, COURSE, IsoWeek(2024, 6)).rows[0].cells[0]
    absent = StretchInput(cell.enrolment_id, cell.stretch_id, 0)
    shell.run(lambda: record_attendance(shell.workspace, COURSE, [absent]))
    assert "Los datos han cambiado" in tab.view.missing.words
    print_to(tab, tmp_path)
    assert tab.view.missing.words == ""
    assert tab.view.story.text().splitlines()[-1] == "Antes: 1/2024 · sustituido"
    assert sorted(each.paper.state for each in list_papers(shell.workspace, COURSE)) == ["issued", "replaced"]


def issue(shell: Shell, folder: Path) -> None:
    """Print the sheet of the week of today as if it had been done before."""
    shell.run(lambda: print_paper(shell.workspace, SHEET, COURSE, IsoWeek(2024, 8), folder))


def test_an_issued_paper_is_saved_again_with_the_same_bytes(
    tab: PapersTab, shell: Shell, tmp_path: Path
) -> None:
    issue(shell, tmp_path / "one")
    (tmp_path / "two").mkdir()
    answer_folder(tmp_path / "two")
    ctrl(tab.view.lines.view, Qt.Key.Key_G)
    (one,), (two,) = (tmp_path / "one").glob("*.pdf"), (tmp_path / "two").glob("*.pdf")
    assert one.read_bytes() == two.read_bytes()


def test_a_paper_is_marked_with_day_number_and_scan(
    tab: PapersTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    issue(shell, tmp_path)
    scan = tmp_path / "registro.pdf"
    scan.write_bytes(b"%PDF-1.4 registro")
    ctrl(tab.view.lines.view, Qt.Key.Key_M)
    asked = dialog(qtbot, MarkDialog)
    find(asked, QLineEdit, "mark_number").setText("REG-17")
    find(asked, QLineEdit, "mark_scan").setText(str(scan))
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    (issued,) = list_papers(shell.workspace, COURSE)
    (filing,) = issued.paper.filings
    assert (filing.act, filing.day, filing.number) == (FilingAct.SENT, date(2024, 2, 19), "REG-17")
    assert filing.attachment
    assert shown(tab)[2:] == ["Enviado", "19 feb 2024", "19 feb 2024"]


def test_what_was_done_with_the_paper_on_screen_is_told(tab: PapersTab, shell: Shell, tmp_path: Path) -> None:
    print_to(tab, tmp_path)
    (issued,) = list_papers(shell.workspace, COURSE)
    shell.run(
        lambda: mark_paper(
            shell.workspace, issued.paper.id, FilingAct.SENT, date(2024, 2, 20), number="REG-18"
        )
    )
    assert "REG-18" in words_in(tab.view)


def test_a_paper_is_annulled_with_its_reason_and_waits_to_be_printed_again(
    tab: PapersTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    issue(shell, tmp_path)
    press(
        tab.view.lines.view,
        Qt.Key.Key_A,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    asked = dialog(qtbot, AnnulDialog)
    asked.form.submit()
    assert asked.isVisible(), "without a reason nothing is annulled"
    find(asked, QLineEdit, "annul_reason").setText("Se imprimió por error")
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    assert list_papers(shell.workspace, COURSE)[0].paper.state is PaperState.ANNULLED
    assert shown(tab)[2] == "Por imprimir"
    assert tab.view.story.text() == "Antes: 1/2024 · anulado"


def test_without_papers_nothing_can_be_saved_marked_or_annulled(tab: PapersTab) -> None:
    bar = tab.view.bar
    offered = [
        each.isEnabled() for each in (bar.copy, bar.open, bar.mark, bar.annul, bar.paper, tab.view.print)
    ]
    assert offered == [False, False, False, False, True, True]


def test_a_course_not_begun_opens_on_its_first_week(window: MainWindow) -> None:
    tab = open_tab(window, PapersTab, "papers", EMPTY_COURSE)
    assert shown(tab)[1].startswith("15 · ")


def test_every_paper_stands_in_one_table(tab: PapersTab) -> None:
    assert find(tab.view, QTableView, "course_papers_list_table").model().rowCount() == 33
