"""The class list, filled from the file: for the classroom, or with contact for the office."""

from __future__ import annotations

from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.class_list import ClassList, ListedPerson
from cpepa_desktop.reports.frame import spanish


def list_of_class(ws: Workspace, code: str) -> ClassList:
    """Return the list for the classroom. Raises ``Refused`` for an unknown course."""
    return _class_list(ws, code, with_contact=False)


def list_with_contact(ws: Workspace, code: str) -> ClassList:
    """Return the list with telephone and e-mail, for the office. Raises ``Refused`` for an unknown course."""
    return _class_list(ws, code, with_contact=True)


def _class_list(ws: Workspace, code: str, *, with_contact: bool) -> ClassList:
    view = read_course(ws, code)
    start = view.course.start_on
    return ClassList(
        head=course_head(ws, view.course, (session.mode for session in view.sessions if session.counts)),
        on=ws.clock.today(),
        people=tuple(
            ListedPerson(
                n,
                enrolment.person.listed_name,
                enrolment.person.document.number,
                enrolment.person.phone if with_contact else "",
                enrolment.person.email if with_contact else "",
                "; ".join(_notes(enrolment, late=enrolment.joined_on > start)),
            )
            for n, enrolment in enumerate(list_enrolments(ws, code), start=1)
        ),
        with_contact=with_contact,
    )


def _notes(enrolment: Enrolment, *, late: bool) -> list[str]:
    notes = [f"Desde el {spanish.short_day(enrolment.joined_on)}"] if late else []
    if enrolment.left_on:
        notes.append(f"Baja; última clase, {spanish.short_day(enrolment.left_on)}")
    return notes
