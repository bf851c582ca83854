"""Lengths of time as people type them into an attendance list, read as whole minutes."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, NotUnderstood, text_of

LONGEST: Final = 480
"""A day of class has at most 8 hours, so a stretch of it has no more."""

_NUMBER: Final = r"(?P<{}>\d+(?:[.,]\d+)?)"
_CLOCK: Final = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)(?::00)? ?h?")
_HOURS: Final = re.compile(
    _NUMBER.format("hours") + r" ?(?:h|hrs?|horas?|hours?)\.?(?: ?(?:y )?(?P<minutes>\d{1,2}) ?(?:m|min|mins|minutos)?\.?)?"
)
_MINUTES: Final = re.compile(_NUMBER.format("minutes") + r" ?(?:m|mins?|minutos?|minutes?|['’′])\.?")
_BARE: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_ROUNDING: Final = Decimal("0.01")
"""Of a minute: what «4,3333 h» lacks of 260."""


def read_minutes(cell: Cell, *, bare_is_hours: bool = False) -> int:
    """Return the length in ``cell`` in whole minutes, from 0 to `LONGEST`.

    A number by itself is minutes, or hours where ``bare_is_hours``; «5:00», «5 h», «4,5 h», «5 h 30» and «45m»
    say their own unit. Raises `NotUnderstood` for what is no length, no whole minutes, or out of the limits.
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
        raise NotUnderstood(
            _("«{text}» son {minutes} minutos, y un día de clase tiene como mucho 480 (8 horas).").format(
                text=text, minutes=whole
            )
        )
    return whole


def _length(cell: Cell, text: str, *, bare_is_hours: bool) -> Decimal:
    """Return the minutes in ``cell``, exactly as its text or its clock says them."""
    match cell:
        case timedelta():
            return Decimal(cell // timedelta(seconds=1)) / 60
        case time():
            return Decimal(cell.hour * 60 + cell.minute) + Decimal(cell.second) / 60
        case datetime() | bool():
            pass
        case _:
            plain = text.lower()
            if _BARE.fullmatch(plain):
                return _number(plain) * (60 if bare_is_hours else 1)
            if shape := _CLOCK.fullmatch(plain) or _HOURS.fullmatch(plain):
                return _number(shape["hours"]) * 60 + _number(shape["minutes"] or "0")
            if shape := _MINUTES.fullmatch(plain):
                return _number(shape["minutes"])
    raise NotUnderstood(_("«{text}» no es un tiempo: escriba los minutos, o 4:30, o 4,5 h.").format(text=text))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
