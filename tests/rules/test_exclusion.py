"""When unjustified absences are too many in a month."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.status import ExclusionProposal
from cpepa_desktop.rules.exclusion import exclusions


def days(month: int, *numbers: int) -> list[date]:
    return [date(2024, month, number) for number in numbers]


def test_three_days_in_a_month_are_borne() -> None:
    assert exclusions(days(2, 1, 5, 29), 3) == ()


def test_the_fourth_day_proposes_the_exclusion() -> None:
    absent = days(2, 1, 5, 20, 29)
    assert exclusions(absent, 3) == (ExclusionProposal(tuple(absent), date(2024, 2, 29)),)


def test_a_month_begins_again_with_none() -> None:
    assert exclusions([*days(2, 27, 28, 29), *days(3, 1, 4, 5)], 3) == ()


def test_two_absences_of_one_day_are_one_day() -> None:
    assert exclusions([*days(2, 1, 1, 2, 2), *days(2, 3)], 3) == ()


def test_the_fifth_day_moves_nothing() -> None:
    (found,) = exclusions(days(2, 1, 2, 5, 6, 7), 3)
    assert (found.proposed_on, len(found.days)) == (date(2024, 2, 6), 5)


@given(st.lists(st.dates(date(2024, 1, 1), date(2024, 4, 30))))
def test_the_order_in_which_they_are_entered_never_matters(absent: list[date]) -> None:
    assert exclusions(absent, 3) == exclusions(absent[::-1], 3)
