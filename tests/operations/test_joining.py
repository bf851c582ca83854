"""Who may still join a course that has begun: anybody at first, then who owes a module that is young."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import (
    EnrolmentForm,
    change_enrolment,
    enrol,
    enrol_new,
    join,
    list_enrolments,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, enrolled, person, planned

FIFTH, SIXTH = date(2024, 1, 19), date(2024, 1, 22)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give the course of 380 h that starts on Monday 15 January 2024, five hours a day."""
    planned(ws)
    return ws


def first_day_of(ws: Workspace, code: str) -> date:
    """Return the day on which a module begins."""
    view = read_course(ws, CODE)
    module = next(module for module in view.modules if module.code == code)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    return min(days[each.stretch_id] for each in view.sessions if each.block_id in module.block_ids)


def test_anybody_joins_up_to_the_fifth_class_day(ws: Workspace) -> None:
    enrol(ws, CODE, person(ws).id, EnrolmentForm(FIFTH))
    assert [each.joined_on for each in list_enrolments(ws, CODE)] == [FIFTH]


def test_on_the_sixth_it_is_too_late_and_the_refusal_says_since_when(ws: Workspace) -> None:
    with pytest.raises(Refused, match="No puede incorporarse") as refused:
        enrol(ws, CODE, person(ws).id, EnrolmentForm(SIXTH))
    (problem,) = refused.value.problems
    assert "hasta antes del lun 22 ene 2024 (EPE/873/2023, ap. 18.7; Guía 10.2.6)" in problem.message
    assert list_enrolments(ws, CODE) == ()


def test_who_has_the_first_modules_joins_the_one_they_owe(ws: Workspace) -> None:
    on = first_day_of(ws, "MF1018_2")
    form = EnrolmentForm(on, accredited=("MF1016_2", "MF1017_2"), source="Certificado de 2019")
    enrol(ws, CODE, person(ws).id, form)
    (someone,) = list_enrolments(ws, CODE)
    assert (someone.joined_on, len(someone.standings)) == (on, 2)


def test_who_owes_a_module_that_is_past_its_window_does_not(ws: Workspace) -> None:
    on = first_day_of(ws, "MF1018_2")
    with pytest.raises(Refused) as refused:
        enrol(ws, CODE, person(ws).id, EnrolmentForm(on, accredited=("MF1016_2",)))
    (problem,) = refused.value.problems
    assert problem.message.startswith("Al módulo MF1017_2 dejó de poderse entrar el ")


def test_somebody_new_is_held_to_the_same(ws: Workspace) -> None:
    someone = person(ws)
    new = type(someone)(0, "Otra", "Persona", someone.document)
    with pytest.raises(Refused):
        enrol_new(ws, CODE, new, EnrolmentForm(SIXTH))
    assert list_enrolments(ws, CODE) == ()


def test_a_joining_is_not_moved_to_a_day_that_was_too_late(ws: Workspace) -> None:
    someone = enrolled(ws)
    change_enrolment(ws, CODE, someone.id, EnrolmentForm(FIFTH))
    with pytest.raises(Refused, match="No puede incorporarse"):
        change_enrolment(ws, CODE, someone.id, EnrolmentForm(SIXTH))


def test_who_joins_is_found_by_their_document(ws: Workspace) -> None:
    someone = person(ws)
    join(ws, CODE, someone.document.number.lower(), EnrolmentForm(FIFTH, seat=3))
    assert [(each.person.id, each.seat) for each in list_enrolments(ws, CODE)] == [(someone.id, 3)]


def test_a_document_that_nobody_has_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="Nadie tiene el documento 00000000T"):
        join(ws, CODE, "00000000T", EnrolmentForm(FIFTH))
