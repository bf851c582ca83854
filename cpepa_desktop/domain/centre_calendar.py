"""The classes of every course of a centre, and what does not fit among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.course import SessionMode


@dataclass(frozen=True, slots=True)
class Holder:
    """A classroom or a trainer by key and name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class CentreClass:
    """A class of a course: when, of what, where, by whom and how. Minutes of the day.

    ``room`` is ``None`` where none is given yet.
    """

    day: date
    start: int
    end: int
    course: str
    title: str
    block: str
    room: Holder | None
    trainers: tuple[Holder, ...]
    mode: SessionMode

    @property
    def minutes(self) -> int:
        """Return its length."""
        return self.end - self.start


class ConflictKind(StrEnum):
    """What does not fit."""

    ROOM = "room"
    TRAINER = "trainer"
    DAY = "day"
    HOLIDAY = "holiday"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that does not fit, in words, with the days it happens on, the first of which it opens.

    ``holder_id`` is the classroom or the trainer that is wanted twice, 0 where it is about neither.
    """

    kind: ConflictKind
    days: tuple[date, ...]
    courses: tuple[str, ...]
    words: str
    holder_id: int = 0
