"""Courses are listed with what they add up to, and one is read by its code."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.courses import list_courses, read_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    at,
    enrolled,
    own_request,
    planned,
)


def test_an_unknown_course_is_refused_with_the_ones_there_are(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    with pytest.raises(Refused, match=r"No hay ningún curso «24/9».*24/001"):
        read_course(ws, "24/9")


def test_courses_are_listed_with_what_they_add_up_to(ws: Workspace, course: CourseView) -> None:
    planned(ws, own_request(code="23/009", start=date(2024, 1, 8)))
    enrolled(ws)
    own, funded = list_courses(ws)
    assert (own.code, funded.code) == ("23/009", CODE)
    assert (funded.people, own.people) == (1, 0)
    assert (funded.official_minutes, funded.last_day) == (22800, course.last_day)
    assert (funded.call, funded.route, funded.title) == ("EPE-873-2023", Route.CALL, course.course.title)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2024, 1, 14), "planned"),
        (date(2024, 1, 15), "running"),
        (date(2024, 5, 3), "running"),
        (date(2024, 5, 4), "finished"),
    ],
)
def test_a_course_is_planned_runs_and_is_finished_by_the_working_day(
    ws: Workspace, course: CourseView, day: date, stage: str
) -> None:
    ws.clock = at(day)
    assert [(row.code, row.stage) for row in list_courses(ws)] == [(course.course.code, stage)]
