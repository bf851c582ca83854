"""A week as official papers name it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.week import IsoWeek


@pytest.mark.parametrize("text", ["2024-W07", "2024-w7", "2024W07", " 2024-S07 "])
def test_a_week_is_read_in_its_usual_forms(text: str) -> None:
    assert IsoWeek.parse(text) == IsoWeek(2024, 7)


def test_a_week_goes_from_monday_to_sunday() -> None:
    week = IsoWeek(2024, 7)
    assert (week.monday, week.sunday) == (date(2024, 2, 12), date(2024, 2, 18))


def test_near_new_year_a_day_belongs_to_a_week_of_another_year() -> None:
    assert IsoWeek.of(date(2024, 12, 30)) == IsoWeek(2025, 1)
    assert IsoWeek.of(date(2027, 1, 3)) == IsoWeek(2026, 53)


@pytest.mark.parametrize("text", ["", "2024", "2024-07", "2024-W00", "2024-W53", "0000-W01", "semana 7"])
def test_what_is_no_week_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(Refused, match="escríbala como 2024-W07"):
        IsoWeek.parse(text)


def test_the_last_week_of_a_long_year_exists() -> None:
    assert IsoWeek.parse("2026-W53").sunday == date(2027, 1, 3)


@given(st.dates(date(1000, 1, 8), date(9999, 12, 20)))
def test_every_day_is_in_the_week_it_is_of_and_the_week_is_read_back(day: date) -> None:
    week = IsoWeek.of(day)
    assert week.monday <= day <= week.sunday
    assert IsoWeek.parse(str(week)) == week
    assert IsoWeek.of(day + timedelta(days=7)) > week
