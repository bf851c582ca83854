"""The exception of the 65 %: both sides of its share, and what it asks besides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.share_exception import may_be_excepted

ARTICLE = Citation("EFP/942/2022", "art. 11.3")
SHARE = Parameter("exception_share", Decimal("0.65"), "/1", ARTICLE, date(2022, 10, 6))
BASE = 380 * 60


def funded(
    attended: int, answer: Answer = Answer.NO, reason: str = "unreachable", case: str = "75"
) -> Verdict:
    """Return the verdict on the full share of 380 h."""
    numbers: dict[str, Number] = {"attended_minutes": attended, "base_minutes": BASE, "case": case}
    return Verdict("funded", answer, reason, ARTICLE, numbers)


@pytest.mark.parametrize(("attended", "may"), [(247 * 60 - 1, False), (247 * 60, True), (285 * 60 - 1, True)])
def test_sixty_five_per_cent_may_be_excepted_and_a_minute_less_may_not(attended: int, *, may: bool) -> None:
    assert may_be_excepted(funded(attended), 60, SHARE) is may


def test_without_a_validated_absence_there_is_no_exception() -> None:
    assert not may_be_excepted(funded(250 * 60), 0, SHARE)


@pytest.mark.parametrize(
    "verdict",
    [
        funded(285 * 60, Answer.YES, "reached"),
        funded(250 * 60, Answer.PENDING, "on_track"),
        funded(250 * 60, reason="late_notice"),
        funded(250 * 60, case="job"),
        Verdict("funded", Answer.NO, "additional_seat", ARTICLE),
    ],
)
def test_only_who_falls_short_of_the_full_share_may_be_excepted(verdict: Verdict) -> None:
    assert not may_be_excepted(verdict, 60, SHARE)
