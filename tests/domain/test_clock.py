"""The clock that the program is given."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cpepa_desktop.domain.clock import Clock, FixedClock

MOMENT = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)


def test_a_fixed_clock_stands_still_and_keeps_its_two_times_apart() -> None:
    clock: Clock = FixedClock(date(2020, 1, 1), MOMENT)
    assert (clock.today(), clock.now()) == (date(2020, 1, 1), MOMENT)
    assert (clock.today(), clock.now()) == (date(2020, 1, 1), MOMENT)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(date(2020, 1, 1), MOMENT.replace(tzinfo=None))
