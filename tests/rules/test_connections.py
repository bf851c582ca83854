"""How long somebody was connected to a class."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.rules.connections import connected
from tests.rules.reader import Case, cases

MADRID = ZoneInfo("Europe/Madrid")
NINE = datetime(2024, 2, 13, 9, tzinfo=MADRID)
CLASS = (NINE, NINE + timedelta(hours=5))


def at(clock: str) -> datetime:
    hours, minutes, seconds = (int(part) for part in clock.split("."))
    return NINE.replace(hour=hours, minute=minutes, second=seconds)


@pytest.mark.parametrize("case", cases("connected"))
def test_how_long_somebody_was_in_class(case: Case) -> None:
    found = connected([(at(one), at(other)) for one, other in case.input["spans"]], CLASS)
    assert found.minutes == case.output["minutes"]
    assert [(one.strftime("%H.%M.%S"), other.strftime("%H.%M.%S")) for one, other in found.intervals] == [
        tuple(pair) for pair in case.output["intervals"]
    ]


def test_moments_of_another_zone_are_the_same_moments() -> None:
    utc = ZoneInfo("UTC")
    spans = [(moment.astimezone(utc), (moment + timedelta(hours=1)).astimezone(utc)) for moment in [NINE]]
    assert connected(spans, CLASS).minutes == 60


SECONDS = st.integers(-7200, 25200)


@given(spans=st.lists(st.tuples(SECONDS, SECONDS)), order=st.randoms())
def test_the_minutes_are_those_of_an_independent_count_in_any_order(
    spans: list[tuple[int, int]], order: Random
) -> None:
    whole = set[int]()
    for begin, end in spans:
        whole.update(range(max(0, begin), min(5 * 3600, end)))
    moved = [(NINE + timedelta(seconds=begin), NINE + timedelta(seconds=end)) for begin, end in spans]
    order.shuffle(moved)
    assert connected(moved, CLASS).minutes == len(whole) // 60
