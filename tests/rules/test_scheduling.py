"""How a course is laid over the calendar, and what a day and a block may hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.timetable import Slot, Timetable, parse_timetable
from cpepa_desktop.rules.scheduling import (
    NoClassDaysError,
    PlannedSession,
    PlannedStretch,
    ShortLastDay,
    block_hours,
    daily_hours,
    lay_out,
    minutes_by_day,
    short_last_day,
)
from tests.rules.reader import Case, cases, said

MONDAY, SINCE = date(2024, 1, 15), date(2023, 7, 5)
LEAST = Parameter("day_minimum", 180, "min", Citation("EPE/873/2023", "ap. 18.11"), SINCE)
MOST = Parameter("day_limit", 480, "min", Citation("EPE/873/2023", "ap. 18.11; Guía 10.2.5"), SINCE)


def always(_day: date) -> bool:
    return True


def weekdays(minutes: int, start: int = 480) -> Timetable:
    return Timetable(tuple(Slot(weekday, start, start + minutes) for weekday in range(5)))


# A day and a block ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("daily_hours"))
def test_what_a_day_may_hold(case: Case) -> None:
    assert said(daily_hours(case.input["minutes"], LEAST, MOST), case.output) == case.output


@pytest.mark.parametrize("case", cases("block_hours"))
def test_what_a_block_may_hold(case: Case) -> None:
    verdict = block_hours(case.input["scheduled"], case.input["official"], LEAST.citation)
    assert said(verdict, case.output) == case.output


def test_each_limit_of_the_day_cites_its_own_place() -> None:
    assert daily_hours(481, LEAST, MOST).citation == MOST.citation
    assert daily_hours(179, LEAST, MOST).citation == LEAST.citation


# Laying out -------------------------------------------------------------------------------------------------


def test_a_block_that_ends_in_mid_stretch_leaves_the_rest_of_it_to_the_next() -> None:
    stretches = lay_out(weekdays(300), MONDAY, [("UF0127", 420), ("UF0128", 300)], always)
    assert [stretch.sessions for stretch in stretches] == [
        (PlannedSession("UF0127", 300),),
        (PlannedSession("UF0127", 120), PlannedSession("UF0128", 180)),
        (PlannedSession("UF0128", 120),),
    ]


def test_a_stretch_can_hold_more_than_two_blocks() -> None:
    (stretch,) = lay_out(weekdays(300), MONDAY, [("A", 60), ("B", 60), ("C", 180)], always)
    assert [session.block for session in stretch.sessions] == ["A", "B", "C"]


def test_the_last_stretch_ends_where_the_minutes_end() -> None:
    *_before, last = lay_out(weekdays(300), MONDAY, [("A", 320)], always)
    assert (last.day, last.start, last.end, last.minutes) == (date(2024, 1, 16), 480, 500, 20)


def test_days_without_class_are_left_out() -> None:
    holiday = date(2024, 1, 16)
    stretches = lay_out(weekdays(300), MONDAY, [("A", 900)], lambda day: day != holiday)
    assert [stretch.day.day for stretch in stretches] == [15, 17, 18]


def test_two_stretches_of_a_day_are_numbered_by_the_clock() -> None:
    timetable = parse_timetable("L 09:00-11:00 16:00-18:00")
    stretches = lay_out(timetable, MONDAY, [("A", 300)], always)
    assert [(s.day.day, s.n, s.start, s.end) for s in stretches] == [
        (15, 1, 540, 660),
        (15, 2, 960, 1080),
        (22, 1, 540, 600),
    ]


def test_a_block_without_minutes_takes_no_session() -> None:
    (stretch,) = lay_out(weekdays(300), MONDAY, [("A", 0), ("B", 60)], always)
    assert stretch.sessions == (PlannedSession("B", 60),)


def test_only_the_last_stretch_of_a_day_is_made_longer() -> None:
    timetable = parse_timetable("L-V 09:00-11:00 16:00-18:00")
    stretches = lay_out(timetable, MONDAY, [("A", 500)], always, {MONDAY: 30})
    assert [(s.day.day, s.start, s.end) for s in stretches] == [
        (15, 540, 660),
        (15, 960, 1110),
        (16, 540, 660),
        (16, 960, 1070),
    ]


def test_minutes_added_to_a_day_without_class_are_not_taught() -> None:
    sunday = date(2024, 1, 14)
    assert lay_out(weekdays(300), sunday, [("A", 300)], always, {sunday: 60})[0].day == MONDAY


def test_one_morning_a_week_is_enough_however_many_years_it_takes() -> None:
    stretches = lay_out(parse_timetable("S 09:00-12:00"), MONDAY, [("A", 840 * 60)], always)
    assert len(stretches) == 280
    assert stretches[-1].day == date(2024, 1, 20) + timedelta(weeks=279)


def test_a_calendar_without_class_days_is_told_and_not_searched_for_ever() -> None:
    with pytest.raises(NoClassDaysError):
        lay_out(weekdays(300), MONDAY, [("A", 300)], lambda _day: False)


SLOTS = st.tuples(st.integers(480, 900), st.integers(60, 240), st.integers(0, 60))
FREE_DAYS = st.sets(st.integers(0, 60).map(lambda n: MONDAY + timedelta(days=n)), max_size=20)


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    slots: list[Slot] = []
    for weekday in draw(st.sets(st.integers(0, 6), min_size=1)):
        start, minutes, pause = draw(SLOTS)
        slots.append(Slot(weekday, start, start + minutes))
        if draw(st.booleans()):
            slots.append(Slot(weekday, start + minutes + pause, start + 2 * minutes + pause))
    return Timetable(tuple(sorted(slots)))


BLOCKS = st.lists(st.integers(0, 3000), min_size=1, max_size=5).map(
    lambda minutes: [(f"UF{n}", m) for n, m in enumerate(minutes)]
)


@given(timetables(), BLOCKS, FREE_DAYS)
def test_every_block_gets_exactly_its_official_minutes_on_class_days_alone(
    timetable: Timetable, blocks: list[tuple[str, int]], holidays: set[date]
) -> None:
    stretches = lay_out(timetable, MONDAY, blocks, lambda day: day not in holidays)
    given_minutes = dict.fromkeys((code for code, _minutes in blocks), 0)
    for stretch in stretches:
        assert stretch.day not in holidays
        assert stretch.day >= MONDAY
        slot = timetable.on(stretch.day.weekday())[stretch.n - 1]
        assert slot.start == stretch.start < stretch.end <= slot.end
        assert sum(session.minutes for session in stretch.sessions) == stretch.minutes
        for session in stretch.sessions:
            given_minutes[session.block] += session.minutes
    assert given_minutes == dict(blocks)


@given(timetables(), BLOCKS)
def test_blocks_follow_one_another_in_order(timetable: Timetable, blocks: list[tuple[str, int]]) -> None:
    stretches = lay_out(timetable, MONDAY, blocks, always)
    taught = [session.block for stretch in stretches for session in stretch.sessions]
    assert taught == sorted(taught)
    assert [(s.day, s.n) for s in stretches] == sorted((s.day, s.n) for s in stretches)


# The last day -----------------------------------------------------------------------------------------------


def judged(timetable: Timetable, total: int) -> tuple[tuple[PlannedStretch, ...], ShortLastDay | None]:
    """Lay a course of one block out and say what is found of its last day."""

    def relay(extra: Mapping[date, int]) -> tuple[PlannedStretch, ...]:
        return lay_out(timetable, MONDAY, [("UF0127", total)], always, extra)

    stretches = relay({})
    return stretches, short_last_day(stretches, relay, LEAST, MOST)


@pytest.mark.parametrize("case", cases("short_last_day"))
def test_a_last_day_under_the_minimum(case: Case) -> None:
    _stretches, short = judged(weekdays(case.input["daily"]), case.input["total"])
    proposal = minutes_by_day(short.proposal).values() if short and short.proposal else ()
    assert (short.minutes if short else 0) == case.output["short"]
    assert list(proposal) == case.output["proposal"]


def test_a_day_is_never_made_longer_than_midnight() -> None:
    _stretches, short = judged(weekdays(300, start=1110), 400)
    assert short is not None
    assert short.minutes == 100
    assert short.proposal is None, (
        "a class that begins at 18:30 and lasts 6 h 40 min would end after midnight"
    )


def test_a_late_class_is_made_longer_up_to_midnight() -> None:
    _stretches, short = judged(weekdays(300, start=1080), 360)
    assert short is not None
    assert short.proposal is not None
    assert short.proposal[-1].end == 1440


@given(timetables(), st.integers(1, 3000))
def test_a_proposal_keeps_every_minute_and_every_limit(timetable: Timetable, total: int) -> None:
    stretches, short = judged(timetable, total)
    last = max(minutes_by_day(stretches))
    assert (short is None) == (minutes_by_day(stretches)[last] >= LEAST.value)
    if short and short.proposal:
        days = minutes_by_day(short.proposal)
        assert sum(days.values()) == total
        assert max(days) < short.day
        longest = max(map(timetable.minutes_on, range(7)))
        assert max(days.values()) <= max(MOST.value, longest)
        assert all(stretch.end <= 1440 for stretch in short.proposal)


@given(timetables(), st.integers(1, 3000))
def test_laying_out_twice_gives_the_same(timetable: Timetable, total: int) -> None:
    again = partial(lay_out, timetable, MONDAY, [("UF0127", total)], always)
    assert again() == again()
