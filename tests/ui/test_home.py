"""Tests of the first page: what waits, and that each row opens the very thing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import attendance, papers
from cpepa_desktop.ui.home.controller import HomePage
from cpepa_desktop.ui.home.reading import read_home
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, find, press, words_in

COURSE = "2024-SSCS0208"


@pytest.fixture
def page(window: MainWindow) -> HomePage:
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


def test_weeks_with_cells_not_entered_wait_and_a_full_one_does_not(shell: Shell) -> None:
    week = read_home(shell.workspace).weeks[0]
    assert week.missing == week.summary.cells - week.summary.entered > 0
    attendance.fill_week(shell.workspace, week.course, week.summary.week)
    assert week.summary.week not in {each.summary.week for each in read_home(shell.workspace).weeks}


def test_each_person_at_risk_stands_once_with_the_worst_first(shell: Shell) -> None:
    at_risk = read_home(shell.workspace).at_risk
    assert at_risk
    assert len({each.enrolment.id for each in at_risk}) == len(at_risk)
    for each in at_risk:
        answers = [risk.verdict.answer for risk in each.risks]
        assert answers == sorted(answers, key=lambda answer: answer is not Answer.NO)
        assert Answer.YES not in answers
        assert each.enrolment.left_on is None


def test_a_paper_waits_until_it_is_filed(shell: Shell, tmp_path: Path) -> None:
    printed = papers.print_paper(shell.workspace, "attendance-sheet", COURSE, IsoWeek(2024, 5), tmp_path)
    assert [each.paper.id for each in read_home(shell.workspace).papers] == [printed.paper.id]
    papers.mark_paper(shell.workspace, printed.paper.id, FilingAct.SENT, shell.clock.today())
    assert read_home(shell.workspace).papers == ()


def test_rows_open_the_very_thing(page: HomePage, shell: Shell, window: MainWindow, qtbot: QtBot) -> None:
    week = page.view.weeks.shown_rows()[0]
    risk = page.view.risks.shown_rows()[0]
    wanted: dict[TablePanel[Any], Place] = {
        page.view.courses: Place("course", page.view.courses.shown_rows()[0].code),
        page.view.weeks: Place("course", week.course, f"attendance/{week.summary.week}"),
        page.view.risks: Place("course", risk.course, f"enrolments/{risk.enrolment.id}"),
    }
    shell.travelled.disconnect(window.travel)
    for panel, place in wanted.items():
        panel.choose_first()
        with qtbot.waitSignal(shell.travelled, check_params_cb=lambda at, place=place: at == place):
            press(panel.view, Qt.Key.Key_Return)


def test_a_paper_that_waits_is_opened_among_the_papers(
    page: HomePage, shell: Shell, window: MainWindow, tmp_path: Path
) -> None:
    printed = shell.run(
        lambda: papers.print_paper(shell.workspace, "attendance-sheet", COURSE, IsoWeek(2024, 5), tmp_path)
    )
    assert printed is not None
    page.view.papers.choose_first()
    press(page.view.papers.view, Qt.Key.Key_Return)
    assert window.page("papers").view.isVisible()


def test_the_page_follows_what_is_entered(page: HomePage, shell: Shell) -> None:
    week = page.view.weeks.shown_rows()[0]
    shell.run(lambda: attendance.fill_week(shell.workspace, week.course, week.summary.week))
    assert week.summary.week not in {each.summary.week for each in page.view.weeks.shown_rows()}


def test_the_page_says_the_working_day(page: HomePage) -> None:
    assert "lunes, 19 de febrero de 2024" in words_in(page.view)


def test_a_centre_without_courses_is_told_how_to_begin(
    empty_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    empty_shell.new_file(tmp_path / "nuevo.cpepa", Entity("Entidad"), Centre("Centro"))
    home = window.page("home").view
    assert home.is_empty()
    empty_shell.travelled.disconnect(window.travel)
    wanted = Place("courses", "", "new")
    with qtbot.waitSignal(empty_shell.travelled, check_params_cb=lambda place: place == wanted):
        click(find(home, QPushButton, "home_empty_action"))
    window.close()
