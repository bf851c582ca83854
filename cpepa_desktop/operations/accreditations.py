"""What the centre may teach: its accreditations, what each speciality asks, and how the centre meets it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import accreditations as table
from cpepa_desktop.db import centres, courses, yearly_requests
from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.catalogue import WHOLE
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, metres_words
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.offers import Own, centre_certificates, certificate_for, offers_of
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})


@dataclass(frozen=True, slots=True)
class NeedView:
    """What a speciality asks for, in words, whether the centre meets it, and with what."""

    need: SpecialityNeed
    asked: str
    answer: Answer
    met_with: str


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
    needs, ending, own = _Needs.of(ws), ending_before_courses(ws), centre_certificates(ws)
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


def list_needs(ws: Workspace, speciality: str) -> tuple[NeedView, ...]:
    """Return what a speciality asks for, in order, and how the centre meets each."""
    return _Needs.of(ws).views(speciality)


def missing_needs(ws: Workspace, speciality: str) -> tuple[str, ...]:
    """Return in words what a speciality asks for and the centre is not known to meet.

    A speciality of which nobody has written what it asks is not known to be met either.
    """
    return _Needs.of(ws).missing(speciality)


def missing_by_speciality(ws: Workspace, specialities: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return `missing_needs` of several specialities, by each."""
    needs = _Needs.of(ws)
    return {speciality: needs.missing(speciality) for speciality in set(specialities)}


def save_need(ws: Workspace, need: SpecialityNeed) -> Changes:
    """Write what a speciality asks for and how the centre meets it; a new one, of id 0, comes last.

    Raises ``Refused``: nothing said of it, a speciality that the catalogue does not have, met on a day to
    come, or square metres of what is no room.
    """
    need = replace(need, speciality=need.speciality.strip().upper(), name=" ".join(need.name.split()))
    _check_need(ws, need)
    words = (
        _("Cambiar el requisito {need} de {speciality}") if need.id else _("Requisito {need} de {speciality}")
    )
    name = words.format(need=need.name, speciality=need.speciality)
    with ws.operation(name):
        table.save_need(ws.db, need)
    return Changes(name, _KINDS)


def remove_need(ws: Workspace, key: int) -> Changes:
    """Take away what a speciality asks for. Raises ``Refused`` where it is no more."""
    need = _find_need(ws, key)
    name = _("Quitar el requisito {need} de {speciality}").format(need=need.name, speciality=need.speciality)
    with ws.operation(name):
        table.remove_need(ws.db, key)
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


@dataclass(frozen=True, slots=True)
class _Needs:
    """What specialities ask for, with the rooms and the trainers of the centre that may meet it."""

    needs: tuple[SpecialityNeed, ...]
    rooms: Mapping[int, Room]
    trainers: Mapping[int, Trainer]

    @classmethod
    def of(cls, ws: Workspace) -> _Needs:
        """Read them all at once."""
        rooms = {room.id: room for room in centres.rooms(ws.db)}
        trainers = {trainer.id: trainer for trainer in centres.trainers(ws.db)}
        return cls(table.needs(ws.db), rooms, trainers)

    def views(self, speciality: str) -> tuple[NeedView, ...]:
        """Return what a speciality asks for, judged."""
        return tuple(self._view(need) for need in self.needs if need.speciality == speciality)

    def missing(self, speciality: str) -> tuple[str, ...]:
        """Return what is not known to be met, in words."""
        views = self.views(speciality)
        if not views:
            return (_("Falta anotar qué exige la especialidad (espacios, formadores, equipamiento)"),)
        return tuple(
            _("{need}: {why}").format(need=view.asked, why=view.met_with or _("pendiente"))
            for view in views
            if view.answer is not Answer.YES
        )

    def _view(self, need: SpecialityNeed) -> NeedView:
        room = self.rooms.get(need.room_id or 0)
        area = room.area_hundredths if room else None
        return NeedView(need, asked_words(need), need.answer(area), self._met_with(need, room))

    def _met_with(self, need: SpecialityNeed, room: Room | None) -> str:
        trainer = self.trainers.get(need.trainer_id or 0)
        parts = [room_words(room) if room else "", trainer.full_name if trainer else "", need.note]
        if need.met_on is not None:
            parts.append(_("desde el {day}").format(day=day_words(need.met_on)))
        return ", ".join(part for part in parts if part)


def asked_words(need: SpecialityNeed) -> str:
    """Return what is asked, as «Aula polivalente (45 m² para 15 personas)»."""
    parts = []
    if need.area_hundredths is not None:
        parts.append(metres_words(need.area_hundredths))
    if need.people is not None:
        parts.append(ngettext("para {n} persona", "para {n} personas", need.people).format(n=need.people))
    return f"{need.name} ({' '.join(parts)})" if parts else need.name


def room_words(room: Room) -> str:
    """Return a room with its square metres, or that nobody has measured it."""
    if room.area_hundredths is None:
        return _("{room}, sin superficie anotada").format(room=room.name)
    return _("{room}, de {area}").format(room=room.name, area=metres_words(room.area_hundredths))


def _unknown_day(row: Accreditation | None) -> tuple[str, ...]:
    if row is None or row.day is not None:
        return ()
    return (_("Falta el día de la acreditación: hasta anotarlo no consta en vigor."),)


def _find(ws: Workspace, key: int) -> Accreditation:
    found = next((each for each in table.accreditations(ws.db) if each.id == key), None)
    if found is None:
        raise Refused(_("Esa acreditación ya no existe. No se ha cambiado nada."))
    return found


def _find_need(ws: Workspace, key: int) -> SpecialityNeed:
    found = next((each for each in table.needs(ws.db) if each.id == key), None)
    if found is None:
        raise Refused(_("Ese requisito ya no existe. No se ha cambiado nada."))
    return found


def _check_accreditation(ws: Workspace, row: Accreditation) -> None:
    _check_speciality(ws, row.speciality)
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


def _check_speciality(ws: Workspace, code: str) -> None:
    if not offers_of(centre_certificates(ws), code):
        message = _(
            "La especialidad «{code}» no está en el catálogo. No se ha guardado nada: búsquela o complétela."
        )
        raise Refused(message.format(code=code))


def _check_need(ws: Workspace, need: SpecialityNeed) -> None:
    _check_speciality(ws, need.speciality)
    if need.id:
        _find_need(ws, need.id)
    if not need.name:
        raise Refused(_("Escriba qué exige la especialidad. No se ha guardado nada."))
    if need.met_on is not None and need.met_on > ws.clock.today():
        message = _("El {day} aún no ha llegado: no consta que se cumpla. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(need.met_on)))
    if need.kind is not NeedKind.ROOM and (need.area_hundredths is not None or need.room_id is not None):
        raise Refused(_("Solo un espacio se mide en metros cuadrados. No se ha guardado nada."))
    if need.kind is not NeedKind.TRAINER and need.trainer_id is not None:
        raise Refused(_("Solo un requisito de formadores lo cumple una persona. No se ha guardado nada."))
