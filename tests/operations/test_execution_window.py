"""A course outside the days of its call is told of, on both sides of each limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.exchange.call_file import load_call, official_text
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.execution_window import window_notices
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.pauses import pause_course
from cpepa_desktop.operations.relaying import change_start
from cpepa_desktop.operations.sessions import cancel_session, move_session, replace_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, class_on, request

FIRST, LAST = date(2024, 1, 8), date(2024, 10, 31)
DAY = timedelta(days=1)


@pytest.fixture
def call() -> Call:
    text = official_text("EPE-873-2023")
    assert text is not None
    found = load_call(text, "EPE-873-2023.toml")
    return replace(found, execution=replace(found.execution, first_day=FIRST))


def test_within_the_days_of_the_call_nothing_is_told(call: Call) -> None:
    assert list(window_notices(call, FIRST, LAST)) == []


def test_a_day_before_or_after_is_told_with_its_article(call: Call) -> None:
    before, after = window_notices(call, FIRST - DAY, LAST + DAY)
    assert "se abre el lun 8 ene 2024" in before
    assert "acaba el vie 1 nov 2024" in after
    assert "ap. 18.2" in after


def test_a_call_without_limits_tells_nothing(call: Call) -> None:
    free = replace(call, execution=replace(call.execution, first_day=None, last_day=None))
    assert list(window_notices(free, date(2020, 1, 1), date(2030, 1, 1))) == []


@pytest.mark.parametrize(("first", "is_told"), [(LAST, False), (LAST + DAY, True)])
def test_a_start_after_the_last_day_is_said_not_to_fit_in_the_call(
    call: Call, first: date, *, is_told: bool
) -> None:
    (told,) = window_notices(call, first, LAST + 30 * DAY)
    assert ("no cabe en la convocatoria" in told) is is_told


# Every way to a day after the last one is told and goes on --------------------------------------------------

LAST_START = date(2024, 7, 17)
"""A course of 76 days that begins on it ends on the last day of the call."""

MONDAY_AFTER = date(2024, 11, 4)


def beyond(changes: Changes) -> bool:
    return any("después del plazo de ejecución, jue 31 oct 2024" in notice for notice in changes.notices)


@pytest.fixture
def full(ws: Workspace) -> Workspace:
    """Give a course that takes every day up to the last one of its call."""
    assert not beyond(add_course(ws, request(start=LAST_START)))
    assert read_course(ws, CODE).last_day == LAST
    return ws


def last_class(ws: Workspace) -> int:
    _stretch, sessions = class_on(read_course(ws, CODE), LAST)
    return sessions[-1].id


def test_a_course_is_planned_beyond_the_last_day(ws: Workspace) -> None:
    assert beyond(add_course(ws, request(start=LAST_START + DAY)))
    assert read_course(ws, CODE).last_day == MONDAY_AFTER


def test_a_start_is_changed_so_that_it_ends_beyond(full: Workspace) -> None:
    assert not beyond(change_start(full, CODE, LAST_START - DAY))
    assert beyond(change_start(full, CODE, LAST_START + DAY))


def test_a_class_is_moved_beyond(full: Workspace) -> None:
    assert not beyond(move_session(full, CODE, last_class(full), date(2024, 10, 26), 9 * 60, "Obras"))
    _stretch, sessions = class_on(read_course(full, CODE), date(2024, 10, 26))
    assert not beyond(move_session(full, CODE, sessions[-1].id, LAST, 9 * 60, "Obras"))
    assert beyond(move_session(full, CODE, last_class(full), MONDAY_AFTER, 9 * 60, "Obras"))
    assert read_course(full, CODE).last_day == MONDAY_AFTER


def test_what_replaces_a_class_is_put_beyond(full: Workspace) -> None:
    cancelled = last_class(full)
    assert beyond(cancel_session(full, CODE, cancelled, "Huelga", (MONDAY_AFTER, 9 * 60)))
    undo(full)
    assert not beyond(cancel_session(full, CODE, cancelled, "Huelga", None))
    assert beyond(replace_session(full, CODE, cancelled, MONDAY_AFTER, 9 * 60))


def test_a_pause_takes_what_follows_beyond(full: Workspace) -> None:
    assert beyond(pause_course(full, CODE, date(2024, 10, 28), MONDAY_AFTER, "Obras"))
    last = read_course(full, CODE).last_day
    assert last is not None
    assert last > LAST
