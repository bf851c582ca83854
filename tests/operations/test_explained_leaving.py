"""«¿Por qué?» of who leaves: notices, exclusions and the leavers an action bears."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.explained_leaving import leavers_figure, leaving_figures
from cpepa_desktop.operations.explanations import Figure, frame_of
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give the course of 380 h seen on its first Friday."""
    planned(ws)
    ws.clock = at(FRIDAY)
    return ws


def figures_of_the_only_person(ws: Workspace) -> list[Figure]:
    (person,) = course_status(ws, CODE).people
    return list(leaving_figures(person, frame_of(ws, CODE)))


def test_who_is_there_and_does_not_miss_has_nothing_to_explain(ws: Workspace) -> None:
    enrolled(ws)
    assert figures_of_the_only_person(ws) == []


def test_a_notice_is_explained_with_its_days(ws: Workspace) -> None:
    number = enrolled(ws).person.document.number
    withdraw(ws, CODE, number, Withdrawal(MONDAY, LeaveCause.OTHER, communicated_on=FRIDAY))
    (figure,) = figures_of_the_only_person(ws)
    assert (figure.label, figure.value) == ("Comunicación en plazo", "Sí")
    assert "ap. 18.7" in figure.explanation.citation
    assert any("19 ene 2024" in value for _label, value in figure.explanation.lines)


def test_an_exclusion_names_every_day_missed(ws: Workspace) -> None:
    someone = enrolled(ws)
    days = [MONDAY + timedelta(days=n) for n in range(4)]
    stretches = [class_on(read_course(ws, CODE), day)[0].id for day in days]
    record_attendance(ws, CODE, [StretchInput(someone.id, each, 0) for each in stretches])
    (figure,) = figures_of_the_only_person(ws)
    assert figure.value == "4 días en ene"
    assert len(figure.explanation.lines) == 4
    assert "desde el jue 18 ene 2024" in figure.explanation.sentence
    assert "art. 20.3" in figure.explanation.citation


def test_the_leavers_are_counted_against_those_borne(ws: Workspace) -> None:
    enrolled(ws)
    (figure,) = leavers_figure(course_status(ws, CODE), frame_of(ws, CODE))
    assert figure.value == "0 de 0 tolerados"
