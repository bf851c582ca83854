"""How much of an absence its cause may justify."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.justifying import (
    Appointment,
    family_event_days,
    justified_by_appointment,
    short_contract_minutes,
)
from tests.rules.reader import Case, cases

PLACE = Citation("EPE/873/2023", "ap. 19.1")
SINCE = date(2023, 7, 5)
HOUR = Parameter("travel_time", 60, "minutes", PLACE, SINCE)
QUARTER = Parameter("short_contract_share", Decimal("0.25"), "/1", PLACE, SINCE)
HERE = Parameter("family_event_days", 2, "days", PLACE, SINCE)
AWAY = Parameter("family_event_days_away", 3, "days", PLACE, SINCE)
MORNING = [(540, 840)]


@pytest.mark.parametrize("case", cases("justified_by_appointment"))
def test_what_an_appointment_may_justify(case: Case) -> None:
    facts: dict[str, Any] = dict(case.input)
    stretches = [(begin, end) for begin, end in facts.pop("day")]
    proposal = justified_by_appointment(stretches, Appointment(**facts), HOUR)
    assert proposal.interval == (case.output["begin"], case.output["end"])
    assert proposal.minutes == case.output["minutes"]
    assert proposal.is_first_half is case.output["first_half"]


def test_a_day_without_class_justifies_nothing() -> None:
    with pytest.raises(ValueError, match="without class"):
        justified_by_appointment([], Appointment(600), HOUR)


@given(minute=st.integers(0, 1439), travel=st.none() | st.integers(0, 240))
def test_never_more_is_proposed_than_there_is_class(minute: int, travel: int | None) -> None:
    day = [(540, 840), (960, 1080)]
    proposal = justified_by_appointment(day, Appointment(minute, travel_minutes=travel), HOUR)
    assert 0 <= proposal.minutes <= 420


@pytest.mark.parametrize(("asked", "allowed"), [(1349, 1349), (1350, 1350), (1351, 1350), (9999, 1350)])
def test_short_contracts_justify_up_to_a_quarter_of_the_module(asked: int, allowed: int) -> None:
    assert short_contract_minutes(5400, asked, QUARTER) == allowed


def test_a_quarter_that_is_no_whole_minute_is_not_rounded_up() -> None:
    assert short_contract_minutes(5401, 9999, QUARTER) == 1350
    assert short_contract_minutes(5404, 9999, QUARTER) == 1351


def is_working(day: date) -> bool:
    return day.weekday() < 5


def test_a_family_event_allows_two_working_days_its_own_first() -> None:
    thursday = date(2024, 2, 15)
    found = family_event_days(thursday, is_away=False, here=HERE, away=AWAY, is_working=is_working)
    assert found == (thursday, date(2024, 2, 16))


def test_in_another_town_it_allows_three() -> None:
    thursday = date(2024, 2, 15)
    found = family_event_days(thursday, is_away=True, here=HERE, away=AWAY, is_working=is_working)
    assert found == (thursday, date(2024, 2, 16), date(2024, 2, 19))


def test_an_event_on_a_saturday_counts_from_monday() -> None:
    found = family_event_days(date(2024, 2, 17), is_away=False, here=HERE, away=AWAY, is_working=is_working)
    assert found == (date(2024, 2, 19), date(2024, 2, 20))
