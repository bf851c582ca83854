"""The school year: which days are in it and how it is written."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.school_year import SchoolYear


@pytest.mark.parametrize(
    ("day", "begins_in"),
    [
        (date(2023, 8, 31), 2022),
        (date(2023, 9, 1), 2023),
        (date(2024, 8, 31), 2023),
        (date(2024, 9, 1), 2024),
    ],
)
def test_the_year_turns_on_the_first_of_september(day: date, begins_in: int) -> None:
    assert SchoolYear.of(day) == SchoolYear(begins_in)


def test_it_has_its_first_and_its_last_day() -> None:
    year = SchoolYear(2023)
    assert (year.first, year.last) == (date(2023, 9, 1), date(2024, 8, 31))


@pytest.mark.parametrize(("begins_in", "written"), [(2023, "23/24"), (1999, "99/00"), (2009, "09/10")])
def test_it_is_written_by_two_figures_of_each_year(begins_in: int, written: str) -> None:
    assert str(SchoolYear(begins_in)) == written


@pytest.mark.parametrize(
    ("first", "last", "touches"),
    [
        (date(2023, 6, 1), date(2023, 8, 31), False),
        (date(2023, 6, 1), date(2023, 9, 1), True),
        (date(2024, 8, 31), date(2024, 12, 1), True),
        (date(2024, 9, 1), date(2024, 12, 1), False),
        (date(2022, 1, 1), date(2026, 1, 1), True),
    ],
)
def test_a_course_touches_it_by_a_single_day(first: date, last: date, touches: bool) -> None:  # noqa: FBT001 - what is expected
    assert SchoolYear(2023).touches(first, last) is touches


@pytest.mark.parametrize("written", ["23/24", " 23/24 ", "2023"])
def test_a_school_year_is_read_as_schools_write_it_or_by_its_first_year(written: str) -> None:
    assert SchoolYear.parse(written) == SchoolYear(2023)


@pytest.mark.parametrize("written", ["", "23/25", "24/23", "23-24", "1999", "EPE-873-2023"])
def test_what_is_no_school_year_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="curso escolar"):
        SchoolYear.parse(written)
