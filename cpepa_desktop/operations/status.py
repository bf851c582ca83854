"""How the people of a course stand: every verdict of attendance, computed here once and shown everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from cpepa_desktop.db import attendance as table
from cpepa_desktop.db import enrolments
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.status import CourseStatus, PersonStatus
from cpepa_desktop.operations.block_calendars import calendars_of
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.exception_records import share_exceptions
from cpepa_desktop.operations.judging import Judge, Register, entered_of
from cpepa_desktop.operations.notices import excepted_notices
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.exclusion import exclusions
from cpepa_desktop.rules.leaving import leavers_borne
from cpepa_desktop.rules.tally import BlockCalendar


def course_status(ws: Workspace, code: str) -> CourseStatus:
    """Return how everybody in a course stands on the working day. Raises ``Refused`` if it is unknown."""
    view = read_course(ws, code)
    enrolled = enrolments.enrolments(ws.db, view.course.id)
    register = register_of(ws, view, enrolled)
    judge = Judge(register, ws.clock.today(), WorkingCalendar(ws).is_working_day)
    absent = table.unjustified_days(ws.db, view.course.id)
    exceptions = share_exceptions(ws, code, enrolled)
    people = tuple(
        replace(with_exclusions(judge.person(each), register, absent), exception=exceptions.get(each.id))
        for each in enrolled
    )
    return CourseStatus(
        course=code,
        title=view.course.title,
        official_minutes=view.official_minutes,
        scheduled_minutes=sum(session.minutes for session in view.sessions if session.counts),
        people=people,
        leavers=leavers_verdict(register, people),
    )


def with_exclusions(
    person: PersonStatus, register: Register, absent: Mapping[int, Sequence[date]]
) -> PersonStatus:
    """Return a person with the months in which their unjustified absences are too many."""
    if not register.call.gives("unjustified_per_month", register.start):
        return person
    most = register.call.count("unjustified_per_month", register.start).value
    return replace(person, exclusions=exclusions(absent.get(person.enrolment.id, ()), most))


def leavers_verdict(register: Register, people: Sequence[PersonStatus]) -> Verdict | None:
    """Judge how many left of those who began; who is paid for all the same has finished and is no leaver."""
    call, start = register.call, register.start
    if not (call.gives("dropout_from_share", start) and call.gives("dropout_tolerance", start)):
        return None
    action = BlockCalendar.merged(register.calendars.values())
    first = action.days[0] if action.days else start
    last_days = [
        person.enrolment.left_on
        for person in people
        if person.enrolment.left_on and not _has_finished(person)
    ]
    return leavers_borne(
        action,
        last_days,
        sum(person.enrolment.joined_on <= first for person in people),
        call.share("dropout_from_share", start),
        call.share("dropout_tolerance", start),
    )


def _has_finished(person: PersonStatus) -> bool:
    funded = person.verdicts.get("funded")
    return funded is not None and funded.answer is Answer.YES


def register_of(ws: Workspace, view: CourseView, enrolled: Sequence[Enrolment]) -> Register:
    """Return what the people of a course are judged by, read whole."""
    course, today = view.course, ws.clock.today()
    totals = table.totals(ws.db, course.id, today)
    return Register(
        call_of(ws, course),
        course.start_on,
        view.modules,
        calendars_of(view),
        entered_of(totals, table.proved_totals(ws.db, course.id)),
        table.entered_later(ws.db, course.id, today),
        excepted_notices(ws, course.code, enrolled),
    )
