"""What the centre may teach: its accreditations, what each still lacks, and the courses beyond their end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import accreditations as table
from cpepa_desktop.db import courses, yearly_requests
from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.catalogue import WHOLE
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.offers import Own, centre_certificates, certificate_for, offers_of
from cpepa_desktop.operations.speciality_needs import Needs, check_speciality
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})


@dataclass(frozen=True, slots=True)
class AccreditationView:
    """A speciality with one of its accreditations, what it still lacks and what to look out for.

    ``accreditation`` is ``None`` where it has none: it is being prepared, or asked for.
    """

    speciality: str
    title: str
    accreditation: Accreditation | None
    missing: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells it from the others: its speciality and the key of its accreditation, or 0."""
        return self.speciality, self.accreditation.id if self.accreditation else 0


def list_accreditations(ws: Workspace) -> tuple[Accreditation, ...]:
    """Return the accreditations of the centre by speciality and day."""
    return table.accreditations(ws.db)


def read_accreditations(ws: Workspace) -> tuple[AccreditationView, ...]:
    """Return the specialities of the centre, one row an accreditation, and those that have none yet.

    Of the latter, those of which somebody has written what they ask, or that a yearly request asks for.
    """
    needs, ending, own = Needs.of(ws), ending_before_courses(ws), centre_certificates(ws)
    rows: list[tuple[str, Accreditation | None]] = [
        (each.speciality, each) for each in table.accreditations(ws.db)
    ]
    wanted = {need.speciality for need in needs.needs} | yearly_requests.specialities(ws.db)
    rows += [(speciality, None) for speciality in wanted - {speciality for speciality, _row in rows}]
    return tuple(
        AccreditationView(
            speciality,
            speciality_title(own, speciality),
            row,
            needs.missing(speciality),
            ending.get(speciality, ()) + _unknown_day(row),
        )
        for speciality, row in sorted(rows, key=lambda each: each[0])
    )


def accreditation_of(ws: Workspace, speciality: str, day: date) -> Accreditation | None:
    """Return the accreditation in force for a speciality on a day, the one that lasts longest of several.

    It is in force on its day and on the one it ends. One whose day nobody has written is not known to be.
    """
    return in_force(table.accreditations(ws.db), speciality, day)


def in_force(rows: Iterable[Accreditation], speciality: str, day: date) -> Accreditation | None:
    """Return, of some accreditations, the one that `accreditation_of` would."""
    found = [each for each in rows if each.speciality == speciality and each.is_in_force(day)]
    return max(found, key=lambda each: (each.until or date.max, each.day or date.min), default=None)


def save_accreditation(ws: Workspace, row: Accreditation, scan: Path | None = None) -> Changes:
    """Write an accreditation, a new one where its id is 0, and keep its scan.

    Raises ``Refused``: a speciality that the catalogue does not have, one that ends before it begins or is of
    a day to come, the same number of the same speciality twice, or a scan that cannot be read.
    """
    row = replace(row, speciality=row.speciality.strip().upper(), number=" ".join(row.number.split()))
    _check_accreditation(ws, row)
    words = _("Cambiar la acreditación de {speciality}") if row.id else _("Acreditación de {speciality}")
    name = words.format(speciality=row.speciality)
    with ws.operation(name):
        table.save(ws.db, replace(row, attachment=keep_file(ws, scan)) if scan else row)
    return Changes(name, _KINDS, notices=ending_before_courses(ws).get(row.speciality, ()))


def remove_accreditation(ws: Workspace, key: int) -> Changes:
    """Take an accreditation away. Raises ``Refused`` where it is no more."""
    row = _find(ws, key)
    name = _("Quitar la acreditación de {speciality}").format(speciality=row.speciality)
    with ws.operation(name):
        table.remove(ws.db, key)
    return Changes(name, _KINDS)


def ending_before_courses(ws: Workspace) -> dict[str, tuple[str, ...]]:
    """Return by speciality, in words, the courses not over yet whose end its accreditations do not reach.

    Of specialities without any accreditation nothing is said: the request says it, where one is wanted.
    """
    known, facts = table.accreditations(ws.db), courses.facts(ws.db)
    accredited = {each.speciality for each in known}
    found: dict[str, tuple[str, ...]] = {}
    for course in courses.courses(ws.db):
        last = facts[course.id].last_day or course.start_on
        is_to_come = course.renounced_on is None and last >= ws.clock.today()
        if (
            is_to_come
            and course.speciality in accredited
            and in_force(known, course.speciality, last) is None
        ):
            message = _(
                "El curso {course} acaba el {day} y ese día no consta acreditación en vigor: renuévela."
            )
            words = message.format(course=course.code, day=day_words(last))
            found[course.speciality] = (*found.get(course.speciality, ()), words)
    return found


def speciality_title(own: Own, code: str) -> str:
    """Return the title of a speciality, ``""`` where the catalogue does not have it."""
    certificate = certificate_for(own, code, WHOLE)
    offers = offers_of(own, code)
    return certificate.title if certificate else offers[0].title if offers else ""


def _unknown_day(row: Accreditation | None) -> tuple[str, ...]:
    if row is None or row.day is not None:
        return ()
    return (_("Falta el día de la acreditación: hasta anotarlo no consta en vigor."),)


def _find(ws: Workspace, key: int) -> Accreditation:
    found = next((each for each in table.accreditations(ws.db) if each.id == key), None)
    if found is None:
        raise Refused(_("Esa acreditación ya no existe. No se ha cambiado nada."))
    return found


def _check_accreditation(ws: Workspace, row: Accreditation) -> None:
    check_speciality(ws, row.speciality)
    if row.id:
        _find(ws, row.id)
    if row.day is not None and row.day > ws.clock.today():
        message = _("La acreditación lleva fecha del {day}, que aún no ha llegado. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(row.day)))
    if row.day is not None and row.until is not None and row.until < row.day:
        message = _("La acreditación acabaría el {until}, antes de empezar el {day}. No se ha guardado nada.")
        raise Refused(message.format(until=day_words(row.until), day=day_words(row.day)))
    if row.places is not None and row.places < 1:
        raise Refused(_("Las plazas son al menos una. No se ha guardado nada."))
    of_same = (each for each in table.accreditations(ws.db) if each.id != row.id)
    if (row.speciality, row.number) in {(each.speciality, each.number) for each in of_same}:
        message = _("Ya consta la acreditación de {speciality} con el número «{number}». Cambie esa.")
        raise Refused(message.format(speciality=row.speciality, number=row.number))
