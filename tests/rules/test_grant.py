"""The grant of a course with its parts, its advances and its caps, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Parameter, Value
from cpepa_desktop.domain.grant import AdvanceFacts, AdvanceKind
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.money import to_cents
from cpepa_desktop.rules.grant import (
    actions_within,
    advance_amount,
    grant_amount,
    grant_part_cap,
    grants_within_cap,
    may_ask_advance,
    product_unit,
    requests_within_cap,
    result_unit,
    support_amount,
    support_within_hours,
)
from tests.rules.reader import Case, cases, said

V = TypeVar("V", bound=Value)
HERE = Citation("EPE/873/2023", "ap. 19.1")
SINCE = date(2023, 7, 5)


def figure(name: str, value: V) -> Parameter[V]:
    return Parameter(name, value, "", HERE, SINCE)


PRODUCT, RESULT = figure("product_share", Decimal("0.80")), figure("result_share", Decimal("0.20"))
DIVISOR = figure("result_divisor", 10)
UNTIL = figure("advance_initial_until", date(2023, 12, 31))


@pytest.mark.parametrize("case", cases("grant_amount"))
def test_a_grant_its_caps_and_its_unit(case: Case) -> None:
    grant = grant_amount(case.input["hours"], Decimal(case.input["rate"]), case.input["participants"])
    wanted = {name: Decimal(text) for name, text in case.output.items()}
    assert grant == to_cents(wanted["grant"])
    assert grant_part_cap(grant, PRODUCT) == to_cents(wanted["product_cap"])
    assert grant_part_cap(grant, RESULT) == to_cents(wanted["result_cap"])
    assert result_unit(grant, RESULT, DIVISOR) == wanted["result_unit"]


@pytest.mark.parametrize("case", cases("product_unit"))
def test_the_product_unit_is_never_rounded(case: Case) -> None:
    unit = product_unit(Decimal(case.input["rate"]), PRODUCT)
    assert unit == Decimal(case.output["unit"])
    assert unit * case.input["hours"] == Decimal(case.output["full"])


@pytest.mark.parametrize("case", cases("advance_amount"))
def test_an_advance_is_a_share_of_the_grant(case: Case) -> None:
    share = figure("share", Decimal(case.input["share"]))
    assert advance_amount(case.input["granted"], share) == case.output["cents"]


@pytest.mark.parametrize("case", cases("may_ask_advance"))
def test_when_an_advance_can_be_asked_for(case: Case) -> None:
    facts = AdvanceFacts(
        case.input["today"],
        case.input.get("notified_on"),
        case.input.get("started_on"),
        frozenset(AdvanceKind(kind) for kind in case.input.get("asked", ())),
    )
    until = None if case.input.get("no_limit") else UNTIL
    verdict = may_ask_advance(AdvanceKind(case.input["kind"]), facts, PRODUCT, until)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("requests_within_cap"))
def test_what_a_centre_asks_of_a_call_has_a_cap(case: Case) -> None:
    cap = figure("centre_request_cap", case.input["cap"])
    verdict = requests_within_cap(case.input["asked"], case.input["unknown"], cap)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("grants_within_cap"))
def test_what_a_call_grants_to_a_centre_has_a_cap(case: Case) -> None:
    cap = figure("centre_grant_cap", case.input["cap"])
    verdict = grants_within_cap(case.input["resolved"], case.input["expected"], case.input["unknown"], cap)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("actions_within"))
def test_how_many_actions_of_a_speciality_a_centre_asks_for(case: Case) -> None:
    ordinary, priority = figure("speciality_actions", 1), figure("priority_speciality_actions", 2)
    has_priority = case.input.get("has_priority")
    verdict = actions_within(case.input["parts"], ordinary, priority, has_priority=has_priority)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("support_within_hours"))
def test_support_keeps_within_the_hours_of_the_course(case: Case) -> None:
    minutes = case.input["minutes"]
    verdict = support_within_hours(minutes, case.input["official"], HERE)
    paid = support_amount(minutes, figure("support_rate", Decimal(case.input["rate"])))
    assert said(verdict, case.output) | {"cents": paid} == case.output


AMOUNTS = st.integers(min_value=0, max_value=10**9)
RATES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(9), places=2)


@given(AMOUNTS)
def test_the_two_parts_of_a_grant_are_the_grant(granted: int) -> None:
    assert grant_part_cap(granted, PRODUCT) + grant_part_cap(granted, RESULT) == granted


@given(st.integers(1, 900), RATES, st.integers(1, 12))
def test_one_more_participant_never_lowers_the_grant(hours: int, rate: Decimal, participants: int) -> None:
    minutes = hours * 60
    assert grant_amount(minutes, rate, participants) < grant_amount(minutes, rate, participants + 1)


@given(st.integers(1, 900), RATES, st.integers(1, 13))
def test_a_grant_of_whole_hours_is_exact(hours: int, rate: Decimal, participants: int) -> None:
    assert grant_amount(hours * 60, rate, participants) == 100 * hours * rate * participants
