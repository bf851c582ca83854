"""How a course is laid over the calendar, and what a day and a block may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.domain.timetable import Slot, Timetable
from cpepa_desktop.rules.registry import rule

_COMFORTABLE_EXTENSION: Final = 60
_LONGEST_SEARCH_DAYS: Final = 366
_MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """The minutes of a stretch given to one block."""

    block: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PlannedStretch:
    """A stretch of class with the blocks taught in it, in clock order. Times are minutes of the day."""

    day: date
    n: int
    start: int
    end: int
    sessions: tuple[PlannedSession, ...]

    @property
    def minutes(self) -> int:
        """Return the length in minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class ShortLastDay:
    """A last day below the daily minimum, and the calendar with longer earlier days that would avoid it.

    ``proposal`` is ``None`` where the earlier days cannot take the minutes without passing the daily maximum.
    """

    day: date
    minutes: int
    proposal: tuple[PlannedStretch, ...] | None


class NoClassDaysError(ValueError):
    """The timetable and the holidays leave no day to teach on."""


@rule(Citation("EPE/873/2023", "ap. 18.11; RD 694/2017, art. 3"))
def daily_hours(minutes: int, least: Parameter[int], most: Parameter[int]) -> Verdict:
    """Say whether a day of class of ``minutes`` keeps between the daily minimum and maximum."""
    numbers = {"minutes": minutes, "least_minutes": least.value, "most_minutes": most.value}
    if minutes > most.value:
        return Verdict("daily_hours", Answer.NO, "too_long", most.citation, numbers)
    if minutes < least.value:
        return Verdict("daily_hours", Answer.NO, "too_short", least.citation, numbers)
    return Verdict("daily_hours", Answer.YES, "within", most.citation, numbers)


@rule(Citation("RD 34/2008", "art. 6.1; EPE/873/2023, ap. 7.4"))
def block_hours(scheduled: int, official: int, citation: Citation) -> Verdict:
    """Say whether a block has no more minutes on the calendar than its official ones."""
    numbers = {"scheduled_minutes": scheduled, "official_minutes": official}
    if scheduled > official:
        return Verdict("block_hours", Answer.NO, "too_many", citation, numbers)
    reason = "exact" if scheduled == official else "gap"
    return Verdict("block_hours", Answer.YES, reason, citation, numbers)


def lay_out(
    timetable: Timetable,
    start: date,
    blocks: Sequence[tuple[str, int]],
    is_class_day: Callable[[date], bool],
    extra: Mapping[date, int] | None = None,
) -> tuple[PlannedStretch, ...]:
    """Return the stretches from ``start`` on that give each block exactly its official minutes, in order.

    Where a block ends in mid-stretch the next begins in it; the last stretch ends where the minutes end.
    ``extra`` lengthens the last stretch of single days. Raises ``NoClassDaysError`` where a whole year has
    no class.
    """
    left = [PlannedSession(code, minutes) for code, minutes in blocks if minutes]
    stretches: list[PlannedStretch] = []
    day, searched = start, 0
    while left:
        if searched > _LONGEST_SEARCH_DAYS:
            raise NoClassDaysError
        slots = timetable.on(day.weekday()) if is_class_day(day) else ()
        for n, slot in enumerate(_lengthened(slots, (extra or {}).get(day, 0)), start=1):
            if left:
                sessions, left = _fill(slot.minutes, left)
                end = slot.start + sum(session.minutes for session in sessions)
                stretches.append(PlannedStretch(day, n, slot.start, end, sessions))
        day, searched = day + timedelta(days=1), 0 if slots else searched + 1
    return tuple(stretches)


def minutes_by_day(stretches: Sequence[PlannedStretch]) -> dict[date, int]:
    """Return the minutes of class of each day, in order of day."""
    days: dict[date, int] = {}
    for stretch in stretches:
        days[stretch.day] = days.get(stretch.day, 0) + stretch.minutes
    return days


@rule(Citation("EPE/873/2023", "ap. 18.11"))
def short_last_day(
    stretches: Sequence[PlannedStretch],
    relay: Callable[[Mapping[date, int]], tuple[PlannedStretch, ...]],
    least: Parameter[int],
    most: Parameter[int],
) -> ShortLastDay | None:
    """Return the last day where it is under the daily minimum, with longer earlier days as the way out.

    ``relay`` lays the course again with minutes added to single days. The latest days are lengthened first,
    by an hour at most while that suffices, and never beyond the daily maximum or midnight.
    """
    days = minutes_by_day(stretches)
    last = max(days)
    missing = days[last]
    if missing >= least.value:
        return None
    ends = {stretch.day: stretch.end for stretch in stretches}
    earlier = [
        (day, min(most.value - minutes, _MINUTES_A_DAY - ends[day]))
        for day, minutes in sorted(days.items(), reverse=True)
        if day != last
    ]
    for longest in (_COMFORTABLE_EXTENSION, most.value):
        extra = _spread(missing, earlier, longest)
        if extra is not None:
            return ShortLastDay(last, missing, relay(extra))
    return ShortLastDay(last, missing, None)


def _spread(missing: int, room: Sequence[tuple[date, int]], longest: int) -> dict[date, int] | None:
    """Return how many minutes each day takes of its room, ``None`` where they do not all fit."""
    extra: dict[date, int] = {}
    for day, free in room:
        taken = min(missing, longest, max(0, free))
        if taken:
            extra[day] = taken
            missing -= taken
        if not missing:
            return extra
    return None


def _lengthened(slots: tuple[Slot, ...], minutes: int) -> tuple[Slot, ...]:
    if not minutes or not slots:
        return slots
    return (*slots[:-1], replace(slots[-1], end=slots[-1].end + minutes))


def _fill(room: int, left: list[PlannedSession]) -> tuple[tuple[PlannedSession, ...], list[PlannedSession]]:
    sessions: list[PlannedSession] = []
    rest = list(left)
    while room and rest:
        block = rest[0]
        taken = min(room, block.minutes)
        sessions.append(PlannedSession(block.block, taken))
        room -= taken
        rest[:1] = [replace(block, minutes=block.minutes - taken)] if block.minutes > taken else []
    return tuple(sessions), rest
