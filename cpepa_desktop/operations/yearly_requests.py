"""The yearly request of a centre: its lines, how each is authorised, and the day it was submitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import accreditations, courses, local_entities
from cpepa_desktop.db import yearly_requests as table
from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.domain.yearly_requests import (
    RequestLine,
    YearlyRequest,
    is_time_to_request,
    year_to_request,
)
from cpepa_desktop.operations.accreditations import in_force
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.local_entities import find_local_entity
from cpepa_desktop.operations.offers import Own, centre_certificates
from cpepa_desktop.operations.requestables import Requestable, requestable_of
from cpepa_desktop.operations.speciality_needs import missing_by_speciality
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})
_COURSE_KINDS: Final = _KINDS | {Kind.COURSE}


@dataclass(frozen=True, slots=True)
class RequestLineView:
    """A line with what it asks for and the accreditation that covers it, ``None`` for a new authorisation.

    ``missing`` says in words what a new authorisation lacks; ``warnings`` what else to look at.
    """

    line: RequestLine
    subject: Requestable
    entity: LocalEntity | None
    accreditation: Accreditation | None
    missing: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestView:
    """The request for a school year, line by line, and what to know of the whole."""

    request: YearlyRequest
    lines: tuple[RequestLineView, ...]
    warnings: tuple[str, ...]


def request_years(ws: Workspace) -> tuple[SchoolYear, ...]:
    """Return the school years to look at: those with a request, and the one to ask for now; newest first."""
    return tuple(sorted({*table.years(ws.db), year_to_request(ws.clock.today())}, reverse=True))


def read_request(ws: Workspace, year: SchoolYear) -> RequestView:
    """Return the request for a school year, an empty one where there is none yet."""
    request = table.request(ws.db, year)
    return RequestView(request, _Lines.of(ws, request).views(), _warnings(request, ws.clock.today()))


def save_line(ws: Workspace, year: SchoolYear, line: RequestLine) -> Changes:
    """Write a line of a request; a new one, of id 0, comes after the others.

    Raises ``Refused``: a request already submitted, a speciality or part that the catalogue does not have, an
    entity where none pays, a start outside the school year, or another speciality than that of the course
    that answers it. That a call is applied for apart is told.
    """
    line = replace(line, speciality=line.speciality.strip().upper(), part=line.part.strip())
    _open_request(ws, year)
    if line.id:
        _refuse_if_answered(_line(ws, year, line.id), line)
    _check_line(ws, year, line)
    words = _("Cambiar {what} en la petición {year}") if line.id else _("Pedir {what} para el curso {year}")
    name = words.format(what=line.words, year=year)
    with ws.operation(name):
        table.save_line(ws.db, year, line)
    return Changes(name, _KINDS, notices=(_applied_for_apart(),) if line.route is Route.CALL else ())


def remove_line(ws: Workspace, year: SchoolYear, line_id: int) -> Changes:
    """Take a line away, and close the gap. Raises ``Refused`` where it is no more or was submitted."""
    request, line = _open_request(ws, year), _line(ws, year, line_id)
    name = _("Quitar {what} de la petición {year}").format(what=line.words, year=year)
    with ws.operation(name):
        table.remove_line(ws.db, line_id)
        table.put_in_order(ws.db, [each for each in request.lines if each.id != line_id])
    return Changes(name, _COURSE_KINDS)


def move_line(ws: Workspace, year: SchoolYear, line_id: int, by: int) -> Changes:
    """Move a line ``by`` places down, or up where negative, as far as it can go.

    Raises ``Refused`` where it is no more or was submitted.
    """
    request, line = _open_request(ws, year), _line(ws, year, line_id)
    rest = [each for each in request.lines if each.id != line_id]
    at = min(max(request.lines.index(line) + by, 0), len(rest))
    name = _("Mover {what} en la petición {year}").format(what=line.words, year=year)
    with ws.operation(name):
        table.put_in_order(ws.db, [*rest[:at], line, *rest[at:]])
    return Changes(name, _KINDS)


def submit_request(
    ws: Workspace, year: SchoolYear, day: date, number: str = "", scan: Path | None = None
) -> Changes:
    """Write the day and the number a request was submitted under: a legal act, after which no line changes.

    Raises ``Refused``: nothing asked for, submitted already, a day to come, or a scan that cannot be read.
    """
    request = _open_request(ws, year)
    if not request.lines:
        raise Refused(_("La petición no tiene ninguna línea: no hay nada que presentar."))
    if day > ws.clock.today():
        message = _("El {day} aún no ha llegado: no pudo presentarse ese día. No se ha anotado nada.")
        raise Refused(message.format(day=day_words(day)))
    name = _("Presentar la petición del curso {year}").format(year=year)
    with ws.operation(name, legal=True):
        kept = keep_file(ws, scan) if scan else None
        table.submit(ws.db, replace(request, submitted_on=day, number=number.strip(), attachment=kept))
    notices = () if is_time_to_request(year, day) else (_out_of_time(year, day),)
    return Changes(name, _COURSE_KINDS, notices=notices)


def withdraw_submission(ws: Workspace, year: SchoolYear, reason: str) -> Changes:
    """Open a submitted request again, to be mended: a legal act, with its reason in the history.

    Raises ``Refused`` without a reason, or where it was not submitted.
    """
    request = table.request(ws.db, year)
    if request.submitted_on is None:
        raise Refused(_("La petición no consta presentada. No se ha cambiado nada."))
    if not reason.strip():
        raise Refused(_("Diga por qué se vuelve a abrir: queda en el historial. No se ha cambiado nada."))
    name = _("Reabrir la petición del curso {year}: {reason}").format(year=year, reason=reason.strip())
    with ws.operation(name, legal=True):
        table.submit(ws.db, YearlyRequest(year))
    return Changes(name, _COURSE_KINDS)


def link_course(ws: Workspace, year: SchoolYear, line_id: int, course: str) -> Changes:
    """Write which course was planned from a line, ``""`` for none; its local entity pays for the course too.

    A submitted request may be linked as well: what was asked for does not change. Raises ``Refused``: an
    unknown line or course, or a course of another speciality.
    """
    line = _line(ws, year, line_id)
    if not course:
        name = _("Separar {what} de su curso").format(what=line.speciality)
        with ws.operation(name):
            table.link_course(ws.db, line_id, None)
        return Changes(name, _COURSE_KINDS)
    found = find_course(ws, course)
    if found.speciality != line.speciality:
        message = _("El curso {course} es de {other}, y la línea pide {speciality}. No se ha cambiado nada.")
        raise Refused(message.format(course=course, other=found.speciality, speciality=line.speciality))
    name = _("El curso {course} responde a la petición {year}").format(course=course, year=year)
    with ws.operation(name):
        table.link_course(ws.db, line_id, found.id)
        if found.route is Route.LOCAL and line.local_entity_id is not None:
            courses.change(ws.db, replace(found, local_entity_id=line.local_entity_id))
    return Changes(name, _COURSE_KINDS, course)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a request with all that they are judged by, read at once."""

    request: YearlyRequest
    own: Own
    entities: Mapping[int, LocalEntity]
    accreditations: tuple[Accreditation, ...]
    needs: Mapping[str, tuple[str, ...]]
    ends: Mapping[int, date]

    @classmethod
    def of(cls, ws: Workspace, request: YearlyRequest) -> _Lines:
        facts = courses.facts(ws.db)
        ends = {key: each.last_day for key, each in facts.items() if each.last_day is not None}
        return cls(
            request,
            centre_certificates(ws),
            {entity.id: entity for entity in local_entities.local_entities(ws.db)},
            accreditations.accreditations(ws.db),
            missing_by_speciality(ws, (line.speciality for line in request.lines)),
            ends,
        )

    def views(self) -> tuple[RequestLineView, ...]:
        """Return every line, judged."""
        return tuple(self._view(line) for line in self.request.lines)

    def _view(self, line: RequestLine) -> RequestLineView:
        unknown = Requestable(line.speciality, line.part, "", 0, 0)
        day = line.starts_on or self.request.year.first
        covers = in_force(self.accreditations, line.speciality, day)
        return RequestLineView(
            line,
            requestable_of(self.own, line.speciality).get(line.part, unknown),
            self.entities.get(line.local_entity_id or 0),
            covers,
            () if covers else (*self._not_in_force(line, day), *self.needs[line.speciality]),
            tuple(self._warnings(line, covers)),
        )

    def _not_in_force(self, line: RequestLine, day: date) -> tuple[str, ...]:
        """Say why the accreditations that there are do not cover a line."""
        of_line = (each for each in self.accreditations if each.speciality == line.speciality)
        return tuple(_why_not(each, day) for each in of_line)

    def _warnings(self, line: RequestLine, covers: Accreditation | None) -> list[str]:
        found = []
        if line.lacks_entity:
            found.append(_("Falta decir qué entidad local paga."))
        if line.route is Route.CALL:
            found.append(_applied_for_apart())
        if covers is None:
            return found
        if line.places and covers.places and line.places > covers.places:
            message = _("Pide {places} plazas y la acreditación es de {most}.")
            found.append(message.format(places=line.places, most=covers.places))
        last = self.ends.get(line.course_id or 0)
        if last is not None and covers.until is not None and covers.until < last:
            message = _("La acreditación termina el {until} y el curso {course} acaba el {last}.")
            found.append(
                message.format(until=day_words(covers.until), course=line.course, last=day_words(last))
            )
        return found


def _applied_for_apart() -> str:
    return _("Una convocatoria no se pide con esta petición: se pide con su solicitud.")


def _why_not(row: Accreditation, day: date) -> str:
    number = row.number or _("sin número")
    if row.day is None:
        return _("La acreditación {number} no tiene día: no consta en vigor").format(number=number)
    if day < row.day:
        return _("La acreditación {number} empieza el {day}").format(number=number, day=day_words(row.day))
    until = day_words(row.until) if row.until else ""
    return _("La acreditación {number} terminó el {day}").format(number=number, day=until)


def _warnings(request: YearlyRequest, today: date) -> tuple[str, ...]:
    day = request.submitted_on or today
    return () if is_time_to_request(request.year, day) else (_out_of_time(request.year, day),)


def _out_of_time(year: SchoolYear, day: date) -> str:
    message = _("La petición del curso {year} se hace en marzo y abril de {begins_in}, y es {day}.")
    return message.format(year=year, begins_in=year.begins_in, day=day_words(day))


def _open_request(ws: Workspace, year: SchoolYear) -> YearlyRequest:
    """Return a request that can still be changed. Raises ``Refused`` where it was submitted."""
    request = table.request(ws.db, year)
    if request.submitted_on is not None:
        message = _(
            "La petición {year} se presentó el {day}. No se ha cambiado nada: para corregirla, reábrala."
        )
        raise Refused(message.format(year=year, day=day_words(request.submitted_on)))
    return request


def _line(ws: Workspace, year: SchoolYear, line_id: int) -> RequestLine:
    found = next((each for each in table.request(ws.db, year).lines if each.id == line_id), None)
    if found is None:
        raise Refused(_("Esa línea ya no está en la petición. No se ha cambiado nada."))
    return found


def _refuse_if_answered(known: RequestLine, line: RequestLine) -> None:
    """Raise ``Refused`` where a course answers a line that is to ask for something else."""
    if known.course and known.speciality != line.speciality:
        message = _("La responde el curso {course}, de {speciality}: sepárela antes. No se ha guardado nada.")
        raise Refused(message.format(course=known.course, speciality=known.speciality))


def _check_line(ws: Workspace, year: SchoolYear, line: RequestLine) -> None:
    known = requestable_of(centre_certificates(ws), line.speciality)
    if not known:
        message = _(
            "La especialidad «{code}» no está en el catálogo. No se ha guardado nada: búsquela o complétela."
        )
        raise Refused(message.format(code=line.speciality))
    if line.part not in known:
        parts = ", ".join(part or _("completo") for part in known)
        message = _("{code} no tiene la parte «{part}». Puede pedirse: {parts}. No se ha guardado nada.")
        raise Refused(message.format(code=line.speciality, part=line.part, parts=parts))
    if line.local_entity_id is not None:
        if line.route is not Route.LOCAL:
            raise Refused(_("Solo hay entidad local donde paga ella. No se ha guardado nada."))
        find_local_entity(ws, line.local_entity_id)
    if line.starts_on is not None and not year.touches(line.starts_on, line.starts_on):
        message = _("El {day} no es del curso {year}. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(line.starts_on), year=year))
    if line.places is not None and line.places < 1:
        raise Refused(_("Las plazas son al menos una. No se ha guardado nada."))
