"""The calendar of the centre: every class of every course, the days without, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from cpepa_desktop.db import centre_calendar as table
from cpepa_desktop.db import centres
from cpepa_desktop.db import pauses as pause_table
from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.centre_calendar import CentreClass, Conflict, Holder
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.calendar_conflicts import find_conflicts
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import calls_since
from cpepa_desktop.operations.workspace import Workspace


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
    long_days = table.long_days(ws.db, first, last, longest.value) if longest else ()
    conflicts = find_conflicts(classes, holidays, pauses, long_days, longest)
    return CentreCalendar(first, last, classes, holidays, pauses, conflicts)


def read_year(ws: Workspace, year: SchoolYear) -> CentreCalendar:
    """Return the calendar of the centre in a school year."""
    return read_calendar(ws, year.first, year.last)


def _longest_day(ws: Workspace, first: date, last: date) -> Parameter[int] | None:
    """Return the shortest of the longest days that the calls allow, ``None`` where none says any."""
    calls = [call for call in calls_since(ws, first).values() if call.gives("day_limit", last)]
    return min((call.minutes("day_limit", last) for call in calls), key=lambda each: each.value, default=None)
