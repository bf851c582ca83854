"""A course outside the days of its call is told of, on both sides of each limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.call import Call
from cpepa_desktop.exchange.call_file import load_call, official_text
from cpepa_desktop.operations.execution_window import window_notices

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
