"""Where each official minute of a block stands for one person.

The base is always the official length, not what has been taught so far. Hours before joining and after
leaving are neither attended nor absence, and data not entered is pending.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule


@dataclass(frozen=True, slots=True)
class BlockCalendar:
    """A block's official minutes and what stands of them on the calendar, cancelled sessions left out.

    ``days`` are in order and ``sums`` the minutes scheduled up to and including each of them.
    """

    official: int
    days: tuple[date, ...]
    sums: tuple[int, ...]

    @classmethod
    def of(cls, official: int, sessions: Sequence[tuple[date, int]]) -> BlockCalendar:
        """Return the calendar of a block from its sessions, each a day and its minutes."""
        ordered = sorted(sessions)
        return cls(
            official,
            tuple(day for day, _minutes in ordered),
            tuple(accumulate(minutes for _day, minutes in ordered)),
        )

    @classmethod
    def merged(cls, calendars: Iterable[BlockCalendar]) -> BlockCalendar:
        """Return several blocks as one, each day of class once."""
        official, minutes = 0, defaultdict[date, int](int)
        for calendar in calendars:
            official += calendar.official
            for day, more in calendar.since(date.min):
                minutes[day] += more
        return cls.of(official, tuple(minutes.items()))

    @property
    def scheduled(self) -> int:
        """Return the minutes on the calendar."""
        return self.sums[-1] if self.sums else 0

    def before(self, day: date) -> int:
        """Return the minutes of the days before ``day``."""
        return self._sum(bisect_left(self.days, day))

    def until(self, day: date) -> int:
        """Return the minutes up to and including ``day``."""
        return self._sum(bisect_right(self.days, day))

    def since(self, day: date) -> Iterator[tuple[date, int]]:
        """Yield each day from ``day`` on and its minutes; a day with several sessions comes once."""
        first = bisect_left(self.days, day)
        for at in range(first, len(self.days)):
            if at + 1 == len(self.days) or self.days[at + 1] != self.days[at]:
                yield self.days[at], self.until(self.days[at]) - self.before(self.days[at])

    def _sum(self, count: int) -> int:
        return self.sums[count - 1] if count else 0


@dataclass(frozen=True, slots=True)
class Entered:
    """What is entered of one person in one block: minutes attended, of all sessions entered, and proved."""

    attended: int = 0
    past: int = 0
    future: int = 0
    justified: int = 0
    awaiting: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """From and to which day a person belongs to the class; ``left`` is ``None`` while they do."""

    joined: date
    left: date | None
    counts_before_joining: bool = True


NOTHING = Entered()


@rule(Citation("EPE/873/2023", "ap. 18.7 y 19.1"))
def tally_block(block: BlockCalendar, entered: Entered, presence: Presence, today: date) -> Tally:
    """Return where the minutes of a block stand for one person on ``today``.

    Hours not scheduled are still to come while the person stays, and lost once they have left. Whether hours
    before joining stay in the base is a reading of the call (``presence.counts_before_joining``).
    """
    before = block.before(presence.joined)
    last = block.until(presence.left) if presence.left else block.scheduled
    in_class = max(0, last - before)
    until_today = min(max(before, block.until(today)), max(before, last)) - before
    gap = block.official - block.scheduled
    missing = max(0, gap)
    outside = block.scheduled - in_class + (missing if presence.left else 0)
    excluded = 0 if presence.counts_before_joining else before
    return Tally(
        base=block.official - excluded,
        attended=entered.attended,
        justified=entered.justified,
        awaiting=entered.awaiting,
        unjustified=entered.past + entered.future - entered.attended - entered.justified - entered.awaiting,
        pending=until_today - entered.past,
        to_come=in_class - until_today - entered.future + (0 if presence.left else missing),
        outside=outside - excluded,
        gap=gap,
    )


@rule(Citation("EPE/873/2023", "ap. 19.1"))
def computable_minutes(tally: Tally, *, by_subtraction: bool) -> int:
    """Return the minutes that count for payment of a participant the subsidy pays for.

    Those attended and the absences justified and validated; or, by the other reading of the same article
    (``by_subtraction``), all but those known to be unjustified and those of which nothing is known yet.
    """
    if by_subtraction:
        return tally.base - tally.unjustified - tally.pending - tally.to_come
    return tally.attended + tally.justified
