"""The calendar of each block, as the rules take it."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.operations.block_calendars import calendars_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, class_on, planned, request

MIXED = date(2024, 1, 24)
"""The day on which, at four hours a day, UF0127 ends and UF0128 begins."""


def test_each_block_has_its_own_minutes_of_a_day_that_two_share(ws: Workspace) -> None:
    view = planned(ws, request(timetable="L-V 09:00-13:00"))
    found = calendars_of(view)
    assert {key: each.official for key, each in found.items()} == {
        b.id: b.official_minutes for b in view.blocks
    }
    first, second = class_on(view, MIXED)[1]
    assert dict(found[first.block_id].since(MIXED)) == {MIXED: 120}
    assert next(iter(found[second.block_id].since(MONDAY))) == (MIXED, 120)


def test_a_cancelled_class_stands_on_no_calendar(ws: Workspace) -> None:
    view = planned(ws)
    (session,) = class_on(view, MONDAY)[1]
    assert dict(calendars_of(view)[session.block_id].since(MONDAY))[MONDAY] == 300
    cancel_session(ws, CODE, session.id, "Avería", None)
    after = calendars_of(read_course(ws, CODE))[session.block_id]
    assert MONDAY not in dict(after.since(MONDAY))
    assert after.official == calendars_of(view)[session.block_id].official
