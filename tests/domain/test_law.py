"""The words every rule answers in."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from cpepa_desktop.domain.law import NO_ALTERNATIVES, NO_NUMBERS, Answer, Citation, Verdict


def test_a_citation_is_printed_as_the_norm_and_the_place() -> None:
    assert str(Citation("EPE/873/2023", "ap. 19.1")) == "EPE/873/2023, ap. 19.1"


def test_not_entered_is_an_answer_of_its_own() -> None:
    assert [answer.value for answer in Answer] == ["yes", "no", "pending"]


def test_a_verdict_has_nothing_to_compare_until_it_is_said() -> None:
    verdict = Verdict("funded", Answer.NO, "additional_seat", Citation("EPE/873/2023", "ap. 18.9"))
    assert verdict.numbers == {}
    assert verdict.alternatives == {}


def test_nobody_changes_a_verdict_once_given() -> None:
    verdict = Verdict("funded", Answer.NO, "additional_seat", Citation("EPE/873/2023", "ap. 18.9"))
    with pytest.raises(FrozenInstanceError):
        verdict.answer = Answer.YES  # type: ignore[misc] # the refusal is what is tested
    for shared in (NO_NUMBERS, NO_ALTERNATIVES):
        assert not hasattr(shared, "__setitem__")
