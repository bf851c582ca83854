"""Days and hours as official papers write them; days by Babel."""

from __future__ import annotations

from datetime import date
from typing import Final

from babel.dates import format_date

from cpepa_desktop.domain.words import hours_words

_LOCALE: Final = "es_ES"
_DASH: Final = "\N{EN DASH}"
_NO_DAYS: Final = "\N{EM DASH}"


def long_day(day: date) -> str:
    """Return a day as «12 de febrero de 2024»."""
    return format_date(day, "d 'de' MMMM 'de' y", locale=_LOCALE)


def weekday_and_day(day: date) -> str:
    """Return a day as «lun 12 feb»."""
    return format_date(day, "EEE d MMM", locale=_LOCALE)


def short_day(day: date) -> str:
    """Return a day as «12/02/2024»."""
    return format_date(day, "dd/MM/y", locale=_LOCALE)


def month(day: date) -> str:
    """Return the month of a day as «Febrero de 2024»."""
    return format_date(day, "MMMM 'de' y", locale=_LOCALE).capitalize()


def span_of_days(first: date, last: date) -> str:
    """Return two days as «del 12 al 16 de febrero de 2024», saying month and year once where they agree."""
    if first == last:
        return long_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"del {first.day} al {long_day(last)}"
    if first.year == last.year:
        start = format_date(first, "d 'de' MMMM", locale=_LOCALE)
        return f"del {start} al {long_day(last)}"
    return f"del {long_day(first)} al {long_day(last)}"


def span_of_short_days(first: date | None, last: date | None) -> str:
    """Return two days as «12/02/2024 a 16/02/2024», and a dash where they are not planned yet."""
    if first is None or last is None:
        return _NO_DAYS
    return short_day(first) if first == last else f"{short_day(first)} a {short_day(last)}"


def hours(minutes: int) -> str:
    """Return minutes as «4:30 h» or «5 h», never parted by the end of a line."""
    return hours_words(minutes).replace(" ", "\N{NO-BREAK SPACE}")


def span_of_clock(start: int, end: int) -> str:
    """Return two minutes of the day as «09:00-14:00», with a dash after which the line may break."""
    return f"{start // 60:02d}:{start % 60:02d}{_DASH}{end // 60:02d}:{end % 60:02d}"
