"""Whether a class fits in its room."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.capacity import RoomNeed, room_capacity
from tests.rules.reader import Case, cases, said

MOST = Parameter("group_limit", 25, "people", Citation("RD 694/2017", "art. 4.4"), date(2017, 7, 6))


@pytest.mark.parametrize("case", cases("room_capacity"))
def test_whether_a_group_fits(case: Case) -> None:
    needs = [RoomNeed(people, area) for people, area in case.input["needs"]]
    verdict = room_capacity(case.input["people"], case.input.get("area"), needs, MOST)
    assert said(verdict, case.output) == case.output


def test_the_order_of_the_rows_does_not_matter() -> None:
    needs = [RoomNeed(25, 6000), RoomNeed(15, 4500)]
    assert room_capacity(14, 4500, needs, MOST) == room_capacity(14, 4500, needs[::-1], MOST)
