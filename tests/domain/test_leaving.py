"""How a person leaves a course."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.leaving import LeaveCause, Leaving


def test_the_causes_are_the_ones_the_file_keeps() -> None:
    assert [cause.value for cause in LeaveCause] == ["job", "recall", "illness", "accident", "other"]


def test_what_nobody_has_said_of_a_leaving_is_neither_yes_nor_no() -> None:
    leaving = Leaving(date(2024, 2, 16), LeaveCause.JOB, contract_start=None, was_unemployed=None)
    assert leaving.was_unemployed is not False
    assert leaving.contract_start is None
