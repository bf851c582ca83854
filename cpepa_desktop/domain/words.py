"""Days, hours and lists as sentences say them in Spanish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

_WEEKDAYS: Final = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
_MONTHS: Final = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
_MINUTES_AN_HOUR: Final = 60
_HUNDREDTHS: Final = 100


def day_words(day: date) -> str:
    """Return a day as ``lun 15 ene 2024``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day_words(day: date) -> str:
    """Return a day without its year, as ``lun 15 ene``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def month_words(day: date) -> str:
    """Return the month of a day as ``ene``."""
    return _MONTHS[day.month - 1]


def hours_words(minutes: int) -> str:
    """Return minutes as hours: ``285 h`` where they are whole, ``4:30 h`` where not."""
    sign, minutes = ("-", -minutes) if minutes < 0 else ("", minutes)
    hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
    return f"{sign}{hours}:{rest:02d} h" if rest else f"{sign}{hours} h"


def metres_words(hundredths: int) -> str:
    """Return hundredths of a square metre as ``42,5 m²``, without zeros that say nothing."""
    whole, rest = divmod(hundredths, _HUNDREDTHS)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") + " m²"


def listed(items: Sequence[str], last: str = "y") -> str:
    """Return items as a sentence lists them: ``a, b y c``."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
