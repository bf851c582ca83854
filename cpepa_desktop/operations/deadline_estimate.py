"""The terms of a course that is only thought of: from its call, its first and last day, and a calendar.

Nothing of a file is needed. With one open, its holidays and its own versions of calls count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import ClassDay, ModuleSpan, ObligedPerson, Timeline
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.day_list import read_days
from cpepa_desktop.exchange.holiday_source import aragon_holidays
from cpepa_desktop.operations.calendars import list_holidays
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.deadlines import DatedObligation, dated_obligations
from cpepa_desktop.operations.execution_window import window_notices
from cpepa_desktop.operations.workspace import Workspace

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_EVERYWHERE: Final = frozenset({HolidayScope.NATIONAL, HolidayScope.REGIONAL})
_SOMEBODY: Final = 0


@dataclass(frozen=True, slots=True)
class EstimateRequest:
    """What is known of a course not planned yet.

    ``teaching_days`` is a file with its days of class; without it they are from Monday to Friday and no
    holiday. The holidays of Aragón are known; ``local_holidays`` are those of the municipality.
    """

    call: str
    start: date
    end: date
    municipality: str
    selection: date | None = None
    local_holidays: tuple[date, ...] = ()
    teaching_days: Path | None = None


@dataclass(frozen=True, slots=True)
class DeadlineEstimate:
    """The obligations of such a course, and sentences on what may be wrong in what was asked."""

    obligations: tuple[DatedObligation, ...]
    notices: tuple[str, ...]


def estimate_deadlines(ws: Workspace | None, request: EstimateRequest) -> DeadlineEstimate:
    """Return every obligation of the call, each with its day where what it hangs on is known.

    Somebody is taken to join on the first day, and class to be given at a distance in every week. A week of
    class is a subject of its own, and everything else the course. Raises ``Refused`` for an unknown call, an
    end before the start, a year without holidays known, or a file of days that cannot be used.
    """
    if request.end < request.start:
        message = _(
            "El curso no puede acabar el {end}, antes de empezar el {start}. No se ha calculado nada."
        )
        raise Refused(message.format(end=day_words(request.end), start=day_words(request.start)))
    call = choose_call(ws, request.call).call
    calendar = _Calendar(ws, request)
    timeline = _timeline(call, request, calendar)
    found = dated_obligations(timeline, calendar.is_working_day, keeps_all=True)
    dated = tuple(replace(each, subject=_subject(each)) for each in found)
    return DeadlineEstimate(dated, tuple(_notices(call, request, calendar)))


def _timeline(call: Call, request: EstimateRequest, calendar: _Calendar) -> Timeline:
    days = {
        Anchor.COURSE_START: request.start,
        Anchor.COURSE_END: request.end,
        Anchor.LAST_MODULE_END: request.end,
    }
    if request.selection:
        days[Anchor.SELECTION] = request.selection
    extra = (ModuleSpan(each.code, ModuleKind.COMPLEMENTARY) for each in call.complementary)
    return Timeline(
        course="",
        call=call,
        days=days,
        classes=tuple(ClassDay(day, is_virtual=True) for day in calendar.class_days),
        modules=(ModuleSpan("", ModuleKind.WORKPLACE), *extra),
        people=(ObligedPerson(_SOMEBODY, "", request.start, is_supported=True),),
    )


def _subject(each: DatedObligation) -> str:
    return "" if each.subject == str(_SOMEBODY) else each.subject


def _notices(call: Call, request: EstimateRequest, calendar: _Calendar) -> Iterator[str]:
    yield from window_notices(call, request.start, request.end)
    if request.selection and request.selection > request.start:
        message = _("La selección, el {selection}, es posterior al inicio, el {start}.")
        yield message.format(selection=day_words(request.selection), start=day_words(request.start))
    if not calendar.has_local_holidays:
        message = _("No se han dado festivos locales de {municipality}: cuentan como hábiles.")
        yield message.format(municipality=request.municipality)


class _Calendar:
    """The working days of a municipality, and the days of class of the course; each year looked up once."""

    def __init__(self, ws: Workspace | None, request: EstimateRequest) -> None:
        self._ws = ws
        self._request = request
        self._years: dict[int, set[date]] = {}

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is neither at the weekend nor a holiday (Ley 39/2015, art. 30.2 y 30.6)."""
        return day.weekday() < _SATURDAY and day not in self._off(day.year)

    @cached_property
    def class_days(self) -> tuple[date, ...]:
        """Return the days of class of the file given, or those from Monday to Friday that are no holiday."""
        first, last = self._request.start, self._request.end
        if self._request.teaching_days:
            return read_days(self._request.teaching_days)
        days = (first + n * _DAY for n in range((last - first).days + 1))
        return tuple(day for day in days if self.is_working_day(day))

    @property
    def has_local_holidays(self) -> bool:
        """Say whether any local holiday counts between the first day and the last."""
        years = range(self._request.start.year, self._request.end.year + 1)
        return bool(self._request.local_holidays) or any(
            each.scope is HolidayScope.LOCAL for year in years for each in self._holidays(year)
        )

    def _off(self, year: int) -> set[date]:
        if year not in self._years:
            days = {each.day for each in self._holidays(year)}
            self._years[year] = days.union(self._request.local_holidays)
        return self._years[year]

    def _holidays(self, year: int) -> Iterator[Holiday]:
        town = self._request.municipality.casefold()
        for each in list_holidays(self._ws, year) if self._ws else aragon_holidays(year):
            is_here = each.scope is HolidayScope.LOCAL and each.municipality.casefold() in {"", town}
            if each.scope in _EVERYWHERE or is_here:
                yield each
