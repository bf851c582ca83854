"""Days in every usual form, and those that cannot be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.exchange.cells import Cell, NotUnderstood
from cpepa_desktop.exchange.days import age_on, read_birth_date, read_day
from tests.exchange.lists import TODAY

BORN = date(1985, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        BORN,
        datetime(1985, 3, 5, 12, 0),  # noqa: DTZ001 - a spreadsheet knows no zones
        31111,
        31111.0,
        "31111",
        "31111,5",
        "05/03/1985",
        "5/3/1985",
        "5-3-1985",
        "05.03.1985",
        "5 / 3 / 1985",
        "05 03 1985",
        "5/3/85",
        "05-03-85",
        "05031985",
        "19850305",
        "1985-03-05",
        "1985/3/5",
        "1985-03-05T00:00:00",
        "1985-03-05 00:00:00",
        "05/03/1985 0:00",
        "5 de marzo de 1985",
        "5 marzo 1985",
        "5 de Marzo del 1985",
        "05-mar-85",
        "5 mar. 1985",
        "5-MAR-1985",
        "martes, 5 de marzo de 1985",
        "5º de marzo de 1985",
        "5 March 1985",
    ],
)
def test_a_birth_date_is_read_in_every_usual_form(cell: Cell) -> None:
    assert read_birth_date(cell, TODAY) == BORN


@pytest.mark.parametrize(
    "cell", ["2024-02-12", "12/02/2024", "12/2/24", "12-feb-24", 45334, date(2024, 2, 12)]
)
def test_a_day_of_class_is_read_in_every_usual_form(cell: Cell) -> None:
    assert read_day(cell) == date(2024, 2, 12)


@pytest.mark.parametrize(
    ("month", "number"),
    [("enero", 1), ("feb", 2), ("sept", 9), ("setiembre", 9), ("Set", 9), ("DIC", 12), ("August", 8)],
)
def test_a_month_is_known_by_its_name_or_the_start_of_it(month: str, number: int) -> None:
    assert read_day(f"7 {month} 2024") == date(2024, number, 7)


@pytest.mark.parametrize(
    "text", ["30/02/1990", "31/04/1990", "29/02/1999", "02/25/1990", "0/1/1990", "5 foo 1990"]
)
def test_a_day_that_does_not_exist_says_so(text: str) -> None:
    with pytest.raises(NotUnderstood, match="no existe"):
        read_birth_date(text, TODAY)


@pytest.mark.parametrize("text", ["pronto", "12/1990", "5/3/985", "12", "99999", "1/2/3", "VERDADERO"])
def test_what_is_no_day_says_how_to_write_one(text: str) -> None:
    with pytest.raises(NotUnderstood, match="no es una fecha: escríbala como 05/03/1985"):
        read_day(text)


def test_a_year_alone_is_not_taken_for_a_serial() -> None:
    with pytest.raises(NotUnderstood, match="es solo un año"):
        read_birth_date(1985, TODAY)


@pytest.mark.parametrize(
    ("born", "is_taken"),
    [
        ("01/02/2010", True),  # 14 today
        ("02/02/2010", False),  # 13 until tomorrow
        ("02/02/1924", True),  # 99 until tomorrow
        ("01/02/1924", False),  # 100 today
    ],
)
def test_ages_are_taken_from_fourteen_to_ninety_nine(born: str, *, is_taken: bool) -> None:
    if is_taken:
        assert read_birth_date(born, TODAY).strftime("%d/%m/%Y") == born
    else:
        with pytest.raises(NotUnderstood, match="se admite de 14 a 99"):
            read_birth_date(born, TODAY)


def test_a_birth_to_come_is_told_apart_from_an_age() -> None:
    with pytest.raises(NotUnderstood, match="02/02/2024 está en el futuro"):
        read_birth_date("02/02/2024", TODAY)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("5/3/05", date(2005, 3, 5)),
        ("5/3/85", date(1985, 3, 5)),
        ("5/3/25", date(1925, 3, 5)),
        ("29/2/04", date(2004, 2, 29)),
    ],
)
def test_two_figures_of_a_year_make_a_sensible_age(text: str, born: date) -> None:
    assert read_birth_date(text, TODAY) == born


def test_who_is_born_on_the_29th_of_february_has_the_birthday_on_the_first_of_march() -> None:
    born = date(2004, 2, 29)
    assert (age_on(born, date(2023, 2, 28)), age_on(born, date(2023, 3, 1))) == (18, 19)


@given(st.dates(date(1925, 1, 1), date(2009, 12, 31)), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d%m%Y"]))
def test_every_day_written_in_figures_is_read_back(born: date, form: str) -> None:
    assert read_birth_date(born.strftime(form), TODAY) == born
