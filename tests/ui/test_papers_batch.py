"""Tests of printing several papers at once, by keys: which, where to, what came of it, and stopping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.operations.course_papers import BatchPrinted, PaperStage
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.ui.papers.batch import BatchDialog, made_words, outcome_words
from cpepa_desktop.ui.papers.controller import PapersPage
from cpepa_desktop.ui.parts.dialogs import AnswerDialog
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.work import Work
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog
from tests.ui.hands import click, ctrl, find, press, words_in

NOTHING_CHANGED = Changes("Imprimir", frozenset())
DUE = 11


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> BatchDialog:
    """Return the dialog, asked for from the page of papers."""
    window.travel(Place("papers"))
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    page.batch.ask()
    return dialog(qtbot, BatchDialog)


def choose_folder(folder: Path) -> None:
    """Answer the dialog of folders that is about to come."""

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, QFileDialog):
            QTimer.singleShot(10, answer)
            return
        find(asked, QLineEdit, "fileNameEdit").setText(str(folder))
        asked.accept()

    QTimer.singleShot(0, answer)


def test_what_is_due_is_chosen_at_first_and_what_is_for_later_is_not_offered(asked: BatchDialog) -> None:
    assert {line.stage for line in asked.chosen()} == {PaperStage.TO_PRINT}
    assert len(asked.chosen()) == DUE
    assert asked.accept_button.text().strip() == f"Imprimir {DUE} documentos…"
    assert PaperStage.LATER not in {line.stage for line in asked.table.model.rows}
    assert {line.request.course for line in asked.chosen()} == {COURSE}


def test_rows_are_chosen_by_keys_and_without_any_there_is_nothing_to_print(asked: BatchDialog) -> None:
    view = asked.table.view
    ctrl(view, Qt.Key.Key_A)
    assert len(asked.chosen()) == len(asked.table.model.rows)
    press(view, Qt.Key.Key_Down)
    assert len(asked.chosen()) == 1
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert asked.accept_button.text().strip() == "Imprimir 2 documentos…"
    view.clearSelection()
    assert not asked.accept_button.isEnabled()


def test_the_papers_chosen_are_printed_and_it_is_told(
    asked: BatchDialog, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    choose_folder(tmp_path)
    asked.accept_button.click()
    told = dialog(qtbot, AnswerDialog)
    assert told.objectName() == "batch_answer"
    assert f"Se han impreso {DUE} documentos" in words_in(told)
    assert f"Están en «{tmp_path}» y registrados con su número." in words_in(told)
    assert len(list(tmp_path.glob("*.pdf"))) == len(list_papers(shell.workspace)) == DUE
    click(find(told, QPushButton, "batch_answer_accept"))


def test_stopping_keeps_what_was_printed_and_says_so(
    asked: BatchDialog, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    def stop_after_one(_title: str, work: Work[BatchPrinted]) -> None:
        work.progress.moved.connect(
            lambda done, _total, _doing: work.progress.cancel() if done else None,
            Qt.ConnectionType.DirectConnection,
        )

    shell.working.connect(stop_after_one)
    choose_folder(tmp_path)
    asked.accept_button.click()
    told = dialog(qtbot, AnswerDialog)
    count = len(list_papers(shell.workspace))
    assert 0 < count < DUE
    assert f"quedan {DUE - count} sin imprimir; lo ya impreso se conserva" in words_in(told)
    click(find(told, QPushButton, "batch_answer_accept"))


def test_what_could_not_be_printed_is_told_with_its_number() -> None:
    problem = Problem("No tiene días de clase.", where="24/1 · Hoja de condiciones")
    printed = BatchPrinted((), (problem,), 0, NOTHING_CHANGED)
    assert made_words(printed) == "No se ha impreso ningún documento"
    assert outcome_words(printed, Path("pdf")) == "1 no se ha podido imprimir: abajo se dice por qué."


def test_desisting_prints_nothing(asked: BatchDialog, shell: Shell) -> None:
    press(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert list_papers(shell.workspace) == ()
