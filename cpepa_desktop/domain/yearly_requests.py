"""The yearly request: what a centre wants to teach in the next school year, and who pays for each course.

The centres ask for it in March and April («Certificados de profesionalidad en CPEPAs», procedure published
by the Department of Education).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _

FIRST_MONTH: Final = 3
LAST_MONTH: Final = 4
"""March and April, before the school year begins."""

REQUEST_ROUTES: Final = (Route.LOCAL, Route.OWN, Route.AGREEMENT, Route.CALL)
"""Who may pay for a line, in the order of the request; a call is applied for apart, and its line says so."""


def payer_words(route: Route) -> str:
    """Return who pays in the words of the request."""
    return {
        Route.LOCAL: _("Entidad local"),
        Route.OWN: _("Medios propios"),
        Route.AGREEMENT: _("Necesita financiación"),
        Route.CALL: _("Convocatoria, con su solicitud"),
    }[route]


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A course that is wanted: a whole certificate, or the ``part`` of it that is offered.

    ``course_id`` is the key of the course planned from it, and ``course`` its code, ``""`` while there is
    none.
    """

    id: int
    position: int
    speciality: str
    part: str
    route: Route
    local_entity_id: int | None = None
    starts_on: date | None = None
    places: int | None = None
    course_id: int | None = None
    note: str = ""
    course: str = ""

    @property
    def words(self) -> str:
        """Return what is asked for, as «SSCS0208 A1»."""
        return f"{self.speciality} {self.part}".strip()

    @property
    def lacks_entity(self) -> bool:
        """Say whether a local entity pays and nobody has said which."""
        return self.route is Route.LOCAL and self.local_entity_id is None


@dataclass(frozen=True, slots=True)
class YearlyRequest:
    """The request for a school year, and the day and number it was submitted under where it was."""

    year: SchoolYear
    submitted_on: date | None = None
    number: str = ""
    attachment: str | None = None
    lines: tuple[RequestLine, ...] = ()


def year_to_request(today: date) -> SchoolYear:
    """Return the school year that a request is about on ``today``: from March on, the next one."""
    return SchoolYear(today.year if today.month >= FIRST_MONTH else today.year - 1)


def is_time_to_request(year: SchoolYear, day: date) -> bool:
    """Say whether ``day`` is in the March and April before a school year."""
    return day.year == year.begins_in and FIRST_MONTH <= day.month <= LAST_MONTH
