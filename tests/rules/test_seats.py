"""How many people a course takes, and which of their seats the call pays for."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.exchange.call_file import load_call, official_text
from cpepa_desktop.rules.seats import seat_kind, seats_notice
from tests.rules.reader import Case, cases

DAY = date(2024, 1, 15)


def call_named(name: str) -> Call:
    text = official_text(name)
    assert text is not None
    return load_call(text, f"{name}.toml")


@pytest.mark.parametrize("case", cases("seat_kind"))
def test_which_seats_are_paid_for(case: Case) -> None:
    kind = seat_kind(case.input["number"], call_named(case.input["call"]), DAY)
    assert kind is SeatKind(case.output["kind"])


@pytest.mark.parametrize("case", cases("seats_notice"))
def test_when_a_class_is_larger_than_foreseen(case: Case) -> None:
    notice = seats_notice(case.input["people"], call_named(case.input["call"]), DAY)
    assert bool(notice) == bool(case.output["notice"])
    assert [words for words in case.output["notice"] if words not in notice] == []


def test_an_agreement_whose_seats_nobody_has_written_yet_limits_none() -> None:
    agreement = call_named("inaem-agreement")
    assert seat_kind(14, agreement, DAY) is SeatKind.FUNDED
    assert seats_notice(16, agreement, DAY) == ""
