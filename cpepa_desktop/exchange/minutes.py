"""Lengths of time as people type them into an attendance list, read as whole minutes."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, NotUnderstood, text_of

LONGEST: Final = 480
"""A day of class has at most 8 hours, so a stretch of it has no more."""

_AN_HOUR: Final = 60
_QUARTER: Final = 15
_NUMBER: Final = r"(?P<{}>\d{{1,6}}(?:[.,]\d{{1,20}})?)"
_MINUTES_UNIT: Final = r" ?(?:m|mins?|minutos?|minutes?|['’′])\.?"
_CLOCK: Final = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)(?::00)? ?h?\.?")
_HOURS: Final = re.compile(
    _NUMBER.format("hours")
    + r" ?(?:h|hrs?|horas?|hours?)\.?"
    + rf"(?: ?(?:y )?(?P<minutes>\d{{1,2}})(?:{_MINUTES_UNIT})?)?"
)
_MINUTES: Final = re.compile(_NUMBER.format("minutes") + _MINUTES_UNIT)
_BARE: Final = re.compile(rf"[-+]?{_NUMBER.format('number')}")
_LIKE_A_CLOCK: Final = re.compile(r"\d+[.,]\d\d?")
_ROUNDING: Final = Decimal("0.01")
"""Of a minute: what «4,3333 h» lacks of 260."""


@lru_cache(maxsize=1024, typed=True)  # a list of attendance has few different lengths
def read_minutes(cell: Cell, *, bare_is_hours: bool = False) -> int:
    """Return the length in ``cell`` in whole minutes, from 0 to `LONGEST`.

    A number by itself is minutes, or hours where ``bare_is_hours``; «5:00», «5 h», «4,5 h», «5 h 30» and
    «45m» say their own unit. Raises `NotUnderstood` for what is no length, no whole minutes, out of the
    limits, or hours such as «4,3», which may be 4:30 or 4:18.
    """
    text = text_of(cell)
    minutes = _length(cell, text, bare_is_hours=bare_is_hours)
    whole = round(minutes)
    if abs(minutes - whole) > _ROUNDING:
        raise NotUnderstood(
            _("«{text}» no da minutos enteros. Si son horas, escríbalo así: 4,5 h o 4:30.").format(text=text)
        )
    if whole < 0:
        raise NotUnderstood(_("«{text}» es menos que nada: los minutos van de 0 a 480.").format(text=text))
    if whole > LONGEST:
        message = _("«{text}» son {minutes} minutos, y un día de clase tiene como mucho 480 (8 horas).")
        raise NotUnderstood(message.format(text=text, minutes=whole))
    return whole


def _length(cell: Cell, text: str, *, bare_is_hours: bool) -> Decimal:
    """Return the minutes in ``cell``, exactly as its text or its clock says them."""
    match cell:
        case timedelta():
            return Decimal(cell // timedelta(seconds=1)) / 60
        case time():
            return Decimal(cell.hour * _AN_HOUR + cell.minute) + Decimal(cell.second) / 60
        case datetime() | bool():
            pass
        case _:
            plain = text.lower()
            if _BARE.fullmatch(plain):
                return _hours(plain) if bare_is_hours else _number(plain)
            if shape := _CLOCK.fullmatch(plain) or _HOURS.fullmatch(plain):
                return _hours(shape["hours"]) + _number(shape["minutes"] or "0")
            if shape := _MINUTES.fullmatch(plain):
                return _number(shape["minutes"])
    raise NotUnderstood(
        _("«{text}» no es un tiempo: escriba los minutos, o 4:30, o 4,5 h.").format(text=text)
    )


def _hours(text: str) -> Decimal:
    minutes = _number(text) * _AN_HOUR
    if minutes % _QUARTER and _LIKE_A_CLOCK.fullmatch(text):
        message = _("«{text}» horas puede leerse de dos maneras: escriba las horas y minutos así: 4:30.")
        raise NotUnderstood(message.format(text=text))
    return minutes


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
