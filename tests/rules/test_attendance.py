"""The three questions of attendance: a module's test, the diploma, the participant who is paid for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.domain.leaving import LeaveCause, Leaving
from cpepa_desktop.rules.attendance import (
    FundingTerms,
    additional_seat,
    diploma_attendance,
    funded,
    latest_contract_start,
    module_test,
    required_minutes,
)
from tests.rules.reader import Case, cases, said

SINCE = date(2023, 7, 5)
ORDER = "EPE/873/2023"
SHARE = Parameter("module_test_share", Decimal("0.75"), "/1", Citation("ESS/1897/2013", "art. 18.2"), SINCE)
TERMS = FundingTerms(
    share=Parameter("attendance_share", Decimal("0.75"), "/1", Citation(ORDER, "ap. 19.1"), SINCE),
    job_share=Parameter("job_share", Decimal("0.25"), "/1", Citation(ORDER, "ap. 18.7"), SINCE),
    health_share=Parameter("health_share", Decimal("0.25"), "/1", Citation(ORDER, "ap. 19.1"), SINCE),
    contract_days=Parameter("job_contract_days", 5, "days", Citation(ORDER, "Guía 10.2.6"), SINCE),
    is_counted=lambda _day: True,
)


def tally_of(parts: Mapping[str, int]) -> Tally:
    """Return a tally, its parts checked to add up to the base."""
    tally = Tally(**parts)
    assert tally.attended + tally.absent + tally.pending + tally.to_come + tally.outside == tally.base
    return tally


def leaving_of(facts: Mapping[str, Any] | None) -> Leaving | None:
    if facts is None:
        return None
    unsaid = {"contract_start": None, "was_unemployed": None}
    return Leaving(**{**unsaid, **facts, "cause": LeaveCause(facts["cause"])})


# Cases ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("module_test"))
def test_the_right_to_the_final_test_of_a_module(case: Case) -> None:
    verdict = module_test(tally_of(case.input["tally"]), SHARE)
    assert said(verdict, case.output) == case.output
    assert verdict.rule == "module_test"
    assert verdict.citation == SHARE.citation


@pytest.mark.parametrize("case", cases("diploma_attendance"))
def test_the_attendance_that_allows_the_diploma(case: Case) -> None:
    verdict = diploma_attendance({code: tally_of(parts) for code, parts in case.input.items()}, SHARE)
    assert said(verdict, case.output) == case.output
    assert verdict.rule == "diploma_attendance"


@pytest.mark.parametrize("case", cases("funded"))
def test_the_participant_who_is_paid_for(case: Case) -> None:
    verdict = funded(tally_of(case.input["tally"]), TERMS, leaving_of(case.input.get("leaving")))
    assert said(verdict, case.output) == case.output
    assert verdict.rule == "funded"


# What the cases do not say ----------------------------------------------------------------------------------


def test_a_diploma_without_modules_is_a_bug_and_no_answer() -> None:
    with pytest.raises(ValueError, match="at least one module"):
        diploma_attendance({}, SHARE)


def test_nobody_in_an_additional_seat_is_paid_for() -> None:
    seats = Citation(ORDER, "ap. 18.9")
    assert additional_seat(seats) == Verdict("funded", Answer.NO, "additional_seat", seats)


@pytest.mark.parametrize(
    ("cause", "place"), [("job", "ap. 18.7"), ("illness", "ap. 19.1"), ("accident", "ap. 19.1")]
)
def test_each_way_out_cites_the_share_it_was_judged_by(cause: str, place: str) -> None:
    leaving = Leaving(date(2024, 2, 16), LeaveCause(cause), date(2024, 2, 19), was_unemployed=True)
    verdict = funded(Tally(380, attended=95, outside=285), TERMS, leaving)
    assert (verdict.answer, verdict.citation.place) == (Answer.YES, place)


def test_a_contract_that_is_late_cites_the_place_of_the_days() -> None:
    leaving = Leaving(date(2024, 2, 16), LeaveCause.JOB, date(2024, 2, 22), was_unemployed=True)
    assert funded(Tally(380, attended=95, outside=285), TERMS, leaving).citation.place == "Guía 10.2.6"


def test_the_days_to_the_contract_can_be_the_working_ones_alone() -> None:
    """From Friday 16 February: five calendar days to the 21st, five working days to the 23rd."""
    friday = date(2024, 2, 16)
    working = replace(TERMS, is_counted=lambda day: day.weekday() < 5)
    assert latest_contract_start(friday, TERMS) == date(2024, 2, 21)
    assert latest_contract_start(friday, working) == date(2024, 2, 23)
    assert latest_contract_start(friday + timedelta(days=1), working) == date(2024, 2, 23)


def test_a_verdict_carries_the_numbers_that_were_compared() -> None:
    verdict = module_test(Tally(5400, attended=4050, unjustified=1350), SHARE)
    assert verdict.numbers == {
        "attended_minutes": 4050,
        "required_minutes": 4050,
        "base_minutes": 5400,
        "reachable_minutes": 4050,
        "share": Decimal("0.75"),
    }


@pytest.mark.parametrize(("base", "required"), [(5400, 4050), (5401, 4051), (5402, 4052), (0, 0), (1, 1)])
def test_the_minutes_required_are_the_first_whole_ones_that_reach_the_share(base: int, required: int) -> None:
    assert required_minutes(base, Decimal("0.75")) == required


# What holds of any attendance -------------------------------------------------------------------------------

PARTS = ("attended", "justified", "awaiting", "unjustified", "pending", "to_come", "outside")
GRAVITY = {Answer.NO: 0, Answer.PENDING: 1, Answer.YES: 2}
Question = Callable[[Tally, Leaving | None], Verdict]

QUESTIONS: dict[str, Question] = {
    "module_test": lambda tally, _leaving: module_test(tally, SHARE),
    "diploma_attendance": lambda tally, _leaving: diploma_attendance({"A": tally, "B": Tally(9, 9)}, SHARE),
    "funded": lambda tally, leaving: funded(tally, TERMS, leaving),
}
questions = pytest.mark.parametrize("judge", QUESTIONS.values(), ids=QUESTIONS)


@st.composite
def tallies(draw: st.DrawFn, *, least_gap: int = 0, most_gap: int = 0) -> Tally:
    parts = {name: draw(st.integers(0, 400)) for name in PARTS}
    return Tally(sum(parts.values()), **parts, gap=draw(st.integers(least_gap, most_gap)))


LEAVINGS = st.none() | st.builds(
    Leaving,
    st.just(date(2024, 2, 16)),
    st.sampled_from(LeaveCause),
    st.none() | st.dates(date(2024, 2, 1), date(2024, 3, 1)),
    st.sampled_from([None, True, False]),
)


@questions
@given(tally=tallies(), leaving=LEAVINGS, part=st.sampled_from(PARTS[1:]), data=st.data())
def test_more_minutes_attended_never_make_an_answer_worse(
    judge: Question, tally: Tally, leaving: Leaving | None, part: str, data: st.DataObject
) -> None:
    """Minutes go from anywhere else to attended; above all, a yes stays a yes."""
    more = data.draw(st.integers(0, getattr(tally, part)))
    better = replace(tally, attended=tally.attended + more, **{part: getattr(tally, part) - more})
    assert GRAVITY[judge(better, leaving).answer] >= GRAVITY[judge(tally, leaving).answer]


@questions
@given(tally=tallies(), leaving=LEAVINGS, data=st.data())
def test_what_is_still_open_never_turns_a_firm_answer(
    judge: Question, tally: Tally, leaving: Leaving | None, data: st.DataObject
) -> None:
    """A yes or a no given today is what every possible future gives."""
    answer = judge(tally, leaving).answer
    came = data.draw(st.integers(0, tally.pending + tally.to_come))
    missed = tally.pending + tally.to_come - came
    final = replace(
        tally,
        attended=tally.attended + came,
        unjustified=tally.unjustified + missed,
        pending=0,
        to_come=0,
    )
    if answer is not Answer.PENDING:
        assert judge(final, leaving).answer is answer


@questions
@given(tally=tallies(least_gap=1, most_gap=100), leaving=LEAVINGS)
def test_a_calendar_that_is_not_the_official_one_never_gives_a_yes(
    judge: Question, tally: Tally, leaving: Leaving | None
) -> None:
    verdict = judge(tally, leaving)
    assert verdict.answer is not Answer.YES
    assert verdict.numbers.get("gap_minutes", tally.gap) == tally.gap


@given(tally=tallies(), share=st.decimals("0.01", "1", places=2))
def test_the_limit_is_exact_on_both_sides(tally: Tally, share: Decimal) -> None:
    """No rounding: the answer is the one of the fractions themselves."""
    verdict = module_test(tally, replace(SHARE, value=share))
    wanted = int(100 * share) * tally.base
    assert (verdict.answer is Answer.YES) == (wanted > 0 and 100 * tally.attended >= wanted)
    assert (verdict.answer is Answer.NO) == (wanted == 0 or 100 * tally.reachable < wanted)
