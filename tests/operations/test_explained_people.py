"""«¿Por qué?» of the figures of a person: parts that add up to the official hours, and every verdict."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.explained_people import explain_unjudged, person_figures, week_figure
from cpepa_desktop.operations.explanations import Figure, frame_of
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, attend, enrolled, own_request, planned

SECOND_WEEK = date(2024, 1, 26)


def status_of(ws: Workspace, someone: Enrolment) -> PersonStatus:
    return next(found for found in course_status(ws, CODE).people if found.enrolment.id == someone.id)


def figures(ws: Workspace, someone: Enrolment) -> dict[str, Figure]:
    found = person_figures(status_of(ws, someone), frame_of(ws, CODE))
    return {figure.key: figure for figure in found}


@pytest.fixture
def someone(ws: Workspace) -> Enrolment:
    """Give a person of whom two weeks are entered: 40 h attended, 10 h justified and validated."""
    planned(ws)
    ws.clock = at(SECOND_WEEK)
    enrolment = enrolled(ws)
    attend(ws, enrolment, 40 * 60, AbsenceCause.B, JustificationState.VALIDATED)
    return enrolment


def test_the_hours_of_a_person_add_up_to_the_official_ones(ws: Workspace, someone: Enrolment) -> None:
    attended = figures(ws, someone)["attended"]
    assert attended.value == "40 h"
    assert attended.explanation.sentence == "Lleva 40 h de las 380 h de su acción."
    assert attended.explanation.formula[1] == "380 h = 40 h + 10 h + 330 h"
    assert [label for label, _value in attended.explanation.lines] == [
        "Asistido",
        "Faltas justificadas y validadas",
        "Por impartir",
    ]


def test_a_pace_that_falls_short_names_the_modules(ws: Workspace, someone: Enrolment) -> None:
    """A fifth missed of the first module is a pace that reaches; half of one day more is not."""
    pace = figures(ws, someone)["pace"]
    assert pace.value == "No"
    assert pace.explanation.lines[0] == (
        "MF1016_2",
        "faltas 10 h de 50 h introducidas; quedan 50 h por impartir",
    )
    other = enrolled(ws, 2)
    attend(ws, other, 35 * 60)
    assert figures(ws, other)["pace"].value == "Sí"
    assert "no llegará en MF1016_2" in figures(ws, other)["pace"].explanation.sentence


def test_absences_are_told_apart_by_their_proof(ws: Workspace, someone: Enrolment) -> None:
    explanation = figures(ws, someone)["absent"].explanation
    assert explanation.sentence == (
        "Ha faltado 10 h: 10 h con justificante validado, 0 h a la espera y 0 h sin justificar."
    )


def test_what_is_not_entered_is_pending_and_says_why(ws: Workspace, someone: Enrolment) -> None:
    assert figures(ws, someone)["pending"].explanation.sentence == "Todo lo impartido está introducido."
    ws.clock = at(date(2024, 1, 29))
    pending = figures(ws, someone)["pending"]
    assert pending.value == "5 h"
    assert "ni asistió ni faltó" in pending.explanation.sentence
    assert pending.explanation.formula == ("Pendiente: ni asistida, ni falta, ni apta",)


def test_computable_hours_are_those_attended_and_those_justified(ws: Workspace, someone: Enrolment) -> None:
    computable = figures(ws, someone)["computable"]
    assert computable.value == "50 h"
    assert computable.explanation.formula[1] == "40 h + 10 h = 50 h"
    assert computable.explanation.readings == ()


def test_the_other_reading_of_computable_hours_is_told_where_it_differs(ws: Workspace) -> None:
    planned(ws)
    ws.clock = at(SECOND_WEEK)
    waiting = enrolled(ws)
    attend(ws, waiting, 40 * 60, AbsenceCause.B, JustificationState.PENDING)
    (reading,) = figures(ws, waiting)["computable"].explanation.readings
    assert reading.other == "Las totales menos las no justificadas"
    assert reading.outcome == "Serían 50 h."


def test_nobody_pays_and_nothing_is_computed(ws: Workspace) -> None:
    planned(ws, own_request())
    found = figures(ws, enrolled(ws))
    assert "computable" not in found
    assert "funded/" not in found
    assert "no limita las plazas" in found["seat"].explanation.sentence


def test_what_may_still_be_missed_is_that_of_the_tightest_question(ws: Workspace, someone: Enrolment) -> None:
    margin = figures(ws, someone)["margin"]
    assert margin.value == "15 h"
    assert margin.explanation.formula[1] == "90 h \N{MINUS SIGN} 75 h = 15 h"
    assert "aún puede faltar 15 h" in margin.explanation.sentence


def test_a_share_out_of_reach_leaves_nothing_to_miss(ws: Workspace) -> None:
    planned(ws)
    ws.clock = at(date(2024, 2, 9))
    absent = enrolled(ws)
    attend(ws, absent, 0)
    margin = figures(ws, absent)["margin"]
    assert margin.value == "0 h"
    assert "ya no se alcanza: faltan 75 h" in margin.explanation.sentence


@pytest.mark.parametrize(
    ("number", "words", "formula"), [(13, "subvencionables", "13 ≤ 13"), (14, "adicional", "14 > 13")]
)
def test_a_seat_is_compared_with_those_paid_for(ws: Workspace, number: int, words: str, formula: str) -> None:
    planned(ws)
    last = [enrolled(ws, n) for n in range(1, number + 1)][-1]
    explanation = figures(ws, last)["seat"].explanation
    assert words in explanation.sentence
    assert explanation.formula[1] == formula


def test_the_hours_of_a_week_are_summed_class_by_class(ws: Workspace, someone: Enrolment) -> None:
    (row,) = week_grid(ws, CODE, IsoWeek(2024, 4)).rows
    assert row.enrolment.id == someone.id
    week = week_figure(row)
    assert week.value == "15 h"
    assert week.explanation.formula[1] == "5 h + 5 h + 5 h + 0 h + 0 h = 15 h"
    assert dict(week.explanation.lines)["jue 25 ene 2024"] == "0 h de 5 h"


def test_a_week_of_which_nothing_is_entered_sums_nothing(ws: Workspace, someone: Enrolment) -> None:
    (row,) = week_grid(ws, CODE, IsoWeek(2024, 6)).rows
    assert row.enrolment.id == someone.id
    explanation = week_figure(row).explanation
    assert len(explanation.formula) == 1
    assert {value for _day, value in explanation.lines} == {"sin introducir"}


def test_every_figure_of_a_person_has_its_article(ws: Workspace, someone: Enrolment) -> None:
    found = figures(ws, someone)
    assert {"module_test/MF1016_2", "diploma_attendance/", "funded/"} <= found.keys()
    assert all(figure.explanation.articles for figure in found.values())


def test_a_module_with_nothing_to_judge_says_why(ws: Workspace, someone: Enrolment) -> None:
    person = status_of(ws, someone)
    frame = frame_of(ws, CODE)
    assert "Cuenta en las horas de la acción" in explain_unjudged(person.complementary[0], frame).sentence
    accredited = explain_unjudged(person.modules[0], frame)
    assert "lo tiene acreditado" in accredited.sentence
    assert accredited.articles[0].place == "Guía 10.2.8"
