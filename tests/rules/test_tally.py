"""Where each official minute of a block stands for one person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.rules.tally import (
    NOTHING,
    BlockCalendar,
    Entered,
    Presence,
    computable_minutes,
    tally_block,
)
from tests.rules.reader import Case, cases

MONDAY = date(2024, 1, 15)
OFFICIAL = 1200
FOUR_DAYS = [(MONDAY + timedelta(days=n), 300) for n in range(4)]


@pytest.mark.parametrize("case", cases("tally_block"))
def test_where_the_minutes_stand(case: Case) -> None:
    facts = dict(case.input)
    block = BlockCalendar.of(OFFICIAL, [(day, minutes) for day, minutes in facts.pop("sessions", FOUR_DAYS)])
    entered, today = Entered(**facts.pop("entered", {})), facts.pop("today")
    presence = Presence(**{"left": None, **facts})
    assert tally_block(block, entered, presence, today) == Tally(**case.output)


@pytest.mark.parametrize("case", cases("computable_minutes"))
def test_which_minutes_count_for_payment(case: Case) -> None:
    facts = dict(case.input)
    by_subtraction = facts.pop("by_subtraction")
    tally = Tally(**{name: hours * 60 for name, hours in facts.items()})
    assert computable_minutes(tally, by_subtraction=by_subtraction) == case.output["hours"] * 60


def test_a_block_without_sessions_is_all_to_come() -> None:
    tally = tally_block(BlockCalendar.of(OFFICIAL, []), NOTHING, Presence(MONDAY, None), MONDAY)
    assert tally == Tally(OFFICIAL, to_come=OFFICIAL, gap=OFFICIAL)


def test_two_sessions_of_a_block_on_one_day_are_both_counted() -> None:
    block = BlockCalendar.of(OFFICIAL, [(MONDAY, 60), (MONDAY, 120), (MONDAY + timedelta(days=1), 30)])
    assert (block.scheduled, block.before(MONDAY), block.until(MONDAY)) == (210, 0, 180)
    assert block.before(MONDAY + timedelta(days=1)) == 180


@st.composite
def situations(draw: st.DrawFn) -> tuple[BlockCalendar, Entered, Presence, date]:
    """Give a block, somebody's days in it, a day to look from, and entries that can exist."""
    days = st.integers(0, 30).map(lambda n: MONDAY + timedelta(days=n))
    sessions = draw(st.lists(st.tuples(days, st.integers(1, 480)), max_size=8))
    joined, today = draw(days), draw(days)
    left = draw(st.none() | days.map(lambda day: max(day, joined)))
    in_class = [(day, m) for day, m in sessions if joined <= day and (left is None or day <= left)]
    entered_days = [pair for pair in in_class if draw(st.booleans())]
    past = sum(minutes for day, minutes in entered_days if day <= today)
    future = sum(minutes for day, minutes in entered_days if day > today)
    attended = draw(st.integers(0, past + future))
    justified = draw(st.integers(0, past + future - attended))
    awaiting = draw(st.integers(0, past + future - attended - justified))
    official = sum(minutes for _day, minutes in sessions) + draw(st.integers(0, 600))
    return (
        BlockCalendar.of(official, sessions),
        Entered(attended, past, future, justified, awaiting),
        Presence(joined, left, counts_before_joining=draw(st.booleans())),
        today,
    )


@given(situations())
def test_every_official_minute_is_in_exactly_one_part(
    situation: tuple[BlockCalendar, Entered, Presence, date],
) -> None:
    tally = tally_block(*situation)
    parts = (tally.attended, tally.absent, tally.pending, tally.to_come, tally.outside)
    assert sum(parts) == tally.base
    assert min(parts) >= 0
    assert min(tally.justified, tally.awaiting, tally.unjustified) >= 0


@given(situations())
def test_the_base_is_official_unless_the_reading_leaves_out_what_came_before(
    situation: tuple[BlockCalendar, Entered, Presence, date],
) -> None:
    block, entered, presence, today = situation
    excluded = 0 if presence.counts_before_joining else block.before(presence.joined)
    tally = tally_block(block, entered, presence, today)
    assert tally.base == block.official - excluded
    assert tally.gap == block.official - block.scheduled


@given(situations(), st.integers(0, 40))
def test_time_alone_only_moves_minutes_from_to_come_to_pending(
    situation: tuple[BlockCalendar, Entered, Presence, date], days: int
) -> None:
    block, _entered, presence, today = situation
    nothing = tally_block(block, NOTHING, presence, today)
    later = tally_block(block, NOTHING, presence, today + timedelta(days=days))
    assert later.reachable == nothing.reachable
    assert later.pending >= nothing.pending


@given(st.permutations([(MONDAY + timedelta(days=n), 60 + n) for n in range(6)]))
def test_the_order_of_the_sessions_does_not_matter(sessions: list[tuple[date, int]]) -> None:
    assert BlockCalendar.of(OFFICIAL, sessions) == BlockCalendar.of(OFFICIAL, sorted(sessions))
