"""Tests of what is to be handed in for a school year: of its courses, and what falls in it of others."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.deadlines import all_obligations
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.year_obligations import year_obligations


@pytest.mark.usefixtures("course")
def test_the_year_of_a_course_has_all_its_obligations_and_all_years_have_them_too(ws: Workspace) -> None:
    everything = all_obligations(ws)
    assert everything
    assert year_obligations(ws, SchoolYear(2023)) == year_obligations(ws, None) == everything


def test_what_falls_in_a_later_year_is_there_too(ws: Workspace, course: CourseView) -> None:
    later = year_obligations(ws, SchoolYear(2024))
    assert {each.name for each in later} == {"execution_limit"}
    assert {each.course for each in later} == {course.course.code}
    assert year_obligations(ws, SchoolYear(2030)) == ()
