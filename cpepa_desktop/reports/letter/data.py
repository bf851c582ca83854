"""What the letter about somebody's attendance prints: how they stand, what they missed, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpepa_desktop.reports.parts.course_head import CourseHead


class Stand(StrEnum):
    """How somebody stands in a test, from the worst to the best."""

    OUT_OF_REACH = "Ya no es posible"
    AT_RISK = "En riesgo"
    UNDER_WAY = "Sin riesgo por ahora"
    REACHED = "Alcanzada"


_WORST_FIRST: Final = tuple(Stand)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A test of attendance: what depends on it, its minutes and its article.

    ``left`` are the minutes that may still be missed and ``left_if_pending_lost`` those if what is not
    entered was missed, ``None`` where nobody can look ahead; ``impossible_from`` is the first day of class
    that, missed with all from today on, puts it out of reach.
    """

    name: str
    required: int
    base: int
    attended: int
    stand: Stand
    source: str
    left: int | None = None
    left_if_pending_lost: int | None = None
    impossible_from: date | None = None


@dataclass(frozen=True, slots=True)
class MissedLine:
    """Minutes missed on a day, why, how far the proof has come, and the last day to hand it in.

    ``hand_in_by`` is ``None`` where there is nothing to hand in or no term; ``is_late`` once it is past.
    """

    day: date
    minutes: int
    cause: str
    proof: str
    hand_in_by: date | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """The minutes of the action so far; ``pending`` were held and are not entered."""

    attended: int
    validated: int
    awaiting: int
    unjustified: int
    pending: int


@dataclass(frozen=True, slots=True)
class UnjustifiedMonth:
    """The days of a calendar month with unjustified absence, and how many exclude."""

    days: tuple[date, ...]
    most: int
    source: str

    @property
    def is_beyond(self) -> bool:
        """Say whether they are more than are borne."""
        return len(self.days) > self.most


@dataclass(frozen=True, slots=True)
class RiskLetter:
    """Everything that is printed. ``address`` is in lines; ``causes`` are the call's, each with its letter.

    ``stakes`` are sentences: what each test decides. ``travel_minutes`` is the way the guide reckons with,
    ``None`` where the call does not.
    """

    head: CourseHead
    name: str
    document: str
    address: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    stakes: tuple[str, ...]
    totals: Totals
    missed: tuple[MissedLine, ...]
    months: tuple[UnjustifiedMonth, ...]
    causes: tuple[tuple[str, str], ...]
    causes_source: str
    travel_minutes: int | None = None
    left_on: date | None = None

    @property
    def stand(self) -> Stand:
        """Return how the person stands in the test that is worst for them."""
        return min((test.stand for test in self.requirements), key=_WORST_FIRST.index, default=Stand.REACHED)

    @property
    def is_all_lost(self) -> bool:
        """Say whether every test is out of reach."""
        return all(test.stand is Stand.OUT_OF_REACH for test in self.requirements)
