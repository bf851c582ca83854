"""The holidays of Aragón against the dates published for three years."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version

import pytest

from cpepa_desktop.domain.calendar import HolidayScope
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.holiday_source import LAST_PUBLISHED_YEAR, aragon_holidays, source_of

PUBLISHED = {
    2024: "01-01 01-06 03-28 03-29 04-23 05-01 08-15 10-12 11-01 12-06 12-09 12-25",
    2025: "01-01 01-06 04-17 04-18 04-23 05-01 08-15 10-13 11-01 12-06 12-08 12-25",
    2026: "01-01 01-06 04-02 04-03 04-23 05-01 08-15 10-12 11-02 12-07 12-08 12-25",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_year_has_the_days_that_were_published(year: int) -> None:
    assert [f"{holiday.day:%m-%d}" for holiday in aragon_holidays(year)] == PUBLISHED[year].split()


@pytest.mark.parametrize(
    ("day", "name", "scope"),
    [
        (date(2024, 3, 28), "Jueves Santo", HolidayScope.REGIONAL),
        (date(2024, 3, 29), "Viernes Santo", HolidayScope.NATIONAL),
        (date(2024, 4, 23), "Día de San Jorge", HolidayScope.REGIONAL),
        (date(2024, 12, 9), "Lunes siguiente a Inmaculada Concepción", HolidayScope.REGIONAL),
        (date(2025, 12, 8), "Inmaculada Concepción", HolidayScope.NATIONAL),
    ],
)
def test_each_day_has_its_spanish_name_and_its_scope(day: date, name: str, scope: HolidayScope) -> None:
    (found,) = [holiday for holiday in aragon_holidays(day.year) if holiday.day == day]
    assert (found.name, found.scope, found.municipality) == (name, scope, "")


def test_a_sunday_moved_to_monday_is_no_holiday_itself() -> None:
    assert date(2024, 12, 8) not in [holiday.day for holiday in aragon_holidays(2024)]


@pytest.mark.parametrize("year", [1900, 2000, 2200])
def test_a_year_the_library_does_not_know_is_refused(year: int) -> None:
    with pytest.raises(Refused, match=str(year)):
        aragon_holidays(year)


def test_a_year_not_yet_published_says_that_it_is_a_forecast() -> None:
    assert "previsión" not in source_of(LAST_PUBLISHED_YEAR)
    assert "previsión" in source_of(LAST_PUBLISHED_YEAR + 1)
    assert source_of(LAST_PUBLISHED_YEAR).startswith(f"holidays {version('holidays')}, Aragón")
