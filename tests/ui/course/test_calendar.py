"""Tests of the calendar of a course: its rows, and its commands by the keys and in their forms."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import split_session
from cpepa_desktop.ui.course.calendar.columns import (
    CalendarRow,
    calendar_columns,
    calendar_rows,
    session_words,
)
from cpepa_desktop.ui.course.calendar.controller import CalendarTab
from cpepa_desktop.ui.course.calendar.dialogs import (
    BlockDialog,
    CancelDialog,
    ModeDialog,
    PlaceDialog,
    SplitDialog,
    TrainersDialog,
)
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, find, press, words_in

LAST = date(2024, 5, 10)
FREE_SATURDAY = date(2024, 5, 11)


def shown(row: CalendarRow) -> list[str]:
    return [column.shown(row) for column in calendar_columns()]


def rows_on(tab: CalendarTab, day: date) -> list[CalendarRow]:
    return [row for row in tab.view.table.shown_rows() if row.day == day]


@pytest.fixture
def tab(window: MainWindow) -> CalendarTab:
    return open_tab(window, CalendarTab, "calendar")


def choose(tab: CalendarTab, day: date, at: int = 0) -> CalendarRow:
    """Make a session of a day the current one."""
    row = rows_on(tab, day)[at]
    assert tab.view.table.choose(row.key)
    return row


# Rows ----------------------------------------------------------------------------------------------


def test_a_row_says_week_day_hours_block_trainers_mode_and_state(tab: CalendarTab) -> None:
    row = rows_on(tab, date(2024, 2, 12))[0]
    assert shown(row) == [
        "7",
        "lun 12 feb",
        "9:00–14:00",
        "UF0128",
        "Apoyo en la organización de actividades para personas dependientes en instituciones",
        "5 h",
        "Elena Arruebo Salas",
        "Presencial",
        "Prevista",
    ]
    assert session_words(row) == "lun 12 feb, 9:00–14:00, UF0128"


def test_a_holiday_stands_among_the_classes_it_keeps_away(tab: CalendarTab) -> None:
    (row,) = rows_on(tab, date(2024, 1, 29))
    assert shown(row) == ["5", "lun 29 ene", "", "", "San Valero", "", "", "", "Festivo"]


def test_a_holiday_on_a_day_without_class_is_left_out(shell: Shell) -> None:
    view = read_course(shell.workspace, EMPTY_COURSE)
    every_day = calendar_rows(view, {}, lambda day: Holiday(day, "Fiesta", HolidayScope.CENTRE))
    weekdays = {row.day.weekday() for row in every_day if row.holiday}
    assert weekdays == {0, 1, 2, 3}


def test_sessions_of_one_stretch_follow_each_other_on_the_clock(tab: CalendarTab, shell: Shell) -> None:
    session = rows_on(tab, date(2024, 2, 20))[0].session
    assert session
    shell.run(lambda: split_session(shell.workspace, COURSE, session.id, 120))
    first, second = rows_on(tab, date(2024, 2, 20))
    assert (first.start, first.end, second.start, second.end) == (540, 660, 660, 840)


def test_it_opens_on_the_next_class(tab: CalendarTab) -> None:
    current = tab.view.table.current_row()
    assert current is not None
    assert current.day == date(2024, 2, 12)
    assert words_in(tab.view).startswith("380 h de 380 h en el calendario, hasta el vie 10 may")


# Commands ------------------------------------------------------------------------------------------


def command(tab: CalendarTab, name: str) -> QPushButton:
    return find(tab.view, QPushButton, f"calendar_{name}")


def test_commands_are_offered_where_they_make_sense(tab: CalendarTab) -> None:
    names = ("move", "split", "block", "cancel", "replace", "trainers", "mode")

    def offered() -> set[str]:
        return {name for name in names if command(tab, name).isEnabled()}

    choose(tab, date(2024, 2, 20))
    assert offered() == {"move", "split", "block", "cancel", "trainers", "mode"}
    press(tab.view.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert offered() == {"trainers", "mode"}
    choose(tab, date(2024, 1, 29))
    assert offered() == set()


def test_a_session_is_moved_by_ctrl_m(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, LAST)
    ctrl(tab.view.table.view, Qt.Key.Key_M)
    asked = dialog(qtbot, PlaceDialog)
    assert asked.entered()[:2] == (LAST, 540)
    asked.day.set_value(FREE_SATURDAY)
    asked.start.set_value(600)
    ctrl(asked.form.fields[0].editor, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert rows_on(tab, LAST) == []
    assert [(row.start, row.end) for row in rows_on(tab, FREE_SATURDAY)] == [(600, 900)]


def test_a_refusal_is_said_in_the_form_and_nothing_changes(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, LAST)
    command(tab, "move").click()
    asked = dialog(qtbot, PlaceDialog)
    asked.day.set_value(date(2024, 5, 1))
    asked.form.submit()
    assert "no hay clase" in asked.form.banner.words
    asked.reject()
    assert len(rows_on(tab, LAST)) == 1


def test_a_session_with_attendance_is_not_moved(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, date(2024, 1, 15))
    command(tab, "move").click()
    asked = dialog(qtbot, PlaceDialog)
    asked.form.submit()
    assert "asistencia introducida" in asked.form.banner.words
    asked.reject()


def test_a_session_is_split(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, LAST)
    command(tab, "split").click()
    asked = dialog(qtbot, SplitDialog)
    asked.form.submit()
    assert asked.first.error == "Falta este dato."
    asked.first.set_value(90)
    asked.form.submit()
    assert [row.end - row.start for row in rows_on(tab, LAST)] == [90, 210]


def test_a_session_is_cancelled_and_made_up_for_later(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, LAST)
    command(tab, "cancel").click()
    asked = dialog(qtbot, CancelDialog)
    asked.form.submit()
    assert asked.reason.error == "Falta este dato."
    asked.reason.set_value("Avería de la calefacción")
    asked.form.submit()
    (row,) = rows_on(tab, LAST)
    assert shown(row)[-1] == "Cancelada"
    assert words_in(tab.view).startswith("375 h de 380 h en el calendario")
    assert "quedan 5 h por recuperar" in words_in(tab.view)
    assert command(tab, "replace").isEnabled()

    command(tab, "replace").click()
    place = dialog(qtbot, PlaceDialog)
    place.day.set_value(FREE_SATURDAY)
    place.form.submit()
    (makes_up,) = rows_on(tab, FREE_SATURDAY)
    assert shown(makes_up)[-1] == "Recuperación"
    assert "por recuperar" not in words_in(tab.view)


def test_a_cancelled_session_may_be_made_up_for_at_once(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, LAST)
    command(tab, "cancel").click()
    asked = dialog(qtbot, CancelDialog)
    asked.reason.set_value("Huelga")
    asked.day.set_value(FREE_SATURDAY)
    asked.form.submit()
    assert asked.start.error == "Falta este dato para la recuperación."
    asked.start.set_value(540)
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    assert len(rows_on(tab, FREE_SATURDAY)) == 1


def test_a_session_is_given_to_another_block_unless_it_would_have_too_much(
    tab: CalendarTab, qtbot: QtBot
) -> None:
    choose(tab, LAST)
    command(tab, "block").click()
    asked = dialog(qtbot, BlockDialog)
    asked.block.set_value("UF0127")
    asked.form.submit()
    assert "UF0127 tendría 35 h y son 30 h" in asked.form.banner.words
    asked.reject()
    assert rows_on(tab, LAST)[0].block != "UF0127"


def test_trainers_are_given_to_the_sessions_chosen(tab: CalendarTab, shell: Shell, qtbot: QtBot) -> None:
    days = [date(2024, 2, day) for day in range(19, 23)]
    before = [rows_on(tab, day)[0].trainers for day in days]
    other = next(t for t in read_centre(shell.workspace).trainers if t.full_name not in before)
    choose(tab, days[1])
    press(tab.view.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ctrl(tab.view.table.view, Qt.Key.Key_T)
    asked = dialog(qtbot, TrainersDialog)
    asked.trainers.set_value((other.id,))
    asked.form.submit()
    after = [rows_on(tab, day)[0].trainers for day in days]
    assert after == [before[0], other.full_name, other.full_name, before[3]]


def test_trainers_are_given_to_a_whole_block(tab: CalendarTab, qtbot: QtBot) -> None:
    row = choose(tab, date(2024, 2, 20))
    command(tab, "trainers").click()
    asked = dialog(qtbot, TrainersDialog)
    asked.block.set_value(row.block)
    asked.trainers.set_value(())
    asked.form.submit()
    of_block = [each for each in tab.view.table.shown_rows() if each.block == row.block]
    assert {each.trainers for each in of_block} == {""}
    assert len(of_block) > 2


def test_the_mode_of_sessions_is_set(tab: CalendarTab, qtbot: QtBot) -> None:
    choose(tab, date(2024, 2, 20))
    command(tab, "mode").click()
    asked = dialog(qtbot, ModeDialog)
    asked.mode.set_value(SessionMode.BIMODAL)
    asked.form.submit()
    assert shown(rows_on(tab, date(2024, 2, 20))[0])[7] == "Bimodal"
    assert shown(rows_on(tab, date(2024, 2, 21))[0])[7] == "Presencial"


def test_what_is_undone_elsewhere_is_read_again(tab: CalendarTab, shell: Shell, qtbot: QtBot) -> None:
    choose(tab, LAST)
    command(tab, "split").click()
    asked = dialog(qtbot, SplitDialog)
    asked.first.set_value(90)
    asked.form.submit()
    shell.undo()
    assert len(rows_on(tab, LAST)) == 1
