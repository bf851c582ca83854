"""Which justifications are handed in with the sheet of a week."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.justification_proposals import JustificationForm
from cpepa_desktop.operations.justifications import add_justification, hand_in, list_justifications
from cpepa_desktop.operations.justifications_list_paper import list_of_justifications
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned

WEEK, NEXT = IsoWeek.of(MONDAY), IsoWeek.of(MONDAY + timedelta(7))


@pytest.fixture
def missed(ws: Workspace, tmp_path: Path) -> Workspace:
    """Give a person who missed a Monday and Tuesday through illness, with the paper that proves it."""
    planned(ws)
    ws.clock = at(MONDAY + timedelta(11))
    someone = enrolled(ws)
    proof = tmp_path / "parte.pdf"
    proof.write_bytes(b"%PDF-1.7")
    cells = {}
    for day in (MONDAY, MONDAY + timedelta(1)):
        stretch, (session,) = class_on(read_course(ws, CODE), day)
        record_attendance(ws, CODE, [StretchInput(someone.id, stretch.id, 0)])
        cells[session.id] = 300
    form = JustificationForm(
        *(someone.person.document.number, AbsenceCause.C, MONDAY, MONDAY + timedelta(1)),
        proof=proof,
        note="Gripe",
    )
    add_justification(ws, CODE, form, cells)
    return ws


def test_a_justification_is_in_the_list_of_its_week(missed: Workspace) -> None:
    (line,) = list_of_justifications(missed, CODE, WEEK).lines
    assert (line.name, line.cause, line.minutes, line.has_proof) == (
        "Muñoz, Ana 1",
        AbsenceCause.C,
        600,
        True,
    )
    assert (line.days, line.remarks) == ((MONDAY, MONDAY + timedelta(1)), "Gripe")


def test_it_comes_back_the_week_after_until_it_is_handed_in(missed: Workspace) -> None:
    assert len(list_of_justifications(missed, CODE, NEXT).lines) == 1
    hand_in(missed, CODE, [list_justifications(missed, CODE)[0].row.id], MONDAY + timedelta(8), "RE-9")
    assert list_of_justifications(missed, CODE, NEXT).lines == ()
    (line,) = list_of_justifications(missed, CODE, WEEK).lines
    assert line.handed_in == "Ya presentado el mar 23 ene con el registro RE-9"
