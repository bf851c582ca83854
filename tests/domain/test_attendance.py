"""What the minutes of a person add up to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Absence, Tally
from cpepa_desktop.domain.attendance_words import JustificationState

TALLIES = st.builds(Tally, *[st.integers(0, 10_000)] * 9)


def test_an_absence_of_which_nothing_is_said_is_unjustified() -> None:
    assert Absence(30) == Absence(30, None, JustificationState.UNJUSTIFIED)


def test_absent_is_what_was_missed_for_whatever_cause() -> None:
    assert Tally(100, attended=40, justified=1, awaiting=2, unjustified=4, pending=8).absent == 7


def test_what_is_pending_or_to_come_can_still_be_attended_and_what_is_outside_cannot() -> None:
    assert Tally(100, attended=40, pending=8, to_come=16, outside=32).reachable == 64


@given(TALLIES, TALLIES, TALLIES)
def test_a_module_is_the_sum_of_its_blocks_in_any_order(one: Tally, two: Tally, three: Tally) -> None:
    assert one + two + three == three + (two + one)
    assert (one + two).reachable == one.reachable + two.reachable
    assert (one + two).absent == one.absent + two.absent
    assert one + Tally(0) == one
