"""Tests of «¿Por qué?» of the days of an obligation: event, days, what is passed over, and the result."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.operations.explained_deadlines import explain_obligation
from cpepa_desktop.operations.explanations import Explanation
from cpepa_desktop.operations.obligations import record_event
from cpepa_desktop.operations.workspace import Workspace


def obligation_of(ws: Workspace, course: CourseView, name: str) -> DatedObligation:
    found = course_obligations(ws, course.course.code)
    return next(each for each in found if each.name == name)


def explained(ws: Workspace, course: CourseView, name: str) -> dict[str, Explanation]:
    figures = explain_obligation(ws, obligation_of(ws, course, name))
    return {figure.key: figure.explanation for figure in figures}


def test_a_limit_before_an_event_says_the_event_the_days_and_the_result(
    ws: Workspace, course: CourseView
) -> None:
    (why,) = explained(ws, course, "start_communication").values()
    assert why.sentence.startswith(
        "Plazo: 7 días naturales antes del inicio del curso. Es el lun 8 ene 2024."
    )
    lines = dict(why.lines)
    assert lines["El inicio del curso"] == "lun 15 ene 2024"
    assert lines["Se cuentan, hacia atrás"] == "7 días naturales"
    assert lines["Plazo"] == "lun 8 ene 2024"
    assert why.citation == "EPE/873/2023, ap. 18.5; Guía 10.2.1; cuadro resumen"
    places = [article.norm.id for article in why.articles]
    assert places.count("Ley 39/2015") >= 1


def test_both_readings_are_reckoned_each_by_its_text(ws: Workspace, course: CourseView) -> None:
    why = explained(ws, course, "evaluation_record")
    assert list(why) == ["due", "safe"]
    assert "15 días hábiles después del fin del curso" in why["due"].sentence
    assert "15 días naturales después del fin del curso" in why["safe"].sentence
    assert why["due"].citation != why["safe"].citation


def test_a_day_that_is_moved_on_says_where_it_fell(ws: Workspace, course: CourseView) -> None:
    lines = dict(explained(ws, course, "evaluation_record")["safe"].lines)
    assert lines["El fin del curso"] == "vie 3 may 2024"
    assert lines["Cae en día inhábil"] == "sáb 18 may 2024: pasa al primero hábil"
    assert lines["Fecha segura"] == "lun 20 may 2024"


def test_the_holidays_that_working_days_leave_out_are_named(ws: Workspace, course: CourseView) -> None:
    change_course(ws, course.course.code, CourseDetails(selection_on=date(2024, 1, 8)))
    lines = dict(explained(ws, course, "candidate_request")["safe"].lines)
    assert lines["Festivos que no cuentan"] == "lun 25 dic y lun 1 ene"


def test_what_has_not_happened_is_said(ws: Workspace, course: CourseView) -> None:
    why = explained(ws, course, "publicity_authorisation")["due"]
    assert why.sentence == "No tiene día todavía: está pendiente del comienzo de la publicidad."
    assert dict(why.lines)["El comienzo de la publicidad"] == "sin día"
    record_event(ws, course.course.code, Anchor.PUBLICITY_STARTED, date(2023, 12, 4))
    assert "dom 3 dic 2023" in explained(ws, course, "publicity_authorisation")["due"].sentence


def test_a_day_that_the_text_fixes_is_counted_from_nothing(ws: Workspace, course: CourseView) -> None:
    why = explained(ws, course, "execution_limit")
    assert "el jue 31 oct 2024, que fija el texto" in why["due"].sentence
    assert "Ley 39/2015" not in [article.norm.id for article in why["due"].articles]
    assert list(why) == ["due", "safe"]


@pytest.mark.parametrize(("name", "keys"), [("evidence", ["opens"]), ("start_declaration", ["opens"])])
def test_what_has_no_term_says_from_when(
    ws: Workspace, course: CourseView, name: str, keys: list[str]
) -> None:
    assert list(explained(ws, course, name)) == keys


def test_every_obligation_of_a_course_can_be_explained(ws: Workspace, course: CourseView) -> None:
    for each in course_obligations(ws, course.course.code):
        assert all(figure.explanation.sentence for figure in explain_obligation(ws, each)), each.name
