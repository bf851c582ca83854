"""The judge of attendance: totals that come in parts, and people without hours before joining."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.db.attendance import BlockTotal, ProvedTotal
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.judging import Judge, Register, entered_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.tally import BlockCalendar, Entered
from tests.operations.builders import CODE, MONDAY, enrolled


def test_the_parts_of_a_total_add_up_past_and_future_apart() -> None:
    totals = [
        BlockTotal(7, 3, is_future=False, attended=60, entered=300),
        BlockTotal(7, 3, is_future=False, attended=240, entered=300),
        BlockTotal(7, 3, is_future=True, attended=10, entered=50),
        BlockTotal(8, 3, is_future=False, attended=1, entered=2),
    ]
    proved = [
        ProvedTotal(7, 3, JustificationState.VALIDATED, 30),
        ProvedTotal(7, 3, JustificationState.PENDING, 20),
    ]
    assert entered_of(totals, proved) == {
        (7, 3): Entered(attended=310, past=600, future=50, justified=30, awaiting=20),
        (8, 3): Entered(attended=1, past=2),
    }


@pytest.mark.usefixtures("course")
def test_hours_before_joining_matter_to_who_has_any(ws: Workspace) -> None:
    punctual, late = enrolled(ws, 1), enrolled(ws, 2, joined_on=date(2024, 1, 17))
    view = read_course(ws, CODE)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    calendars = {
        block.id: BlockCalendar.of(
            block.official_minutes,
            [(days[each.stretch_id], each.minutes) for each in view.sessions if each.block_id == block.id],
        )
        for block in view.blocks
    }
    register = Register(call_of(ws, view.course), MONDAY, view.modules, calendars, {})
    judge = Judge(register, MONDAY, lambda _day: True)
    assert judge.person(punctual).tally.outside == 0
    assert judge.person(late).tally.outside == 2 * 300
