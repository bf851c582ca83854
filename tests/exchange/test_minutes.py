"""Lengths of time as they are typed, and those that could be two things."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.exchange.cells import Cell, NotUnderstood
from cpepa_desktop.exchange.minutes import LONGEST, read_minutes


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (300, 300),
        (300.0, 300),
        (0, 0),
        ("0", 0),
        ("300", 300),
        ("300 min", 300),
        ("45m", 45),
        ("45'", 45),
        ("45 minutos", 45),
        ("5:00", 300),
        ("05:00:00", 300),
        ("4:30 h", 270),
        ("5 h", 300),
        ("5h", 300),
        ("5 horas", 300),
        ("1 hora", 60),
        ("4,5 h", 270),
        ("4.5 h", 270),
        ("4,25 horas", 255),
        ("4,3333 h", 260),
        ("5 h 30", 330),
        ("5h30m", 330),
        ("5 horas y 30 minutos", 330),
        (time(5, 0), 300),
        (time(4, 30), 270),
        (timedelta(hours=5), 300),
    ],
)
def test_a_length_is_read_in_whole_minutes(cell: Cell, minutes: int) -> None:
    assert read_minutes(cell) == minutes


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [(5, 300), ("5", 300), (4.5, 270), ("4,5", 270), ("4,25", 255), ("5:30", 330), ("300 min", 300), (0, 0)],
)
def test_under_a_heading_of_hours_a_bare_number_is_hours(cell: Cell, minutes: int) -> None:
    assert read_minutes(cell, bare_is_hours=True) == minutes


@pytest.mark.parametrize("cell", ["5,30", "4.20", 4.3, "4,3 h"])
def test_hours_that_could_be_a_clock_are_not_guessed(cell: Cell) -> None:
    with pytest.raises(NotUnderstood, match="de dos maneras"):
        read_minutes(cell, bare_is_hours=True)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("4,5", "no da minutos enteros"),
        (0.2083, "no da minutos enteros"),
        ("4,333 h", "no da minutos enteros"),
        (-5, "menos que nada"),
        ("481", "481 minutos"),
        ("8:01", "como mucho 480"),
        ("mucho", "no es un tiempo"),
        ("5:75", "no es un tiempo"),
        (1e300, "no es un tiempo"),
        (True, "no es un tiempo"),
        (datetime(2024, 2, 1, 5, 0), "no es un tiempo"),  # noqa: DTZ001 - a spreadsheet knows no zones
    ],
)
def test_what_is_no_length_of_class_says_why(cell: Cell, words: str) -> None:
    with pytest.raises(NotUnderstood, match=words):
        read_minutes(cell)


def test_eight_hours_are_the_longest() -> None:
    assert read_minutes("8:00") == LONGEST == 480


@given(st.integers(0, LONGEST))
def test_minutes_are_the_same_by_themselves_and_by_the_clock(minutes: int) -> None:
    clock = f"{minutes // 60}:{minutes % 60:02}"
    assert read_minutes(minutes) == read_minutes(clock) == read_minutes(f"{minutes} min") == minutes
