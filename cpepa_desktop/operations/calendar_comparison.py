"""A calendar laid again beside the one a course has: what moves, clashes, or falls due on another day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.words import hours_words, listed
from cpepa_desktop.operations.clashes import course_clashes
from cpepa_desktop.operations.laying import (
    Relaid,
)
from cpepa_desktop.operations.redating import moved_if
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.scheduling import ShortLastDay


@dataclass(frozen=True, slots=True)
class ModuleDays:
    """From when to when a module would be taught, and is now. ``None`` where it has no class."""

    code: str
    title: str
    first: date | None
    last: date | None
    was_first: date | None
    was_last: date | None


@dataclass(frozen=True, slots=True)
class DayChange:
    """What class a day has now and would have, «MF1016_2 5 h», ``""`` for none."""

    day: date
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What another calendar of a course would be, beside the one it has; nothing is written.

    ``clashes`` are the sentences for which it would be refused; ``notices`` prevent nothing, and
    ``obligations`` tell of what would fall due on another day.
    """

    first: date
    last: date
    was_first: date
    was_last: date | None
    modules: tuple[ModuleDays, ...]
    moved_days: tuple[DayChange, ...]
    clashes: tuple[str, ...]
    notices: tuple[str, ...]
    obligations: tuple[str, ...]
    short_last_day: ShortLastDay | None


def compare(ws: Workspace, relaid: Relaid, notices: tuple[str, ...]) -> WhatIf:
    """Return a calendar laid again beside the one there is."""
    before, after = relaid.before, relaid.after
    days = [stretch.day for stretch in after.stretches]
    return WhatIf(
        first=min(days),
        last=max(days),
        was_first=before.course.start_on,
        was_last=before.last_day,
        modules=tuple(_module_days(before, after)),
        moved_days=tuple(_day_changes(before, after)),
        clashes=tuple(map(str, clashes_of(ws, relaid))),
        notices=notices,
        obligations=moved_if(ws, after),
        short_last_day=relaid.short_last_day,
    )


def clashes_of(ws: Workspace, relaid: Relaid) -> tuple[Problem, ...]:
    """Return in words what the days laid again would take that another course has."""
    return course_clashes(ws, relaid.after, {stretch.day for stretch in relaid.new_stretches})


def _module_days(before: CourseView, after: CourseView) -> Iterator[ModuleDays]:
    was, now = _block_days(before), _block_days(after)
    for module in before.modules:
        if module.kind is ModuleKind.WORKPLACE:
            days = (module.from_day, module.to_day)
            yield ModuleDays(module.code, module.title, *days, *days)
        else:
            yield ModuleDays(
                module.code, module.title, *_span(now, module.block_ids), *_span(was, module.block_ids)
            )


def _block_days(view: CourseView) -> Mapping[int, list[date]]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    found: dict[int, list[date]] = defaultdict(list)
    for session in view.sessions:
        if session.counts:
            found[session.block_id].append(days[session.stretch_id])
    return found


def _span(days: Mapping[int, list[date]], block_ids: tuple[int, ...]) -> tuple[date | None, date | None]:
    found = [day for block_id in block_ids for day in days.get(block_id, ())]
    return (min(found), max(found)) if found else (None, None)


def _day_changes(before: CourseView, after: CourseView) -> Iterator[DayChange]:
    was, now = _day_words(before), _day_words(after)
    for day in sorted(was.keys() | now.keys()):
        change = DayChange(day, was.get(day, ""), now.get(day, ""))
        if change.was != change.now:
            yield change


def _day_words(view: CourseView) -> Mapping[date, str]:
    """Return what each day of class has, block by block."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    codes = {block.id: block.code for block in view.blocks}
    minutes: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for session in view.sessions:
        if session.counts:
            minutes[days[session.stretch_id]][codes[session.block_id]] += session.minutes
    return {
        day: listed([f"{code} {hours_words(length)}" for code, length in of_day.items()])
        for day, of_day in minutes.items()
    }
