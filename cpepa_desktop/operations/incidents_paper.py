"""The incidents of a week, filled from the file."""

from __future__ import annotations

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.incidents import IncidentView, list_incidents
from cpepa_desktop.operations.week_of_class import week_of_class
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.incidents import IncidentLine, IncidentsSheet


def incidents_sheet(ws: Workspace, course: str, week: IsoWeek) -> IncidentsSheet:
    """Return the incidents of a week of a course. Raises ``Refused`` without class that week."""
    found = week_of_class(ws, course, week)
    return IncidentsSheet(
        head=found.head,
        week=week,
        first=found.first,
        last=found.last,
        incidents=tuple(map(_line, list_incidents(ws, course, week.monday, week.sunday))),
        trainers=found.trainers,
    )


def whom(view: IncidentView) -> str:
    """Return whom an incident concerns, as papers print it."""
    return view.person.listed_name if view.person else "Todo el grupo"


def _line(view: IncidentView) -> IncidentLine:
    incident = view.incident
    return IncidentLine(
        day=view.day,
        minute=incident.minute,
        person=whom(view),
        what=incident.what,
        cause=incident.cause,
        justification=incident.justification,
        communicated_on=incident.communicated_on,
    )
