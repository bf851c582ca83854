"""The arithmetic of terms: from an event and so many days of a kind to the day something is due.

Every kind that a call may ask for is counted here and nowhere else. What the texts leave open, such as
whether days before an event are working ones, is already settled in the terms of the call: ``due`` is the
reading settled, ``safe`` the strictest, and both are terms that this module dates alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from typing import Final

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_SUNDAY: Final = 7
_MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Counting:
    """What days are counted by: which of them are working ones, and the course's days of class in order.

    Working days leave out Saturdays, Sundays and the holidays of the nation, the region and the towns of the
    centre and of the competent organ. Days without school are working days (Ley 39/2015, art. 30.2 y 30.6).
    """

    is_working_day: Callable[[date], bool]
    class_days: Sequence[date] = ()


@rule(Citation("Ley 39/2015", "art. 30"))
def due_day(term: Term, event: date, counting: Counting) -> date:
    """Return the last day of a term that hangs on an event.

    The day after the event counts first. A term before the event never moves later, and a term after it whose
    last day is not a working one moves on to the next that is (art. 30.5). A fixed day is the day written.
    Raises ``ValueError`` where a term is fixed and has no day.
    """
    day = _counted_day(term, event, counting)
    is_fixed = term.kind is DayKind.FIXED or term.side is Side.BEFORE
    return day if is_fixed else _moved_on(day, counting)


@rule(Citation("Ley 39/2015", "art. 30"))
def opening_day(term: Term, event: date, counting: Counting) -> date:
    """Return the first day on which something may be done: counted as `due_day`, and never moved on.

    Only the end of a term waits for a working day (art. 30.5): what opens on a holiday is open on it.
    Raises ``ValueError`` where a term is fixed and has no day.
    """
    return _counted_day(term, event, counting)


def _counted_day(term: Term, event: date, counting: Counting) -> date:
    if term.kind is DayKind.FIXED:
        if term.day is None:
            message = "a fixed term needs its day"
            raise ValueError(message)
        return term.day
    count = _before if term.side is Side.BEFORE else _after
    return count(term, event, counting)


def _after(term: Term, event: date, counting: Counting) -> date:
    match term.kind:
        case DayKind.WORKING:
            return _counted(event, term.number, _DAY, counting.is_working_day)
        case DayKind.TEACHING:
            return _class_day_after(event, term, counting.class_days)
        case DayKind.WEEK:
            return _last_working_day_of_week(event + term.number * _WEEK, counting)
        case DayKind.MONTH:
            return _months_away(event, term.number)
        case DayKind.YEAR:
            return _months_away(event, term.number * _MONTHS_A_YEAR)
        case _:
            return event + term.number * _DAY


def _before(term: Term, event: date, counting: Counting) -> date:
    match term.kind:
        case DayKind.WORKING:
            return _counted(event, term.number, -_DAY, counting.is_working_day)
        case DayKind.TEACHING:
            return _class_day_before(event, term, counting.class_days)
        case DayKind.WEEK:
            return event - term.number * _WEEK
        case DayKind.MONTH:
            return _months_away(event, -term.number)
        case DayKind.YEAR:
            return _months_away(event, -term.number * _MONTHS_A_YEAR)
        case _:
            return event - term.number * _DAY


def _counted(event: date, number: int, step: timedelta, counts: Callable[[date], bool]) -> date:
    """Return the ``number``-th day that counts, walking away from the event; the event itself for none."""
    days = (day for n in count(1) if counts(day := event + n * step))
    return next(islice(days, number - 1, None)) if number else event


def _class_day_after(event: date, term: Term, class_days: Sequence[date]) -> date:
    """Return the class day that is ``number``-th, the first one counted as 1.

    The event's own day is the first where the term is inclusive and it has class. Where the classes end
    before, so does the term: it can be kept no later than with the last of them.
    """
    if not term.number:
        return event
    first = bisect_left(class_days, event) if term.is_inclusive else bisect_right(class_days, event)
    left = class_days[first : first + term.number]
    return left[-1] if left else event


def _class_day_before(event: date, term: Term, class_days: Sequence[date]) -> date:
    """Return the class day that is ``number``-th before the event; the earliest where there are fewer."""
    if not term.number:
        return event
    end = bisect_right(class_days, event) if term.is_inclusive else bisect_left(class_days, event)
    left = class_days[max(0, end - term.number) : end]
    return left[0] if left else event


def _last_working_day_of_week(day: date, counting: Counting) -> date:
    """Return the last working day of an ISO week, or its Sunday where it has none."""
    sunday = day + (_SUNDAY - day.isoweekday()) * _DAY
    week = (sunday - n * _DAY for n in range(_SUNDAY))
    return next((each for each in week if counting.is_working_day(each)), sunday)


def _months_away(event: date, months: int) -> date:
    """Return the same number of another month, or its last day where it has no such day (art. 30.4)."""
    year, month = divmod(event.year * _MONTHS_A_YEAR + event.month - 1 + months, _MONTHS_A_YEAR)
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def _moved_on(day: date, counting: Counting) -> date:
    while not counting.is_working_day(day):
        day += _DAY
    return day
