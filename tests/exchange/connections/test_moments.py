"""Moments and lengths of time in every way the tools write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from cpepa_desktop.exchange.cells import Cell, NotUnderstood
from cpepa_desktop.exchange.connections.moments import MADRID, MomentReader, read_length

DAY = date(2024, 2, 13)
THIRD = date(2024, 2, 3)
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


@pytest.mark.parametrize(
    "cell",
    [
        "13/2/2024 9:02:11",
        "13/2/2024, 9:02:11",
        "13/02/24 09:02:11",
        "13.02.2024, 09:02:11",
        "13-02-2024 9.02.11",
        "2/13/24, 9:02:11 AM",
        "2/13/24, 9:02:11\N{NARROW NO-BREAK SPACE}AM",
        "02/13/2024 09:02:11 AM",
        "13/2/2024, 9:02:11 a. m.",
        "2024-02-13 09:02:11",
        "2024-02-13T09:02:11",
        "2024-02-13T09:02:11.480",
        "2024-02-13T08:02:11Z",
        "2024-02-13T08:02:11.480Z",
        "2024-02-13 08:02:11 UTC",
        "2024-02-13T10:02:11+02:00",
        "2024-02-13T10:02:11+0200",
        "Feb 13, 2024 09:02:11 AM",
        "13 de febrero de 2024 9:02:11",
        "13 feb 2024, 9:02:11",
        "9:02:11",
        "9:02:11 AM",
        "09:02:11 a.m.",
        time(9, 2, 11),
        datetime.combine(DAY, time(9, 2, 11)),
        datetime(2024, 2, 13, 8, 2, 11, tzinfo=UTC),
        (9 * 3600 + 2 * 60 + 11) / 86_400,
    ],
)
def test_the_same_moment_is_read_however_it_is_written(cell: Cell) -> None:
    found = MomentReader(DAY).moment(cell)
    assert abs(found - datetime(2024, 2, 13, 9, 2, 11, tzinfo=MADRID)) < SECOND
    assert found.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12:05 AM", 0), ("12:05 PM", 12), ("1:05 PM", 13), ("11:05 p. m.", 23), ("0:05", 0), ("23:05", 23)],
)
def test_noon_and_midnight_are_told_apart(text: str, hour: int) -> None:
    assert MomentReader(DAY).moment(text).time() == time(hour, 5)


def test_greenwich_is_two_hours_behind_in_summer() -> None:
    assert MomentReader(date(2024, 7, 1)).moment("2024-07-01T07:00:00Z").time() == time(9)


@pytest.mark.parametrize("text", ["3/2/2024 9:00", "2/3/2024 9:00", "2/3/24, 9:00:00 AM"])
def test_which_number_is_the_month_is_settled_by_the_day_asked(text: str) -> None:
    assert MomentReader(THIRD).moment(text).date() == THIRD


def test_an_order_that_the_day_does_not_settle_is_refused_in_words() -> None:
    with pytest.raises(NotUnderstood) as refused:
        MomentReader(DAY).moment("3/4/2024 9:00")
    assert str(refused.value) == (
        "No se sabe si «3/4/2024 9:00» es del lun 4 mar 2024 o del mié 3 abr 2024, y ninguno es el día de la "
        "clase, mar 13 feb 2024."
    )


def test_a_day_that_can_only_be_one_is_that_one_though_it_is_another() -> None:
    assert MomentReader(DAY).moment("14/2/2024 9:00").date() == date(2024, 2, 14)
    assert MomentReader(DAY).moment("5/5/2024 9:00").date() == date(2024, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ayer",
        "25:00",
        "9:61",
        "13:00 PM",
        "0:30 AM",
        "31/31/2024 9:00",
        "2024-02-30T09:00:00Z",
        "2024-02-13T09:00:00+99:99",
        "9999-12-31T23:59:59Z",
        "0000-01-01 00:00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        MomentReader(DAY).moment(text)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("1h 27m 51s", 5271),
        ("1 h 27 min 51 s", 5271),
        ("1:27:51", 5271),
        ("01:27:51", 5271),
        ("87 min", 5220),
        ("1 hr 27 min", 5220),
        ("1 hora 27 minutos", 5220),
        ("51 s", 51),
        ("87", 5220),
        (87, 5220),
        ("1,5", 90),
        (time(1, 27, 51), 5271),
        (timedelta(seconds=5271), 5271),
    ],
)
def test_a_length_is_read_however_it_is_written(cell: Cell, seconds: int) -> None:
    assert read_length(cell, MINUTE) == timedelta(seconds=seconds)


def test_a_bare_number_is_of_the_unit_of_its_table() -> None:
    assert read_length("90", SECOND) == timedelta(seconds=90)


@pytest.mark.parametrize(
    "cell", [None, "", "-", "mucho", "9:02 AM", "9" * 400, f"{'9' * 400}:00:00", f"{'9' * 40} h"]
)
def test_what_is_no_length_is_none(cell: Cell) -> None:
    assert read_length(cell, MINUTE) is None
