"""A course by its code."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.course_lookup import find_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE


def test_a_course_is_found_by_its_code(ws: Workspace, course: CourseView) -> None:
    assert find_course(ws, CODE) == course.course


def test_one_that_is_not_there_is_refused_with_those_that_are(ws: Workspace, course: CourseView) -> None:
    with pytest.raises(Refused, match=f"«nada» en este archivo. Los que hay son: {course.course.code}"):
        find_course(ws, "nada")


def test_a_file_without_courses_says_so(ws: Workspace) -> None:
    with pytest.raises(Refused, match="Los que hay son: ninguno"):
        find_course(ws, CODE)
