"""Days without class from a calendar of another program (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from icalendar import Calendar, Component

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import text_of
from cpepa_desktop.exchange.holiday_spans import FoundSpan
from cpepa_desktop.exchange.table import Findings

_BEGINS: Final = b"BEGIN:VCALENDAR"
_MARK: Final = b"\xef\xbb\xbf"
_YEARLY: Final = "YEARLY"
_HARMLESS: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "WKST"})
_ONE_DAY: Final = timedelta(days=1)


def is_calendar(path: Path) -> bool:
    """Say whether a file is an iCalendar one, by what is inside; one that cannot be read is none."""
    try:
        with path.open("rb") as stream:
            start = stream.read(len(_MARK) + len(_BEGINS) + 20)
    except OSError:
        return False
    return start.removeprefix(_MARK).lstrip().upper().startswith(_BEGINS)


def read_events(path: Path, year: int, findings: Findings) -> Iterator[FoundSpan]:
    """Yield the days of each event of a calendar; one repeated every year is taken in ``year``.

    The row of an event is the line of the file it begins on. What cannot be taken is a problem of
    ``findings``. Raises ``Refused`` for a file that is no calendar after all.
    """
    data = path.read_bytes()
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        message = _(
            "El calendario «{file}» está dañado o incompleto. No se ha importado nada: expórtelo otra vez "
            "del programa que lo hizo."
        )
        raise Refused(message.format(file=path.name)) from error
    lines = (
        number
        for number, line in enumerate(data.splitlines(), start=1)
        if line.strip().upper() == b"BEGIN:VEVENT"
    )
    events = (event for calendar in calendars for event in calendar.walk("VEVENT"))
    for row, event in zip(lines, events, strict=False):
        found = _span(event, row, year, findings)
        if found:
            yield found


def _span(event: Component, row: int, year: int, findings: Findings) -> FoundSpan | None:
    first = _day(event.get("DTSTART"))
    if first is None:
        findings.problems.append(Problem(_("El suceso no dice qué día es."), row))
        return None
    last = _last(event, first)
    rule = event.get("RRULE")
    if rule is not None:
        if rule.get("FREQ") != [_YEARLY] or not _HARMLESS.issuperset(rule):
            message = _("El suceso se repite de un modo que no se lee: escríbalo día a día.")
            findings.problems.append(Problem(message, row))
            return None
        first, last = _in_year(first, last, year)
    return FoundSpan(row, "", first, last, text_of(str(event.get("SUMMARY", ""))))


def _last(event: Component, first: date) -> date:
    """Return the last day of an event, whose end is the first moment that is not of it."""
    end = event.get("DTEND")
    if end is None:
        length = event.get("DURATION")
        return first if length is None else max(first, first + length.dt - _ONE_DAY)
    last = _day(end) or first
    is_whole = not isinstance(end.dt, datetime) or (end.dt.hour, end.dt.minute) == (0, 0)
    return last - _ONE_DAY if is_whole and last > first else last


def _day(moment: object) -> date | None:
    found = getattr(moment, "dt", None)
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None


def _in_year(first: date, last: date, year: int) -> tuple[date, date]:
    """Return the days of something yearly in ``year``; the 29 of February is the 28 where there is none."""
    length = last - first
    try:
        begins = first.replace(year=year)
    except ValueError:
        begins = first.replace(year=year, day=28)
    return begins, begins + length
