"""How long the day of a person may be over all their courses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation
from cpepa_desktop.rules.persons_day import persons_day
from tests.rules.reader import Case, cases, said

MOST = Parameter("day_limit", 480, "min", Citation("RD 694/2017", "art. 3.6"), date(2017, 7, 6))
LENGTHS = st.integers(0, 1440)


@pytest.mark.parametrize("case", cases("persons_day"))
def test_how_long_a_day_may_be(case: Case) -> None:
    verdict = persons_day(case.input["minutes"], case.input["practice"], MOST)
    assert said(verdict, case.output) == case.output
    assert verdict.citation == MOST.citation


@given(minutes=LENGTHS, practice=LENGTHS, more=LENGTHS)
def test_a_day_that_is_too_long_is_so_with_more(minutes: int, practice: int, more: int) -> None:
    if persons_day(minutes, practice, MOST).answer is Answer.NO:
        assert persons_day(minutes + more, practice, MOST).answer is Answer.NO
        assert persons_day(minutes, practice + more, MOST).answer is Answer.NO
