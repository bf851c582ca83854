"""The program dates every term as a second calculator does, written apart from it, on random calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.timeline import ClassDay, CourseEvent, ModuleSpan, ObligedPerson, Timeline
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.deadlines import dated_obligations
from tests.rules.plain_terms import ONE, Year, due_days, safe_days, weekly_days

CALENDARS = 2000
SEED = 873
HAPPENED_ONCE = (
    Anchor.CALL_PUBLISHED,
    Anchor.GRANT_NOTIFIED,
    Anchor.PUBLICITY_STARTED,
    Anchor.COMPLEMENTARY_START,
    Anchor.JUSTIFICATION_CLOSED,
)
HAPPENED_AGAIN = (Anchor.CHANGE, Anchor.REQUIREMENT)


@dataclass(frozen=True)
class Disagreement:
    """A term that the two count differently."""

    name: str
    year: Year
    program: object
    plain: object


@pytest.fixture(scope="module")
def call() -> Call:
    """Give the call whose guide the plain calculator was written from."""
    return choose_call(None, "EPE-873-2023").call


def random_year(chance: Random) -> Year:
    """Return a course of one day to a year, in any year from 2019 to 2032, leap ones included.

    It may begin on a Sunday or a holiday, have class on Saturdays, and holidays that fall together.
    """
    start = date(2019, 1, 1) + chance.randrange(365 * 13) * ONE
    length = chance.randrange(366)
    days = [start + n * ONE for n in range(length + 1)]
    weekdays = chance.choice([{1, 2, 3, 4, 5}, {1, 3, 5}, {2, 4}, {1, 2, 3, 4, 5, 6}, {6}])
    around = [start + n * ONE for n in range(-120, length + 240)]
    holidays = set(chance.sample(around, chance.randrange(40)))
    if chance.random() < 0.3:
        holidays.add(start)
    if chance.random() < 0.2:
        fortnight = chance.choice(around)
        holidays.update(fortnight + n * ONE for n in range(14))
    has_class_on_holidays = chance.random() < 0.2
    class_days = [
        day for day in days if day.isoweekday() in weekdays and (has_class_on_holidays or day not in holidays)
    ]
    return Year(
        start=start,
        end=days[-1],
        selection=start - chance.randrange(1, 60) * ONE,
        joining=chance.choice(days),
        leaving=chance.choice(days),
        event=chance.choice(around),
        holidays=frozenset(holidays),
        class_days=class_days or [start],
    )


def timeline_of(year: Year, call: Call) -> Timeline:
    """Return the same calendar as the program reads it from a file."""
    days = {
        Anchor.COURSE_START: year.start,
        Anchor.COURSE_END: year.end,
        Anchor.LAST_MODULE_END: year.end,
        Anchor.SELECTION: year.selection,
    } | dict.fromkeys(HAPPENED_ONCE, year.event)
    return Timeline(
        course="24/1",
        call=call,
        days=days,
        classes=tuple(ClassDay(day, is_virtual=True) for day in year.class_days),
        modules=(
            ModuleSpan("MP0001", ModuleKind.WORKPLACE),
            ModuleSpan("COMPL", ModuleKind.COMPLEMENTARY, year.event, year.event),
        ),
        people=(
            ObligedPerson(7, "Ágreda Royo, Ana", year.joining, year.leaving, is_supported=True),
            ObligedPerson(8, "Blasco Ñíguez, José", year.joining, is_supported=True),
        ),
        events=tuple(CourseEvent(event, year.event) for event in HAPPENED_AGAIN),
    )


def test_the_program_and_the_plain_calculator_agree_on_random_calendars(call: Call) -> None:
    chance = Random(SEED)  # noqa: S311 - calendars, not secrets
    found: list[Disagreement] = []
    for _n in range(CALENDARS):
        year = random_year(chance)
        found += disagreements(year, call)
    assert found == []


def disagreements(year: Year, call: Call) -> list[Disagreement]:
    """Return the terms of a calendar that the two count differently."""
    dated = dated_obligations(timeline_of(year, call), year.is_working)
    once = {each.name: each for each in dated if each.name not in {"attendance_weekly", "virtual_weekly"}}
    plain_due, plain_safe = due_days(year), safe_days(year)
    found = []
    for name, due in plain_due.items():
        program = (once[name].due, once[name].safe) if name in once else None
        if program != (due, plain_safe[name]):
            found.append(Disagreement(name, year, program, (due, plain_safe[name])))
    weeks = {each.due for each in dated if each.name == "attendance_weekly"}
    if weeks != set(weekly_days(year)):
        found.append(Disagreement("attendance_weekly", year, weeks, weekly_days(year)))
    return found


def test_the_plain_calculator_dates_all_that_the_program_dates(call: Call) -> None:
    year = random_year(Random(1))  # noqa: S311 - a calendar, not a secret
    dated = {each.name for each in dated_obligations(timeline_of(year, call), year.is_working) if each.due}
    assert dated <= {*due_days(year), "attendance_weekly", "virtual_weekly"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda year: year.days_before(year.start, 6),
        lambda year: year.moved_on(year.days_before(year.start, 7)),
    ],
)
def test_a_term_counted_wrongly_would_be_found(spoil: Callable[[Year], date]) -> None:
    chance = Random(SEED)  # noqa: S311 - calendars, not secrets
    years = [random_year(chance) for _n in range(50)]
    assert any(spoil(year) != due_days(year)["start_communication"] for year in years)


def test_a_week_is_owed_on_the_last_worked_day_of_the_next_one() -> None:
    monday = date(2024, 3, 18)
    week = [monday + n * ONE for n in range(5)]
    easter = {date(2024, 3, 28), date(2024, 3, 29)}
    year = Year(
        monday, week[-1], monday - timedelta(weeks=2), monday, monday, monday, frozenset(easter), week
    )
    assert weekly_days(year) == [date(2024, 3, 27)]
