"""Days, hours and lists as sentences say them."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.words import (
    day_words,
    hours_words,
    listed,
    metres_words,
    month_words,
    short_day_words,
)


def test_a_day_is_said_with_its_weekday() -> None:
    assert day_words(date(2024, 1, 15)) == "lun 15 ene 2024"
    assert day_words(date(2024, 12, 7)) == "sáb 7 dic 2024"
    assert short_day_words(date(2024, 8, 21)) == "mié 21 ago"
    assert [month_words(date(2024, month, 1)) for month in (1, 8, 12)] == ["ene", "ago", "dic"]


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 h"), (17100, "285 h"), (270, "4:30 h"), (5, "0:05 h"), (-90, "-1:30 h")]
)
def test_minutes_are_said_as_hours(minutes: int, words: str) -> None:
    assert hours_words(minutes) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a y b"), (["a", "b", "c"], "a, b y c")]
)
def test_a_list_ends_with_its_conjunction(items: list[str], words: str) -> None:
    assert listed(items) == words


def test_a_choice_is_listed_with_its_own_conjunction() -> None:
    assert listed(["A1", "A2"], "o") == "A1 o A2"


@pytest.mark.parametrize(("hundredths", "words"), [(4500, "45 m²"), (4250, "42,5 m²"), (10, "0,1 m²")])
def test_square_metres_are_said_without_zeros_that_say_nothing(hundredths: int, words: str) -> None:
    assert metres_words(hundredths) == words
