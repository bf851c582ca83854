"""The calendar of the centre: every class of every course, the days without, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from cpepa_desktop.db import centre_calendar as table
from cpepa_desktop.db import centres
from cpepa_desktop.db import pauses as pause_table
from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.words import hours_words, listed, short_day_words
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import calls_since
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.occupation import Clash, Occupation, clashes
from cpepa_desktop.rules.persons_day import persons_day

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """A classroom or a trainer by key and name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class CentreClass:
    """A class of a course: when, of what, where, by whom and how. Minutes of the day.

    ``room`` is ``None`` where none is given yet.
    """

    day: date
    start: int
    end: int
    course: str
    title: str
    block: str
    room: Holder | None
    trainers: tuple[Holder, ...]
    mode: SessionMode

    @property
    def minutes(self) -> int:
        """Return its length."""
        return self.end - self.start


class ConflictKind(StrEnum):
    """What does not fit."""

    ROOM = "room"
    TRAINER = "trainer"
    DAY = "day"
    HOLIDAY = "holiday"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that does not fit, in words, with the days it happens on, the first of which it opens.

    ``holder_id`` is the classroom or the trainer that is wanted twice, 0 where it is about neither.
    """

    kind: ConflictKind
    days: tuple[date, ...]
    courses: tuple[str, ...]
    words: str
    holder_id: int = 0


class Axis(StrEnum):
    """By what the year is told, a row each."""

    COURSE = "course"
    ROOM = "room"
    TRAINER = "trainer"


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the calendar is shown; what is empty keeps nothing out."""

    course: str = ""
    room_id: int | None = None
    trainer_id: int | None = None

    def takes(self, each: CentreClass) -> bool:
        """Say whether a class is shown."""
        is_room = self.room_id is None or (each.room is not None and each.room.id == self.room_id)
        is_trainer = self.trainer_id is None or self.trainer_id in {t.id for t in each.trainers}
        return self.course in {"", each.course} and is_room and is_trainer


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """What a course, a room or a trainer has in a month, by the day; ``conflicts`` are days of it."""

    month: date
    days: tuple[date, ...]
    minutes: int
    conflicts: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A course, a room or a trainer over the twelve months of a school year. ``title`` says more of it."""

    key: str
    name: str
    title: str
    months: tuple[MonthLoad, ...]


@dataclass(frozen=True)
class CentreCalendar:
    """The days from ``first`` to ``last``: classes by day and clock, holidays, pauses and conflicts."""

    first: date
    last: date
    classes: tuple[CentreClass, ...]
    holidays: tuple[Holiday, ...]
    pauses: tuple[tuple[str, Pause], ...]
    conflicts: tuple[Conflict, ...]

    @cached_property
    def by_day(self) -> dict[date, tuple[CentreClass, ...]]:
        """Return the classes of each day that has any."""
        found: dict[date, list[CentreClass]] = defaultdict(list)
        for each in self.classes:
            found[each.day].append(each)
        return {day: tuple(of_day) for day, of_day in found.items()}

    @cached_property
    def conflict_days(self) -> frozenset[date]:
        """Return the days on which something does not fit."""
        return frozenset(day for conflict in self.conflicts for day in conflict.days)

    def holiday(self, day: date) -> Holiday | None:
        """Return what keeps the centre closed on ``day``, ``None`` where nothing does."""
        return next((holiday for holiday in self.holidays if holiday.day == day), None)

    def shown(self, wanted: Filter) -> CentreCalendar:
        """Return what a filter lets through; of conflicts, those of the courses that are left."""
        classes = tuple(each for each in self.classes if wanted.takes(each))
        days = {(each.course, each.day) for each in classes}
        conflicts = tuple(
            conflict
            for conflict in self.conflicts
            if any((course, day) in days for course in conflict.courses for day in conflict.days)
        )
        pauses = tuple(each for each in self.pauses if wanted.course in {"", each[0]})
        return replace(self, classes=classes, conflicts=conflicts, pauses=pauses)


def read_calendar(ws: Workspace, first: date, last: date) -> CentreCalendar:
    """Return the calendar of the centre from ``first`` to ``last``, both included.

    The number of questions does not grow with the courses.
    """
    rooms = {room.id: Holder(room.id, room.name) for room in centres.rooms(ws.db)}
    trainers = {trainer.id: Holder(trainer.id, trainer.full_name) for trainer in centres.trainers(ws.db)}
    classes = tuple(
        CentreClass(
            each.day,
            each.start,
            each.end,
            each.course,
            each.title,
            each.block,
            None if each.room_id is None else rooms[each.room_id],
            tuple(trainers[trainer_id] for trainer_id in each.trainer_ids),
            each.mode,
        )
        for each in table.classes(ws.db, first, last)
    )
    calendar = ClassCalendar(ws)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    holidays = tuple(filter(None, map(calendar.holiday, days)))
    pauses = tuple(
        (code, pause) for code, found in pause_table.between(ws.db, first, last).items() for pause in found
    )
    longest = _longest_day(ws, first, last)
    conflicts = _conflicts(classes, holidays, pauses, longest)
    return CentreCalendar(first, last, classes, holidays, pauses, conflicts)


def read_year(ws: Workspace, year: SchoolYear) -> CentreCalendar:
    """Return the calendar of the centre in a school year."""
    return read_calendar(ws, year.first, year.last)


def year_rows(calendar: CentreCalendar, axis: Axis) -> tuple[YearRow, ...]:
    """Return who or what has class in the twelve months from the first of a calendar, by name."""
    months = [_month_after(calendar.first, n) for n in range(_MONTHS)]
    found: dict[tuple[str, str, str], list[CentreClass]] = defaultdict(list)
    for each in calendar.classes:
        for key in _keys(each, axis):
            found[key].append(each)
    return tuple(
        _year_row(who, months, classes, _wrong_days(calendar, axis, who[0]))
        for who, classes in sorted(found.items(), key=lambda item: item[0][1].casefold())
    )


def _year_row(
    who: tuple[str, str, str], months: Sequence[date], classes: Sequence[CentreClass], wrong: frozenset[date]
) -> YearRow:
    return YearRow(*who, tuple(_load(month, classes, wrong) for month in months))


_KINDS_OF: Final = {
    Axis.ROOM: frozenset({ConflictKind.ROOM}),
    Axis.TRAINER: frozenset({ConflictKind.TRAINER, ConflictKind.DAY}),
}


def _keys(each: CentreClass, axis: Axis) -> Iterator[tuple[str, str, str]]:
    if axis is Axis.COURSE:
        yield each.course, each.course, each.title
    elif axis is Axis.TRAINER:
        for trainer in each.trainers:
            yield str(trainer.id), trainer.name, ""
    elif each.room is not None:
        yield str(each.room.id), each.room.name, ""


def _wrong_days(calendar: CentreCalendar, axis: Axis, key: str) -> frozenset[date]:
    """Return the days on which something about a course, a room or a trainer does not fit."""

    def is_about(conflict: Conflict) -> bool:
        if axis is Axis.COURSE:
            return key in conflict.courses
        return conflict.kind in _KINDS_OF[axis] and str(conflict.holder_id) == key

    return frozenset(day for conflict in calendar.conflicts if is_about(conflict) for day in conflict.days)


def _load(month: date, classes: Sequence[CentreClass], wrong: frozenset[date]) -> MonthLoad:
    own = [each for each in classes if (each.day.year, each.day.month) == (month.year, month.month)]
    days = tuple(sorted({each.day for each in own}))
    minutes = sum(each.minutes for each in own)
    return MonthLoad(month, days, minutes, tuple(day for day in days if day in wrong))


def _month_after(first: date, months: int) -> date:
    at = first.month - 1 + months
    return date(first.year + at // _MONTHS, at % _MONTHS + 1, 1)


def _longest_day(ws: Workspace, first: date, last: date) -> Parameter[int] | None:
    """Return the shortest of the longest days that the calls allow, ``None`` where none says any."""
    calls = [call for call in calls_since(ws, first).values() if call.gives("day_limit", last)]
    return min((call.minutes("day_limit", last) for call in calls), key=lambda each: each.value, default=None)


def _conflicts(
    classes: Sequence[CentreClass],
    holidays: Sequence[Holiday],
    pauses: Sequence[tuple[str, Pause]],
    longest: Parameter[int] | None,
) -> tuple[Conflict, ...]:
    rooms = ((each, each.room) for each in classes if each.room)
    trainers = ((each, trainer) for each in classes for trainer in each.trainers)
    room = _("El aula «{holder}» está dos veces, {clock}: {one} y {other}, {days}.")
    trainer = _("{holder} imparte dos clases a la vez, {clock}: {one} y {other}, {days}.")
    found = [
        *_twice(ConflictKind.ROOM, rooms, room),
        *_twice(ConflictKind.TRAINER, trainers, trainer),
        *(_long_days(classes, longest) if longest else ()),
        *_on_holidays(classes, {holiday.day: holiday for holiday in holidays}),
        *_in_pauses(classes, pauses),
    ]
    return tuple(sorted(found, key=lambda conflict: (conflict.days, conflict.kind, conflict.courses)))


def _twice(
    kind: ConflictKind, uses: Iterable[tuple[CentreClass, Holder]], message: str
) -> Iterator[Conflict]:
    """Yield, for each holder and pair of courses, that they have it at once, and on which days."""
    holders: dict[str, Holder] = {}
    taken: list[Occupation] = []
    for each, holder in uses:
        holders[str(holder.id)] = holder
        taken.append(Occupation(each.day, each.start, each.end, str(holder.id), each.course))
    found: dict[tuple[str, tuple[str, ...]], list[Clash]] = defaultdict(list)
    for clash in clashes(taken, ()):
        courses = tuple(sorted({clash.one.course, clash.other.course}))
        found[clash.one.holder, courses].append(clash)
    for (key, courses), several in found.items():
        days = tuple(sorted({clash.one.day for clash in several}))
        words = _clash_words(message, holders[key], several[0], _days_words(days))
        yield Conflict(kind, days, courses, words, holders[key].id)


def _clash_words(message: str, holder: Holder, clash: Clash, days: str) -> str:
    one, other = clash.one, clash.other
    span = (max(one.start, other.start), min(one.end, other.end))
    clock = _("de {start} a {end}").format(start=clock_text(span[0]), end=clock_text(span[1]))
    return message.format(holder=holder.name, clock=clock, one=one.course, other=other.course, days=days)


def _long_days(classes: Sequence[CentreClass], longest: Parameter[int]) -> Iterator[Conflict]:
    """Yield the trainers that teach longer than a day may be, with the courses and the days."""
    by_day: dict[tuple[Holder, date], list[CentreClass]] = defaultdict(list)
    for each in classes:
        for trainer in each.trainers:
            by_day[trainer, each.day].append(each)
    found: dict[tuple[Holder, int, tuple[str, ...]], list[date]] = defaultdict(list)
    for (trainer, day), of_day in by_day.items():
        minutes = sum(each.minutes for each in of_day)
        if persons_day(minutes, 0, longest).answer is Answer.NO:
            found[trainer, minutes, tuple(sorted({each.course for each in of_day}))].append(day)
    message = _("{trainer} imparte {hours} en un día, más del máximo de {most}, {days}: {courses}.")
    for (trainer, minutes, courses), days in found.items():
        words = message.format(
            trainer=trainer.name,
            hours=hours_words(minutes),
            most=hours_words(longest.value),
            days=_days_words(days),
            courses=listed(courses),
        )
        yield Conflict(ConflictKind.DAY, tuple(days), courses, words, trainer.id)


def _on_holidays(classes: Sequence[CentreClass], holidays: dict[date, Holiday]) -> Iterator[Conflict]:
    for day, courses in _courses_by_day(each for each in classes if each.day in holidays).items():
        message = _("Hay clase en un día sin clase, {day} ({holiday}): {courses}.")
        words = message.format(day=short_day_words(day), holiday=holidays[day].name, courses=listed(courses))
        yield Conflict(ConflictKind.HOLIDAY, (day,), courses, words)


def _in_pauses(classes: Sequence[CentreClass], pauses: Sequence[tuple[str, Pause]]) -> Iterator[Conflict]:
    for code, pause in pauses:
        days = tuple(sorted({each.day for each in classes if each.course == code and pause.covers(each.day)}))
        if days:
            message = _("El curso {course} está en pausa y tiene clase, {days}.")
            words = message.format(course=code, days=_days_words(days))
            yield Conflict(ConflictKind.PAUSE, days, (code,), words)


def _courses_by_day(classes: Iterable[CentreClass]) -> dict[date, tuple[str, ...]]:
    found: dict[date, set[str]] = defaultdict(set)
    for each in classes:
        found[each.day].add(each.course)
    return {day: tuple(sorted(courses)) for day, courses in found.items()}


def _days_words(days: Sequence[date]) -> str:
    """Return the first day and how many more there are."""
    first = _("el {day}").format(day=short_day_words(days[0]))
    if len(days) == 1:
        return first
    message = ngettext("{first} y {n} día más", "{first} y {n} días más", len(days) - 1)
    return message.format(first=first, n=len(days) - 1)
