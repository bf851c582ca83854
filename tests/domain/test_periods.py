"""Tests of the periods papers are of: each text is one of them and no other."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.periods import Month, parse_period
from cpepa_desktop.domain.week import IsoWeek


def test_a_month_knows_its_first_and_last_day() -> None:
    leap = Month.of(date(2024, 2, 14))
    assert (leap.first, leap.last) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Month(2023, 12).last == date(2023, 12, 31)


def test_months_follow_one_another_over_the_year() -> None:
    assert Month(2023, 12) < Month(2024, 1) < Month(2024, 2)


@pytest.mark.parametrize("text", ["2024-00", "2024-13", "0000-05", "2024-2", "febrero", "2024-02-14", ""])
def test_what_is_no_month_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refused, match="como 2024-02"):
        Month.parse(text)


@pytest.mark.parametrize("period", [IsoWeek(2024, 7), Month(2024, 2), date(2024, 2, 14)])
def test_a_period_is_read_back_as_it_was_written(period: IsoWeek | Month | date) -> None:
    assert parse_period(str(period)) == period


@pytest.mark.parametrize("text", ["2024-W54", "2024-13", "2024-02-30", "siempre", "2024"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_period(text)
