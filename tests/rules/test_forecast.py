"""What may still be lost, the day it becomes impossible, and who is at risk."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.rules.forecast import OpenDay, forecast, is_at_risk, open_days
from cpepa_desktop.rules.tally import BlockCalendar, Entered, Presence, tally_block
from tests.rules.reader import Case, cases

MONDAY = date(2024, 1, 15)


@pytest.mark.parametrize("case", cases("forecast"))
def test_what_may_still_be_lost(case: Case) -> None:
    days = [OpenDay(day, minutes) for day, minutes in case.input.get("days", [])]
    found = forecast(Tally(**case.input["tally"]), case.input["required"], days)
    assert found.minutes_left_to_lose == case.output["left"]
    assert found.minutes_left_if_pending_lost == case.output["if_pending_lost"]
    assert found.impossible_from == case.output.get("impossible_from")


@pytest.mark.parametrize("case", cases("is_at_risk"))
def test_who_is_at_risk_at_their_own_pace(case: Case) -> None:
    assert is_at_risk(Tally(**case.input["tally"]), case.input["required"]) is case.output["at_risk"]


# The days that are still open -------------------------------------------------------------------------------


def days_after(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(days=number) for number in numbers]


def open_on(
    block: BlockCalendar, entered: dict[date, int], presence: Presence, today: date
) -> tuple[OpenDay, ...]:
    return tuple(open_days(block, entered, presence, today))


def test_today_is_still_open_and_yesterday_is_not() -> None:
    yesterday, today, tomorrow = days_after(0, 1, 2)
    block = BlockCalendar.of(900, [(yesterday, 300), (today, 300), (tomorrow, 300)])
    assert open_on(block, {}, Presence(yesterday, None), today) == (
        OpenDay(today, 300),
        OpenDay(tomorrow, 300),
    )


def test_what_is_entered_of_a_day_is_open_no_more() -> None:
    today, tomorrow = days_after(0, 1)
    block = BlockCalendar.of(600, [(today, 300), (tomorrow, 120), (tomorrow, 180)])
    found = open_on(block, {today: 300, tomorrow: 120}, Presence(today, None), today)
    assert found == (OpenDay(tomorrow, 180),)


def test_days_before_joining_and_after_leaving_are_not_open() -> None:
    days = days_after(0, 1, 2, 3)
    block = BlockCalendar.of(1200, [(day, 300) for day in days])
    found = open_on(block, {}, Presence(days[1], days[2]), days[0])
    assert found == (OpenDay(days[1], 300), OpenDay(days[2], 300))


def test_two_blocks_of_a_day_are_one_day() -> None:
    day = MONDAY
    action = BlockCalendar.merged([BlockCalendar.of(120, [(day, 120)]), BlockCalendar.of(180, [(day, 180)])])
    assert action.official == 300
    assert open_on(action, {}, Presence(day, None), day) == (OpenDay(day, 300),)


# Against every way a small course can go on -----------------------------------------------------------------


@st.composite
def small_courses(draw: st.DrawFn) -> tuple[BlockCalendar, dict[date, int | None], date, int]:
    """Give a block of a few days, what is attended of each (``None`` is not entered), a day and a demand."""
    sessions = [(day, draw(st.integers(1, 4))) for day in days_after(*range(draw(st.integers(1, 6))))]
    today = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    entered = {
        day: draw(st.none() | st.integers(0, minutes)) if day <= today else None for day, minutes in sessions
    }
    official = sum(minutes for _day, minutes in sessions) + draw(st.integers(0, 3))
    return BlockCalendar.of(official, sessions), entered, today, draw(st.integers(0, official))


def attended_at_the_end(
    sessions: dict[date, int], entered: dict[date, int | None], missed: set[date], official: int
) -> set[int]:
    """Return every total that some way of going on ends with, ``missed`` being lost already."""
    fixed = sum(minutes for minutes in entered.values() if minutes is not None)
    free = [minutes for day, minutes in sessions.items() if entered[day] is None and day not in missed] + [
        max(0, official - sum(sessions.values()))
    ]
    return {fixed + sum(chosen) for chosen in product(*(range(minutes + 1) for minutes in free))}


@given(course=small_courses())
def test_the_impossible_day_is_the_first_from_which_no_way_of_going_on_passes(
    course: tuple[BlockCalendar, dict[date, int | None], date, int],
) -> None:
    block, entered, today, required = course
    sessions = dict(block.since(MONDAY))
    past = {day: minutes for day, minutes in entered.items() if minutes is not None}
    facts = Entered(attended=sum(past.values()), past=sum(sessions[day] for day in past))
    tally = tally_block(block, facts, Presence(MONDAY, None), today)
    open_now = open_on(block, {day: sessions[day] for day in past}, Presence(MONDAY, None), today)
    found = forecast(tally, required, open_now)

    def passes(missed: set[date]) -> bool:
        return max(attended_at_the_end(sessions, entered, missed, block.official)) >= required

    later = [day for day in sessions if day >= today and entered[day] is None]
    first = next((day for at, day in enumerate(later) if not passes(set(later[: at + 1]))), None)
    assert (found.minutes_left_to_lose >= 0) == passes(set())
    assert found.impossible_from == (first if passes(set()) and tally.attended < required else None)
    pending = {day for day in sessions if day <= today and entered[day] is None}
    assert (found.minutes_left_if_pending_lost >= 0) == passes(pending)
