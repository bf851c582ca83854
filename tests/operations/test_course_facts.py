"""What is known of a course besides its plan is written at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.course_facts import CourseDetails, change_course, set_workplace_days
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    planned,
    request,
    rows,
)


def test_what_is_known_besides_the_plan_can_be_written_at_any_time(ws: Workspace, course: CourseView) -> None:
    details = CourseDetails(
        "23/0001", date(2023, 12, 1), date(2024, 1, 9), 600, "Aula 1", "Eva", "976", "e@x"
    )
    assert change_course(ws, CODE, details).kinds == {Kind.COURSE}
    assert read_course(ws, CODE).course == replace(
        course.course,
        file_number="23/0001",
        approved_on=date(2023, 12, 1),
        selection_on=date(2024, 1, 9),
        selection_minute=600,
        selection_place="Aula 1",
        technician_name="Eva",
        technician_phone="976",
        technician_email="e@x",
    )


def test_the_days_of_the_practice_are_written_and_not_turned_round(ws: Workspace, course: CourseView) -> None:
    set_workplace_days(ws, CODE, date(2024, 5, 6), date(2024, 5, 17))
    practice = read_course(ws, CODE).modules[-1]
    assert (practice.from_day, practice.to_day) == (date(2024, 5, 6), date(2024, 5, 17))
    with pytest.raises(Refused, match="acabar antes de empezar"):
        set_workplace_days(ws, CODE, date(2024, 5, 6), date(2024, 5, 5))
    set_workplace_days(ws, CODE, None, None)
    assert read_course(ws, CODE) == course


def test_a_course_without_practice_has_no_days_to_write(ws: Workspace) -> None:
    planned(ws, request(speciality="ELEE0109", part="A1"))
    with pytest.raises(Refused, match="no tiene módulo de formación práctica"):
        set_workplace_days(ws, CODE, MONDAY, MONDAY)


WRITES: dict[str, Callable[[Workspace], Changes]] = {
    "change_course": lambda ws: change_course(ws, CODE, CourseDetails(file_number="9")),
    "set_workplace_days": lambda ws: set_workplace_days(ws, CODE, MONDAY, MONDAY),
}


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace], Changes]) -> None:
    before = rows(ws)
    write(ws)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
