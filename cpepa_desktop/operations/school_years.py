"""The school years a file has something of, and which of its courses are in one."""

from __future__ import annotations

from collections.abc import Iterable

from cpepa_desktop.db import courses
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.operations.workspace import Workspace


def school_years(ws: Workspace) -> tuple[SchoolYear, ...]:
    """Return the years that courses of the file touch, with the current one and its neighbours, newest first.

    The neighbours are there to look back at a course just ended and to plan the next one.
    """
    current = SchoolYear.of(ws.clock.today()).begins_in
    begins = {current - 1, current, current + 1}
    facts = courses.facts(ws.db)
    for course in courses.courses(ws.db):
        last = facts[course.id].last_day or course.start_on
        begins.update(range(SchoolYear.of(course.start_on).begins_in, SchoolYear.of(last).begins_in + 1))
    return tuple(SchoolYear(year) for year in sorted(begins, reverse=True))


def of_year(rows: Iterable[CourseRow], year: SchoolYear | None) -> tuple[CourseRow, ...]:
    """Return the courses with any day in a school year, all of them where ``year`` is ``None``."""
    return tuple(
        row for row in rows if year is None or year.touches(row.start_on, row.last_day or row.start_on)
    )
