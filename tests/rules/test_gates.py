"""What must have happened before a course starts: the day before, the same day, the day after, not known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.rules.gates import (
    agreement_signed,
    authorisation_received,
    conditions_sheet_approved,
    directorate_resolution,
    grant_resolved,
    insurance_formalised,
    selection_record_sent,
)
from tests.rules.reader import Case, cases, said

GATES: tuple[Callable[..., Verdict], ...] = (
    agreement_signed,
    authorisation_received,
    conditions_sheet_approved,
    directorate_resolution,
    grant_resolved,
    insurance_formalised,
    selection_record_sent,
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def cases_of_gates() -> list[Any]:
    return [
        pytest.param(gate, param.values[0], id=f"{gate.__name__}: {param.id}")
        for gate in GATES
        for param in cases(gate.__name__)
    ]


@pytest.mark.parametrize(("gate", "case"), cases_of_gates())
def test_whether_a_gate_lets_a_course_start(gate: Callable[..., Verdict], case: Case) -> None:
    facts = {"day": None} | dict(case.input)
    assert said(gate(**facts), case.output) == dict(case.output)


@pytest.mark.parametrize("gate", GATES)
@given(day=DAYS, start=DAYS)
def test_a_later_start_never_closes_a_gate_and_an_earlier_paper_never_does(
    gate: Callable[..., Verdict], day: date, start: date
) -> None:
    if gate(day, start).answer is Answer.YES:
        assert gate(day, start + timedelta(days=1)).answer is Answer.YES
        assert gate(day - timedelta(days=1), start).answer is Answer.YES


@pytest.mark.parametrize("gate", GATES)
def test_a_verdict_names_its_gate_and_its_article(gate: Callable[..., Verdict]) -> None:
    verdict = gate(date(2024, 1, 15), date(2024, 1, 15))
    assert verdict.rule == gate.__name__
    assert verdict.citation.norm in {"CPEPA 1.3", "EPE/873/2023"}
