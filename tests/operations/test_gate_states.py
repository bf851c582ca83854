"""How gates stand by what is known of a course, in the order of its call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.db.milestones import Milestone
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.parameters import START_GATES
from cpepa_desktop.exchange.call_file import load_call, official_text
from cpepa_desktop.operations.gate_states import GATES, closed_gates, gate_states

START = date(2024, 1, 15)
READING = "general_directorate_resolution"


def call_named(name: str) -> Call:
    text = official_text(name)
    assert text is not None
    return load_call(text, f"{name}.toml")


@pytest.mark.parametrize(
    ("call", "gates"),
    [
        ("own-resources", ["authorisation_received"]),
        ("local-entity", ["authorisation_received"]),
        ("inaem-agreement", ["agreement_signed"]),
        (
            "EPE-873-2023",
            ["grant_resolved", "conditions_sheet_approved", "selection_record_sent", "insurance_formalised"],
        ),
    ],
)
def test_each_way_of_paying_has_its_gates_and_the_resolution_is_a_warning(
    call: str, gates: list[str]
) -> None:
    states = gate_states(call_named(call), {}, START)
    assert [state.gate for state in states] == [*gates, "directorate_resolution"]
    assert {state.answer for state in states} == {Answer.PENDING}
    assert [state.gate for state in states if state.is_warning] == ["directorate_resolution"]
    assert [state.gate for state in closed_gates(states, with_pending=True)] == gates
    assert closed_gates(states, with_pending=False) == ()


def test_the_resolution_is_a_gate_where_the_call_reads_it_so() -> None:
    call = call_named("own-resources")
    strict = replace(call, readings={READING: replace(call.readings[READING], value="gate")})
    states = gate_states(strict, {"authorisation_received": Milestone(START)}, START)
    assert [state.gate for state in closed_gates(states, with_pending=True)] == ["directorate_resolution"]


def test_a_call_that_does_not_ask_about_the_resolution_does_not_show_it() -> None:
    silent = replace(call_named("own-resources"), readings={})
    assert [state.gate for state in gate_states(silent, {}, START)] == ["authorisation_received"]


def test_before_the_first_day_of_a_call_nothing_is_asked() -> None:
    states = gate_states(call_named("EPE-873-2023"), {}, date(2022, 1, 10))
    assert [state.gate for state in states] == ["directorate_resolution"]


def test_an_agreement_is_judged_with_its_end() -> None:
    known = {"agreement_signed": Milestone(date(2023, 1, 1), date(2024, 1, 14))}
    first = gate_states(call_named("inaem-agreement"), known, START)[0]
    assert (first.answer, first.verdict.reason, first.day) == (Answer.NO, "ended", date(2023, 1, 1))
    assert closed_gates((first,), with_pending=False) == (first,)


def test_every_gate_a_call_may_ask_for_can_be_judged_and_says_where_it_is_met() -> None:
    assert set(GATES) == {*START_GATES, "directorate_resolution"}
    for name, gate in GATES.items():
        verdict = gate.judge(Milestone(START), START)
        assert (verdict.rule, verdict.answer) == (name, Answer.YES)
        assert gate.place.partition("/")[0] in {"file", "papers"}
