"""The exception of the 65 %: decided with its reason, for nobody else, shown in the status, and revocable."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.cli.forms import status_form
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.share_exceptions import (
    decide_exception,
    may_decide_exception,
    revoke_exception,
)
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, attend, enrolled, own_request, planned

END = date(2024, 6, 30)
VALIDATED = JustificationState.VALIDATED


@pytest.fixture
def ana(ws: Workspace, course: CourseView) -> Enrolment:
    """Give a person of the course of 380 h, once it is over."""
    ws.clock = at(END)
    assert course.official_minutes == 380 * 60
    return enrolled(ws)


def number(someone: Enrolment) -> str:
    return someone.person.document.number


def only(ws: Workspace) -> PersonStatus:
    (person,) = course_status(ws, CODE).people
    return person


def test_who_attended_the_65_per_cent_may_be_excepted_by_a_decision_and_never_alone(
    ws: Workspace, ana: Enrolment
) -> None:
    attend(ws, ana, 247 * 60, AbsenceCause.C, VALIDATED)
    assert only(ws).exception is None
    assert [person.enrolment for person in may_decide_exception(ws, CODE)] == [ana]
    changes = decide_exception(ws, CODE, number(ana), " Operación, con partes del hospital ")
    assert "pendiente de la evaluación" in changes.notices[0]
    found = only(ws)
    assert found.exception is not None
    assert (found.exception.reason, found.exception.actor) == ("Operación, con partes del hospital", "Ana")
    assert found.verdicts["funded"].answer is Answer.NO, (
        "the rule says what it says: the decision is beside it"
    )


def test_the_status_tells_it_to_programs(ws: Workspace, ana: Enrolment) -> None:
    attend(ws, ana, 247 * 60, AbsenceCause.C, VALIDATED)
    decide_exception(ws, CODE, number(ana), "Operación")
    form = status_form(course_status(ws, CODE))
    participants = form["participants"]
    assert isinstance(participants, list)
    assert participants[0]["exception"] == {
        "reason": "Operación",
        "actor": "Ana",
        "at": "2024-03-14T09:30:00+00:00",
        "pending": ["modules_passed"],
    }


@pytest.mark.parametrize(
    ("attended", "state"),
    [
        (247 * 60 - 1, VALIDATED),
        (285 * 60, VALIDATED),
        (250 * 60, JustificationState.PENDING),
        (250 * 60, JustificationState.REJECTED),
    ],
)
def test_nobody_else_may_be_excepted(
    ws: Workspace, ana: Enrolment, attended: int, state: JustificationState
) -> None:
    attend(ws, ana, attended, AbsenceCause.C, state)
    assert may_decide_exception(ws, CODE) == ()
    with pytest.raises(Refused, match="al menos al 65 %"):
        decide_exception(ws, CODE, number(ana), "Motivo")
    assert only(ws).exception is None


def test_while_the_full_share_can_be_reached_there_is_nothing_to_except(
    ws: Workspace, ana: Enrolment
) -> None:
    assert ana.id
    assert may_decide_exception(ws, CODE) == ()


def test_a_course_that_nobody_pays_has_no_exception(ws: Workspace) -> None:
    planned(ws, own_request())
    assert may_decide_exception(ws, CODE) == ()


def test_an_exception_needs_a_reason_is_revoked_with_another_and_undone(
    ws: Workspace, ana: Enrolment
) -> None:
    attend(ws, ana, 250 * 60, AbsenceCause.C, VALIDATED)
    with pytest.raises(Refused, match="Diga el motivo"):
        decide_exception(ws, CODE, number(ana), "  ")
    with pytest.raises(Refused, match="ninguna excepción que revocar"):
        revoke_exception(ws, CODE, number(ana), "Error")
    decide_exception(ws, CODE, number(ana), "Operación")
    with pytest.raises(Refused, match="por qué se revoca"):
        revoke_exception(ws, CODE, number(ana), "")
    revoke_exception(ws, CODE, number(ana), "No pasó el módulo")
    assert only(ws).exception is None
    undo(ws)
    assert only(ws).exception is not None
    undo(ws)
    assert only(ws).exception is None
