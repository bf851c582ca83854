"""What a centre is authorised to teach, and what each speciality asks of it to be so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _


class NeedKind(StrEnum):
    """What a speciality asks for."""

    ROOM = "room"
    TRAINER = "trainer"
    EQUIPMENT = "equipment"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        return {
            NeedKind.ROOM: _("Espacio"),
            NeedKind.TRAINER: _("Formadores"),
            NeedKind.EQUIPMENT: _("Equipamiento"),
            NeedKind.OTHER: _("Otro requisito"),
        }[self]


@dataclass(frozen=True, slots=True)
class Accreditation:
    """A speciality the centre may teach, from ``day`` to ``until``, both included.

    ``until`` is ``None`` where it does not end, ``day`` where nobody has said since when it is in force, and
    ``attachment`` names its scan.
    """

    id: int
    speciality: str
    number: str = ""
    day: date | None = None
    until: date | None = None
    places: int | None = None
    note: str = ""
    attachment: str | None = None

    def is_in_force(self, day: date) -> bool:
        """Say whether it is known to be in force on ``day``; one without its own day is not known to be."""
        return self.day is not None and self.day <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class SpecialityNeed:
    """One thing that a speciality asks for, where it is written, and what the centre meets it with.

    A room has ``area_hundredths`` of a square metre for so many ``people``; ``source`` is the place in the
    royal decree as the centre has typed it.
    """

    id: int
    speciality: str
    position: int
    kind: NeedKind
    name: str
    area_hundredths: int | None = None
    people: int | None = None
    source: str = ""
    room_id: int | None = None
    trainer_id: int | None = None
    met_on: date | None = None
    note: str = ""

    def answer(self, room_area: int | None = None) -> Answer:
        """Say whether it is met; ``room_area`` is that of its room in hundredths, ``None`` where not known.

        A room is judged by its square metres wherever they are asked, whoever has said that it will do; all
        else is met from the day somebody has written. What nobody has said is pending.
        """
        if self.kind is NeedKind.ROOM and self.area_hundredths is not None:
            if self.room_id is None or room_area is None:
                return Answer.PENDING
            return Answer.YES if room_area >= self.area_hundredths else Answer.NO
        is_named = {NeedKind.ROOM: self.room_id, NeedKind.TRAINER: self.trainer_id}.get(self.kind, self.id)
        return Answer.PENDING if self.met_on is None or is_named is None else Answer.YES
