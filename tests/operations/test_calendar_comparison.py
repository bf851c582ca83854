"""A calendar laid again is told beside the one there is, and nothing is written."""

from __future__ import annotations

from datetime import date, timedelta

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.relaying import change_start, what_if
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    rows,
)

NEXT_MONDAY = MONDAY + timedelta(days=7)


def days_of(view: CourseView, block: str) -> list[date]:
    """Return the days on which a block is taught."""
    wanted = next(each.id for each in view.blocks if each.code == block)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    return sorted({days[s.stretch_id] for s in view.sessions if s.block_id == wanted and s.counts})


def test_what_if_says_when_each_module_would_begin_and_end_and_writes_nothing(
    ws: Workspace, course: CourseView
) -> None:
    before = rows(ws)
    asked = what_if(ws, CODE, NEXT_MONDAY)
    assert rows(ws) == before
    assert (asked.was_first, asked.was_last) == (MONDAY, course.last_day)
    assert asked.first == NEXT_MONDAY
    module = asked.modules[0]
    assert (module.was_first, module.first) == (MONDAY, NEXT_MONDAY)
    change_start(ws, CODE, NEXT_MONDAY)
    view = read_course(ws, CODE)
    assert (view.course.start_on, view.last_day) == (asked.first, asked.last)
    for module in asked.modules[:-1]:
        taught = [
            day
            for block in view.blocks
            if block.id in next(m for m in view.modules if m.code == module.code).block_ids
            for day in days_of(view, block.code)
        ]
        assert (module.first, module.last) == (min(taught), max(taught))


def test_what_if_tells_each_day_that_changes_and_what_of(ws: Workspace, course: CourseView) -> None:
    changes = {change.day: change for change in what_if(ws, CODE, NEXT_MONDAY).moved_days}
    assert changes[MONDAY].now == ""
    assert changes[MONDAY].was == f"{course.blocks[0].code} 5 h"
    assert course.last_day is not None
    assert [change.was for day, change in changes.items() if day > course.last_day] == [""] * 5


def test_the_same_start_changes_no_day(ws: Workspace, course: CourseView) -> None:
    asked = what_if(ws, CODE, MONDAY)
    assert (asked.moved_days, asked.clashes, asked.notices) == ((), (), ())
    assert asked.last == course.last_day
