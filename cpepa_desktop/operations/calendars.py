"""Which days have class: the centre's calendar, from what the file has frozen and what the year brings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from cpepa_desktop.db import centres, holidays, sessions
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.holiday_source import aragon_holidays, source_of
from cpepa_desktop.operations.workspace import Workspace

_SATURDAY: Final = 5


class ClassCalendar:
    """Says whether a day can have class, looking up each year once."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._municipality = centres.centre(ws.db).municipality.casefold()
        self._years: dict[int, dict[date, Holiday]] = {}

    def is_class_day(self, day: date) -> bool:
        """Say whether ``day`` is no holiday of any kind for this centre."""
        return self.holiday(day) is None

    def holiday(self, day: date) -> Holiday | None:
        """Return what keeps the centre closed on ``day``, ``None`` where nothing does."""
        if day.year not in self._years:
            self._years[day.year] = {
                holiday.day: holiday
                for holiday in list_holidays(self._ws, day.year)
                if holiday.scope is not HolidayScope.LOCAL or self._is_here(holiday)
            }
        return self._years[day.year].get(day)

    def _is_here(self, holiday: Holiday) -> bool:
        return not holiday.municipality or holiday.municipality.casefold() == self._municipality


class WorkingCalendar:
    """Says whether a day is a working one (Ley 39/2015, art. 30.2 y 30.6), looking up each year once.

    Local holidays are those of the centre's town and of the competent organ's. School and centre days have no
    class and are working days all the same.
    """

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        centre = centres.centre(ws.db)
        self._towns = {"", centre.municipality.casefold(), centre.organ_municipality.casefold()}
        self._years: dict[int, set[date]] = {}

    def is_working_day(self, day: date) -> bool:
        """Say whether ``day`` is neither at the weekend nor a holiday."""
        if day.year not in self._years:
            holidays = list_holidays(self._ws, day.year)
            self._years[day.year] = {holiday.day for holiday in holidays if self._is_off(holiday)}
        return day.weekday() < _SATURDAY and day not in self._years[day.year]

    def _is_off(self, holiday: Holiday) -> bool:
        if holiday.scope is HolidayScope.LOCAL:
            return holiday.municipality.casefold() in self._towns
        return holiday.scope in {HolidayScope.NATIONAL, HolidayScope.REGIONAL}


def list_holidays(ws: Workspace, year: int) -> tuple[Holiday, ...]:
    """Return the holidays of a year: the official ones, frozen or still to be, and the centre's own."""
    kept = holidays.between(ws.db, date(year, 1, 1), date(year, 12, 31))
    if holidays.is_frozen(ws.db, year):
        return kept
    return tuple(sorted({*kept, *aragon_holidays(year)}))


def freeze_years(ws: Workspace, years: Iterable[int]) -> None:
    """Copy the official holidays of ``years`` into the file; to be called inside an operation."""
    for year in sorted(set(years)):
        if not holidays.is_frozen(ws.db, year):
            holidays.freeze(ws.db, year, source_of(year), aragon_holidays(year))


def add_holiday(ws: Workspace, holiday: Holiday) -> Changes:
    """Write a local, school or centre day, or one that the official calendar lacks."""
    name = _("Añadir festivo {day}").format(day=f"{holiday.day:%d/%m/%Y}")
    with ws.operation(name):
        freeze_years(ws, [holiday.day.year])
        holidays.add(ws.db, holiday)
    return Changes(name, frozenset({Kind.CENTRE}), notices=_courses_with_class_on(ws, holiday.day))


def remove_holiday(ws: Workspace, holiday: Holiday) -> Changes:
    """Take a day out of the calendar; courses already planned do not move."""
    name = _("Quitar festivo {day}").format(day=f"{holiday.day:%d/%m/%Y}")
    with ws.operation(name):
        freeze_years(ws, [holiday.day.year])
        holidays.remove(ws.db, holiday)
    return Changes(name, frozenset({Kind.CENTRE}))


def _courses_with_class_on(ws: Workspace, day: date) -> tuple[str, ...]:
    message = _("El curso {course} tiene clase el {day}: muévala o cancélela en su calendario.")
    return tuple(
        message.format(course=code, day=f"{day:%d/%m/%Y}") for code in sessions.courses_with_class(ws.db, day)
    )
