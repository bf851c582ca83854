"""Days without class brought from a file: what they would be, and writing them all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpepa_desktop.db import centres, sessions
from cpepa_desktop.db import holidays as table
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, listed
from cpepa_desktop.exchange.holiday_file import read_holidays
from cpepa_desktop.operations.calendars import freeze_years, list_holidays
from cpepa_desktop.operations.redating import redating
from cpepa_desktop.operations.workspace import Workspace

_MOST_DAYS_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class HolidayPreview:
    """What a file would bring of a year: days that are new, those already there, and what is wrong."""

    path: Path
    year: int
    new: tuple[Holiday, ...]
    known: tuple[Holiday, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def preview_holidays(ws: Workspace, path: Path, year: int, scope: HolidayScope) -> HolidayPreview:
    """Return what a CSV, XLSX or ICS would bring; a row that says no kind is of ``scope``.

    Nothing is written. Raises ``Refused`` for a file that cannot be read or is of another year.
    """
    reading = read_holidays(path, year, scope, centres.centre(ws.db).municipality)
    years = {holiday.day.year for holiday in reading.holidays}
    there = {holiday for each in years for holiday in list_holidays(ws, each)}
    new = tuple(holiday for holiday in reading.holidays if holiday not in there)
    known = tuple(holiday for holiday in reading.holidays if holiday in there)
    notices = (*reading.notices, *(Problem(words) for words in _with_class(ws, new)))
    return HolidayPreview(path, year, new, known, reading.problems, notices)


def import_holidays(ws: Workspace, preview: HolidayPreview) -> Changes:
    """Write every day of a file that is not there yet, as one operation.

    Raises ``Refused`` where anything in the file is wrong, or all of it is there already.
    """
    if preview.problems:
        message = _("Hay filas con problemas en «{file}». No se ha importado nada.")
        raise Refused(message.format(file=preview.path.name), preview.problems)
    if not preview.new:
        message = _("Los días de «{file}» ya están en el calendario. No se ha cambiado nada.")
        raise Refused(message.format(file=preview.path.name))
    count = len(preview.new)
    name = ngettext(
        "Importar {n} día sin clase de {year}", "Importar {n} días sin clase de {year}", count
    ).format(n=count, year=preview.year)
    with redating(ws) as moved, ws.operation(name):
        freeze_years(ws, {holiday.day.year for holiday in preview.new})
        for holiday in preview.new:
            table.add(ws.db, holiday)
    return Changes(name, frozenset({Kind.CENTRE}), notices=(*_with_class(ws, preview.new), *moved.notices))


def _with_class(ws: Workspace, holidays: Iterable[Holiday]) -> tuple[str, ...]:
    """Return, for each course with class on days that close, when that is first and on how many."""
    days: dict[str, list[Holiday]] = {}
    for holiday in holidays:
        for course in sessions.courses_with_class(ws.db, holiday.day):
            days.setdefault(course, []).append(holiday)
    return tuple(_class_words(course, found) for course, found in sorted(days.items()))


def _class_words(course: str, holidays: Sequence[Holiday]) -> str:
    message = ngettext(
        "El curso {course} tiene clase ese día: {days}. Muévala o cancélela en su calendario.",
        "El curso {course} tiene clase {n} de esos días: {days}. Muévala o cancélela en su calendario.",
        len(holidays),
    )
    shown = [day_words(holiday.day) for holiday in holidays[:_MOST_DAYS_NAMED]]
    more = len(holidays) - len(shown)
    days = listed([*shown, _("{n} más").format(n=more)] if more else shown)
    return message.format(course=course, n=len(holidays), days=days)
