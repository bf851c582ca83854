"""Tests of the first page: what waits and how it is said, and that each row opens the very thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import attendance, papers
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.home import DueItem, read_home
from cpepa_desktop.ui.home.controller import HomePage
from cpepa_desktop.ui.home.rows import due_rows
from cpepa_desktop.ui.home.waiting import WaitingRow
from cpepa_desktop.ui.obligations.filing import FilingDialog
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.conftest import CLOCK
from tests.ui.hands import click, ctrl, find, in_dialog, press, words_in
from tests.ui.obligations.obligation_rows import due_in

COURSE = "2024-SSCS0208"
TODAY = CLOCK.today()


@pytest.fixture
def page(window: MainWindow) -> HomePage:
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


@pytest.fixture
def places(shell: Shell, window: MainWindow) -> list[Place]:
    """Return where the person asks to go, in place of going there."""
    asked: list[Place] = []
    shell.travelled.disconnect(window.travel)
    shell.travelled.connect(asked.append)
    return asked


def row_of(page: HomePage, title: str) -> WaitingRow:
    return next(row for row in page.view.due.list.shown_rows() if row.title == title)


def choose(page: HomePage, title: str) -> None:
    """Walk down what is due to a row, by the arrows."""
    page.view.due.list.setFocus()
    page.view.due.list.choose_first()
    while (row := page.view.due.list.current_row()) is not None and row.title != title:
        press(page.view.due.list, Qt.Key.Key_Down)
        assert page.view.due.list.current_row() != row


def joining(enrolment: int) -> DueItem:
    """Return somebody to be registered."""
    words = f"Persona {enrolment}"
    about = due_in(-1, name="participant_registration", subject=str(enrolment), subject_words=words)
    return DueItem(replace(about, text="Dar de alta al alumno"), "")


# What waits -------------------------------------------------------------------------------------------------


def test_what_is_due_says_its_paper_its_course_and_its_article(page: HomePage) -> None:
    week = row_of(page, "Hoja de asistencia, semana del 5 feb")
    assert (week.detail, week.badge.words) == (COURSE, "vencido hace 3 días")
    assert week.tooltip.splitlines()[:3] == [
        "Entregar la hoja de asistencia de la semana, con los justificantes: semana del 5 feb",
        "Plazo: vie 16 feb 2024",
        "EPE/873/2023, ap. 19.3.b; Guía 10.2.10; cuadro resumen",
    ]
    assert week.spoken == f"{week.title}. {COURSE}. vencido hace 3 días"


def test_the_most_urgent_comes_first(page: HomePage, shell: Shell) -> None:
    days = [item.obligation.safe for item in read_home(shell.workspace).due if item.obligation.safe]
    assert days == sorted(days)
    words = [row.badge.words for row in page.view.due.list.shown_rows()]
    assert words[0].startswith("vencido hace")
    assert words[-1].startswith("en ")


def test_the_same_thing_due_of_many_people_is_one_row_that_is_filed_at_once(page: HomePage) -> None:
    rows = due_rows([joining(at) for at in range(1, 4)], TODAY)
    (row,) = rows
    assert row.title == "Dar de alta al alumno, 3 personas"
    assert "Persona 1, Persona 2 y Persona 3" in row.tooltip
    assert row.place == Place("course", "24/1", "file/deadlines/participant_registration/1")
    assert len(due_rows([joining(1), joining(2)], TODAY)) == 2

    def look(widget: QWidget) -> None:
        assert "Dar de alta al alumno (3 obligaciones)" in words_in(widget)
        assert isinstance(widget, FilingDialog)
        widget.reject()

    page.view.due.set_rows(rows)
    page.view.due.list.choose_first()
    page.view.due.list.setFocus()
    with in_dialog("filing_dialog", look):
        ctrl(page.view.due.list, Qt.Key.Key_D)


def test_what_is_due_is_filed_from_here_by_a_key(page: HomePage, shell: Shell, qtbot: QtBot) -> None:
    title = "Hoja de asistencia, semana del 5 feb"
    choose(page, title)

    def fill(widget: QWidget) -> None:
        assert isinstance(widget, FilingDialog)
        widget.day.set_value(date(2024, 2, 12))
        ctrl(widget.day.editor, Qt.Key.Key_S)

    with in_dialog("filing_dialog", fill):
        ctrl(page.view.due.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: title not in [row.title for row in page.view.due.list.shown_rows()])
    met = [each for each in course_obligations(shell.workspace, COURSE) if each.subject == "2024-W06"]
    assert all(each.met for each in met)


def test_the_right_button_opens_and_files(page: HomePage, places: list[Place]) -> None:
    choose(page, "Hoja de asistencia, semana del 5 feb")
    actions = page.view.due.list.actions()
    assert [action.text() for action in actions] == ["Abrir", "Dar por cumplido…"]
    actions[0].trigger()
    assert places == [Place("course", COURSE, "papers/attendance-sheet-recorded/2024-W06")]


def test_every_term_is_a_click_away(page: HomePage, places: list[Place]) -> None:
    click(find(page.view, QPushButton, "home_due_all"))
    assert places == [Place("planning", detail="agenda")]


def test_who_is_at_risk_has_a_line_that_is_also_told(page: HomePage) -> None:
    (row,) = page.view.risks.list.shown_rows()
    assert (row.title, row.detail, row.badge.words) == ("Blasco Ñíguez, José", COURSE, "ya no alcanza")
    assert row.line_asked == 75
    assert "semana a semana" in row.spoken
    assert f"{row.line[-1]} %" in row.spoken


def test_rows_open_the_very_thing(page: HomePage, places: list[Place]) -> None:
    enrolment = page.view.risks.list.shown_rows()[0].place.detail
    assert enrolment.startswith("enrolments/")
    wanted = {
        page.view.risks: Place("course", COURSE, enrolment),
        page.view.entries: Place("course", COURSE, "attendance/2024-W07"),
    }
    for card, place in wanted.items():
        card.list.choose_first()
        press(card.list, Qt.Key.Key_Return)
        assert places[-1] == place
    choose(page, "Hoja de asistencia, semana del 12 feb")
    press(page.view.due.list, Qt.Key.Key_Return)
    assert places[-1] == Place("course", COURSE, "papers/attendance-sheet-recorded/2024-W07")


def test_the_arrows_walk_down_a_list(page: HomePage, places: list[Place]) -> None:
    choose(page, "Hoja de asistencia, semana del 5 feb")
    press(page.view.due.list, Qt.Key.Key_Down)
    press(page.view.due.list, Qt.Key.Key_Return)
    assert places == [Place("course", COURSE, "papers/attendance-sheet-recorded/2024-W07")]


def test_each_place_can_be_gone_to(page: HomePage, window: MainWindow) -> None:
    for card in (page.view.due, page.view.risks, page.view.entries):
        for row in card.list.shown_rows():
            window.travel(row.place)
            assert window.page(row.place.page).view.isVisible()
            window.travel(Place("home"))


def test_a_paper_that_waits_is_opened_among_the_papers(
    page: HomePage, shell: Shell, window: MainWindow, tmp_path: Path
) -> None:
    printed = shell.run(
        lambda: papers.print_paper(shell.workspace, "attendance-sheet", COURSE, IsoWeek(2024, 6), tmp_path)
    )
    assert printed is not None
    before = {row.title for row in page.view.due.list.shown_rows()}
    row = page.view.entries.list.shown_rows()[-1]
    assert (row.badge.words, row.place) == ("sin enviar", Place("papers", str(printed.paper.id)))
    window.travel(row.place)
    assert window.page("papers").view.isVisible()
    shell.run(lambda: papers.mark_paper(shell.workspace, printed.paper.id, FilingAct.SENT, TODAY))
    window.travel(Place("home"))
    assert row.key not in {each.key for each in page.view.entries.list.shown_rows()}
    after = {row.title for row in page.view.due.list.shown_rows()}
    assert before - after == {"Hoja de asistencia, semana del 5 feb"}


def test_the_page_follows_what_is_entered_and_keeps_the_row(page: HomePage, shell: Shell) -> None:
    later = page.view.entries.list.shown_rows()[1]
    page.view.entries.list.choose_first()
    press(page.view.entries.list, Qt.Key.Key_Down)
    shell.run(lambda: attendance.fill_week(shell.workspace, COURSE, IsoWeek(2024, 7)))
    assert [row.key for row in page.view.entries.list.shown_rows()] == [later.key]
    assert page.view.entries.list.currentIndex().row() == 0


def test_a_screen_reader_hears_every_row(page: HomePage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.view.due.list)
    heard = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    assert heard == [row.spoken for row in page.view.due.list.shown_rows()]


def test_the_page_says_the_working_day(page: HomePage) -> None:
    assert "lunes, 19 de febrero de 2024" in words_in(page.view)


def test_a_quiet_day_says_what_comes_next(page: HomePage, shell: Shell) -> None:
    clock = FixedClock(date(2023, 10, 2), CLOCK.now())
    shell.clock = shell.workspace.clock = clock
    page.read()
    assert page.view.due.list.shown_rows() == ()
    assert "Nada pendiente. El siguiente plazo es el " in words_in(page.view)


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


# The year and the room there is -----------------------------------------------------------------------------


def test_another_school_year_shows_its_courses(page: HomePage, shell: Shell) -> None:
    shown = len(read_home(shell.workspace).courses)
    assert page.view.strip.model().rowCount() == shown
    due = page.view.due.list.shown_rows()
    shell.set_school_year(SchoolYear(2022))
    assert page.view.strip.model().rowCount() == 0
    assert "Curso 22/23" in words_in(page.view)
    assert page.view.due.list.shown_rows() == due
    shell.set_school_year(None)
    assert page.view.strip.model().rowCount() == len(read_home(shell.workspace).courses) == shown


def test_a_bar_opens_its_course(page: HomePage, places: list[Place]) -> None:
    press(page.view.strip, Qt.Key.Key_Home)
    press(page.view.strip, Qt.Key.Key_Return)
    assert places == [Place("course", COURSE)]


def test_cards_stand_side_by_side_and_one_under_another_where_the_text_is_large(
    page: HomePage, window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    cards = (page.view.due, page.view.risks, page.view.entries)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 1 and cards[0].width() > 300)
    scroll = find(window, QScrollArea, "page_home_scroll")
    assert scroll.verticalScrollBar().maximum() == scroll.horizontalScrollBar().maximum() == 0
    try:
        theme.apply_theme(qapp, scale=2)
        qtbot.waitUntil(lambda: len({card.x() for card in cards}) == 1)
        qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
        assert scroll.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply_theme(qapp)
