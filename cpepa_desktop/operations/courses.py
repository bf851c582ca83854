"""The courses of the file: all of them as lists show them, and one whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.db import courses, enrolments, sessions
from cpepa_desktop.domain.course import (
    CourseView,
    Route,
)
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.course_lookup import find_course as find_course  # noqa: PLC0414 - looked for here
from cpepa_desktop.operations.course_stages import stages_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course as lists show it, with its stage on the working day."""

    code: str
    speciality: str
    part: str
    title: str
    route: Route
    call: str
    start_on: date
    last_day: date | None
    official_minutes: int
    people: int
    stage: Stage


def list_courses(ws: Workspace) -> tuple[CourseRow, ...]:
    """Return every course by its first day."""
    people = enrolments.counts(ws.db)
    facts = courses.facts(ws.db)
    found = courses.courses(ws.db)
    stages = stages_of(ws, found, {key: each.last_day for key, each in facts.items()})
    return tuple(
        CourseRow(
            code=course.code,
            speciality=course.speciality,
            part=course.part,
            title=course.title,
            route=course.route,
            call=course.call,
            start_on=course.start_on,
            last_day=facts[course.id].last_day,
            official_minutes=facts[course.id].official_minutes,
            people=people.get(course.id, 0),
            stage=stages[course.id],
        )
        for course in found
    )


def read_course(ws: Workspace, code: str) -> CourseView:
    """Return a course with its modules, blocks, stretches and sessions. Raises ``Refused`` if unknown."""
    course = find_course(ws, code)
    return CourseView(
        course,
        courses.modules(ws.db, course.id),
        courses.blocks(ws.db, course.id),
        sessions.stretches(ws.db, course.id),
        sessions.sessions(ws.db, course.id),
    )
