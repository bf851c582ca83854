"""Days and hours as papers write them."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.reports.frame import spanish

MONDAY = date(2024, 2, 12)


def test_days_are_written_in_spanish() -> None:
    assert spanish.long_day(MONDAY) == "12 de febrero de 2024"
    assert spanish.weekday_and_day(MONDAY) == "lun 12 feb"
    assert spanish.short_day(MONDAY) == "12/02/2024"
    assert spanish.month(MONDAY) == "Febrero de 2024"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (MONDAY, "12 de febrero de 2024"),
        (date(2024, 2, 16), "del 12 al 16 de febrero de 2024"),
        (date(2024, 3, 1), "del 12 de febrero al 1 de marzo de 2024"),
        (date(2025, 1, 3), "del 12 de febrero de 2024 al 3 de enero de 2025"),
    ],
)
def test_a_span_says_month_and_year_once_where_they_agree(last: date, words: str) -> None:
    assert spanish.span_of_days(MONDAY, last) == words


def test_short_spans_are_a_dash_while_nothing_is_planned() -> None:
    assert spanish.span_of_short_days(MONDAY, date(2024, 2, 16)) == "12/02/2024 a 16/02/2024"
    assert spanish.span_of_short_days(MONDAY, MONDAY) == "12/02/2024"
    assert spanish.span_of_short_days(None, MONDAY) == "\N{EM DASH}"


def test_hours_are_never_parted_from_their_unit() -> None:
    assert spanish.hours(270) == "4:30\N{NO-BREAK SPACE}h"
    assert spanish.hours(300) == "5\N{NO-BREAK SPACE}h"
    assert spanish.span_of_clock(540, 840) == "09:00\N{EN DASH}14:00"
