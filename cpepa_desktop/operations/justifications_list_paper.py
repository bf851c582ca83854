"""The justifications of a week, and those of earlier ones still to be handed in, for their list."""

from __future__ import annotations

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import short_day_words
from cpepa_desktop.operations.justifications import JustificationView, list_justifications
from cpepa_desktop.operations.week_of_class import week_of_class
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.justifications_list import JustificationLine, JustificationsList


def list_of_justifications(ws: Workspace, course: str, week: IsoWeek) -> JustificationsList:
    """Return what is handed in with the sheet of a week. Raises ``Refused`` without class that week."""
    found = week_of_class(ws, course, week)
    return JustificationsList(
        head=found.head,
        week=week,
        first=found.first,
        last=found.last,
        lines=tuple(_line(each) for each in list_justifications(ws, course) if _belongs(each, week)),
    )


def _belongs(view: JustificationView, week: IsoWeek) -> bool:
    """Say whether a justification covers a day of the week, or is of an earlier one and not handed in."""
    is_of_week = any(IsoWeek.of(each.day) == week for each in view.covers)
    return is_of_week or (view.last < week.monday and view.row.handed_in_on is None)


def _line(view: JustificationView) -> JustificationLine:
    return JustificationLine(
        name=view.enrolment.person.listed_name,
        document=view.enrolment.person.document.number,
        cause=view.cause,
        days=tuple(dict.fromkeys(each.day for each in view.covers)),
        minutes=view.minutes,
        has_proof=view.row.proof is not None,
        remarks=view.row.note,
        handed_in=_handed_in(view),
    )


def _handed_in(view: JustificationView) -> str:
    if view.row.handed_in_on is None:
        return ""
    number = f" con el registro {view.row.registry}" if view.row.registry else ""
    return f"Ya presentado el {short_day_words(view.row.handed_in_on)}{number}"
