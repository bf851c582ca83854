"""What a share of attendance still allows: minutes to lose, the day it becomes impossible, and the risk.

A share is a yes or a no long before the last day of class. These figures say how far that moment is, and are
exact: the impossible day is the first from which no way of going on reaches the share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule
from cpepa_desktop.rules.tally import BlockCalendar, Presence


@dataclass(frozen=True, slots=True, order=True)
class OpenDay:
    """A day of class from today on and the minutes of it that are not entered of a person."""

    day: date
    minutes: int


@rule(Citation("EPE/873/2023", "ap. 19.1; Guía 10.2.7 y 10.2.8"))
def forecast(tally: Tally, required: int, open_days: Iterable[OpenDay]) -> Forecast:
    """Return what may still be lost of a base on which ``required`` minutes are asked for.

    What may be lost is the base less what is required and what is lost already: absences of whatever cause,
    and hours outside the person's days. The second figure takes as lost what is pending too. The impossible
    day is the first of ``open_days`` that, missed with all those before it, leaves the share out of reach;
    ``None`` where no day does, where the share is reached, and where it is out of reach already.
    """
    left = tally.reachable - required
    return Forecast(
        minutes_left_to_lose=left,
        minutes_left_if_pending_lost=left - tally.pending,
        impossible_from=None if tally.attended >= required else _first_day_too_many(left, open_days),
    )


@rule(Citation("EPE/873/2023", "ap. 19.1; Guía 10.2.7 y 10.2.8"))
def is_at_risk(tally: Tally, required: int) -> bool:
    """Say whether a person who goes on missing at their own pace would fall short of ``required`` minutes.

    The pace is what they have missed of what is entered of them. They are at risk when what they may still
    lose is under that pace of loss over what is to come. It is no answer of the law: nobody is out by it.
    """
    entered = tally.attended + tally.absent
    left = tally.reachable - required
    return tally.attended < required and left >= 0 and left * entered < tally.absent * tally.to_come


def open_days(
    calendar: BlockCalendar, entered: Mapping[date, int], presence: Presence, today: date
) -> Iterator[OpenDay]:
    """Yield the days from ``today`` on that a person may still attend, in order.

    ``entered`` gives the minutes already entered of the person in what the calendar covers, by day.
    """
    for day, minutes in calendar.since(max(today, presence.joined)):
        if presence.left is not None and day > presence.left:
            return
        if minutes > (known := entered.get(day, 0)):
            yield OpenDay(day, minutes - known)


def _first_day_too_many(left: int, days: Iterable[OpenDay]) -> date | None:
    if left < 0:
        return None
    for each in days:
        left -= each.minutes
        if left < 0:
            return each.day
    return None
