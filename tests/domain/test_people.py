"""People and how they stand in a course."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Enrolment, ModuleStanding, Person, Standing

ANA = Person(1, "Ana", "Muñoz Gil", parse_identity("12345678Z"))
ENROLMENT = Enrolment(1, ANA, joined_on=date(2024, 1, 15), seat=1, seat_kind=None)


def test_lists_print_surnames_first() -> None:
    assert ANA.listed_name == "Muñoz Gil, Ana"
    assert replace(ANA, surnames="").listed_name == "Ana"


@pytest.mark.parametrize("standing", [Standing.ACCREDITED, Standing.EXEMPT])
def test_a_module_with_a_standing_of_its_own_is_not_attended(standing: Standing) -> None:
    enrolment = replace(ENROLMENT, standings=(ModuleStanding(7, standing),))
    assert not enrolment.attends(7)
    assert enrolment.attends(8)


def test_the_first_and_the_last_day_are_in_class() -> None:
    enrolment = replace(ENROLMENT, left_on=date(2024, 2, 16))
    days = [date(2024, 1, 14), date(2024, 1, 15), date(2024, 2, 16), date(2024, 2, 17)]
    assert [enrolment.is_in_class(day) for day in days] == [False, True, True, False]
    assert ENROLMENT.is_in_class(date(2030, 1, 1))
