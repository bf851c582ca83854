"""A school year of the centre told by courses, by rooms or by trainers, month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpepa_desktop.domain.centre_calendar import CentreClass, Conflict, ConflictKind
from cpepa_desktop.operations.centre_calendar import CentreCalendar

_MONTHS: Final = 12


class Axis(StrEnum):
    """By what the year is told, a row each."""

    COURSE = "course"
    ROOM = "room"
    TRAINER = "trainer"


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
