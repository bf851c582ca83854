"""Tests of how days, hours and numbers are written and read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.text import NotUnderstood


def test_days_are_written_in_spanish() -> None:
    day = date(2024, 1, 15)
    assert text.full_day(day) == "15 ene 2024"
    assert text.long_day(day) == "lunes, 15 de enero de 2024"
    assert text.typed_day(day) == "15/01/2024"
    assert text.moment(datetime(2024, 1, 15, 9, 5, tzinfo=UTC)) == "15 ene 2024, 9:05"


def test_a_period_says_its_year_once() -> None:
    assert text.period(date(2024, 1, 15), date(2024, 6, 14)) == "15 ene \N{EN DASH} 14 jun 2024"
    assert text.period(date(2023, 12, 4), date(2024, 6, 14)) == "4 dic 2023 \N{EN DASH} 14 jun 2024"


@pytest.mark.parametrize("typed", ["15/1/2024", "15-01-24", " 15.1.2024 ", "15 1 2024", "2024-01-15"])
def test_a_day_is_read_in_every_usual_form(typed: str) -> None:
    assert text.parse_day(typed) == date(2024, 1, 15)


def test_a_year_of_two_figures_is_of_the_nearest_century() -> None:
    assert text.parse_day("1/1/49") == date(2049, 1, 1)
    assert text.parse_day("1/1/50") == date(1950, 1, 1)


@pytest.mark.parametrize("typed", ["30/2/2024", "29/2/2023", "1/13/2024", "ayer", "15/1", "15/1/024"])
def test_a_day_that_is_none_is_not_understood(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        text.parse_day(typed)


@given(st.dates())
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    assert text.parse_day(text.typed_day(day)) == day


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("5", 300),
        ("5 h", 300),
        ("2:30", 150),
        ("2h30", 150),
        ("2,5", 150),
        ("45m", 45),
        ("45 min", 45),
        ("0", 0),
    ],
)
def test_hours_are_read_in_every_usual_form(typed: str, minutes: int) -> None:
    assert text.parse_hours(typed) == minutes


@pytest.mark.parametrize("typed", ["2:60", "2,33", "cinco", "-5", ""])
def test_hours_that_are_none_are_not_understood(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        text.parse_hours(typed)


@given(st.integers(min_value=0, max_value=100_000))
def test_hours_are_read_as_they_were_written(minutes: int) -> None:
    assert text.parse_hours(text.typed_hours(minutes)) == minutes


def test_money_is_written_as_in_spain() -> None:
    assert text.money(3_759_340) == "37.593,40\N{NO-BREAK SPACE}€"
    assert text.money(-5) == "\N{MINUS SIGN}0,05\N{NO-BREAK SPACE}€"


@given(st.integers(min_value=0, max_value=10_000_000))
def test_hundredths_are_read_as_they_were_written(hundredths: int) -> None:
    assert text.parse_number(text.decimal(hundredths), 100) == hundredths


def test_a_number_with_more_places_than_it_has_is_not_understood() -> None:
    assert text.parse_number("42,5", 100) == 4250
    for typed, scale in (("42,555", 100), ("42,5", 1), ("4 2a", 1), ("", 1), ("-1", 1)):
        with pytest.raises(NotUnderstood):
            text.parse_number(typed, scale)


def test_a_path_may_be_broken_after_any_folder() -> None:
    shown = text.breakable(Path("casa") / "centro.cpepa")
    assert shown.replace("\N{ZERO WIDTH SPACE}", "") == str(Path("casa") / "centro.cpepa")
    assert shown.index("\N{ZERO WIDTH SPACE}") == len("casa") + 1
