"""The incidents of a course: what happened on a day of class, why, and what justifies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cpepa_desktop.db import incidents as table
from cpepa_desktop.db import obligations
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, Stretch
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.incident import Incident
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.ATTENDANCE})
_MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class IncidentForm:
    """What is said of an incident; ``minute`` is of the day, no ``enrolment_id`` means the whole class."""

    day: date
    minute: int
    what: str
    cause: str = ""
    justification: str = ""
    enrolment_id: int | None = None
    communicated_on: date | None = None


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with its stretch of class and whom it concerns, ``None`` for the whole class."""

    incident: Incident
    stretch: Stretch
    person: Person | None

    @property
    def day(self) -> date:
        """Return the day of class."""
        return self.stretch.day


def list_incidents(
    ws: Workspace, course: str, first: date | None = None, last: date | None = None
) -> tuple[IncidentView, ...]:
    """Return the incidents of a course by day and hour, all or between two days.

    Raises ``Refused`` for an unknown course.
    """
    view = read_course(ws, course)
    stretches = {stretch.id: stretch for stretch in view.stretches}
    people = {enrolment.id: enrolment.person for enrolment in list_enrolments(ws, course)}
    found = table.incidents(ws.db, view.course.id, first or date.min, last or date.max)
    return tuple(
        IncidentView(
            incident,
            stretches[incident.stretch_id],
            None if incident.enrolment_id is None else people[incident.enrolment_id],
        )
        for incident in found
    )


def add_incident(ws: Workspace, course: str, form: IncidentForm) -> Changes:
    """Write an incident in the stretch of its day and hour.

    Raises ``Refused``: nothing said of it, a day without class or to come, somebody not in class on it, or
    told to the administration before it happened.
    """
    incident = _incident(ws, course, form)
    name = _("Incidencia del {day} en {course}").format(day=day_words(form.day), course=course)
    with ws.operation(name):
        table.add(ws.db, incident)
    return Changes(name, _KINDS, course)


def change_incident(ws: Workspace, course: str, key: int, form: IncidentForm) -> Changes:
    """Write what is said now of an incident. Raises as `add_incident` does, and where it is no more."""
    _find(ws, course, key)
    incident = replace(_incident(ws, course, form), id=key)
    name = _("Cambiar la incidencia del {day} en {course}").format(day=day_words(form.day), course=course)
    with ws.operation(name):
        table.change(ws.db, incident)
    return Changes(name, _KINDS, course)


def remove_incident(ws: Workspace, course: str, key: int) -> Changes:
    """Take an incident away. Raises ``Refused`` where it is no more, or was filed and nobody withdrew it."""
    found = _find(ws, course, key)
    filings = obligations.filings(ws.db, Scope.one(find_course(ws, course).id))
    if any((filing.name, filing.subject) == ("incidents", str(key)) for filing in filings):
        message = _(
            "La incidencia del {day} consta presentada. No se ha quitado: retire antes su presentación, en "
            "Plazos."
        )
        raise Refused(message.format(day=day_words(found.day)))
    name = _("Quitar la incidencia del {day} de {course}").format(day=day_words(found.day), course=course)
    with ws.operation(name):
        table.remove(ws.db, key)
    return Changes(name, _KINDS, course)


def mark_communicated(ws: Workspace, course: str, keys: Sequence[int], day: date) -> Changes:
    """Write on which day some incidents were told to the administration. Raises as `add_incident` does."""
    found = [_find(ws, course, key) for key in keys]
    for each in found:
        _check_communicated(ws, each.day, day)
    name = ngettext(
        "Comunicar {count} incidencia de {course}", "Comunicar {count} incidencias de {course}", len(found)
    ).format(count=len(found), course=course)
    with ws.operation(name):
        for each in found:
            table.change(ws.db, replace(each.incident, communicated_on=day))
    return Changes(name, _KINDS, course)


def _find(ws: Workspace, course: str, key: int) -> IncidentView:
    found = next((view for view in list_incidents(ws, course) if view.incident.id == key), None)
    if found is None:
        raise Refused(_("Esa incidencia ya no existe. No se ha cambiado nada."))
    return found


def _incident(ws: Workspace, course: str, form: IncidentForm) -> Incident:
    if not form.what.strip():
        raise Refused(_("Escriba qué ocurrió. No se ha guardado nada."))
    if not 0 <= form.minute < _MINUTES_A_DAY:
        raise Refused(_("La hora va de 0:00 a 23:59. No se ha guardado nada."))
    if form.day > ws.clock.today():
        raise Refused(
            _("El {day} aún no ha llegado. No se ha guardado nada.").format(day=day_words(form.day))
        )
    stretch = _stretch_at(read_course(ws, course), form.day, form.minute)
    if form.enrolment_id is not None:
        _check_in_class(ws, course, form.enrolment_id, form.day)
    if form.communicated_on is not None:
        _check_communicated(ws, form.day, form.communicated_on)
    return Incident(
        id=0,
        stretch_id=stretch.id,
        minute=form.minute,
        what=form.what.strip(),
        cause=form.cause.strip(),
        justification=form.justification.strip(),
        enrolment_id=form.enrolment_id,
        communicated_on=form.communicated_on,
    )


def _stretch_at(view: CourseView, day: date, minute: int) -> Stretch:
    """Return the stretch of a day nearest to a minute: what happens at the door belongs to the class too."""
    of_day = [stretch for stretch in view.stretches if stretch.day == day]
    if not of_day:
        message = _("El curso {course} no tiene clase el {day}. No se ha guardado nada.")
        raise Refused(message.format(course=view.course.code, day=day_words(day)))
    return min(of_day, key=lambda stretch: max(stretch.start - minute, minute - stretch.end, 0))


def _check_in_class(ws: Workspace, course: str, enrolment_id: int, day: date) -> None:
    enrolment = next((each for each in list_enrolments(ws, course) if each.id == enrolment_id), None)
    if enrolment is None:
        raise Refused(
            _("Esa persona no está en el curso {course}.").format(course=find_course(ws, course).code)
        )
    if not enrolment.is_in_class(day):
        message = _("{name} no está en el curso el {day}. No se ha guardado nada.")
        raise Refused(message.format(name=enrolment.person.listed_name, day=day_words(day)))


def _check_communicated(ws: Workspace, day: date, communicated: date) -> None:
    if communicated > ws.clock.today():
        message = _("El {day} aún no ha llegado. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(communicated)))
    if communicated < day:
        message = _("No pudo comunicarse el {day}: ocurrió el {happened}. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(communicated), happened=day_words(day)))
