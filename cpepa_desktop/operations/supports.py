"""Support for people with a disability in a course: hours and euros, asked for and approved.

The hours approved of a service are no more than those of the course (ap. 17.5). The text speaks of each
request and its resolution, and two services may be given at the same time: those of one person are not added
up. Interpreting and support are paid at the call's rates; the rate of any other service INAEM sets when it
comes up, and the centre writes it in the call.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.db import courses
from cpepa_desktop.db import supports as table
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_of, choose_call
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.grant import support_amount, support_within_hours
from cpepa_desktop.rules.registry import RULES

_KINDS: Final = frozenset({Kind.PLANNING})


@dataclass(frozen=True, slots=True)
class SupportView:
    """A service with its person and its money.

    ``rate`` is ``None`` while nobody has written it, and so are the cents asked for; those approved are
    ``None`` while nothing was approved.
    """

    support: DisabilitySupport
    person: Person
    rate: Parameter[Decimal] | None
    cents: int | None
    approved_cents: int | None


def pays_support(ws: Workspace, code: str) -> bool:
    """Say whether the call of a course pays for support at all. Raises ``Refused`` if unknown."""
    call = call_of(ws, find_course(ws, code))
    return any(service.rate_name in call.histories for service in SupportService)


def list_supports(ws: Workspace, code: str) -> tuple[SupportView, ...]:
    """Return the services of a course with their amounts. Raises ``Refused`` if unknown."""
    course = find_course(ws, code)
    people = {enrolment.id: enrolment.person for enrolment in list_enrolments(ws, code)}
    rates = {service: support_rate(ws, course, service) for service in SupportService}
    return tuple(
        SupportView(
            support,
            people[support.enrolment_id],
            rate := rates[support.service],
            None if rate is None else support_amount(support.minutes, rate),
            None
            if rate is None or support.approved_minutes is None
            else support_amount(support.approved_minutes, rate),
        )
        for support in table.supports(ws.db, course.id)
    )


def support_rate(ws: Workspace, course: Course, service: SupportService) -> Parameter[Decimal] | None:
    """Return the euros an hour of a service is paid at in a course, ``None`` while nobody has written them.

    A rate that the course's own version of the call leaves open is looked for in the call as it is now.
    """
    for call in (call_of(ws, course), choose_call(ws, course.call).call):
        for day in (course.start_on, date.max):
            if call.gives(service.rate_name, day):
                return call.unit_cost(service.rate_name, day)
    return None


def save_support(ws: Workspace, code: str, support: DisabilitySupport) -> Changes:
    """Write a service for a person of a course, new where its ``id`` is 0.

    Raises ``Refused`` with every reason: a call that pays for none, somebody of another course, more hours
    than the course has, or days that cannot be.
    """
    course = find_course(ws, code)
    if not pays_support(ws, code):
        message = _("La convocatoria del curso {course} no concede apoyo a la discapacidad.")
        raise Refused(message.format(course=code))
    person = {each.id: each.person for each in list_enrolments(ws, code)}.get(support.enrolment_id)
    if person is None:
        raise Refused(_("Esa persona no está en el curso {course}.").format(course=code))
    problems = tuple(Problem(words) for words in _problems(ws, course, support))
    if problems:
        raise Refused(_("El apoyo no puede anotarse así. No se ha guardado nada."), problems)
    name = _("Apoyo a la discapacidad de {person} en {course}").format(person=person.listed_name, course=code)
    with ws.operation(name):
        table.save(ws.db, replace(support, note=support.note.strip()))
    return Changes(name, _KINDS, code)


def remove_support(ws: Workspace, code: str, support_id: int) -> Changes:
    """Take a service away. Raises ``Refused`` where it is no more."""
    found = next((view for view in list_supports(ws, code) if view.support.id == support_id), None)
    if found is None:
        raise Refused(_("Ese apoyo ya no está en el curso. No se ha cambiado nada."))
    name = _("Quitar el apoyo de {person} en {course}").format(person=found.person.listed_name, course=code)
    with ws.operation(name):
        table.remove(ws.db, support_id)
    return Changes(name, _KINDS, code)


def hours_verdict(ws: Workspace, course: Course, minutes: int) -> Verdict:
    """Say whether so many minutes of support fit in the hours of a course."""
    official = sum(block.official_minutes for block in courses.blocks(ws.db, course.id))
    return support_within_hours(minutes, official, RULES["support_within_hours"].citation)


def _problems(ws: Workspace, course: Course, support: DisabilitySupport) -> Iterator[str]:
    if support.minutes <= 0:
        yield _("Las horas de apoyo deben ser más de cero.")
    for minutes in (support.minutes, support.approved_minutes or 0):
        verdict = hours_verdict(ws, course, minutes)
        if verdict.answer is Answer.NO:
            yield explain(verdict).sentence
    for day in (support.requested_on, support.approved_on):
        if day and day > ws.clock.today():
            yield _("El {day} aún no ha llegado.").format(day=day_words(day))
    if support.requested_on and support.approved_on and support.approved_on < support.requested_on:
        yield _("No pudo aprobarse antes de pedirse, el {day}.").format(day=day_words(support.requested_on))
    if (support.approved_on is None) is not (support.approved_minutes is None):
        yield _("La aprobación lleva su día y sus horas: escriba los dos o ninguno.")
