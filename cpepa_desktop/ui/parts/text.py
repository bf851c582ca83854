"""How the window writes days and money, and reads what a person types. See also `domain.words`."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words, short_day_words

MINUTES_PER_HOUR: Final = 60
_CENTS: Final = 100
_SHORT_YEAR: Final = 2
_PIVOT: Final = 50
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPANISH_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_HOURS = re.compile(r"(\d+)(?:[.,](\d{1,2}))?\s*h?")
_HOURS_MINUTES = re.compile(r"(\d+)\s*[:h]\s*(\d{1,2})\s*h?")
_MINUTES = re.compile(r"(\d+)\s*m(?:in)?")


class NotUnderstood(ValueError):  # noqa: N818 - it is an answer to who typed, as `Refused` is
    """What was typed is not what the field asks for; the message says in Spanish how to write it."""


def full_day(day: date) -> str:
    """Return «15 ene 2024»: for days that may be of any year."""
    _weekday, _space, rest = day_words(day).partition(" ")
    return rest


def long_day(day: date) -> str:
    """Return «lunes, 15 de enero de 2024»."""
    weekdays = _("lunes martes miércoles jueves viernes sábado domingo").split()
    months = _(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ).split()
    return _("{weekday}, {day} de {month} de {year}").format(
        weekday=weekdays[day.weekday()], day=day.day, month=months[day.month - 1], year=day.year
    )


def typed_day(day: date | None) -> str:
    """Return «15/01/2024», as a field shows it; nothing for no day."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def period(first: date, last: date) -> str:
    """Return «15 ene – 14 jun 2024», the year said once where it is the same."""
    start = full_day(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} \N{EN DASH} {full_day(last)}"


def short_period(first: date, last: date) -> str:
    """Return «12-16 feb» or «29 ene - 2 feb» with dashes between: for days of the year in hand."""
    _weekday, end = short_day_words(last).split(" ", 1)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\N{EN DASH}{end}"
    _weekday, start = short_day_words(first).split(" ", 1)
    return f"{start} \N{EN DASH} {end}"


def count(number: int) -> str:
    """Return «1.000»: how many, with the point that Spanish puts between thousands."""
    return f"{number:,}".replace(",", ".")


def clock(minute: int) -> str:
    """Return a minute of the day as «9:00»."""
    return f"{minute // MINUTES_PER_HOUR}:{minute % MINUTES_PER_HOUR:02d}"


def moment(at: datetime) -> str:
    """Return «15 ene 2024, 9:05»."""
    return f"{full_day(at.date())}, {at.hour}:{at.minute:02d}"


def typed_hours(minutes: int | None) -> str:
    """Return a length as a field shows it, without its unit; nothing for no length."""
    return "" if minutes is None else hours_words(minutes).removesuffix(" h")


def money(cents: int) -> str:
    """Return «37.593,40 €»."""
    return money_words(cents)


def decimal(hundredths: int) -> str:
    """Return a number of hundredths as «42,5», without zeros that say nothing."""
    whole, rest = divmod(hundredths, _CENTS)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",")


def parse_day(text: str) -> date:
    """Return the day written as ``15/1/2024``, ``15-01-24``, ``15.1.2024`` or ``2024-01-15``.

    A year of two figures is of this century up to 49, else of the last. Raises ``NotUnderstood``.
    """
    typed = text.strip()
    if match := _ISO_DAY.fullmatch(typed):
        year, month_number, day = (int(part) for part in match.groups())
    elif match := _SPANISH_DAY.fullmatch(typed):
        day, month_number, year = (int(part) for part in match.groups())
        if len(match[3]) == _SHORT_YEAR:
            year += 2000 if year < _PIVOT else 1900
    else:
        raise NotUnderstood(_("Escriba el día como 15/01/2024."))
    try:
        return date(year, month_number, day)
    except ValueError as error:
        raise NotUnderstood(_("Ese día no existe en el calendario.")) from error


def parse_hours(text: str) -> int:
    """Return the minutes of ``5``, ``2:30``, ``2h30``, ``2,5 h`` or ``45 m``. Raises ``NotUnderstood``."""
    typed = text.strip().lower()
    if match := _MINUTES.fullmatch(typed):
        return int(match[1])
    if (match := _HOURS_MINUTES.fullmatch(typed)) and int(match[2]) < MINUTES_PER_HOUR:
        return int(match[1]) * MINUTES_PER_HOUR + int(match[2])
    if match := _HOURS.fullmatch(typed):
        hundredths = int((match[2] or "").ljust(2, "0"))
        minutes, rest = divmod(hundredths * MINUTES_PER_HOUR, _CENTS)
        if not rest:
            return int(match[1]) * MINUTES_PER_HOUR + minutes
    raise NotUnderstood(_("Escriba las horas como 5, 2:30 o 45 m."))


def parse_number(text: str, scale: int = 1) -> int:
    """Return the number written, times ``scale`` (100 reads hundredths). Raises ``NotUnderstood``."""
    typed = text.strip().replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    whole, _comma, rest = typed.replace(".", ",").partition(",")
    places = len(str(scale)) - 1
    if not whole.isdecimal() or (rest and not rest.isdecimal()) or len(rest) > places:
        message = _("Escriba un número entero.") if scale == 1 else _("Escriba un número como 42,50.")
        raise NotUnderstood(message)
    return int(whole) * scale + int(rest.ljust(places, "0") or 0)


def breakable(path: Path) -> str:
    """Return a path that a label may break after any folder, however long it is."""
    return str(path).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
