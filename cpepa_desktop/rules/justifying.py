"""How much of an absence its cause may justify: the half of the day, the short contract, the family event.

These propose; who decides is the administration, which validates the proof. Clock times are minutes of the
day and intervals run up to their end without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Appointment:
    """An interview, a consultation or a summons: its hour, when it ended if that is known, and where.

    ``travel_minutes`` is what the way takes from another town, ``None`` for the hour the guide reckons with.
    """

    minute: int
    ended: int | None = None
    travel_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The part of a day that may be justified, its minutes of class, and in which half the cause fell."""

    interval: Interval
    minutes: int
    is_first_half: bool


@rule(Citation("EPE/873/2023", "Guía 10.4.b"))
def justified_by_appointment(
    day: Sequence[Interval], appointment: Appointment, travel: Parameter[int]
) -> Proposal:
    """Return what an appointment may justify of a day of class, given as its stretches in order.

    In the first half of the day's class the person comes when it is over, and is justified from the beginning
    to its end and the way back. In the second half they may leave the time of the way before it, and need not
    come back. The half is that of the minutes of class, so that a pause at midday is in neither. Only another
    town may take longer than ``travel`` (minutes). Raises ``ValueError`` for a day without class.
    """
    if not day:
        message = "a day without class justifies nothing"
        raise ValueError(message)
    way = travel.value if appointment.travel_minutes is None else appointment.travel_minutes
    begin, end = day[0][0], day[-1][1]
    is_first_half = appointment.minute < _middle(day)
    if is_first_half:
        over = appointment.minute if appointment.ended is None else appointment.ended
        interval = (begin, min(end, over + way))
    else:
        interval = (min(end, max(begin, appointment.minute - way)), end)
    return Proposal(interval, sum(_overlap(stretch, interval) for stretch in day), is_first_half)


@rule(Citation("EPE/873/2023", "ap. 19.1.h"))
def short_contract_minutes(module_minutes: int, asked: int, share: Parameter[Decimal]) -> int:
    """Return how many of the minutes ``asked`` for a short contract a module allows: no more.

    The share is of each module of the certificate, and whole minutes within it.
    """
    return min(asked, int(module_minutes * share.value))


@rule(Citation("EPE/873/2023", "ap. 19.1.d"))
def family_event_days(
    event: date,
    *,
    is_away: bool,
    here: Parameter[int],
    away: Parameter[int],
    is_working: Callable[[date], bool],
) -> tuple[date, ...]:
    """Return the working days a death, accident or serious illness in the family allows, its own day first.

    They are as many as ``here`` says in the same town and as ``away`` in another.
    """
    wanted = (away if is_away else here).value
    found: list[date] = []
    day = event
    while len(found) < wanted:
        if is_working(day):
            found.append(day)
        day += timedelta(days=1)
    return tuple(found)


def _middle(day: Iterable[Interval]) -> int:
    """Return the clock minute by which half of a day's class is over."""
    stretches = list(day)
    left = sum(end - begin for begin, end in stretches) / 2
    for begin, end in stretches:
        if left <= end - begin:
            return begin + int(left)
        left -= end - begin
    return stretches[-1][1]


def _overlap(one: Interval, other: Interval) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
