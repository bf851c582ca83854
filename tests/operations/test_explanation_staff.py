"""The words of the rules on staff, rooms and virtual classroom."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Citation, Verdict
from cpepa_desktop.domain.staff import Proof, Role
from cpepa_desktop.operations.explanation_staff import (
    staff_formulas,
    staff_labels,
    staff_reasons,
    staff_titles,
)
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.rules.capacity import RoomNeed, room_capacity
from cpepa_desktop.rules.persons_day import persons_day
from cpepa_desktop.rules.staffing import (
    complementary_validated,
    module_trainers,
    preparer_teaches,
    role_proved,
    told_before_start,
)
from cpepa_desktop.rules.virtual_teaching import (
    virtual_final_test,
    virtual_level_one,
    virtual_module,
    virtual_whole_course,
)

HERE, SINCE = Citation("EPE/873/2023", "Guía 3"), date(2023, 7, 5)
TWO, SEATS, DAY = (Parameter(name, n, "", HERE, SINCE) for name, n in (("a", 2), ("b", 25), ("c", 480)))
NEVER = Parameter("d", value=False, unit="yes/no", citation=HERE, since=SINCE)
MON, TUE = date(2024, 1, 15), date(2024, 1, 16)
NEEDS = [RoomNeed(15, 4500)]

VERDICTS = (
    *(module_trainers("MF1016_2", n, TWO) for n in (0, 2, 3)),
    complementary_validated("COMPL", TUE, MON),
    complementary_validated("COMPL", TUE, TUE),
    complementary_validated("COMPL", TUE, None),
    complementary_validated("COMPL", None, None),
    *(preparer_teaches(taught) for taught in (None, 0, 60)),
    role_proved(Role.TEACHER, [Proof.ACADEMIC]),
    role_proved(Role.TUTOR, [Proof.ACADEMIC]),
    *(told_before_start(sent, TUE) for sent in (None, MON, TUE)),
    persons_day(660, 0, DAY),
    persons_day(480, 0, DAY),
    persons_day(180, 300, DAY),
    room_capacity(26, 4500, NEEDS, SEATS),
    room_capacity(15, 4500, (), SEATS),
    room_capacity(16, 4500, NEEDS, SEATS),
    *(room_capacity(15, area, NEEDS, SEATS) for area in (None, 4450, 4500)),
    virtual_module("MF1016_2", 0, 4200, None),
    virtual_module("MF1016_2", 60, 4200, None),
    virtual_module("MF1016_2", 60, 4200, 4140),
    virtual_module("MF1016_2", 61, 4200, 4140),
    virtual_whole_course(600, 600, NEVER),
    virtual_whole_course(60, 600, NEVER),
    *(virtual_final_test("MF1016_2", known, NEVER) for known in (None, False, True)),
    virtual_level_one(1, 60, NEVER),
    virtual_level_one(2, 60, NEVER),
)


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: f"{verdict.rule} {verdict.reason}")
def test_every_verdict_explains_itself(verdict: Verdict) -> None:
    explained = explain(verdict)
    assert "{" not in explained.sentence
    assert explained.title == staff_titles()[verdict.rule]
    assert staff_formulas()[verdict.rule] in explained.formula
    assert missing_sentence(verdict, "Ana Gil") == f"Ana Gil: {explained.sentence[:-1]} ({verdict.citation})."


def test_every_reason_is_given_by_some_verdict() -> None:
    given = {verdict.reason for verdict in VERDICTS}
    assert {reason.rpartition(".")[2] for reason in staff_reasons()} == given


def test_every_label_is_of_some_number() -> None:
    assert set(staff_labels()) <= {name for verdict in VERDICTS for name in verdict.numbers}
