"""Who teaches, prepares, tutors and evaluates, and by when that is told and validated."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation
from cpepa_desktop.domain.staff import Proof, Role
from cpepa_desktop.rules.staffing import (
    complementary_validated,
    module_trainers,
    preparer_teaches,
    role_proved,
    told_before_start,
)
from tests.rules.reader import Case, cases, said

MOST = Parameter(
    "trainers_per_module", 2, "people", Citation("EPE/873/2023", "Guía 10.3.1"), date(2023, 7, 5)
)


@pytest.mark.parametrize("case", cases("module_trainers"))
def test_how_many_teach_a_module(case: Case) -> None:
    verdict = module_trainers("MF1016_2", case.input["trainers"], MOST)
    assert said(verdict, case.output) == case.output
    assert (verdict.rule, verdict.citation, verdict.numbers["module"]) == (
        "module_trainers",
        MOST.citation,
        "MF1016_2",
    )


@pytest.mark.parametrize("case", cases("complementary_validated"))
def test_when_the_teacher_of_the_complementary_module_is_validated(case: Case) -> None:
    verdict = complementary_validated("COMPL", case.input.get("first"), case.input.get("validated"))
    assert said(verdict, case.output) == case.output


def test_a_complementary_module_without_class_nor_validation_waits_for_its_days() -> None:
    verdict = complementary_validated("COMPL", None, None)
    assert (verdict.answer, verdict.reason) == (Answer.PENDING, "no_class")


@pytest.mark.parametrize("case", cases("preparer_teaches"))
def test_who_prepares(case: Case) -> None:
    verdict = preparer_teaches(case.input.get("taught"))
    assert said(verdict, case.output) == case.output


@pytest.mark.parametrize("case", cases("role_proved"))
def test_what_a_role_asks_to_be_proved(case: Case) -> None:
    verdict = role_proved(Role(case.input["role"]), {Proof(letter) for letter in case.input["proofs"]})
    assert said(verdict, case.output) == case.output


def test_who_prepares_proves_nothing_but_as_a_teacher() -> None:
    assert role_proved(Role.PREPARER, ()).answer is Answer.YES


@pytest.mark.parametrize("case", cases("told_before_start"))
def test_when_a_role_is_told(case: Case) -> None:
    verdict = told_before_start(case.input.get("sent"), case.input["start"])
    assert said(verdict, case.output) == case.output
