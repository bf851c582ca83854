"""Tests of the page of papers: as they were issued, and what was done with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.papers import Filing, FilingAct, PaperState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.batch import BatchDialog
from cpepa_desktop.ui.papers.columns import title_words
from cpepa_desktop.ui.papers.controller import PapersPage
from cpepa_desktop.ui.papers.view import PapersView
from cpepa_desktop.ui.papers.words import filing_words, paper_badge
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import Opened, click, ctrl, find, in_dialog, press, type_text, words_in

COURSE = "2024-SSCS0208"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, shell: Shell, tmp_path: Path) -> PapersPage:
    for week in (5, 6):
        papers.print_paper(shell.workspace, "attendance-sheet", COURSE, IsoWeek(2024, week), tmp_path / "pdf")
    window.travel(Place("papers"))
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    page.view.table.view.setFocus()
    return page


def _listed(shell: Shell) -> tuple[PaperView, ...]:
    return papers.list_papers(shell.workspace)


def test_the_paper_chosen_is_shown_as_it_was_issued(page: PapersPage) -> None:
    assert len(page.view.table.shown_rows()) == 2
    assert page.view.table.current_row() is not None
    assert page.view.preview.page_count >= 1


def test_a_paper_is_saved_again_with_the_same_bytes(page: PapersPage, shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "otra"
    folder.mkdir()

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        name = find(dialog, QLineEdit, "fileNameEdit")
        name.clear()
        type_text(name, str(folder))
        press(name, Qt.Key.Key_Return)

    current = page.view.table.current_row()
    assert current is not None
    with in_dialog("file_dialog", choose):
        ctrl(page.view.table.view, Qt.Key.Key_G)
    (saved,) = folder.iterdir()
    assert saved.read_bytes() == papers.read_paper(shell.workspace, current.paper.id)
    assert str(saved) in page.view.banner.words


def test_what_was_done_with_a_paper_is_written_with_its_scan(
    page: PapersPage, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    scan = tmp_path / "justificante.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")

    def fill(dialog: QWidget) -> None:
        type_text(find(dialog, QLineEdit, "mark_channel"), "GESTIFOR")
        type_text(find(dialog, QLineEdit, "mark_number"), "2024/77")
        type_text(find(dialog, QLineEdit, "mark_scan"), str(scan))
        ctrl(find(dialog, QLineEdit, "mark_number"), Qt.Key.Key_S)

    current = page.view.table.current_row()
    assert current is not None
    with in_dialog("mark_dialog", fill):
        click(find(page.view, QPushButton, "papers_mark"))
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    (filing,) = next(each for each in _listed(shell) if each.paper.id == current.paper.id).paper.filings
    assert (filing.act, filing.channel, filing.number) == (FilingAct.SENT, "GESTIFOR", "2024/77")
    assert filing.attachment is not None
    qtbot.waitUntil(lambda: "GESTIFOR" in words_in(page.view))
    again = page.view.table.current_row()
    assert again is not None
    assert paper_badge(again.paper).words == "Enviado"


def test_a_day_before_it_was_printed_is_refused_in_the_form(
    page: PapersPage, shell: Shell, qtbot: QtBot
) -> None:
    def fill(dialog: QWidget) -> None:
        day = find(dialog, QLineEdit, "mark_day")
        day.clear()
        type_text(day, "1/1/2024")
        ctrl(day, Qt.Key.Key_S)
        assert dialog.isVisible()
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("mark_dialog", fill):
        click(find(page.view, QPushButton, "papers_mark"))
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert all(not each.paper.filings for each in _listed(shell))


def test_a_place_names_the_paper_to_show(page: PapersPage, shell: Shell) -> None:
    wanted = _listed(shell)[-1]
    shell.go("papers", str(wanted.paper.id))
    assert page.view.table.current_row() == wanted


def test_the_state_of_a_paper_is_that_of_the_last_thing_done_with_it(page: PapersPage) -> None:
    paper = page.view.table.shown_rows()[0].paper
    sent = Filing(1, FilingAct.SENT, date(2024, 2, 20))
    approved = Filing(2, FilingAct.APPROVED, date(2024, 2, 21))
    words = [
        paper_badge(each).words
        for each in (
            paper,
            replace(paper, filings=(sent,)),
            replace(paper, filings=(sent, approved)),
            replace(paper, state=PaperState.REPLACED, filings=(sent,)),
            replace(paper, state=PaperState.ANNULLED),
        )
    ]
    assert words == ["Por presentar", "Enviado", "Aprobado", "Sustituido", "Anulado"]


def test_what_was_done_is_told_in_a_line() -> None:
    filing = Filing(1, FilingAct.SENT, date(2024, 2, 20), "GESTIFOR", "77", "ab" * 32)
    assert filing_words(filing) == "Enviado · 20 feb 2024 · GESTIFOR · 77 · con justificante"
    assert filing_words(Filing(1, FilingAct.HANDED_OUT, date(2024, 2, 20))) == "Entregado · 20 feb 2024"


def test_a_weekly_paper_says_its_week(page: PapersPage) -> None:
    assert {title_words(each) for each in page.view.table.shown_rows()} == {
        "Hoja de asistencia · 2024-W05",
        "Hoja de asistencia · 2024-W06",
    }


def test_without_papers_the_page_says_where_they_come_from(qtbot: QtBot) -> None:
    view = PapersView()
    qtbot.addWidget(view)
    view.show()
    view.show_papers(())
    assert view.is_empty()
    assert "desde cada curso" in words_in(view)


def test_a_paper_is_opened_outside_as_it_was_issued(page: PapersPage, shell: Shell, outside: Opened) -> None:
    current = page.view.table.current_row()
    assert current is not None
    press(page.view.table.view, Qt.Key.Key_O, CTRL, ALT)
    (path,) = outside.opened
    assert path.read_bytes() == papers.read_paper(shell.workspace, current.paper.id)


def test_the_folder_of_papers_is_opened(
    page: PapersPage, shell: Shell, outside: Opened, tmp_path: Path
) -> None:
    shell.settings.remember_papers_folder(tmp_path)
    press(page.view.table.view, Qt.Key.Key_F, CTRL, ALT)
    assert outside.opened == [tmp_path]


def test_a_paper_is_annulled_once(page: PapersPage, shell: Shell, qtbot: QtBot) -> None:
    def fill(dialog: QWidget) -> None:
        reason = find(dialog, QLineEdit, "annul_reason")
        type_text(reason, "Se imprimió por error")
        ctrl(reason, Qt.Key.Key_S)

    assert page.view.bar.annul.isEnabled()
    with in_dialog("annul_dialog", fill):
        press(page.view.table.view, Qt.Key.Key_A, CTRL, ALT)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert paper_badge(_listed(shell)[0].paper).words == "Anulado"
    assert not page.view.bar.annul.isEnabled()
    assert page.view.bar.copy.isEnabled()


def test_enter_reads_the_paper_chosen(page: PapersPage) -> None:
    press(page.view.table.view, Qt.Key.Key_Return)
    assert page.view.preview.view.hasFocus()


def test_several_papers_can_be_printed_before_there_is_any(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    window.travel(Place("papers"))
    assert papers.list_papers(shell.workspace) == ()
    click(find(window.page("papers").view, QPushButton, "papers_empty_action"))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BatchDialog))
    asked = QApplication.activeModalWidget()
    assert asked is not None
    asked.close()
