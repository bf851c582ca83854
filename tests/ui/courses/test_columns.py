"""Tests of what the list of courses and the dialog of a new one show."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import Route
from cpepa_desktop.operations.catalogue import OfferRow, StructureState, list_offers
from cpepa_desktop.operations.course_planning import CourseRequest, preview_course
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.ui.courses.columns import (
    block_columns,
    blocks_of,
    class_days,
    course_columns,
    next_code,
    offer_columns,
    offered_words,
    structure_words,
)
from cpepa_desktop.ui.shell import Shell


def test_a_course_says_code_speciality_title_route_days_hours_people_and_stage(shell: Shell) -> None:
    row = list_courses(shell.workspace)[0]
    assert [column.shown(row) for column in course_columns()] == [
        "2024-SSCS0208",
        "SSCS0208",
        "Atención sociosanitaria a personas dependientes en instituciones sociales",
        "Convocatoria",
        "15 ene 2024",
        "10 may 2024",
        "380 h",
        "14",
        "En marcha",
    ]


def test_an_offer_says_its_part_its_hours_and_whether_its_modules_are_known() -> None:
    (row,) = list_offers(None, "SSCS0208")
    assert [column.shown(row) for column in offer_columns()] == [
        "SSCS0208",
        "completo",
        "Atención sociosanitaria a personas dependientes en instituciones sociales",
        "370 h",
        "conocidos",
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (StructureState.OFFICIAL, "conocidos"),
        (StructureState.CENTRE, "del centro"),
        (StructureState.MISSING, "sin establecer"),
    ],
)
def test_what_is_not_known_of_an_offer_is_said(state: StructureState, words: str) -> None:
    row = OfferRow("X", "", "Título", "Familia", 100, 2, priority=False, structure=state, note="")
    assert structure_words(row) == words
    washed = offer_columns()[-1].wash
    assert washed is not None
    assert (washed(row) is not None) is (state is StructureState.MISSING)


def test_a_plan_says_the_days_of_each_block(shell: Shell) -> None:
    request = CourseRequest(
        "24/9", "own-resources", "SSCS0208", "", Route.OWN, "Zaragoza", date(2024, 9, 2), "L-V 09:00-14:00"
    )
    plan = preview_course(shell.workspace, request)
    blocks = blocks_of(plan)
    assert [column.shown(blocks[0]) for column in block_columns()] == [
        "UF0127",
        "30 h",
        "2 sep 2024",
        "9 sep 2024",
    ]
    assert sum(block.minutes for block in blocks) == plan.official_minutes
    assert blocks[-1].last == plan.last_day
    assert class_days(plan) == 74


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        ([], "2024-01"),
        (["2024-01", "2024-02"], "2024-03"),
        (["2024-02", "2023-01", "otro"], "2024-01"),
    ],
)
def test_the_first_code_free_of_the_year_is_proposed(taken: list[str], code: str) -> None:
    assert next_code(taken, 2024) == code


def test_a_part_is_said_beside_its_speciality() -> None:
    assert offered_words("SSCS0208", "") == "SSCS0208"
    assert offered_words("SSCS0208", "A1") == "SSCS0208 · A1"
