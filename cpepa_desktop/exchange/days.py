"""Days as people write them: day first, by the month's name, ISO, a spreadsheet's dates and bare serials."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, NotUnderstood, text_of
from cpepa_desktop.exchange.words import plain

YOUNGEST: Final = 14
OLDEST: Final = 99

_EXCEL_DAY_ZERO: Final = date(1899, 12, 30)
_LAST_SERIAL: Final = 73_050
"""31 December 2099: larger numbers are no day anybody enters."""

_MONTHS: Final = (
    ("enero", "january"),
    ("febrero", "february"),
    ("marzo", "march"),
    ("abril", "april"),
    ("mayo", "may"),
    ("junio", "june"),
    ("julio", "july"),
    ("agosto", "august"),
    ("septiembre", "september", "setiembre"),
    ("octubre", "october"),
    ("noviembre", "november"),
    ("diciembre", "december"),
)
_TIME: Final = r"(?:[T ]\d{1,2}:\d{2}.*)?"
_NAMED_MONTH: Final = (
    # «5 de marzo de 1985», «05-mar-85», «martes, 5 marzo 1985»
    r"(?:[^\W\d]+,? )?(?P<day>\d{1,2})[º\W]*(?:de )?"
    r"(?P<month>[^\W\d]{3,})\W*(?:del? )?(?P<year>\d{4}|\d{2})"
)
_SHAPES: Final = tuple(
    map(
        re.compile,
        (
            r"(?P<year>\d{4}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<day>\d{1,2})" + _TIME,
            r"(?P<day>\d{1,2}) ?[-/. ] ?(?P<month>\d{1,2}) ?[-/. ] ?(?P<year>\d{4}|\d{2})" + _TIME,
            _NAMED_MONTH,
            r"(?P<day>\d{1,2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})",
            r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        ),
    )
)
_SERIAL: Final = re.compile(r"(\d{3,5})(?:[.,]\d+)?")
_BARE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


@lru_cache(maxsize=1024)  # a list of attendance repeats each day for every person
def read_day(cell: Cell) -> date:
    """Return the day in ``cell``, day before month; two figures of a year are of the years 2000.

    Raises `NotUnderstood` where it is no day, or one that does not exist.
    """
    return _read(cell, lambda year, month, day: _existing(2000 + year, month, day))


def read_birth_date(cell: Cell, today: date) -> date:
    """Return the day of birth in ``cell``, day before month.

    Two figures of a year mean the latest past year that makes the person `YOUNGEST` to `OLDEST` years old on
    ``today``: read in 2024, 85 is 1985 and 05 is 2005. Where none does, the latest past one is judged.
    Raises `NotUnderstood` where it is no day, does not exist, is to come, or makes an age out of those.
    """
    born = _read(cell, partial(_likely_birth, today))
    if born > today:
        raise NotUnderstood(_("La fecha de nacimiento {day} está en el futuro.").format(day=_shown(born)))
    age = age_on(born, today)
    if not YOUNGEST <= age <= OLDEST:
        raise NotUnderstood(
            _(
                "Con la fecha de nacimiento {day} tendría {age} años, y se admite de {youngest} a {oldest}."
                " Revise la fecha."
            ).format(day=_shown(born), age=age, youngest=YOUNGEST, oldest=OLDEST)
        )
    return born


def age_on(born: date, day: date) -> int:
    """Return the whole years on ``day`` of somebody born on ``born``; 29 February comes round on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _read(cell: Cell, with_century: Callable[[int, int, int], date | None]) -> date:
    """Return the day in ``cell``; ``with_century`` makes it of the two figures of a year, month and day."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    text = text_of(cell)
    if serial := _SERIAL.fullmatch(text):
        return _from_serial(serial)
    shape = next((match for shape in _SHAPES if (match := shape.fullmatch(text))), None)
    if shape is None:
        raise NotUnderstood(_("«{text}» no es una fecha: escríbala como 05/03/1985.").format(text=text))
    year, month, day = int(shape["year"]), month_number(shape["month"]), int(shape["day"])
    found = (with_century if len(shape["year"]) == len("85") else _existing)(year, month, day)
    if found is None:
        raise NotUnderstood(_("El día «{text}» no existe: revise la fecha.").format(text=text))
    return found


def month_number(text: str) -> int:
    """Return the number of a month given by its figures, its name or the start of it; 0 where it is none."""
    if text.isdecimal():
        return int(text)
    word = plain(text)
    starts = (any(name.startswith(word) for name in names) for names in _MONTHS)
    return next((number for number, is_it in enumerate(starts, start=1) if is_it), 0)


def _from_serial(serial: re.Match[str]) -> date:
    """Return the day a spreadsheet keeps as a number, seen where its cell has lost the format of dates."""
    days = int(serial[1])
    if _BARE_YEAR.fullmatch(serial[0]):
        raise NotUnderstood(_("«{text}» es solo un año: falta el día y el mes.").format(text=serial[0]))
    if days > _LAST_SERIAL:
        raise NotUnderstood(_("«{text}» no es una fecha: escríbala como 05/03/1985.").format(text=serial[0]))
    return _EXCEL_DAY_ZERO + timedelta(days=days)


def _likely_birth(today: date, year: int, month: int, day: int) -> date | None:
    """Return the birth date that `read_birth_date` promises for two figures of a year."""
    born = [found for century in (2000, 1900) if (found := _existing(century + year, month, day))]
    past = [found for found in born if found <= today]
    sensible = [found for found in past if YOUNGEST <= age_on(found, today) <= OLDEST]
    return next(iter(sensible or past or born), None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")
