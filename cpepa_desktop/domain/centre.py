"""Who runs the courses and where: entity, centre, its rooms, logos and trainers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entity:
    """The body that signs with the administration; one may run several centres."""

    name: str
    cif: str = ""
    address: str = ""
    postal_code: str = ""
    municipality: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre whose file this is. ``organ_municipality`` is where the competent organ has its calendar."""

    name: str
    code: str = ""
    address: str = ""
    postal_code: str = ""
    municipality: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    head_name: str = ""
    head_role: str = ""
    organ_municipality: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A classroom; ``area_hundredths`` in hundredths of a square metre, ``None`` while nobody has said it."""

    id: int
    name: str
    area_hundredths: int | None = None
    title: str = ""
    title_until: date | None = None


@dataclass(frozen=True, slots=True)
class Logo:
    """An image of the centre's papers, with the text a screen reader says."""

    position: int
    sha256: str
    alternative_text: str


@dataclass(frozen=True, slots=True)
class Trainer:
    """A person in the role of trainer."""

    id: int
    person_id: int
    name: str
    surnames: str
    id_number: str
    email: str = ""
    phone: str = ""
    speciality: str = ""
    active: bool = True

    @property
    def full_name(self) -> str:
        """Return name and surnames as they are signed."""
        return f"{self.name} {self.surnames}".strip()
