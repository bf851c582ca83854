"""Every document of the program, in each of its forms, filled with invented data.

What must hold of every paper is tested and validated on these: a new document has to be added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

from cpepa_desktop.domain.course import SessionMode
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
from cpepa_desktop.reports.frame import Document
from tests.reports import (
    agenda_sheets,
    connection_sheets,
    course_sheets,
    money_sheets,
    person_sheets,
    request_sheets,
    sheets,
)


@dataclass(frozen=True, slots=True)
class Form:
    """A document's module and what it prints."""

    module: ModuleType
    data: Any

    def story(self) -> Document:
        """Return the form in blocks."""
        story: Document = self.module.story(self.data)
        return story

    def pdf(self) -> bytes:
        """Return its PDF."""
        content: bytes = self.module.pdf(self.data)
        return content


_BIMODAL: Final = frozenset({SessionMode.IN_PERSON, SessionMode.BIMODAL})

FORMS: Final = {
    "attendance sheet, blank": Form(attendance_sheet, sheets.blank()),
    "attendance sheet, recorded": Form(attendance_sheet, sheets.recorded()),
    "attendance sheet, 25 people by 14 stretches": Form(attendance_sheet, sheets.recorded(25, 7, 2)),
    "agenda of a course": Form(agenda, agenda_sheets.of_course()),
    "agenda of a centre": Form(agenda, agenda_sheets.of_centre()),
    "agenda of a centre, 200 obligations": Form(agenda, agenda_sheets.of_centre(200)),
    "conditions sheet": Form(conditions_sheet, sheets.conditions()),
    "conditions sheet with its annex": Form(conditions_sheet, sheets.conditions(modes=_BIMODAL)),
    "conditions sheet, all pending": Form(
        conditions_sheet, sheets.conditions(conditions_sheet.CentreTexts())
    ),
    "incidents": Form(incidents, course_sheets.incidents()),
    "trainer control": Form(trainer_control, course_sheets.trainer_control()),
    "risk letter": Form(risk_letter, course_sheets.risk_letter()),
    "justifications list": Form(justifications_list, course_sheets.justifications_list()),
    "monthly summary": Form(monthly_summary, course_sheets.monthly_summary()),
    "monthly summary, 25 people": Form(monthly_summary, course_sheets.monthly_summary(25)),
    "class list": Form(class_list, person_sheets.class_list()),
    "class list with contact": Form(class_list, person_sheets.class_list(with_contact=True)),
    "day certificate": Form(day_certificate, person_sheets.day()),
    "heat map": Form(heat_map, person_sheets.heat()),
    "hours certificate": Form(hours_certificate, person_sheets.hours(pending=90)),
    "share line of a person": Form(share_line, person_sheets.share()),
    "share line of a course": Form(share_line, person_sheets.share("")),
    "typing list": Form(typing_list, person_sheets.typing()),
    "connections, weekly": Form(connections_weekly, connection_sheets.week()),
    "connections, final, 40 people": Form(connections_final, connection_sheets.final(40)),
    "grant estimate of a course": Form(grant_estimate, money_sheets.estimate_of_course()),
    "grant estimate of what is not planned": Form(grant_estimate, money_sheets.estimate_alone()),
    "grant application": Form(grant_application, money_sheets.application()),
    "grant application, 60 courses": Form(grant_application, money_sheets.application(60)),
    "grant application, empty": Form(grant_application, money_sheets.application(0)),
    "yearly request": Form(yearly_request, request_sheets.PAPER),
    "yearly request, 60 courses": Form(yearly_request, request_sheets.of_many(60)),
    "yearly request, empty": Form(yearly_request, request_sheets.of_many(0)),
}
