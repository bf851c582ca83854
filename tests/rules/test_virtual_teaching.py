"""What may be given by virtual classroom."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation
from cpepa_desktop.rules.virtual_teaching import (
    virtual_final_test,
    virtual_level_one,
    virtual_module,
    virtual_whole_course,
)
from tests.rules.reader import Case, cases, said

TEST = {"yes": True, "no": False, "unknown": None}


def flag(*, value: bool) -> Parameter[bool]:
    return Parameter("virtual", value, "yes/no", Citation("EPE/873/2023", "Guía 3"), date(2023, 7, 5))


NEVER, ALWAYS = flag(value=False), flag(value=True)


@pytest.mark.parametrize("case", cases("virtual_module"))
def test_how_much_of_a_module(case: Case) -> None:
    verdict = virtual_module(
        "MF1016_2", case.input["virtual"], case.input["official"], case.input.get("in_person")
    )
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("virtual_whole_course"))
def test_never_the_whole_course(case: Case) -> None:
    verdict = virtual_whole_course(case.input["virtual"], case.input["scheduled"], NEVER)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("virtual_final_test"))
def test_never_a_final_test(case: Case) -> None:
    verdict = virtual_final_test("MF1016_2", TEST[case.input["test"]], NEVER)
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("virtual_level_one"))
def test_level_one_is_flagged(case: Case) -> None:
    verdict = virtual_level_one(case.input["level"], case.input["virtual"], NEVER)
    assert said(verdict, case.output) == case.output


def test_a_call_that_lets_it_be_so_says_yes_to_everything() -> None:
    verdicts = (
        virtual_whole_course(60, 60, ALWAYS),
        virtual_final_test("MF1016_2", True, ALWAYS),  # noqa: FBT003 - a fact of three answers
        virtual_final_test("MF1016_2", None, ALWAYS),
        virtual_level_one(1, 60, ALWAYS),
    )
    assert {verdict.answer for verdict in verdicts} == {Answer.YES}
