"""A week that was sent, and what of it stands still."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import FrozenMinutes, WeekLock, frozen_text

ANA = FrozenMinutes(1, "2024-02-12/1/1", 40, is_virtual=False, cause="a", missed_minutes=60)
OMAR = FrozenMinutes(2, "2024-02-12/1/1", 100, is_virtual=True, cause="", missed_minutes=0)


def test_a_lock_stands_until_the_day_it_is_taken_away() -> None:
    lock = WeekLock(1, IsoWeek(2024, 7), 1, date(2024, 2, 19), "REG-1", "a" * 64)
    assert lock.stands
    assert not replace(lock, unlocked_on=date(2024, 2, 20), unlock_reason="un error").stands


def test_what_stands_still_is_named_by_seats_and_days_alone_in_one_order() -> None:
    text = '[[1,"2024-02-12/1/1",40,0,"a",60],[2,"2024-02-12/1/1",100,1,"",0]]'
    assert frozen_text([ANA, OMAR]) == frozen_text([OMAR, ANA]) == text
    assert frozen_text([]) == "[]"


@pytest.mark.parametrize(
    "other",
    [{"seat": 3}, {"attended_minutes": 41}, {"is_virtual": True}, {"cause": "b"}, {"missed_minutes": 59}],
)
def test_whatever_changes_of_it_changes_the_text(other: dict[str, Any]) -> None:
    assert frozen_text([replace(ANA, **other), OMAR]) != frozen_text([ANA, OMAR])
