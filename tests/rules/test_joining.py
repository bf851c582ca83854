"""Until when somebody joins a course that has begun."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation
from cpepa_desktop.rules.joining import Window, joins_action, joins_module, last_day_to_join
from cpepa_desktop.rules.tally import BlockCalendar
from tests.rules.reader import Case, cases, said

MONDAY = date(2024, 1, 15)
PLACE = Citation("EPE/873/2023", "ap. 18.7; Guía 10.2.6")
WINDOW = Window(
    Parameter("substitution_days", 5, "days", PLACE, date(2023, 7, 5)),
    Parameter("substitution_share", Decimal("0.25"), "/1", PLACE, date(2023, 7, 5)),
)


def day(number: int) -> date:
    """Return the class day of that number, every day having class."""
    return MONDAY + timedelta(days=number - 1)


def calendar_of(case: Case) -> BlockCalendar:
    sessions = [(day(number), case.input["daily"]) for number in range(1, case.input["days"] + 1)]
    return BlockCalendar.of(case.input["official"], sessions)


def wanted(case: Case) -> dict[str, Any]:
    output = dict(case.output)
    if "impossible_on" in output:
        output["impossible_from"] = day(output.pop("impossible_on"))
    return output


@pytest.mark.parametrize("case", cases("joins_action"))
def test_who_takes_a_seat_left_free(case: Case) -> None:
    verdict = joins_action(calendar_of(case), day(case.input["on"]), WINDOW)
    assert said(verdict, wanted(case)) == wanted(case)
    assert verdict.rule == "joins_action"


@pytest.mark.parametrize("case", cases("joins_module"))
def test_who_owes_a_module(case: Case) -> None:
    verdict = joins_module(calendar_of(case), "MF1016_2", day(case.input["on"]), WINDOW)
    assert said(verdict, wanted(case)) == wanted(case)
    assert verdict.rule == "joins_module"


def test_a_day_without_class_counts_as_the_next_one_with_it() -> None:
    friday, monday = date(2024, 1, 19), date(2024, 1, 22)
    action = BlockCalendar.of(6000, [(friday, 300), (monday, 300)])
    verdict = joins_action(action, friday + timedelta(days=1), WINDOW)
    assert (verdict.numbers["class_day"], verdict.numbers["taught_minutes"]) == (2, 300)


def test_two_blocks_of_a_day_are_one_day_of_class() -> None:
    action = BlockCalendar.of(6000, [(day(n), 150) for n in range(1, 6) for _block in range(2)])
    assert joins_action(action, day(5), WINDOW).answer is Answer.YES


@given(
    official=st.integers(0, 4000),
    minutes=st.lists(st.integers(1, 480), min_size=1, max_size=9),
    on=st.integers(1, 12),
)
def test_the_last_day_to_join_is_the_last_that_is_answered_with_a_yes(
    official: int, minutes: list[int], on: int
) -> None:
    calendar = BlockCalendar.of(official, [(day(at), each) for at, each in enumerate(minutes, start=1)])
    last = last_day_to_join(calendar, WINDOW)
    yes = [d for d, _m in calendar.since(MONDAY) if joins_action(calendar, d, WINDOW).answer is Answer.YES]
    assert last == (yes[-1] if yes else None)
    verdict = joins_action(calendar, day(on), WINDOW)
    if verdict.answer is Answer.NO:
        since = verdict.numbers["impossible_from"]
        assert isinstance(since, date)
        assert since <= day(on)
        assert last is None or last < since
