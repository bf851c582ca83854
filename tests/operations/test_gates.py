"""A gate that says no refuses always; a pending one until it is known, deferred, or the course is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.gates import (
    GateRefused,
    ask_gates_again,
    attendance_opens,
    attendance_refusal,
    course_gates,
    defer_gates,
    deferral_of,
    refuse_early_start,
    refuse_if_gated,
)
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, attend, bare, enrolled, own_request, request

DAY = timedelta(days=1)
OVER = date(2024, 7, 1)


def authorise(ws: Workspace, day: date) -> None:
    """Record the authorisation of the course, received on a day."""
    paper = OfficialPaper(0, OfficialPaperKind.AUTHORISATION, received_on=day, courses=(CourseServed(CODE),))
    save_official_paper(ws, paper)


def test_what_is_pending_refuses_a_start_by_its_name_and_article(ws: Workspace) -> None:
    bare(ws, own_request())
    with pytest.raises(GateRefused) as caught:
        refuse_if_gated(ws, CODE, MONDAY)
    assert [state.gate for state in caught.value.gates] == ["authorisation_received"]
    assert (caught.value.course, caught.value.day) == (CODE, MONDAY)
    for words in (CODE, "15 ene 2024", "Autorización de INAEM recibida", "CPEPA 1.3, párr. 3", "perdido"):
        assert words in caught.value.message


def test_every_closed_gate_is_named_at_once(ws: Workspace) -> None:
    bare(ws, request())
    with pytest.raises(GateRefused) as caught:
        refuse_if_gated(ws, CODE, MONDAY)
    for place in ("ap. 18.2", "Guía 10.2.2", "Guía 10.2.3 y 10.2.4", "Guía 10.2.5"):
        assert place in caught.value.message


@pytest.mark.parametrize(("received", "passes"), [(-1, True), (0, True), (1, False)])
def test_the_same_day_passes_and_the_next_does_not(ws: Workspace, received: int, *, passes: bool) -> None:
    bare(ws, own_request())
    ws.clock = at(MONDAY + DAY)
    authorise(ws, MONDAY + received * DAY)
    state = course_gates(ws, CODE)[0]
    assert (state.answer is Answer.YES, state.day) == (passes, MONDAY + received * DAY)
    if passes:
        refuse_if_gated(ws, CODE, MONDAY)
    else:
        with pytest.raises(GateRefused, match="posterior"):
            refuse_if_gated(ws, CODE, MONDAY)
        refuse_if_gated(ws, CODE, MONDAY + DAY)


def test_a_deferral_with_its_reason_lets_what_is_pending_pass_and_leaves_it_pending(ws: Workspace) -> None:
    bare(ws, own_request())
    changes = defer_gates(ws, CODE, "La autorización está en la carpeta verde")
    refuse_if_gated(ws, CODE, MONDAY)
    assert course_gates(ws, CODE)[0].answer is Answer.PENDING
    deferral = deferral_of(ws, CODE)
    assert deferral is not None
    assert (deferral.reason, deferral.actor) == ("La autorización está en la carpeta verde", "Ana")
    assert changes.course == CODE


def test_a_deferral_does_not_open_a_gate_that_says_no(ws: Workspace) -> None:
    bare(ws, own_request())
    ws.clock = at(MONDAY + DAY)
    authorise(ws, MONDAY + DAY)
    defer_gates(ws, CODE, "Consta en papel")
    with pytest.raises(GateRefused):
        refuse_if_gated(ws, CODE, MONDAY)


def test_a_deferral_asks_its_reason_and_can_be_taken_back(ws: Workspace) -> None:
    bare(ws, own_request())
    with pytest.raises(Refused, match="Diga dónde consta"):
        defer_gates(ws, CODE, "  ")
    with pytest.raises(Refused, match="no consta nada"):
        ask_gates_again(ws, CODE, "Error")
    defer_gates(ws, CODE, "Consta en papel")
    with pytest.raises(Refused, match="Diga por qué"):
        ask_gates_again(ws, CODE, "")
    ask_gates_again(ws, CODE, "No estaba en la carpeta")
    assert deferral_of(ws, CODE) is None
    with pytest.raises(GateRefused):
        refuse_if_gated(ws, CODE, MONDAY)


def test_a_course_that_is_over_is_not_asked_what_is_pending(ws: Workspace) -> None:
    last = bare(ws, own_request()).last_day
    assert last is not None
    ws.clock = at(last)
    with pytest.raises(GateRefused):
        refuse_if_gated(ws, CODE, MONDAY)
    ws.clock = at(last + DAY)
    refuse_if_gated(ws, CODE, MONDAY)
    assert attendance_refusal(ws, CODE, MONDAY) is None


def test_a_course_that_is_over_is_still_refused_what_a_gate_denies(ws: Workspace) -> None:
    bare(ws, own_request())
    ws.clock = at(OVER)
    authorise(ws, MONDAY + DAY)
    refusal = attendance_refusal(ws, CODE, MONDAY)
    assert refusal is not None
    assert "16 ene 2024" in refusal.message
    assert attendance_opens(ws, CODE, MONDAY + DAY) == MONDAY + DAY


def test_an_agreement_that_ended_before_the_start_refuses_it(ws: Workspace) -> None:
    bare(ws, request(call="inaem-agreement", route=Route.AGREEMENT))
    ended = OfficialPaper(
        0,
        OfficialPaperKind.AGREEMENT,
        issued_on=date(2023, 1, 2),
        ends_on=MONDAY - DAY,
        courses=(CourseServed(CODE),),
    )
    save_official_paper(ws, ended)
    with pytest.raises(GateRefused, match="dejó de estar en vigor el dom 14 ene 2024"):
        refuse_if_gated(ws, CODE, MONDAY)


def test_once_there_is_attendance_only_days_before_a_gate_are_refused(ws: Workspace) -> None:
    bare(ws, own_request())
    defer_gates(ws, CODE, "Consta en papel")
    ws.clock = at(MONDAY + 7 * DAY)
    attend(ws, enrolled(ws), 300)
    ask_gates_again(ws, CODE, "Ya no consta")
    assert attendance_opens(ws, CODE, MONDAY) == date.min
    authorise(ws, MONDAY + DAY)
    assert attendance_refusal(ws, CODE, MONDAY) is not None
    assert attendance_opens(ws, CODE, MONDAY + DAY) == MONDAY + DAY


def test_a_plan_is_refused_only_before_a_day_that_is_known(ws: Workspace) -> None:
    bare(ws, own_request())
    refuse_early_start(ws, CODE, date(2024, 1, 8))
    authorise(ws, date(2024, 1, 10))
    refuse_early_start(ws, CODE, date(2024, 1, 10))
    with pytest.raises(GateRefused):
        refuse_early_start(ws, CODE, date(2024, 1, 9))


def test_a_course_nobody_knows_is_refused_in_words(ws: Workspace) -> None:
    with pytest.raises(Refused, match="No hay ningún curso"):
        course_gates(ws, "99/999")
