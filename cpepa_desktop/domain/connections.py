"""When somebody was connected to the virtual classroom, as its tool wrote it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cpepa_desktop.domain.errors import Problem


class Tool(StrEnum):
    """A tool whose logs of connections are read, under the name it goes by."""

    TEAMS = "Microsoft Teams"
    ZOOM = "Zoom"
    MEET = "Google Meet"
    BIGBLUEBUTTON = "BigBlueButton"


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
class ConnectionLog:
    """A log of connections as a tool exports it; ``problems`` are the rows left out and what to look at."""

    tool: Tool
    connections: tuple[Connection, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who was connected and how long: the moments joined and cut to the class, and their whole minutes."""

    intervals: tuple[tuple[datetime, datetime], ...]
    minutes: int
