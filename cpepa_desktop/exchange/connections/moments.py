"""Moments and lengths of time as the tools of virtual classrooms write them, each in the way of its language.

A moment without a time zone is of Madrid, where the class is given; one that ends in Z is of Greenwich.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.cells import Cell, NotUnderstood, text_of
from cpepa_desktop.exchange.days import month_number

MADRID: Final = ZoneInfo("Europe/Madrid")

_CLOCK: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
_HALF: Final = r"(?: ?(?P<half>[ap])\.? ?m\.?)?"
_ZONE: Final = r" ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_BETWEEN: Final = r"(?:,? |T|, ?)"
_DAYS: Final = (
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})",
    r"(?P<one>\d{1,2})[-/.](?P<other>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
    r"(?P<month>[^\W\d]{3,})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",
    r"(?P<day>\d{1,2}) (?:de )?(?P<month>[^\W\d]{3,})\.?,? (?:de )?(?P<year>\d{4})",
)
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (_CLOCK + _HALF, *(day + _BETWEEN + _CLOCK + _HALF + _ZONE for day in _DAYS))
)
_CENTURY: Final = 2000
_NOON: Final = 12


class MomentReader:
    """Reads the moments of a log of one day of class.

    The day asked settles what the file does not say: the day of a time alone, and which of two numbers is the
    month.
    """

    def __init__(self, day: date) -> None:
        self._day = day

    def moment(self, cell: Cell) -> datetime:
        """Return the moment in a cell. Raises `NotUnderstood` where it is none, or could be of two days."""
        match cell:
            case datetime():
                return cell.astimezone(MADRID) if cell.tzinfo else cell.replace(tzinfo=MADRID)
            case time():
                return datetime.combine(self._day, cell, MADRID)
            case float() if 0 <= cell < 1:  # a spreadsheet's time without its format
                return datetime.combine(self._day, time(), MADRID) + timedelta(days=cell)
        text = text_of(cell)
        for shape in _SHAPES:
            if found := shape.fullmatch(text):
                return self._of(found.groupdict(), text)
        raise _no_moment(text)

    def _of(self, parts: dict[str, str | None], text: str) -> datetime:
        day, clock = self._one_day(parts, text), _clock(parts, text)
        zone = parts.get("zone") or ""
        if not zone:
            return datetime.combine(day, clock, MADRID)
        offset = "+00:00" if zone.isalpha() else zone
        try:
            return datetime.fromisoformat(f"{day}T{clock}{offset}").astimezone(MADRID)
        except (ValueError, OverflowError):  # no such offset, or a day at the end of all days
            raise _no_moment(text) from None

    def _one_day(self, parts: dict[str, str | None], text: str) -> date:
        days = set(_possible_days(parts)) if parts.get("year") else {self._day}
        if self._day in days:
            return self._day
        if not days:
            raise NotUnderstood(_("El día de «{text}» no existe: revise la fecha.").format(text=text))
        if len(days) > 1:
            one, other = sorted(days)
            message = _(
                "No se sabe si «{text}» es del {one} o del {other}, y ninguno es el día de la clase, {day}."
            )
            raise NotUnderstood(
                message.format(
                    text=text, one=day_words(one), other=day_words(other), day=day_words(self._day)
                )
            )
        return days.pop()


def _clock(parts: dict[str, str | None], text: str) -> time:
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise _no_moment(text)
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    except ValueError:
        raise _no_moment(text) from None


def _possible_days(parts: dict[str, str | None]) -> Iterator[date]:
    """Yield the days that the numbers can mean: of «3/4/2024» the third of April and the fourth of March."""
    year = int(parts["year"] or 0)
    year += _CENTURY if len(parts["year"] or "") == len("24") else 0
    if one := parts.get("one"):
        readings = [(int(one), int(parts["other"] or 0)), (int(parts["other"] or 0), int(one))]
    else:
        readings = [(int(parts["day"] or 0), month_number(parts["month"] or ""))]
    for day, month in readings:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _no_moment(text: str) -> NotUnderstood:
    return NotUnderstood(_("«{text}» no es una hora que se entienda.").format(text=text))


_LENGTH: Final = re.compile(
    r"(?:(?P<hours>\d{1,6}) ?(?:h|hr|hrs|horas?|hours?)\.?)?,? ?"
    r"(?:(?P<minutes>\d{1,6}) ?(?:m|min|mins|minutos?|minutes?)\.?)?,? ?"
    r"(?:(?P<seconds>\d{1,6}) ?(?:s|seg|sec|secs|segundos?|seconds?)\.?)?",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
_RUNNING: Final = re.compile(r"(?P<hours>\d{1,6}):(?P<minutes>\d{2}):(?P<seconds>\d{2})")


def read_length(cell: Cell, unit: timedelta) -> timedelta | None:
    """Return a length such as «1h 27m 51s», «58 min», «1:27:51», or a bare number of units.

    ``None`` where the cell is empty or says nothing that is a length.
    """
    match cell:
        case timedelta():
            return cell
        case time():
            return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    text = text_of(cell)
    if _BARE.fullmatch(text):
        return float(text.replace(",", ".")) * unit
    found = _RUNNING.fullmatch(text) or _LENGTH.fullmatch(text)
    parts = {name: int(number) for name, number in found.groupdict().items() if number} if found else {}
    return timedelta(**parts) if parts else None
