"""Reads a calendar back with the library, as another program would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as it was read. ``rings`` is how long after the start of its day each alarm sounds."""

    uid: str
    first: date
    end: date
    stamp: datetime
    summary: str
    description: str
    categories: list[str]
    rings: list[timedelta]


def read_calendar(data: bytes) -> tuple[str, list[ReadEvent]]:
    """Return the name of a calendar and its events."""
    calendar: Any = Calendar.from_ical(data)
    return str(calendar["x-wr-calname"]), [_read(event) for event in calendar.walk("VEVENT")]


def _read(event: Any) -> ReadEvent:  # noqa: ANN401 - the library types its values as whatever may stand there
    return ReadEvent(
        uid=str(event["uid"]),
        first=event["dtstart"].dt,
        end=event["dtend"].dt,
        stamp=event["dtstamp"].dt,
        summary=str(event["summary"]),
        description=str(event["description"]),
        categories=list(event["categories"].cats),
        rings=[alarm["trigger"].dt for alarm in event.walk("VALARM")],
    )
