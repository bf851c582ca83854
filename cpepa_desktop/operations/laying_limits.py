"""What every calendar of a course keeps to, in words: the length of its days, its last day, its call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.call import Call, Parameter
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import Timetable
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.execution_window import window_notices
from cpepa_desktop.rules.scheduling import (
    NoClassDaysError,
    PlannedStretch,
    ShortLastDay,
    lay_out,
)


class LastDay(StrEnum):
    """What to do with a last day under the daily minimum."""

    ASK = "ask"
    SPREAD = "spread"
    KEEP = "keep"


def day_limits(call: Call, day: date) -> tuple[Parameter[int], Parameter[int]]:
    """Return the fewest and the most minutes of class of a day; no minimum of its own is the maximum's 0."""
    most = call.minutes("day_limit", day)
    if call.gives("day_minimum", day):
        return call.minutes("day_minimum", day), most
    return replace(most, value=0), most


def day_sentence(verdict: Verdict) -> str:
    """Return in words why a day of class is too long or too short."""
    numbers = verdict.numbers
    if verdict.reason == "too_long":
        message = _("Un día de {minutes} supera el máximo de {limit} ({citation}).")
        limit = numbers["most_minutes"]
    else:
        message = _("Un día de {minutes} no llega al mínimo de {limit} ({citation}).")
        limit = numbers["least_minutes"]
    return message.format(
        minutes=hours_words(int(str(numbers["minutes"]))),
        limit=hours_words(int(str(limit))),
        citation=verdict.citation,
    )


def laid_out(
    timetable: Timetable,
    start: date,
    blocks: Sequence[tuple[str, int]],
    is_class_day: Callable[[date], bool],
    extra: Mapping[date, int],
) -> tuple[PlannedStretch, ...]:
    """Return what `lay_out` does. Raises ``Refused`` where there is no day to teach on."""
    try:
        return lay_out(timetable, start, blocks, is_class_day, extra)
    except NoClassDaysError:
        message = _("Con ese horario y los festivos del centro no hay días de clase. Revise el calendario.")
        raise Refused(message) from None


def calendar_notices(
    start: date, call: Call, calendar: ClassCalendar, first: date, last: date
) -> tuple[str, ...]:
    """Return what to know of a course that was to begin on ``start`` and is laid from ``first`` to ``last``.

    A start without class, and days out of the time in which the call has its courses carried out.
    """
    notices = []
    if first != start:
        holiday = calendar.holiday(start)
        why = holiday.name if holiday else _("no hay clase ese día de la semana")
        message = _("El {start} no es día de clase ({why}): el curso empieza el {first}.")
        notices.append(message.format(start=day_words(start), why=why, first=day_words(first)))
    return (*notices, *window_notices(call, first, last))


def spread_notice(short: ShortLastDay) -> str:
    """Return in words that the minutes of a short last day are given to earlier ones."""
    message = _("El último día quedaba con {minutes}: se reparten alargando los anteriores.")
    return message.format(minutes=hours_words(short.minutes))


def check_last_day(short: ShortLastDay | None, wanted: LastDay, reason: str) -> None:
    """Raise ``Refused`` where a last day is short and nobody says to spread it, or to keep it and why."""
    if short is None or (wanted is LastDay.SPREAD and short.proposal):
        return
    if wanted is LastDay.KEEP and reason.strip():
        return
    message = _("El último día, {day}, queda con {minutes}, menos del mínimo diario.").format(
        day=day_words(short.day), minutes=hours_words(short.minutes)
    )
    if short.proposal:
        proposal = _("Puede repartirlas alargando los últimos días, y el curso acaba el {day},").format(
            day=day_words(short.proposal[-1].day)
        )
        choice = _("o dejarlo así escribiendo el motivo. No se ha escrito nada.")
        raise Refused(f"{message} {proposal} {choice}")
    only = _("Los días anteriores no admiten más horas: déjelo así escribiendo el motivo.")
    raise Refused(f"{message} {only}")
