"""A centre switches the terms of a call on and off, for the courses it plans from then on."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.call_terms import list_call_terms, switch_term
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.funding import read_funding
from cpepa_desktop.operations.gates import course_gates
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, bare, request, rows

ROUTES = {
    "own-resources": (Route.OWN, "authorisation_received"),
    "local-entity": (Route.LOCAL, "authorisation_received"),
    "inaem-agreement": (Route.AGREEMENT, "agreement_signed"),
}
OF_ANY_COURSE = {"evaluation_record", "individual_reports"}
"""What the state law asks of every course, whoever pays."""


def owed(ws: Workspace, code: str = CODE) -> set[str]:
    return {each.name for each in course_obligations(ws, code)}


@pytest.mark.parametrize(("call", "route"), [(call, route) for call, (route, _gate) in ROUTES.items()])
def test_outside_the_call_only_what_the_state_law_asks_is_owed(
    ws: Workspace, call: str, route: Route
) -> None:
    bare(ws, request(call=call, route=route))
    justified = {"economic_justification"} if route is Route.AGREEMENT else set()
    assert owed(ws) == OF_ANY_COURSE | justified
    required = [state.gate for state in course_gates(ws, CODE) if not state.is_warning]
    assert required == [ROUTES[call][1]]


@pytest.mark.parametrize("call", ["own-resources", "local-entity"])
def test_nothing_of_a_grant_is_shown_where_nobody_pays_the_centre(ws: Workspace, call: str) -> None:
    bare(ws, request(call=call, route=ROUTES[call][0]))
    funding = read_funding(ws, CODE)
    assert not funding.is_paid
    assert not funding.pays_support
    assert funding.guarantee_asked is None
    assert (funding.estimate, funding.lines, funding.refusal) == (None, (), "")


def test_an_agreement_says_which_of_its_figures_the_centre_has_to_write(ws: Workspace) -> None:
    bare(ws, request(call="inaem-agreement", route=Route.AGREEMENT))
    funding = read_funding(ws, CODE)
    assert (funding.is_paid, funding.lines, funding.pays_support) == (True, (), False)
    assert "complételo en Centro, Convocatorias" in funding.refusal


@pytest.mark.parametrize("call", ROUTES)
def test_a_term_switched_on_is_owed_by_the_courses_planned_since(ws: Workspace, call: str) -> None:
    route = ROUTES[call][0]
    bare(ws, request(call=call, route=route))
    changes = switch_term(ws, call, "start_communication", is_active=True)
    assert "se planifiquen desde ahora" in changes.notices[0]
    bare(ws, request(code="24/002", call=call, route=route, timetable="L-V 16:00-21:00"))
    assert "start_communication" not in owed(ws)
    (found,) = (each for each in course_obligations(ws, "24/002") if each.name == "start_communication")
    assert found.due == date(2024, 1, 8)
    switch_term(ws, call, "start_communication", is_active=False)
    bare(ws, request(code="24/003", call=call, route=route, start=date(2025, 1, 13)))
    assert "start_communication" not in owed(ws, "24/003")


def test_the_terms_of_every_call_are_listed_as_they_stand(ws: Workspace) -> None:
    def active(call: str) -> set[str]:
        return {each.name for each in list_call_terms(ws) if each.call == call and each.is_active}

    assert active("own-resources") == {*OF_ANY_COURSE, "workplace_module_start"}
    switch_term(ws, "own-resources", "accident_insurance", is_active=True)
    assert active("own-resources") == {*OF_ANY_COURSE, "workplace_module_start", "accident_insurance"}
    assert "accident_insurance" not in active("local-entity")
    undo(ws)
    assert active("own-resources") == {*OF_ANY_COURSE, "workplace_module_start"}


@pytest.mark.parametrize(
    ("call", "name", "words"),
    [
        ("nada", "start_communication", "No hay ninguna convocatoria"),
        ("own-resources", "advance_request", "no tiene el plazo"),
        ("own-resources", "evaluation_record", "ya está activado"),
    ],
)
def test_what_cannot_be_switched_is_refused(ws: Workspace, call: str, name: str, words: str) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=words):
        switch_term(ws, call, name, is_active=True)
    assert rows(ws) == before


def test_what_is_off_already_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="ya está desactivado"):
        switch_term(ws, "own-resources", "start_communication", is_active=False)
