"""Tests of the course as a place: its header, its tabs, and what happens when the file changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.sample import SAMPLE_DAY
from cpepa_desktop.operations.stage import Reason, course_stage
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.courses.controller import CoursesPage
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, open_course
from tests.ui.hands import find, press, words_in


def test_the_header_says_what_the_course_is_and_where_it_stands(window: MainWindow) -> None:
    view = open_course(window).view
    title = "2024-SSCS0208 · Atención sociosanitaria a personas dependientes en instituciones sociales"
    assert view.title.text() == title
    assert view.header.badge.accessibleName() == "En marcha"
    assert view.header.facts.text() == "SSCS0208 · 15 ene – 10 may 2024 · 380 h · 12 + 1 personas"


def test_who_leaves_is_no_longer_counted(window: MainWindow, shell: Shell) -> None:
    view = open_course(window).view
    gone = Withdrawal(SAMPLE_DAY, LeaveCause.OTHER)
    shell.run(lambda: withdraw(shell.workspace, COURSE, "90000011E", gone))
    assert view.header.facts.text().endswith("11 + 1 personas")


def test_a_course_without_additional_seats_says_people_alone(window: MainWindow) -> None:
    view = open_course(window, course=EMPTY_COURSE).view
    assert view.header.facts.text().endswith("· 0 personas")
    assert view.header.badge.accessibleName() == "Autorizado"


def test_alt_and_a_number_go_to_each_tab(window: MainWindow) -> None:
    page = open_course(window, "summary")
    alt = Qt.KeyboardModifier.AltModifier
    names = ("summary", "calendar", "enrolments", "attendance", "papers", "virtual", "incidents", "typing")
    for number, name in enumerate(names, start=1):
        press(window, Qt.Key(Qt.Key.Key_0 + number), alt)
        assert page.view.current_tab == name
        assert page.view.tabs.tabToolTip(number - 1).endswith(f"(Alt+{number})")


def test_a_tab_reads_only_when_it_is_on_screen(window: MainWindow, shell: Shell) -> None:
    page = open_course(window, "enrolments")
    attendance = page.tab("attendance")
    assert isinstance(attendance, AttendanceTab)
    assert attendance.week is None
    gone = Withdrawal(SAMPLE_DAY, LeaveCause.OTHER)
    shell.run(lambda: withdraw(shell.workspace, COURSE, "90000011E", gone))
    assert attendance.week is None
    page.view.show_tab("attendance")
    assert str(attendance.week) == "2024-W07"


def test_the_back_button_goes_to_the_course_in_the_list(window: MainWindow) -> None:
    open_course(window, course=EMPTY_COURSE)
    find(window, QPushButton, "course_back").click()
    courses = window.page("courses")
    assert isinstance(courses, CoursesPage)
    current = courses.view.table.current_row()
    assert current is not None
    assert current.code == EMPTY_COURSE


def test_a_course_that_nobody_knows_is_said_and_not_shown(window: MainWindow) -> None:
    page = open_course(window, course="24/999")
    assert page.view.is_empty()
    assert "24/999" in words_in(page.view.empty)
    assert page.code == ""
    open_course(window)
    assert not page.view.is_empty()


def test_the_page_without_a_course_offers_the_list(window: MainWindow) -> None:
    window.travel(Place("course"))
    view = window.page("course").view
    assert view.is_empty()
    find(view, QPushButton, "course_empty_action").click()
    assert window.page("courses").view.isVisible()


def test_every_button_and_label_has_a_name_and_every_button_says_what_it_does(window: MainWindow) -> None:
    page = open_course(window)
    nameless, silent = [], []
    for name in ("summary", "calendar", "enrolments", "attendance", "papers"):
        page.view.show_tab(name)
        view = page.tab(name).view
        buttons = view.findChildren(QPushButton)
        widgets: list[QWidget] = [*buttons, *view.findChildren(QLabel)]
        nameless += [widget for widget in widgets if not widget.objectName()]
        silent += [button.objectName() for button in buttons if not button.accessibleName()]
    assert nameless == []
    assert silent == []


def test_another_file_knows_nothing_of_the_course(window: MainWindow, shell: Shell) -> None:
    open_course(window)
    other = shell.workspace.file.path.with_name("otro.cpepa")
    assert shell.new_file(other, Entity("Entidad"), Centre("CPEPA Otro"))
    assert open_course(window).view.is_empty()


def test_the_header_says_what_is_missing_and_goes_where_it_is_mended(window: MainWindow) -> None:
    page = open_course(window, "summary", course=EMPTY_COURSE)
    line = page.view.header.blockers
    assert line.accessibleName().startswith("Antes de empezar falta: ")
    assert "nadie matriculado" in line.accessibleName()
    step = find(line, QPushButton, "course_blocker_nobody_enrolled")
    step.setFocus()
    press(step, Qt.Key.Key_Space)
    assert page.view.current_tab == "enrolments"
    assert step.isVisible()


def test_what_is_missing_follows_what_is_done(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    page = open_course(window, "attendance")
    week = find(page.view, QPushButton, "course_blocker_weeks_to_enter")
    before = week.text()
    place = next(
        blocker.place
        for blocker in course_stage(shell.workspace, COURSE).blockers
        if blocker.reason is Reason.WEEKS_TO_ENTER
    )
    owed = IsoWeek.parse(place.removeprefix("attendance/"))
    shell.run(lambda: fill_week(shell.workspace, COURSE, owed))

    def shown() -> list[str]:
        after = page.view.findChildren(QPushButton, "course_blocker_weeks_to_enter")
        return [each.text() for each in after if each.isVisible()]

    qtbot.waitUntil(lambda: before not in shown())  # the head follows the week, not key by key
