"""The notice of a leaver and how many of them an action bears."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation
from cpepa_desktop.rules.leaving import leavers_borne, notice_in_time
from cpepa_desktop.rules.tally import BlockCalendar

DUE = date(2024, 2, 22)
PLACE = Citation("EPE/873/2023", "cuadro resumen")
FROM = Parameter("dropout_from_share", Decimal("0.25"), "/1", PLACE, date(2023, 7, 5))
TOLERANCE = Parameter("dropout_tolerance", Decimal("0.20"), "/1", PLACE, date(2023, 7, 5))
MONDAY = date(2024, 1, 15)
ACTION = BlockCalendar.of(2000, [(MONDAY + timedelta(days=n), 100) for n in range(20)])
FOURTH, FIFTH = MONDAY + timedelta(days=3), MONDAY + timedelta(days=4)


@pytest.mark.parametrize(
    ("told", "today", "answer", "reason"),
    [
        (DUE, DUE, Answer.YES, "in_time"),
        (DUE + timedelta(days=1), DUE + timedelta(days=9), Answer.NO, "told_late"),
        (None, DUE, Answer.PENDING, "not_told_yet"),
        (None, DUE + timedelta(days=1), Answer.PENDING, "overdue"),
    ],
)
def test_a_notice_counts_up_to_its_last_day(
    told: date | None, today: date, answer: Answer, reason: str
) -> None:
    verdict = notice_in_time(DUE, told, today, PLACE, is_excepted=False)
    assert (verdict.answer, verdict.reason, verdict.citation) == (answer, reason, PLACE)


def test_an_unforeseen_cause_that_is_recorded_saves_a_late_notice() -> None:
    late = DUE + timedelta(days=1)
    verdict = notice_in_time(DUE, late, late, PLACE, is_excepted=True)
    assert (verdict.answer, verdict.reason) == (Answer.YES, "excepted")
    assert verdict.numbers == {"due": DUE, "communicated_on": late}


@pytest.mark.parametrize(
    ("starters", "leavers", "answer"),
    [(15, 3, Answer.YES), (15, 4, Answer.NO), (14, 2, Answer.YES), (14, 3, Answer.NO), (4, 1, Answer.NO)],
)
def test_an_action_bears_a_fifth_of_those_who_started_rounded_down(
    starters: int, leavers: int, answer: Answer
) -> None:
    verdict = leavers_borne(ACTION, [FIFTH] * leavers, starters, FROM, TOLERANCE)
    assert (verdict.answer, verdict.numbers["leavers"]) == (answer, leavers)


def test_who_leaves_before_a_quarter_of_the_hours_is_not_counted() -> None:
    """Of 2,000 minutes, 400 are taught by the fourth day and 500, the quarter exactly, by the fifth."""
    assert leavers_borne(ACTION, [FOURTH], 15, FROM, TOLERANCE).numbers["leavers"] == 0
    assert leavers_borne(ACTION, [FIFTH], 15, FROM, TOLERANCE).numbers["leavers"] == 1
