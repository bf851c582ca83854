"""Tests of the first page: what waits and how it is said, and that each row opens the very thing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import attendance, papers
from cpepa_desktop.operations.home import read_home
from cpepa_desktop.ui.home.controller import HomePage
from cpepa_desktop.ui.home.rows import countdown
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.conftest import CLOCK
from tests.ui.hands import click, find, press, words_in

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


# How long there is ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "words", "wash"),
    [
        (-2, "hace 2 días", Wash.DANGER),
        (-1, "hace 1 día", Wash.DANGER),
        (0, "hoy", Wash.WARNING),
        (1, "en 1 día", Wash.WARNING),
        (3, "en 3 días", Wash.WARNING),
        (4, "en 4 días", Wash.QUIET),
    ],
)
def test_the_days_left_are_told_in_words_and_in_a_wash(days: int, words: str, wash: Wash) -> None:
    due = TODAY + timedelta(days=days)
    badge = countdown(due, due, TODAY)
    assert (badge.words, badge.wash) == (words, wash)


def test_past_the_safe_day_is_a_warning_however_far_the_limit() -> None:
    due = TODAY + timedelta(days=9)
    for days, wash in ((-1, Wash.WARNING), (0, Wash.QUIET)):
        assert countdown(due, TODAY + timedelta(days=days), TODAY).wash is wash


# What waits -------------------------------------------------------------------------------------------------


def test_what_is_due_says_its_paper_its_course_and_its_article(page: HomePage) -> None:
    sheet, *weeks = page.view.due.list.shown_rows()
    assert (sheet.title, sheet.detail, sheet.badge.words) == ("Hoja de condiciones", COURSE, "hace 42 días")
    assert sheet.tooltip.splitlines() == [
        "Enviar la hoja de condiciones, y su anexo de aula virtual",
        "Plazo: lun 8 ene 2024",
        "EPE/873/2023, Guía 10.2.1 y 10.2.3; cuadro resumen",
    ]
    assert weeks[0].title == "Hoja de asistencia, semana del 15 ene"
    assert weeks[0].spoken == f"{weeks[0].title}. {COURSE}. hace 24 días"


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
        page.view.due: Place("course", COURSE, "papers/conditions-sheet"),
        page.view.risks: Place("course", COURSE, enrolment),
        page.view.entries: Place("course", COURSE, "attendance/2024-W07"),
    }
    for card, place in wanted.items():
        card.list.choose_first()
        press(card.list, Qt.Key.Key_Return)
        assert places[-1] == place


def test_the_arrows_walk_down_a_list(page: HomePage, places: list[Place]) -> None:
    page.view.due.list.choose_first()
    press(page.view.due.list, Qt.Key.Key_Down)
    press(page.view.due.list, Qt.Key.Key_Return)
    assert places == [Place("course", COURSE, "papers/attendance-sheet-recorded/2024-W03")]


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
        lambda: papers.print_paper(shell.workspace, "attendance-sheet", COURSE, IsoWeek(2024, 5), tmp_path)
    )
    assert printed is not None
    row = page.view.entries.list.shown_rows()[-1]
    assert (row.badge.words, row.place) == ("sin enviar", Place("papers", str(printed.paper.id)))
    window.travel(row.place)
    assert window.page("papers").view.isVisible()
    shell.run(lambda: papers.mark_paper(shell.workspace, printed.paper.id, FilingAct.SENT, TODAY))
    window.travel(Place("home"))
    assert row.key not in {each.key for each in page.view.entries.list.shown_rows()}
    assert len(page.view.due.list.shown_rows()) == 6


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
    clock = FixedClock(date(2023, 12, 20), CLOCK.now())
    shell.clock = shell.workspace.clock = clock
    page.read()
    assert page.view.due.list.shown_rows() == ()
    following = "El siguiente plazo es el lun 8 ene (hoja de condiciones de 2024-SSCS0208)."
    assert f"Nada pendiente. {following}" in words_in(page.view)


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
    assert page.view.strip.model().rowCount() == 2
    due = page.view.due.list.shown_rows()
    shell.set_school_year(SchoolYear(2022))
    assert page.view.strip.model().rowCount() == 0
    assert "Curso 22/23" in words_in(page.view)
    assert page.view.due.list.shown_rows() == due
    shell.set_school_year(None)
    assert page.view.strip.model().rowCount() == len(read_home(shell.workspace).courses) == 2


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
