"""Tests of the pictures of a course: walked by the keyboard, told in words, near their paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.pictures import HeatState
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.pictures import heat_map, share_line
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.papers.controller import PapersTab
from cpepa_desktop.ui.course.pictures.controller import PicturesTab
from cpepa_desktop.ui.course.pictures.heat_map import look_of
from cpepa_desktop.ui.course.pictures.share_line import line_words
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, open_course, open_tab
from tests.ui.hands import press


@pytest.fixture
def tab(window: MainWindow) -> PicturesTab:
    return open_tab(window, PicturesTab, "pictures")


def said(tab: PicturesTab, row: int, column: int) -> str:
    """Return what a screen reader says of a cell."""
    heat = tab.view.heat.heat
    return str(heat.data(heat.index(row, column), Qt.ItemDataRole.AccessibleTextRole))


def test_every_state_has_a_sign_and_words_of_its_own() -> None:
    looks = [look_of(state) for state in HeatState]
    assert len({look.sign for look in looks}) == len({look.words for look in looks}) == len(HeatState)


def test_the_map_has_everybody_on_every_day_and_says_each_cell(tab: PicturesTab, shell: Shell) -> None:
    picture = heat_map(shell.workspace, COURSE)
    model = tab.view.heat.heat
    assert (model.rowCount(), model.columnCount()) == (len(picture.rows), len(picture.days))
    assert said(tab, 0, 0) == "Ágreda Royo, Ana, lun 15 ene 2024: Asiste todo el día, 5 h de 5 h"
    assert said(tab, 1, 4).startswith("Blasco Ñíguez, José, vie 19 ene 2024: No asiste, 0 h de 5 h")


def test_it_opens_on_the_day_of_today_with_the_line_of_the_course(tab: PicturesTab, shell: Shell) -> None:
    cell = tab.view.heat.heat.cell_at(tab.view.heat.currentIndex())
    assert cell is not None
    assert cell.day == shell.workspace.clock.today()
    assert tab.view.heat.hasFocus()


def test_arrows_choose_a_person_and_their_line_is_shown(tab: PicturesTab, shell: Shell, qtbot: QtBot) -> None:
    press(tab.view.heat, Qt.Key.Key_Down)
    other = list_enrolments(shell.workspace, COURSE)[1]
    qtbot.waitUntil(lambda: tab.view.shown_name.text() == other.person.listed_name)
    assert tab.view.words.text() == line_words(share_line(shell.workspace, COURSE, other.id))
    assert tab.view.cell.text().startswith(other.person.listed_name)


def test_the_whole_course_comes_back_by_its_button(tab: PicturesTab, qtbot: QtBot) -> None:
    press(tab.view.heat, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: tab.view.shown_name.text() != "Todo el curso")
    tab.view.course.click()
    qtbot.waitUntil(lambda: tab.view.shown_name.text() == "Todo el curso")


def test_enter_opens_the_week_of_the_day(window: MainWindow, tab: PicturesTab) -> None:
    heat = tab.view.heat
    heat.setCurrentIndex(heat.heat.index(0, 0))
    press(heat, Qt.Key.Key_Return)
    page = open_course(window)
    assert page.place().detail == "attendance/2024-W03"
    assert isinstance(page.tab("attendance"), AttendanceTab)


def test_arrows_walk_the_line_day_by_day(tab: PicturesTab, shell: Shell) -> None:
    plot = tab.view.plot
    points = share_line(shell.workspace, COURSE).points
    plot.show_line(share_line(shell.workspace, COURSE))
    plot.setFocus()
    assert plot.current() == points[-1]
    press(plot, Qt.Key.Key_Left)
    assert plot.current() == points[-2]
    press(plot, Qt.Key.Key_Home)
    press(plot, Qt.Key.Key_Left)
    assert plot.current() == points[0]
    assert tab.view.point.text().startswith("lun 15 ene 2024: alcanzado 1,3 %")
    press(plot, Qt.Key.Key_End)
    assert plot.current() == points[-1]


def test_the_line_says_all_of_itself_in_words(tab: PicturesTab, shell: Shell) -> None:
    person = list_enrolments(shell.workspace, COURSE)[1]
    words = line_words(share_line(shell.workspace, COURSE, person.id))
    assert "límite 75 %" in words
    assert "imposible desde el jue 7 mar 2024" in words
    tab.view.show_line(share_line(shell.workspace, COURSE, person.id))
    assert tab.view.plot.accessibleDescription() == words


def test_both_pictures_are_one_key_away_from_their_paper(window: MainWindow, tab: PicturesTab) -> None:
    tab.view.map_paper.click()
    papers = open_course(window).tab("papers")
    assert isinstance(papers, PapersTab)
    assert papers.view.choice.kind() == "heat-map"


def test_the_line_of_a_person_is_printed_as_theirs(
    window: MainWindow, tab: PicturesTab, shell: Shell, qtbot: QtBot
) -> None:
    press(tab.view.heat, Qt.Key.Key_Down)
    other = list_enrolments(shell.workspace, COURSE)[1]
    qtbot.waitUntil(lambda: tab.view.shown_name.text() == other.person.listed_name)
    tab.view.line_paper.click()
    papers = open_course(window).tab("papers")
    assert isinstance(papers, PapersTab)
    line = papers.view.lines.current_row()
    assert line is not None
    assert (line.request.kind, line.person) == ("share-line", other.person.listed_name)


def test_a_course_not_begun_has_a_line_to_come(window: MainWindow, shell: Shell) -> None:
    tab = open_tab(window, PicturesTab, "pictures", EMPTY_COURSE)
    line = share_line(shell.workspace, EMPTY_COURSE)
    assert line.points == ()
    assert tab.view.words.text() == "Todavía no se ha impartido ninguna clase."
    assert shell.workspace.clock.today() < (line.first or date.max)
