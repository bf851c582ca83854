"""Nobody teaches, and no room is used, twice at the same time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.rules.occupation import Clash, Occupation, clashes
from tests.rules.reader import Case, cases

MONDAY, TUESDAY = date(2024, 1, 15), date(2024, 1, 16)


def taken(
    start: int, end: int, *, day: date = MONDAY, holder: str = "Aula 1", course: str = "B"
) -> Occupation:
    return Occupation(day, start, end, holder, course)


@pytest.mark.parametrize("case", cases("clashes"))
def test_when_two_courses_clash(case: Case) -> None:
    wanted = taken(*case.input["wanted"], course="A")
    assert len(clashes([wanted], [taken(*case.input["taken"])])) == case.output["clashes"]


def test_another_room_and_another_day_do_not_clash() -> None:
    others = [taken(540, 840, holder="Aula 2"), taken(540, 840, day=TUESDAY)]
    assert clashes([taken(540, 840, course="A")], others) == ()


def test_what_is_wanted_can_clash_with_itself() -> None:
    one, other = taken(540, 700, course="A"), taken(600, 840, course="A")
    assert clashes([other, one], []) == (Clash(one, other),)


def test_what_already_clashed_before_is_not_told_again() -> None:
    assert clashes([], [taken(540, 700), taken(600, 840, course="C")]) == ()
    assert clashes([taken(900, 960, course="A")], [taken(540, 700), taken(600, 840, course="C")]) == ()


def test_a_long_occupation_clashes_with_all_it_covers() -> None:
    short = [taken(540, 600), taken(600, 660, course="C"), taken(660, 720, course="D")]
    found = clashes([taken(540, 720, course="A")], short)
    assert {course for clash in found for course in (clash.one.course, clash.other.course)} == {*"ABCD"}
    assert len(found) == 3


def test_clashes_come_in_order_of_day_and_clock() -> None:
    wanted = [taken(540, 600, day=TUESDAY, course="A"), taken(540, 600, course="A")]
    found = clashes(wanted, [taken(550, 560), taken(550, 560, day=TUESDAY)])
    assert [clash.one.day for clash in found] == [MONDAY, TUESDAY]


OCCUPATIONS = st.lists(
    st.builds(
        taken,
        st.integers(540, 600),
        st.integers(601, 660),
        day=st.sampled_from([MONDAY, TUESDAY]),
        holder=st.sampled_from(["Aula 1", "Aula 2"]),
        course=st.sampled_from("BC"),
    ),
    max_size=6,
)


@given(OCCUPATIONS, OCCUPATIONS)
def test_every_pair_that_overlaps_is_found_and_no_other(
    wanted: list[Occupation], others: list[Occupation]
) -> None:
    pairs = [(one, other) for n, one in enumerate(wanted) for other in [*wanted[n + 1 :], *others]]
    overlapping = sum(
        one.day == other.day
        and one.holder == other.holder
        and one.start < other.end
        and other.start < one.end
        for one, other in pairs
    )
    assert len(clashes(wanted, others)) == overlapping
