"""The month on screen, walked over by the keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.planning.calendar.days import DayCell, month_weeks
from cpepa_desktop.ui.planning.calendar.month import MonthModel, MonthTable, month_away
from tests.ui.hands import ModelChecker, press
from tests.ui.planning.calendar.test_days import DAY, given, of_february

WEEKS = month_weeks(of_february(given()), DAY, DAY)


@pytest.fixture
def table(qtbot: QtBot) -> MonthTable:
    """Give February with the keyboard on the 13th."""
    made = MonthTable("month")
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_weeks(WEEKS, DAY)
    made.show()
    return made


def test_the_model_is_one_qt_can_trust(qtmodeltester: ModelChecker) -> None:
    model = MonthModel()
    qtmodeltester.check(model)
    model.set_weeks(WEEKS)
    qtmodeltester.check(model)


def test_days_are_shown_and_said(table: MonthTable) -> None:
    index = table.month.index_of(DAY)
    assert index.data() == "13"
    assert "24/1: 9:00–14:00" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [table.month.headerData(at, across) for at in (0, 6)] == ["lun", "dom"]
    assert table.month.headerData(2, across, Qt.ItemDataRole.AccessibleTextRole) == "miércoles"
    assert [table.month.headerData(at, down) for at in range(5)] == ["S 5", "S 6", "S 7", "S 8", "S 9"]
    assert not table.month.index_of(date(2024, 3, 4)).isValid()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, 14),
        (Qt.Key.Key_Left, 12),
        (Qt.Key.Key_Down, 20),
        (Qt.Key.Key_Up, 6),
        (Qt.Key.Key_Home, 12),
        (Qt.Key.Key_End, 18),
    ],
)
def test_keys_go_by_day_and_by_week(table: MonthTable, qtbot: QtBot, key: Qt.Key, day: int) -> None:
    with qtbot.waitSignal(table.rested) as rested:
        press(table, key)
    assert rested.args is not None
    (cell,) = rested.args
    assert isinstance(cell, DayCell)
    assert cell.day == date(2024, 2, day)
    assert table.current_cell() == cell


def test_sunday_is_followed_by_monday(table: MonthTable) -> None:
    press(table, Qt.Key.Key_End)
    press(table, Qt.Key.Key_Right)
    assert table.current_cell() is not None
    assert table.current_cell() == WEEKS[3][0]


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_PageDown], date(2024, 3, 13)),
        ([Qt.Key.Key_PageUp], date(2024, 1, 13)),
        ([Qt.Key.Key_Up] * 2, date(2024, 1, 30)),
        ([Qt.Key.Key_Down] * 3, date(2024, 3, 5)),
    ],
)
def test_a_day_of_another_month_is_asked_for(
    table: MonthTable, qtbot: QtBot, keys: list[Qt.Key], day: date
) -> None:
    with qtbot.waitSignal(table.left) as left:
        for key in keys:
            press(table, key)
    assert left.args == [day]


def test_enter_opens_the_day(table: MonthTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].day == DAY


def test_a_weekend_without_class_is_narrower(table: MonthTable) -> None:
    widths = [table.columnWidth(at) for at in range(7)]
    assert widths[5] < widths[0]
    assert sum(widths) <= table.viewport().width()


def test_every_day_is_painted(table: MonthTable) -> None:
    image = table.grab().toImage()
    assert not image.isNull()


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
    ],
)
def test_the_same_day_some_months_away(day: date, months: int, found: date) -> None:
    assert month_away(day, months) == found
