"""The school year on screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.operations.calendar_year import MonthLoad, YearRow
from cpepa_desktop.ui.planning.calendar.year import YearModel, YearTable, load_words
from tests.ui.hands import ModelChecker, press

FEBRUARY, DAY = date(2024, 2, 1), date(2024, 2, 13)
MONTHS = [date(2023 + (at > 12), (at - 1) % 12 + 1, 1) for at in range(9, 21)]


def row(name: str, *days: date, wrong: tuple[date, ...] = ()) -> YearRow:
    """Return a row with class on some days of February."""
    return YearRow(
        name,
        name,
        "Atención",
        tuple(
            MonthLoad(month, days, 300 * len(days), wrong)
            if month == FEBRUARY
            else MonthLoad(month, (), 0, ())
            for month in MONTHS
        ),
    )


ROWS = (row("24/1", DAY, date(2024, 2, 14)), row("24/2", DAY, wrong=(DAY,)))


@pytest.fixture
def table(qtbot: QtBot) -> YearTable:
    """Give a year of two courses, on February."""
    made = YearTable("year")
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_rows(ROWS, DAY)
    made.show()
    return made


def test_the_model_is_one_qt_can_trust(qtmodeltester: ModelChecker) -> None:
    model = YearModel()
    qtmodeltester.check(model)
    model.set_rows(ROWS)
    qtmodeltester.check(model)


def test_a_month_says_its_days_hours_and_conflicts() -> None:
    months = dict(zip(MONTHS, ROWS[0].months, strict=True))
    assert load_words(ROWS[0], months[FEBRUARY]) == "24/1, febrero de 2024: 2 días, 10 h"
    assert load_words(ROWS[0], months[MONTHS[0]]) == "24/1, septiembre de 2023: sin clases"
    assert load_words(ROWS[1], ROWS[1].months[5]).endswith("1 día, 5 h, 1 día con conflictos")


def test_names_go_down_and_months_across(table: YearTable) -> None:
    model = table.year
    assert [model.headerData(at, Qt.Orientation.Vertical) for at in (0, 1)] == ["24/1", "24/2"]
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 5, 11)] == ["sep", "feb", "ago"]
    said = model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "febrero de 2024"


def test_it_begins_on_the_month_in_hand_and_stays_on_the_row(table: YearTable) -> None:
    assert table.year.load_at(table.currentIndex()) == ROWS[0].months[5]
    press(table, Qt.Key.Key_Down)
    table.show_rows(ROWS[::-1], DAY)
    assert table.year.row_at(table.currentIndex()) == ROWS[1]


def test_enter_opens_the_month_of_the_row(table: YearTable, qtbot: QtBot) -> None:
    press(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1], ROWS[1].months[5]]


def test_walking_tells_where_one_is(table: YearTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.rested) as rested:
        press(table, Qt.Key.Key_Right)
    assert rested.args == [ROWS[0], ROWS[0].months[6]]


def test_every_month_is_painted_and_an_empty_year_too(table: YearTable) -> None:
    assert not table.grab().toImage().isNull()
    table.show_rows((), DAY)
    assert not table.grab().toImage().isNull()
    assert not table.currentIndex().isValid()
