"""Tests of the school years a file offers and the courses of each."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.school_years import of_year, school_years
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at


def _years(*begins: int) -> tuple[SchoolYear, ...]:
    return tuple(SchoolYear(year) for year in begins)


def test_a_file_without_courses_offers_the_current_year_and_its_neighbours(ws: Workspace) -> None:
    assert school_years(ws) == _years(2024, 2023, 2022)


@pytest.mark.usefixtures("course")
def test_the_years_of_the_courses_are_offered_whatever_the_day(ws: Workspace) -> None:
    ws.clock = at(date(2030, 9, 1))
    assert school_years(ws) == _years(2031, 2030, 2029, 2023)


def test_a_course_is_in_every_year_it_has_a_day_in(ws: Workspace, course: CourseView) -> None:
    (row,) = list_courses(ws)
    assert row.code == course.course.code
    assert of_year([row], SchoolYear(2023)) == (row,)
    assert of_year([row], SchoolYear(2022)) == ()
    assert of_year([row], SchoolYear(2024)) == ()
    assert of_year([row], None) == (row,)
