"""What opens the gates of a course is written at once, or with a reason left for later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.history import OperationKind
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.gate_entry import GateEntry, enter_gates
from cpepa_desktop.operations.gates import course_gates, deferral_of, refuse_if_gated
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, bare, own_request, request, rows

DAY = timedelta(days=1)
INSURANCE_PAPER = OfficialPaperKind.INSURANCE
AUTHORISED = GateEntry("authorisation_received", MONDAY, "A-7")
GRANT, INSURANCE, CONDITIONS, SELECTION = (
    GateEntry(gate, MONDAY - 3 * DAY, number)
    for gate, number in (
        ("grant_resolved", "G-1"),
        ("insurance_formalised", "P-2"),
        ("conditions_sheet_approved", ""),
        ("selection_record_sent", "R-4"),
    )
)


@pytest.fixture
def own(ws: Workspace) -> Workspace:
    """Return a file with a course that the centre pays for, on the day it starts."""
    bare(ws, own_request())
    ws.clock = at(MONDAY)
    return ws


@pytest.fixture
def called(ws: Workspace) -> Workspace:
    """Return a file with a course of a call, on the day it starts."""
    bare(ws, request())
    ws.clock = at(MONDAY)
    return ws


def answers(ws: Workspace) -> dict[str, Answer]:
    return {state.gate: state.answer for state in course_gates(ws, CODE) if not state.is_warning}


def said(ws: Workspace, *entries: GateEntry) -> dict[str, str]:
    """Return what is refused, by the gate it is about."""
    with pytest.raises(Refused) as caught:
        enter_gates(ws, CODE, MONDAY, entries)
    return {problem.where: problem.message for problem in caught.value.problems}


def test_an_authorisation_is_kept_as_a_paper_received_that_day_and_opens_the_course(own: Workspace) -> None:
    changes = enter_gates(own, CODE, MONDAY, [AUTHORISED])
    (paper,) = list_official_papers(own, CODE)
    assert (paper.kind, paper.number, paper.received_on) == (
        OfficialPaperKind.AUTHORISATION,
        "A-7",
        MONDAY,
    )
    assert changes.course == CODE
    refuse_if_gated(own, CODE, MONDAY)


def test_every_gate_of_a_call_is_met_at_once_and_the_selection_record_is_filed(called: Workspace) -> None:
    enter_gates(called, CODE, MONDAY, [GRANT, INSURANCE, CONDITIONS, SELECTION])
    assert set(answers(called).values()) == {Answer.YES}
    assert {paper.kind for paper in list_official_papers(called, CODE)} == {
        OfficialPaperKind.GRANT,
        OfficialPaperKind.INSURANCE,
        OfficialPaperKind.CONDITIONS_APPROVAL,
    }


def test_the_papers_and_what_is_left_for_later_are_undone_at_once(called: Workspace) -> None:
    before = rows(called)
    enter_gates(called, CODE, MONDAY, [GRANT, INSURANCE], "El acta consta en la carpeta")
    assert deferral_of(called, CODE) is not None
    undo(called)
    assert rows(called) == before


def test_the_filing_goes_last_as_the_legal_act_it_is(called: Workspace) -> None:
    changes = enter_gates(called, CODE, MONDAY, [SELECTION, GRANT])
    filing, papers = history(called, 2)
    assert (filing.kind, papers.kind) == (OperationKind.LEGAL, OperationKind.NORMAL)
    assert papers.name == changes.operation == f"Requisitos para empezar {CODE}"
    assert any("renuncia" in notice.casefold() for notice in changes.notices)


def test_a_paper_that_cannot_be_takes_those_before_it_back(called: Workspace) -> None:
    dated = OfficialPaper(0, INSURANCE_PAPER, "P-1", issued_on=MONDAY - DAY, courses=(CourseServed(CODE),))
    save_official_paper(called, dated)
    before = rows(called)
    with pytest.raises(Refused, match="no puede anotarse"):
        enter_gates(called, CODE, MONDAY, [GRANT, INSURANCE])
    assert rows(called) == before


def test_a_day_after_the_class_is_refused_beside_its_gate_and_nothing_is_written(called: Workspace) -> None:
    called.clock = at(MONDAY + DAY)
    problems = said(called, GRANT, GateEntry("insurance_formalised", MONDAY + DAY))
    assert list(problems) == ["insurance_formalised"]
    assert "16 ene" in problems["insurance_formalised"]
    assert list_official_papers(called, CODE) == ()


def test_a_day_to_come_is_refused_beside_its_gate(own: Workspace) -> None:
    assert said(own, GateEntry("authorisation_received", MONDAY + DAY)) == {
        "authorisation_received": "Ese día aún no ha llegado."
    }


def test_what_is_left_for_later_needs_only_its_reason(own: Workspace) -> None:
    enter_gates(own, CODE, MONDAY, [], "Consta en la carpeta del expediente")
    assert deferral_of(own, CODE) is not None
    assert answers(own) == {"authorisation_received": Answer.PENDING}
    refuse_if_gated(own, CODE, MONDAY)


def test_what_an_attempt_that_stopped_half_way_wrote_is_not_written_twice(called: Workspace) -> None:
    enter_gates(called, CODE, MONDAY, [GRANT])
    enter_gates(called, CODE, MONDAY, [GRANT, INSURANCE])
    assert [paper.kind for paper in list_official_papers(called, CODE)].count(OfficialPaperKind.GRANT) == 1


def test_a_paper_whose_day_was_not_known_gets_it(own: Workspace) -> None:
    undated = OfficialPaper(0, OfficialPaperKind.AUTHORISATION, "A-6", courses=(CourseServed(CODE),))
    save_official_paper(own, undated)
    enter_gates(own, CODE, MONDAY, [GateEntry("authorisation_received", date(2024, 1, 2))])
    (paper,) = list_official_papers(own, CODE)
    assert (paper.number, paper.received_on) == ("A-6", date(2024, 1, 2))
