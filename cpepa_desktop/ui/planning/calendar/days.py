"""What each day of a month shows: its classes course by course, why there are none, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.centre_calendar import CentreClass, Conflict
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words, listed
from cpepa_desktop.operations.centre_calendar import CentreCalendar
from cpepa_desktop.ui.centre.columns import scope_words
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.course_words import mode_words
from cpepa_desktop.ui.parts.theme import Wash

_WEEK: Final = timedelta(days=7)
_ONE_DAY: Final = timedelta(days=1)
_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a day: its words, its icon where it has one, and its ground, ``None`` for a plain class.

    ``more`` are words that stand under the first where there is room. ``course`` is what it opens, ``""``
    where it is of no course.
    """

    words: str
    icon: str = ""
    wash: Wash | None = None
    course: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day as the month shows it, and as it is read aloud."""

    day: date
    in_month: bool
    is_today: bool
    bars: tuple[Bar, ...]
    spoken: str

    @property
    def courses(self) -> tuple[str, ...]:
        """Return the courses with class, by the clock."""
        return tuple(dict.fromkeys(bar.course for bar in self.bars if bar.course))


def month_span(month: date) -> tuple[date, date]:
    """Return the first and the last day of the whole weeks that a month touches."""
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    last = following - _ONE_DAY
    return first - timedelta(days=first.weekday()), last + timedelta(days=_DAYS - 1 - last.weekday())


def month_weeks(calendar: CentreCalendar, month: date, today: date) -> tuple[tuple[DayCell, ...], ...]:
    """Return the weeks that a month touches, each with its seven days."""
    first, last = month_span(month)
    weeks = []
    while first <= last:
        days = (first + timedelta(days=n) for n in range(_DAYS))
        weeks.append(tuple(_cell(calendar, day, month, today) for day in days))
        first += _WEEK
    return tuple(weeks)


def class_words(each: CentreClass) -> str:
    """Return a class in a line: hours, block, room, who gives it and how."""
    parts = [
        f"{text.clock(each.start)}\N{EN DASH}{text.clock(each.end)}",
        each.block,
        each.room.name if each.room else _("sin aula"),
        ", ".join(trainer.name for trainer in each.trainers) or _("sin formador o formadora"),
    ]
    if each.mode is not SessionMode.IN_PERSON:
        parts.append(mode_words(each.mode))
    return " · ".join(parts)


def holiday_words(holiday: Holiday) -> str:
    """Return what a day without class is, its kind first."""
    return f"{scope_words(holiday.scope)}: {holiday.name}"


def conflicts_on(calendar: CentreCalendar, day: date) -> tuple[Conflict, ...]:
    """Return what does not fit on a day."""
    return tuple(conflict for conflict in calendar.conflicts if day in conflict.days)


def day_summary(calendar: CentreCalendar, day: date) -> str:
    """Return how many courses and hours of class a day has, and why it has none."""
    holiday = calendar.holiday(day)
    classes = calendar.by_day.get(day, ())
    found = [holiday_words(holiday)] if holiday else []
    if classes:
        count = len({each.course for each in classes})
        minutes = sum(each.minutes for each in classes)
        words = ngettext("{n} curso, {hours}", "{n} cursos, {hours}", count)
        found.append(words.format(n=count, hours=hours_words(minutes)))
    return " · ".join(found or [_("Sin clases")])


def _cell(calendar: CentreCalendar, day: date, month: date, today: date) -> DayCell:
    wrong = conflicts_on(calendar, day)
    bars = (*_closed(calendar, day), *_classes(calendar.by_day.get(day, ()), wrong))
    spoken = [text.long_day(day).capitalize(), day_summary(calendar, day)]
    if day == today:
        spoken.append(_("Hoy"))
    spoken += [f"{each.course}: {class_words(each)}" for each in calendar.by_day.get(day, ())]
    spoken += [conflict.words for conflict in wrong]
    is_in = (day.year, day.month) == (month.year, month.month)
    return DayCell(day, is_in, day == today, bars, ". ".join(spoken))


def _closed(calendar: CentreCalendar, day: date) -> Iterator[Bar]:
    holiday = calendar.holiday(day)
    if holiday:
        yield Bar(holiday_words(holiday), "holiday", Wash.WARNING)
    paused = [code for code, pause in calendar.pauses if pause.covers(day)]
    if paused:
        yield Bar(_("En pausa: {courses}").format(courses=listed(paused)), "pending", Wash.QUIET)


def _classes(classes: Sequence[CentreClass], wrong: Sequence[Conflict]) -> Iterator[Bar]:
    """Yield a line a course, by the clock, those in which something does not fit before the others."""
    in_conflict = {course for conflict in wrong for course in conflict.courses}
    courses = dict.fromkeys(each.course for each in classes)
    for course in sorted(courses, key=lambda course: course not in in_conflict):
        own = [each for each in classes if each.course == course]
        clock = _clock(own)
        if course in in_conflict:
            yield Bar(course, "warning", Wash.DANGER, course, clock)
        elif all(each.mode is SessionMode.VIRTUAL for each in own):
            yield Bar(course, "link", None, course, clock)
        else:
            yield Bar(course, "", None, course, clock)


def _clock(classes: Sequence[CentreClass]) -> str:
    """Return from when to when there is class, without the breaks between blocks."""
    spans: list[tuple[int, int]] = []
    for each in classes:
        if spans and spans[-1][1] == each.start:
            spans[-1] = (spans[-1][0], each.end)
        else:
            spans.append((each.start, each.end))
    return ", ".join(f"{text.clock(start)}\N{EN DASH}{text.clock(end)}" for start, end in spans)
