"""From an event to the day something is due: the cases of the law, and a second calculator that agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.rules.deadlines import Counting, due_day, opening_day
from tests.rules.reader import Case, cases

GUIDE = Citation("EPE/873/2023", "Guía 10.2.1")
DAY = timedelta(days=1)
HOLIDAYS = {
    date(2023, 12, 6), date(2023, 12, 8), date(2023, 12, 25), date(2024, 1, 1), date(2024, 1, 6),
    date(2024, 1, 29), date(2024, 3, 5), date(2024, 3, 28), date(2024, 3, 29), date(2024, 4, 23),
    date(2024, 5, 1), date(2024, 8, 15),
}  # fmt: skip
"""Those of Aragón and of Zaragoza in the school year 23/24, San Valero and the Cincomarzada among them."""


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def days_from(first: date, count: int) -> list[date]:
    return [first + n * DAY for n in range(count)]


TEACHING = [day for day in days_from(date(2024, 1, 15), 152) if is_working_day(day)]
ZARAGOZA = Counting(is_working_day, TEACHING)


def term(number: int, kind: DayKind, side: Side = Side.AFTER, *, inclusive: bool = False) -> Term:
    return Term(number, kind, Anchor.COURSE_START, side, GUIDE, inclusive)


@pytest.mark.parametrize("case", cases("due_day"))
def test_when_something_is_due(case: Case) -> None:
    asked = case.input
    wanted = Term(
        asked["number"],
        DayKind(asked["kind"]),
        Anchor.COURSE_START,
        Side(asked["side"]),
        GUIDE,
        asked.get("inclusive", False),
        asked.get("day"),
    )
    assert due_day(wanted, asked["event"], ZARAGOZA) == case.output["due"]


@pytest.mark.parametrize("case", cases("opening_day"))
def test_when_something_opens(case: Case) -> None:
    asked = case.input
    wanted = replace(term(asked["number"], DayKind(asked["kind"]), Side(asked["side"])), day=asked.get("day"))
    assert opening_day(wanted, asked["event"], ZARAGOZA) == case.output["opens"]


def test_a_fixed_term_without_its_day_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs its day"):
        due_day(term(0, DayKind.FIXED), date(2024, 1, 15), ZARAGOZA)


def test_no_days_of_class_is_the_day_itself() -> None:
    monday = date(2024, 2, 12)
    for side in Side:
        assert due_day(term(0, DayKind.TEACHING, side), monday, ZARAGOZA) == monday


def test_where_no_class_is_left_the_day_of_the_event_is_all_there_is() -> None:
    after_all, before_all = date(2024, 6, 17), date(2024, 1, 12)
    assert due_day(term(4, DayKind.TEACHING), after_all, ZARAGOZA) == after_all
    assert due_day(term(4, DayKind.TEACHING, Side.BEFORE), before_all, ZARAGOZA) == before_all


def test_an_inclusive_term_before_counts_the_day_itself() -> None:
    wanted = term(2, DayKind.TEACHING, Side.BEFORE, inclusive=True)
    assert due_day(wanted, date(2024, 1, 30), ZARAGOZA) == date(2024, 1, 26)


def test_weeks_before_keep_the_day_of_the_week() -> None:
    assert due_day(term(2, DayKind.WEEK, Side.BEFORE), date(2024, 1, 15), ZARAGOZA) == date(2024, 1, 1)


def test_years_before_keep_the_day_or_end_the_month() -> None:
    assert due_day(term(1, DayKind.YEAR, Side.BEFORE), date(2024, 2, 29), ZARAGOZA) == date(2023, 2, 28)


def test_a_week_without_working_days_moves_on() -> None:
    closed = set(days_from(date(2024, 2, 19), 7))
    counting = Counting(lambda day: day.weekday() < 5 and day not in closed)
    assert due_day(term(1, DayKind.WEEK), date(2024, 2, 16), counting) == date(2024, 2, 26)


# A second calculator, of plain loops over days -------------------------------------------------------------


def closed_on(off: set[date]) -> Counting:
    return Counting(lambda day: day.weekday() < 5 and day not in off)


EVENTS = st.dates(date(2023, 9, 1), date(2025, 8, 31))
CALENDARS = st.sets(st.dates(date(2023, 6, 1), date(2026, 6, 1)), max_size=60)
NUMBERS = st.integers(0, 40)


def slow_due_day(wanted: Term, event: date, off: set[date], classes: list[date]) -> date:
    """Return the due day by walking one day at a time."""

    def works(day: date) -> bool:
        return day.isoweekday() <= 5 and day not in off

    step = DAY if wanted.side is Side.AFTER else -DAY
    day, left = event, wanted.number
    if wanted.kind is DayKind.TEACHING:
        day = slow_class_day(wanted, event, classes)
    elif wanted.kind is DayKind.WEEK and wanted.side is Side.AFTER:
        year, week, _weekday = (event + 7 * wanted.number * DAY).isocalendar()
        of_week = [date.fromisocalendar(year, week, weekday) for weekday in range(1, 8)]
        day = max((each for each in of_week if works(each)), default=of_week[-1])
    elif wanted.kind in {DayKind.CALENDAR, DayKind.WORKING, DayKind.WEEK}:
        left *= 7 if wanted.kind is DayKind.WEEK else 1
        while left:
            day += step
            left -= wanted.kind is not DayKind.WORKING or works(day)
    else:
        months = wanted.number * (12 if wanted.kind is DayKind.YEAR else 1)
        day = slow_month(event, months if wanted.side is Side.AFTER else -months)
    while wanted.side is Side.AFTER and not works(day):
        day += DAY
    return day


def slow_class_day(wanted: Term, event: date, classes: list[date]) -> date:
    ahead = [day for day in classes if day > event or (day == event and wanted.is_inclusive)]
    behind = [day for day in classes if day < event or (day == event and wanted.is_inclusive)]
    walk = ahead if wanted.side is Side.AFTER else behind[::-1]
    return walk[: wanted.number][-1] if walk and wanted.number else event


def slow_month(event: date, months: int) -> date:
    year, month = event.year, event.month
    for _n in range(abs(months)):
        month += 1 if months > 0 else -1
        year, month = (year + 1, 1) if month == 13 else (year - 1, 12) if month == 0 else (year, month)
    last = max(n for n in range(28, 32) if is_day(year, month, n))
    return date(year, month, min(event.day, last))


def is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@given(
    NUMBERS,
    st.sampled_from([kind for kind in DayKind if kind is not DayKind.FIXED]),
    st.sampled_from(Side),
    st.booleans(),
    EVENTS,
    CALENDARS,
    st.sets(EVENTS, max_size=80),
)
def test_a_calculator_written_apart_agrees(
    number: int,
    kind: DayKind,
    side: Side,
    inclusive: bool,  # noqa: FBT001 - drawn by hypothesis
    event: date,
    off: set[date],
    classes: set[date],
) -> None:
    wanted = term(number, kind, side, inclusive=inclusive and kind is DayKind.TEACHING)
    ordered = sorted(classes)
    counting = Counting(lambda day: day.weekday() < 5 and day not in off, ordered)
    assert due_day(wanted, event, counting) == slow_due_day(wanted, event, off, ordered)


@given(NUMBERS, st.sampled_from((DayKind.CALENDAR, DayKind.WORKING)), EVENTS, CALENDARS)
def test_before_is_never_after_and_after_ends_on_a_working_day(
    number: int, kind: DayKind, event: date, off: set[date]
) -> None:
    counting = closed_on(off)
    assert due_day(term(number, kind, Side.BEFORE), event, counting) <= event
    after = due_day(term(number, kind), event, counting)
    assert after >= event
    assert counting.is_working_day(after)


@given(NUMBERS, EVENTS, CALENDARS, st.dates(date(2023, 6, 1), date(2026, 6, 1)))
def test_one_holiday_more_never_brings_a_limit_after_an_event_forward(
    number: int, event: date, off: set[date], more: date
) -> None:
    for kind in (DayKind.CALENDAR, DayKind.WORKING, DayKind.MONTH):
        fewer, greater = (due_day(term(number, kind), event, closed_on(days)) for days in (off, off | {more}))
        assert greater >= fewer


@given(st.integers(1, 40), EVENTS, CALENDARS)
def test_working_days_before_are_never_later_than_calendar_ones(
    number: int, event: date, off: set[date]
) -> None:
    counting = closed_on(off)
    due, safe = (
        due_day(term(number, kind, Side.BEFORE), event, counting)
        for kind in (DayKind.CALENDAR, DayKind.WORKING)
    )
    assert safe <= due
