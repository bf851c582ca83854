"""How each paper of a course is made: what is read for it, and the document that prints it.

The list of papers is in `operations.papers` and light; this file brings the engine and the fonts of the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from cpepa_desktop.domain.papers import PaperScope, PaperSubject
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.agenda_paper import agenda_of_centre, agenda_of_course
from cpepa_desktop.operations.application_paper import application_sheet
from cpepa_desktop.operations.attendance_paper import blank_sheet, recorded_sheet
from cpepa_desktop.operations.class_list_paper import list_of_class, list_with_contact
from cpepa_desktop.operations.conditions_paper import conditions
from cpepa_desktop.operations.connections_paper import connections_of_course, connections_of_week
from cpepa_desktop.operations.day_certificate_paper import certified_day
from cpepa_desktop.operations.grant_paper import estimate_of_course
from cpepa_desktop.operations.hours_certificate_paper import certified_hours
from cpepa_desktop.operations.incidents_paper import incidents_sheet
from cpepa_desktop.operations.justifications_list_paper import list_of_justifications
from cpepa_desktop.operations.monthly_summary_paper import summary_of_month
from cpepa_desktop.operations.paper_subjects import check_scope
from cpepa_desktop.operations.pictures_paper import (
    course_share_paper,
    heat_map_paper,
    person_share_paper,
)
from cpepa_desktop.operations.risk_letter_paper import letter_to
from cpepa_desktop.operations.trainer_control_paper import control_of_trainers
from cpepa_desktop.operations.typing_list_paper import typing_sheet
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_request_paper import requested
from cpepa_desktop.reports import (
    agenda,
    attendance_sheet,
    class_list,
    conditions_sheet,
    connections_final,
    connections_weekly,
    day_certificate,
    grant_application,
    grant_estimate,
    heat_map,
    hours_certificate,
    incidents,
    justifications_list,
    monthly_summary,
    risk_letter,
    share_line,
    trainer_control,
    typing_list,
    yearly_request,
)

Gather = Callable[[Workspace, str, PaperSubject], Any]
"""Reads what a paper about a subject of a course prints; each paper has its own data."""


def _nothing(_paper: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """``gather`` reads what is printed from the file, ``pdf`` prints it, ``missing`` names the empty items.

    ``gather`` raises ``Refused`` where the file lacks what no such paper can be without.
    """

    gather: Gather
    pdf: Callable[[Any], bytes]
    missing: Callable[[Any], tuple[str, ...]] = _nothing


def _whole_course(gather: Callable[[Workspace, str], Any]) -> Gather:
    return _of_scope(PaperScope.COURSE, lambda ws, course, _subject: gather(ws, course))


def _weekly(gather: Callable[[Workspace, str, IsoWeek], Any]) -> Gather:
    return _of_scope(PaperScope.WEEK, gather)


def _monthly(gather: Callable[[Workspace, str, Month], Any]) -> Gather:
    return _of_scope(PaperScope.MONTH, gather)


def _personal(gather: Callable[[Workspace, str, int], Any]) -> Gather:
    """Adapt what gathers a paper of a person, by enrolment."""
    return _of_scope(PaperScope.PERSON, lambda ws, course, who: gather(ws, course, who.enrolment_id))


def _of_a_day(gather: Callable[[Workspace, str, int, date], Any]) -> Gather:
    """Adapt what gathers a paper of a person, by enrolment, on a day."""
    return _of_scope(
        PaperScope.PERSON_DAY, lambda ws, course, who: gather(ws, course, who.enrolment_id, who.day)
    )


def _yearly(gather: Callable[[Workspace, SchoolYear], Any]) -> Gather:
    """Adapt what gathers a paper of the centre for a school year."""
    return _of_scope(PaperScope.YEAR, lambda ws, _course, year: gather(ws, year))


def _of_call(gather: Callable[[Workspace, str], Any]) -> Gather:
    """Adapt what gathers a paper of the centre for a call, by the call's id."""
    return _of_scope(PaperScope.CALL, lambda ws, _course, about: gather(ws, about.call))


def _of_scope(scope: PaperScope, gather: Callable[[Workspace, str, Any], Any]) -> Gather:
    """Return ``gather`` behind a refusal of every subject that is not of its scope."""

    def gather_checked(ws: Workspace, course: str, subject: PaperSubject) -> Any:  # noqa: ANN401 - each paper has its own data
        check_scope(scope, subject)
        return gather(ws, course, subject)

    return gather_checked


MAKERS: Final[Mapping[str, PaperMaker]] = MappingProxyType(
    {
        "attendance-sheet": PaperMaker(_weekly(blank_sheet), attendance_sheet.pdf),
        "attendance-sheet-recorded": PaperMaker(_weekly(recorded_sheet), attendance_sheet.pdf),
        "conditions-sheet": PaperMaker(
            _whole_course(conditions), conditions_sheet.pdf, conditions_sheet.missing_items
        ),
        "class-list": PaperMaker(_whole_course(list_of_class), class_list.pdf),
        "class-list-contact": PaperMaker(_whole_course(list_with_contact), class_list.pdf),
        "hours-certificate": PaperMaker(_personal(certified_hours), hours_certificate.pdf),
        "day-certificate": PaperMaker(_of_a_day(certified_day), day_certificate.pdf),
        "typing-list": PaperMaker(_weekly(typing_sheet), typing_list.pdf),
        "heat-map": PaperMaker(_whole_course(heat_map_paper), heat_map.pdf),
        "share-line-course": PaperMaker(_whole_course(course_share_paper), share_line.pdf),
        "share-line": PaperMaker(_personal(person_share_paper), share_line.pdf),
        "incidents": PaperMaker(_weekly(incidents_sheet), incidents.pdf, incidents.missing_items),
        "trainer-control": PaperMaker(
            _weekly(control_of_trainers), trainer_control.pdf, trainer_control.missing_items
        ),
        "justifications-list": PaperMaker(
            _weekly(list_of_justifications), justifications_list.pdf, justifications_list.missing_items
        ),
        "monthly-summary": PaperMaker(
            _monthly(summary_of_month), monthly_summary.pdf, monthly_summary.missing_items
        ),
        "risk-letter": PaperMaker(_personal(letter_to), risk_letter.pdf, risk_letter.missing_items),
        "connections-weekly": PaperMaker(
            _weekly(connections_of_week), connections_weekly.pdf, connections_weekly.missing_items
        ),
        "connections-final": PaperMaker(
            _whole_course(connections_of_course), connections_final.pdf, connections_final.missing_items
        ),
        "yearly-request": PaperMaker(_yearly(requested), yearly_request.pdf, yearly_request.missing_items),
        "agenda": PaperMaker(_whole_course(agenda_of_course), agenda.pdf),
        "agenda-centre": PaperMaker(_yearly(agenda_of_centre), agenda.pdf),
        "grant-estimate": PaperMaker(_whole_course(estimate_of_course), grant_estimate.pdf),
        "grant-application": PaperMaker(
            _of_call(application_sheet), grant_application.pdf, grant_application.missing_items
        ),
    }
)
"""The maker of each of `operations.papers.DOCUMENTS`, by its name."""
