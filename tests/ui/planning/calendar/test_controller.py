"""The calendar of the centre in the window: walked, filtered, and opened by the keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.ui.course.calendar.controller import CalendarTab
from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.planning.calendar.controller import CalendarSection
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE
from tests.ui.hands import ctrl, find, page_shown, press, words_in
from tests.ui.planning.sections import open_section

DAY = date(2024, 2, 13)
TODAY = date(2024, 2, 19)


@pytest.fixture
def section(window: MainWindow) -> CalendarSection:
    """Give the section on the 13 February."""
    return open_section(window, CalendarSection, f"calendar/{DAY}")


def heading(section: CalendarSection) -> str:
    """Return what month or year is shown."""
    return find(section.view, QLabel, "centre_calendar_heading").text()


def has_focus(widget: object) -> bool:
    """Say whether the keyboard is on a widget."""
    return QApplication.focusWidget() is widget


def test_it_opens_on_the_month_of_today(window: MainWindow) -> None:
    section = open_section(window, CalendarSection, "calendar")
    assert heading(section) == "Febrero de 2024"
    cell = section.view.month.current_cell()
    assert cell is not None
    assert (cell.day, cell.is_today) == (TODAY, True)
    assert section.detail() == TODAY.isoformat()


def test_the_day_in_hand_is_told_beside_the_month(section: CalendarSection) -> None:
    assert "Martes, 13 de febrero de 2024" in words_in(section.view)
    (line,) = section.view.day_lines.lines.lines
    assert line.words.startswith(f"{COURSE} · 9:00–14:00 · MF1017_2")
    press(section.view.month, Qt.Key.Key_Down)
    assert "Martes, 20 de febrero de 2024" in words_in(section.view)


def test_the_keys_walk_out_of_the_month(section: CalendarSection) -> None:
    month = section.view.month
    press(month, Qt.Key.Key_PageDown)
    assert heading(section) == "Marzo de 2024"
    press(month, Qt.Key.Key_PageUp)
    press(month, Qt.Key.Key_Up)
    press(month, Qt.Key.Key_Up)
    cell = month.current_cell()
    assert cell is not None
    assert (heading(section), cell.day) == ("Enero de 2024", date(2024, 1, 30))
    ctrl(month, Qt.Key.Key_Left)
    assert heading(section) == "Diciembre de 2023"
    ctrl(month, Qt.Key.Key_T)
    assert section.detail() == TODAY.isoformat()


def test_enter_opens_the_day_of_its_course(section: CalendarSection, window: MainWindow) -> None:
    press(section.view.month, Qt.Key.Key_Return)
    page = window.page("course")
    assert page_shown(window) == "course"
    assert isinstance(page, CourseWorkspacePage)
    tab = page.tab("calendar")
    assert isinstance(tab, CalendarTab)
    row = tab.view.table.current_row()
    assert row is not None
    assert (page.code, row.day) == (COURSE, DAY)


def test_enter_on_a_day_of_several_courses_lets_one_be_chosen(
    window: MainWindow, section: CalendarSection
) -> None:
    window.travel(Place("planning", detail="calendar/2024-05-08"))
    cell = section.view.month.current_cell()
    assert cell is not None
    assert len(cell.courses) > 1
    press(section.view.month, Qt.Key.Key_Return)
    assert has_focus(section.view.day_lines)
    press(section.view.day_lines, Qt.Key.Key_End)
    line = section.view.day_lines.lines.lines[-1]
    press(section.view.day_lines, Qt.Key.Key_Return)
    assert page_shown(window) == "course"
    assert line.words.startswith(window.page("course").place().key)


def test_a_conflict_is_told_in_words_and_opens_its_day(
    shell: Shell, window: MainWindow, section: CalendarSection, qtbot: QtBot
) -> None:
    assert "Sin conflictos" in words_in(section.view)
    closed = Holiday(date(2024, 2, 22), "Cierre", HolidayScope.CENTRE)
    shell.run(lambda: add_holiday(shell.workspace, closed))
    qtbot.waitUntil(lambda: "1 conflicto" in words_in(section.view))
    (line,) = section.view.wrong_lines.lines.lines
    assert line.words == f"Hay clase en un día sin clase, jue 22 feb (Cierre): {COURSE}."
    press(section.view.wrong_lines, Qt.Key.Key_Return)
    cell = section.view.month.current_cell()
    assert cell is not None
    assert (cell.day, has_focus(section.view.month)) == (closed.day, True)
    assert cell.bars[0].words == "Del centro: Cierre"
    assert window.isVisible()


def test_a_filter_leaves_the_rest_out(section: CalendarSection, window: MainWindow) -> None:
    window.travel(Place("planning", detail="calendar/2024-05-08"))
    box = section.view.course
    box.setFocus()
    box.setCurrentIndex(box.findData(EMPTY_COURSE))
    box.activated.emit(box.currentIndex())
    cell = section.view.month.current_cell()
    assert cell is not None
    assert cell.courses == (EMPTY_COURSE,)


def test_the_year_is_told_by_courses_rooms_and_trainers(section: CalendarSection) -> None:
    ctrl(section.view.month, Qt.Key.Key_U)
    assert heading(section) == "Curso escolar 23/24"
    assert COURSE in [row.name for row in section.view.year.year.rows]
    assert has_focus(section.view.year)
    assert section.detail().startswith("year/")
    axis = section.view.axis
    assert axis.isVisible()
    for at, name in ((1, "Aula 1"), (2, "Elena Arruebo Salas")):
        axis.setCurrentIndex(at)
        axis.activated.emit(at)
        assert name in [row.name for row in section.view.year.year.rows]
    ctrl(section.view.year, Qt.Key.Key_M)
    assert has_focus(section.view.month)
    assert not axis.isVisible()


def test_enter_on_a_month_of_the_year_opens_it_for_that_row(
    window: MainWindow, section: CalendarSection
) -> None:
    window.travel(Place("planning", detail="calendar/year/2024-02-13"))
    year = section.view.year
    at = [row.name for row in year.year.rows].index(COURSE)
    year.setCurrentIndex(year.year.index(at, 8))
    assert "mayo de 2024" in words_in(section.view)
    press(year, Qt.Key.Key_Return)
    assert heading(section) == "Mayo de 2024"
    assert section.view.wanted.course == COURSE
    shown = {course for week in range(5) for day in range(7) for course in _courses(section, week, day)}
    assert shown == {COURSE}


def _courses(section: CalendarSection, week: int, day: int) -> tuple[str, ...]:
    cell = section.view.month.month.cell(section.view.month.month.index(week, day))
    return cell.courses if cell else ()


def test_the_year_can_be_left_for_the_one_before(section: CalendarSection) -> None:
    ctrl(section.view.month, Qt.Key.Key_U)
    ctrl(section.view.year, Qt.Key.Key_Left)
    assert heading(section) == "Curso escolar 22/23"
    assert section.view.year.year.rows == ()
    assert "Ninguna clase" in words_in(section.view)


def test_the_school_year_looked_at_is_gone_to(shell: Shell, section: CalendarSection) -> None:
    shell.set_school_year(SchoolYear(2022))
    assert section.detail() == "2022-09-01"
    shell.set_school_year(SchoolYear(2023))
    assert section.detail() == TODAY.isoformat()
    shell.set_school_year(None)
    assert section.detail() == TODAY.isoformat()


@pytest.mark.parametrize(("detail", "shown"), [("2024-04", "Abril de 2024"), ("mañana", "Febrero de 2024")])
def test_a_month_can_be_gone_to_and_nonsense_is_passed_over(
    section: CalendarSection, detail: str, shown: str
) -> None:
    section.reveal_detail(detail)
    assert heading(section) == shown


def test_the_days_without_class_are_one_step_away(section: CalendarSection, window: MainWindow) -> None:
    find(section.view, QPushButton, "centre_calendar_holidays").click()
    assert page_shown(window) == "centre"


def test_without_courses_it_says_what_to_do(empty_shell: Shell, window: MainWindow, qtbot: QtBot) -> None:
    path = empty_shell.workspace.file.path.with_name("nuevo.cpepa")
    assert empty_shell.new_file(path, Entity("Entidad"), Centre("Centro"))
    section = open_section(window, CalendarSection, "calendar")
    qtbot.waitUntil(section.view.is_empty)
    assert "Todavía no hay ningún curso" in words_in(section.view)
