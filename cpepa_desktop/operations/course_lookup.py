"""A course by its code."""

from __future__ import annotations

from cpepa_desktop.db import courses
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace


def find_course(ws: Workspace, code: str) -> Course:
    """Return the facts of a course. Raises ``Refused`` where the file has none of that code."""
    course = courses.course(ws.db, code)
    if course is None:
        known = ", ".join(course.code for course in courses.courses(ws.db)) or _("ninguno")
        message = _("No hay ningún curso «{code}» en este archivo. Los que hay son: {known}.")
        raise Refused(message.format(code=code, known=known))
    return course
