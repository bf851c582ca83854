"""Local entities: town halls and districts that pay for courses, or for those who teach them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """A local entity with whom to speak there; ``pays`` says in words what it takes on."""

    id: int
    name: str
    cif: str = ""
    municipality: str = ""
    contact_name: str = ""
    contact_role: str = ""
    phone: str = ""
    email: str = ""
    pays: str = ""
