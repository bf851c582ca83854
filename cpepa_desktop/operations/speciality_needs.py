"""What a speciality asks for (rooms, trainers, equipment) and how the centre meets it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from cpepa_desktop.db import accreditations as table
from cpepa_desktop.db import centres
from cpepa_desktop.domain.accreditations import NeedKind, SpecialityNeed
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, metres_words
from cpepa_desktop.operations.offers import centre_certificates, offers_of
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})


@dataclass(frozen=True, slots=True)
class NeedView:
    """What a speciality asks for, in words, whether the centre meets it, and with what."""

    need: SpecialityNeed
    asked: str
    answer: Answer
    met_with: str


def list_needs(ws: Workspace, speciality: str) -> tuple[NeedView, ...]:
    """Return what a speciality asks for, in order, and how the centre meets each."""
    return Needs.of(ws).views(speciality)


def missing_needs(ws: Workspace, speciality: str) -> tuple[str, ...]:
    """Return in words what a speciality asks for and the centre is not known to meet.

    A speciality of which nobody has written what it asks is not known to be met either.
    """
    return Needs.of(ws).missing(speciality)


def missing_by_speciality(ws: Workspace, specialities: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return `missing_needs` of several specialities, by each."""
    needs = Needs.of(ws)
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


@dataclass(frozen=True, slots=True)
class Needs:
    """What specialities ask for, with the rooms and the trainers of the centre that may meet it."""

    needs: tuple[SpecialityNeed, ...]
    rooms: Mapping[int, Room]
    trainers: Mapping[int, Trainer]

    @classmethod
    def of(cls, ws: Workspace) -> Needs:
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


def _find_need(ws: Workspace, key: int) -> SpecialityNeed:
    found = next((each for each in table.needs(ws.db) if each.id == key), None)
    if found is None:
        raise Refused(_("Ese requisito ya no existe. No se ha cambiado nada."))
    return found


def check_speciality(ws: Workspace, code: str) -> None:
    """Raise ``Refused`` where the catalogue does not have a speciality."""
    if not offers_of(centre_certificates(ws), code):
        message = _(
            "La especialidad «{code}» no está en el catálogo. No se ha guardado nada: búsquela o complétela."
        )
        raise Refused(message.format(code=code))


def _check_need(ws: Workspace, need: SpecialityNeed) -> None:
    check_speciality(ws, need.speciality)
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
