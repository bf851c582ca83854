"""What is known of a course besides its plan, and can be written at any time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.db import courses, enrolments
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import (
    Course,
    ModuleKind,
)
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.course_lookup import find_course
from cpepa_desktop.operations.persons_days import Learner, OtherDays
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CourseDetails:
    """What is known of a course besides its plan, and can be written at any time."""

    file_number: str = ""
    approved_on: date | None = None
    selection_on: date | None = None
    selection_minute: int | None = None
    selection_place: str = ""
    technician_name: str = ""
    technician_phone: str = ""
    technician_email: str = ""


@redates
def change_course(ws: Workspace, code: str, details: CourseDetails) -> Changes:
    """Write what is known of a course besides its plan."""
    course = find_course(ws, code)
    name = _("Cambiar los datos del curso {code}").format(code=code)
    with ws.operation(name):
        courses.change(
            ws.db,
            replace(
                course,
                file_number=details.file_number,
                approved_on=details.approved_on,
                selection_on=details.selection_on,
                selection_minute=details.selection_minute,
                selection_place=details.selection_place,
                technician_name=details.technician_name,
                technician_phone=details.technician_phone,
                technician_email=details.technician_email,
            ),
        )
    return Changes(name, frozenset({Kind.COURSE}), code)


def set_workplace_days(ws: Workspace, code: str, first: date | None, last: date | None) -> Changes:
    """Write the days of the practical module.

    Raises ``Refused`` where there is none, they are turned, or some day of a learner would be too long.
    """
    course = find_course(ws, code)
    module = next((m for m in courses.modules(ws.db, course.id) if m.kind is ModuleKind.WORKPLACE), None)
    if module is None:
        raise Refused(_("El curso {code} no tiene módulo de formación práctica.").format(code=code))
    if first and last and last < first:
        raise Refused(_("Las prácticas no pueden acabar antes de empezar. No se ha cambiado nada."))
    name = _("Fechas de las prácticas de {code}").format(code=code)
    with ws.operation(name):
        courses.set_module_days(ws.db, module.id, first, last)
        notices = _check_practice(ws, course, (first, last)) if first and last else ()
    return Changes(name, frozenset({Kind.COURSE}), code, notices)


def _check_practice(ws: Workspace, course: Course, span: tuple[date, date]) -> tuple[str, ...]:
    """Refuse practice that makes some day of a learner too long; return what is pending."""
    most = call_of(ws, course).minutes("day_limit", course.start_on)
    people = {each.person.id: each.person for each in enrolments.enrolments(ws.db, course.id)}
    days = OtherDays(ws, most, span, people.keys())
    learners = [
        Learner(key, person.listed_name, dict.fromkeys(days.class_days(key), 0))
        for key, person in people.items()
    ]
    problems = days.problems(learners)
    if problems:
        raise Refused(_("Con las prácticas el día sería demasiado largo. No se ha cambiado nada."), problems)
    return days.notices(learners)
