"""The only source of time: a clock that the program is given, never one that it looks at by itself.

Two times live side by side. The *working day* is the day the law is applied on and can be set (``--today``);
the *moment* is the real one, which the journal and the backups are stamped with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """What tells the time to everything that needs it."""

    def today(self) -> date:
        """Return the working day."""
        ...

    def now(self) -> datetime:
        """Return the real moment, with its time zone."""
        ...


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for tests, samples and anything that must come out the same twice."""

    day: date
    moment: datetime

    def __post_init__(self) -> None:
        """Refuse a moment without time zone: written in the journal, it could not be compared with others."""
        if self.moment.tzinfo is None:
            raise ValueError("the moment of a clock needs a time zone")

    def today(self) -> date:
        """Return the working day."""
        return self.day

    def now(self) -> datetime:
        """Return the real moment."""
        return self.moment
