"""When the yearly request is made, and for which school year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import (
    REQUEST_ROUTES,
    RequestLine,
    is_time_to_request,
    payer_words,
    year_to_request,
)


@pytest.mark.parametrize(
    ("today", "begins_in"),
    [
        (date(2024, 2, 29), 2023),
        (date(2024, 3, 1), 2024),
        (date(2024, 8, 31), 2024),
        (date(2024, 12, 31), 2024),
        (date(2025, 2, 28), 2024),
    ],
)
def test_from_march_on_the_next_school_year_is_asked_for(today: date, begins_in: int) -> None:
    assert year_to_request(today) == SchoolYear(begins_in)


@pytest.mark.parametrize(
    ("day", "is_time"),
    [
        (date(2024, 2, 29), False),
        (date(2024, 3, 1), True),
        (date(2024, 4, 30), True),
        (date(2024, 5, 1), False),
        (date(2023, 4, 15), False),
    ],
)
def test_the_time_to_ask_is_march_and_april_before_the_school_year(day: date, *, is_time: bool) -> None:
    assert is_time_to_request(SchoolYear(2024), day) is is_time


def test_the_request_says_who_pays_in_its_own_words() -> None:
    assert [payer_words(route) for route in REQUEST_ROUTES] == [
        "Entidad local",
        "Medios propios",
        "Necesita financiación",
        "Convocatoria, con su solicitud",
    ]


def test_a_line_is_named_by_its_speciality_and_its_part() -> None:
    assert RequestLine(1, 1, "SSCS0208", "A1", Route.OWN).words == "SSCS0208 A1"
    assert RequestLine(1, 1, "SSCS0208", "", Route.OWN).words == "SSCS0208"


def test_only_a_line_that_a_local_entity_pays_lacks_one() -> None:
    line = RequestLine(1, 1, "SSCS0208", "", Route.LOCAL)
    assert line.lacks_entity
    assert not replace(line, local_entity_id=3).lacks_entity
    assert not replace(line, route=Route.OWN).lacks_entity
