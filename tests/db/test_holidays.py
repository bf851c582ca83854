"""Holidays frozen in the file."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import holidays
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from tests.db.small_centre import write

SAN_JORGE = Holiday(date(2024, 4, 23), "San Jorge", HolidayScope.REGIONAL)
SAN_VALERO = Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza")
YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def test_a_year_is_frozen_with_its_days_and_where_they_come_from(small: Database) -> None:
    assert not holidays.is_frozen(small, 2024)
    with write(small):
        holidays.freeze(small, 2024, "holidays 0.108", [SAN_JORGE])
    assert holidays.is_frozen(small, 2024)
    assert not holidays.is_frozen(small, 2025)
    assert small.execute("SELECT year, source FROM holiday_year").fetchall() == [(2024, "holidays 0.108")]
    assert holidays.between(small, *YEAR) == (SAN_JORGE,)


def test_a_frozen_year_says_where_it_comes_from(small: Database) -> None:
    with write(small):
        holidays.freeze(small, 2024, "holidays 0.108", [])
    assert (holidays.source_of(small, 2024), holidays.source_of(small, 2025)) == ("holidays 0.108", None)


def test_both_ends_of_a_span_are_in_it(small: Database) -> None:
    with write(small):
        holidays.add(small, SAN_JORGE)
        holidays.add(small, SAN_VALERO)
    assert holidays.between(small, SAN_VALERO.day, SAN_JORGE.day) == (SAN_VALERO, SAN_JORGE)
    assert holidays.between(small, date(2024, 1, 30), date(2024, 4, 22)) == ()


def test_a_day_written_twice_takes_the_later_name(small: Database) -> None:
    with write(small):
        holidays.add(small, SAN_JORGE)
        holidays.add(small, Holiday(SAN_JORGE.day, "Día de Aragón", SAN_JORGE.scope))
        holidays.add(small, Holiday(SAN_JORGE.day, "Cierre", HolidayScope.CENTRE))
    assert [holiday.name for holiday in holidays.between(small, *YEAR)] == ["Cierre", "Día de Aragón"]


def test_only_the_holiday_of_that_scope_and_town_is_taken_out(small: Database) -> None:
    with write(small):
        holidays.add(small, SAN_VALERO)
        holidays.add(small, Holiday(SAN_VALERO.day, "Feria", HolidayScope.LOCAL, "Utebo"))
        holidays.remove(small, SAN_VALERO)
    assert [holiday.municipality for holiday in holidays.between(small, *YEAR)] == ["Utebo"]
