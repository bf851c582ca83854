"""What the centre has to hand in for the courses of a school year."""

from __future__ import annotations

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.deadlines import DatedObligation, all_obligations
from cpepa_desktop.operations.school_years import of_year
from cpepa_desktop.operations.workspace import Workspace


def year_obligations(ws: Workspace, year: SchoolYear | None) -> tuple[DatedObligation, ...]:
    """Return the obligations of the courses with any day in a school year, of all where it is ``None``.

    What falls in the year of a course that ended before it is there too: it is still to be handed in.
    """
    found = all_obligations(ws)
    if year is None:
        return found
    courses = {row.code for row in of_year(list_courses(ws), year)}
    return tuple(each for each in found if each.course in courses or _falls_in(each, year))


def _falls_in(obligation: DatedObligation, year: SchoolYear) -> bool:
    return obligation.due is not None and year.first <= obligation.due <= year.last
