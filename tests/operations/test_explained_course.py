"""«¿Por qué?» of the figures of a course: sums that add up, days counted one by one, articles to read."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.explained_course import (
    course_figures,
    explain_closed_day,
    explain_plan,
    module_explanations,
)
from cpepa_desktop.operations.explanations import Figure
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, class_on, own_request, planned, request

PEOPLE = 14


def figures(ws: Workspace, people: int = PEOPLE) -> dict[str, Figure]:
    return {figure.key: figure for figure in course_figures(ws, read_course(ws, CODE), people)}


@pytest.mark.usefixtures("course")
def test_the_official_hours_are_the_sum_of_the_blocks_with_the_complementary_module(ws: Workspace) -> None:
    figure = figures(ws)["official_hours"]
    explanation = figure.explanation
    assert figure.value == "380 h"
    assert dict(explanation.lines)["COMPL"] == "10 h"
    assert explanation.formula[1].endswith("+ 10 h = 380 h")
    assert {article.place for article in explanation.articles} >= {"ap. 7.4", "ap. 8", "Guía 5", "art. 6"}
    (reading,) = explanation.readings
    assert reading.question.startswith("¿El 75 % y el 25 % de la acción")
    assert (reading.settled, reading.other) == ("Con ellas", "Sin ellas")
    assert "370 h" in reading.outcome


def test_a_course_without_complementary_module_has_no_other_reading_of_its_hours(ws: Workspace) -> None:
    planned(ws, own_request())
    assert figures(ws)["official_hours"].explanation.readings == ()


@pytest.mark.usefixtures("course")
def test_the_last_day_is_the_days_of_the_timetable_less_those_without_class(ws: Workspace) -> None:
    figure = figures(ws)["last_day"]
    lines = dict(figure.explanation.lines)
    wanted = int(lines["Días de ese horario"])
    closed = int(lines["Festivos y días del centro entre ellos"])
    assert wanted - closed == 380 // 5
    assert figure.explanation.formula[1] == f"{wanted} \N{MINUS SIGN} {closed} = {wanted - closed}"
    assert "Jueves Santo" in lines["jue 28 mar 2024"]
    assert lines["Plazo de ejecución, hasta"] == "jue 31 oct 2024"
    assert figure.value in figure.explanation.sentence


def test_a_class_cancelled_and_not_given_again_is_told_apart_from_a_holiday(
    ws: Workspace, course: CourseView
) -> None:
    _stretch, sessions = class_on(course, date(2024, 1, 17))
    cancel_session(ws, CODE, sessions[0].id, "Nevada", None)
    explanation = figures(ws)["last_day"].explanation
    assert "\N{MINUS SIGN} 1 sin clase programada" in explanation.formula[1]
    assert explanation.sentence.startswith("375 h de clase")


def test_a_course_to_be_written_explains_its_last_day_too(ws: Workspace) -> None:
    add_holiday(ws, Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza"))
    explanation = explain_plan(ws, preview_course(ws, request()))
    assert dict(explanation.lines)["lun 29 ene 2024"] == "San Valero"
    assert explanation.articles


@pytest.mark.parametrize(
    ("people", "words"),
    [(15, "15 personas caben"), (16, "se superan las 15 plazas"), (26, "supera el máximo de 25")],
)
@pytest.mark.usefixtures("course")
def test_the_people_are_compared_with_seats_and_group(ws: Workspace, people: int, words: str) -> None:
    explanation = figures(ws, people)["people"].explanation
    assert words in explanation.sentence
    assert dict(explanation.lines)["Participantes subvencionables"] == "13"
    assert {source.checked_on for source in explanation.sources} != {None}


@pytest.mark.usefixtures("course")
def test_the_regime_compares_the_first_day_known_with_the_cut(ws: Workspace) -> None:
    explanation = figures(ws)["regime"].explanation
    assert explanation.sentence == (
        "El primer día conocido es el lun 15 ene 2024, igual o posterior al lun 1 ene 2024."
    )
    assert [article.norm.id for article in explanation.articles] == ["RD 278/2023", "RD 659/2023"]


def test_hours_of_modules_units_and_practice_are_explained_by_code(ws: Workspace, course: CourseView) -> None:
    found = module_explanations(ws, course)
    assert found["MF1016_2"].sentence == "Están programadas las 100 h oficiales."
    assert dict(found["MF1016_2"].lines)["UF0127"] == "30 h"
    assert found["UF0127"].formula == ("Programado ≤ oficial", "30 h ≤ 30 h")
    assert "empresa" in found["MP0029"].sentence
    assert {article.place for article in found["MP0029"].articles} == {"art. 5 bis.1", "art. 23.2"}
    assert all(explanation.articles for explanation in found.values())


def test_a_unit_that_two_modules_share_is_said_in_both(ws: Workspace) -> None:
    view = planned(ws, own_request(speciality="HOTR0208"))
    found = module_explanations(ws, view)
    first, second = (module.code for module in view.modules if "UF0053" in dict(found[module.code].lines))
    assert dict(found[first].lines)[f"Compartido con {second}"] == "UF0053"
    assert dict(found[second].lines)[f"Compartido con {first}"] == "UF0053"


@pytest.mark.parametrize(
    ("scope", "working"),
    [
        (HolidayScope.NATIONAL, False),
        (HolidayScope.REGIONAL, False),
        (HolidayScope.LOCAL, False),
        (HolidayScope.SCHOOL, True),
        (HolidayScope.CENTRE, True),
    ],
)
def test_a_day_without_class_says_whose_it_is_and_whether_it_counts_for_terms(
    ws: Workspace, course: CourseView, scope: HolidayScope, *, working: bool
) -> None:
    town = "Zaragoza" if scope is HolidayScope.LOCAL else ""
    holiday = Holiday(date(2024, 3, 5), "Cincomarzada", scope, town)
    explanation = explain_closed_day(ws, course, holiday)
    lines = dict(explanation.lines)
    assert "mar 5 mar 2024" in explanation.sentence
    assert lines["Cuenta en los plazos en días hábiles"].startswith("Sí" if working else "No")
    assert [article.place for article in explanation.articles] == ["art. 30.2", "art. 30.6"]
    assert town in lines["Ámbito"]
