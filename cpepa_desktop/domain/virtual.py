"""The virtual classroom of a course: who follows it and why, with which tool, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.texts import _


class VirtualReason(StrEnum):
    """A circumstance in which class may be followed at a distance (Orden EPE/873/2023, Guía 3.e)."""

    OTHER_TOWN = "other_town"
    DIFFICULTY = "difficulty"
    ROOM_SIZE = "room_size"

    @property
    def label(self) -> str:
        """Return the circumstance in the words of the guide, as papers print it: never translated."""
        return _WORDS_OF_THE_GUIDE[self]


class Consent(StrEnum):
    """What a person answered when asked to be recorded; ``None`` while nobody has asked (Guía 3.b)."""

    GIVEN = "given"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """Return the answer in the user's language."""
        match self:
            case Consent.GIVEN:
                return _("autoriza la grabación")
            case Consent.REFUSED:
                return _("no autoriza la grabación")


@dataclass(frozen=True, slots=True)
class VirtualPerson:
    """Why a person may follow the class at a distance, and whether they let themselves be recorded.

    ``consent_on`` is the day of the answer and ``proof`` the attachment that shows reason or consent.
    """

    enrolment_id: int
    reason: VirtualReason | None = None
    reason_note: str = ""
    consent: Consent | None = None
    consent_on: date | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class VirtualClass:
    """The tool the class is given with, and the link by which the inspection joins it (Guía 3.d)."""

    tool: str = ""
    inspection_link: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording of a stretch and where it is kept; ``certificate`` attests its destruction (Guía 3.b)."""

    id: int
    stretch_id: int
    place: str
    destroyed_on: date | None = None
    certificate: str | None = None


_WORDS_OF_THE_GUIDE = {
    VirtualReason.OTHER_TOWN: "Reside en localidad distinta a la de impartición",
    VirtualReason.DIFFICULTY: "Dificultades de asistencia personal al centro, debidamente justificadas",
    VirtualReason.ROOM_SIZE: "Tamaño del aula en relación con el alumnado, por razones sanitarias",
}
