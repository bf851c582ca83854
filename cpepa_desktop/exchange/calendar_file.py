"""Calendars for other programs (iCalendar, RFC 5545): days with what falls due on each, and their alarms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

_PRODUCT: Final = "-//CPEPA Desktop//Plazos//ES"
_VERSION: Final = "2.0"
_DAY: Final = timedelta(days=1)
_NINE_O_CLOCK: Final = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What falls due on a day, all day long.

    ``uid`` is the same every time the same thing is written, so that a calendar changes the day and adds no
    other. ``warn_on`` are the days on which it rings, at nine in the morning.
    """

    uid: str
    day: date
    summary: str
    description: str
    categories: tuple[str, ...] = ()
    warn_on: tuple[date, ...] = ()


def calendar_bytes(name: str, entries: Iterable[CalendarEntry], written_at: datetime) -> bytes:
    """Return the file of a calendar. The same entries written at the same moment give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", _VERSION)
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, written_at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", written_at)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + _DAY)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    if entry.categories:
        event.add("categories", list(entry.categories))
    for day in entry.warn_on:
        event.add_component(_alarm(entry, day))
    return event


def _alarm(entry: CalendarEntry, day: date) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", _NINE_O_CLOCK - (entry.day - day))
    return alarm
