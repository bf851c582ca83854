"""Days between Python and the engine."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.db.values import day_text, to_day


@given(st.none() | st.dates())
def test_a_day_comes_back_as_it_went(day: date | None) -> None:
    assert to_day(day_text(day)) == day


def test_days_are_kept_as_iso_text() -> None:
    assert day_text(date(2024, 1, 5)) == "2024-01-05"
    assert day_text(None) is None
