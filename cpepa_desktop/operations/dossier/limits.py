"""What a course that came from elsewhere passes of the limits of teaching: it is told, since it was so."""

from __future__ import annotations

from cpepa_desktop.operations.course_days import day_problems
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.teaching_checks import crowded_modules
from cpepa_desktop.operations.workspace import Workspace


def limits_passed(ws: Workspace, code: str) -> tuple[str, ...]:
    """Return in words whose day is too long with a course of the file, and which modules many teach."""
    view = read_course(ws, code)
    days = {stretch.day for stretch in view.stretches}
    problems = day_problems(ws, view, days)
    return (*crowded_modules(ws, view), *(problem.message for problem in problems))
