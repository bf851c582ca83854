"""The two pictures of a course: its people day by day, and how the share of attendance has moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class HeatState(StrEnum):
    """How a person's day was. A day is pending or to come as soon as one of its classes is."""

    FULL = "full"
    PARTLY = "partly"
    ABSENT = "absent"
    JUSTIFIED = "justified"  # not all attended, and everything missed is validated
    PENDING = "pending"
    FUTURE = "future"
    OUTSIDE = "outside"  # not in the class that day, or the module taught is already theirs


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A person on a day of class: the minutes of class owed, and those attended where all are entered."""

    day: date
    state: HeatState
    minutes: int
    attended_minutes: int | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A person with one cell for each day of the map; ``n`` is their number in the list."""

    n: int
    enrolment_id: int
    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The people of a course by its days of class."""

    course: str
    title: str
    days: tuple[date, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class SharePoint:
    """Where a share stood at the end of a day of class. Minutes.

    ``reached`` are those that count, ``reachable`` the most that still may: what was missed is gone, what is
    pending or to come may yet be attended.
    """

    day: date
    reached: int
    reachable: int


@dataclass(frozen=True, slots=True)
class ShareLine:
    """How the share of attendance of a person, or of a whole course, has moved up to the working day.

    ``base`` are the official minutes and ``required`` the fewest that reach ``share`` of them. ``first`` and
    ``last`` are days of class, ``None`` where nothing is planned. ``impossible_from`` is the first day that,
    missed with all that follow, puts a person's share out of reach; ``None`` of a course. ``person`` is
    ``""`` of a course.
    """

    course: str
    title: str
    person: str
    base: int
    required: int
    share: Decimal
    first: date | None
    last: date | None
    points: tuple[SharePoint, ...]
    impossible_from: date | None = None

    @property
    def reached(self) -> int:
        """Return the minutes that count so far."""
        return self.points[-1].reached if self.points else 0

    @property
    def reachable(self) -> int:
        """Return the most minutes that may still count in the end."""
        return self.points[-1].reachable if self.points else self.base

    def percent(self, minutes: int) -> Decimal:
        """Return minutes as hundredths of the base, 0 where there is no base."""
        return Decimal(100 * minutes) / self.base if self.base else Decimal(0)
