"""When somebody was connected to the virtual classroom, as its tool wrote it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """One time that somebody came and went: the name the tool shows, and the moments with their time zone.

    ``email`` is ``""`` where the tool does not give it, ``row`` the line of the file.
    """

    name: str
    email: str
    joined: datetime
    left: datetime
    row: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who was connected and how long: the moments joined and cut to the class, and their whole minutes."""

    intervals: tuple[tuple[datetime, datetime], ...]
    minutes: int
