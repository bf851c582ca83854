"""Until when somebody may join a course that has begun: anybody at first, then who owes a module of it.

Both windows ask two things at once: a number of days of class, and a share of the hours taught before the
person comes. Exactly the share is still in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.registry import rule
from cpepa_desktop.rules.tally import BlockCalendar


@dataclass(frozen=True, slots=True)
class Window:
    """So many days of class, and so much of the hours, within which somebody may join."""

    days: Parameter[int]
    share: Parameter[Decimal]


@rule(Citation("EPE/873/2023", "ap. 18.7; Guía 10.2.6"))
def joins_action(action: BlockCalendar, on: date, window: Window) -> Verdict:
    """Say whether any candidate may join the action on ``on``, as one who takes a seat left free.

    The first day of class counts as 1; a day without class counts as the next one with it. What counts of the
    hours is what was taught before ``on``. ``impossible_from`` is the day on which it stopped being possible.
    """
    return _judge("joins_action", action, on, window)


@rule(Citation("EPE/873/2023", "ap. 18.7; Guía 10.2.6"))
def joins_module(module: BlockCalendar, code: str, on: date, window: Window) -> Verdict:
    """Say whether who owes a module may join it on ``on``: its own days of class and its own hours.

    The numbers are those of ``joins_action``, and the module's code.
    """
    return _judge("joins_module", module, on, window, {"module": code})


def last_day_to_join(calendar: BlockCalendar, window: Window) -> date | None:
    """Return the last day of class on which somebody may join, ``None`` where there is none."""
    days = [day for day, _minutes in calendar.since(date.min)][: window.days.value]
    return next((day for day in reversed(days) if _is_within(calendar, day, window)), None)


def _judge(
    name: str,
    calendar: BlockCalendar,
    on: date,
    window: Window,
    named: dict[str, Number] | None = None,
) -> Verdict:
    days = [day for day, _minutes in calendar.since(date.min)]
    number = sum(day < on for day in days) + 1
    taught = calendar.before(on)
    numbers: dict[str, Number] = {
        **(named or {}),
        "class_day": number,
        "most_class_days": window.days.value,
        "taught_minutes": taught,
        "base_minutes": calendar.official,
        "share": window.share.value,
    }
    if number <= window.days.value and _is_within(calendar, on, window):
        return Verdict(name, Answer.YES, "in_time", window.days.citation, numbers)
    last = last_day_to_join(calendar, window)
    numbers["impossible_from"] = next((day for day in days if last is None or day > last), on)
    if number > window.days.value:
        return Verdict(name, Answer.NO, "too_many_days", window.days.citation, numbers)
    return Verdict(name, Answer.NO, "too_much_taught", window.share.citation, numbers)


def _is_within(calendar: BlockCalendar, on: date, window: Window) -> bool:
    return calendar.before(on) <= calendar.official * window.share.value
