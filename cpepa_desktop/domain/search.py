"""Text as people type it when they look for something, and what they find."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class FoundKind(StrEnum):
    """What a thing found is."""

    PERSON = "person"
    COURSE = "course"
    PAPER = "paper"
    OFFICIAL_PAPER = "official"
    LOCAL_ENTITY = "entity"
    ACCREDITATION = "accreditation"
    OBLIGATION = "obligation"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: its key as places of the window name it, what it is called and what tells it apart."""

    kind: FoundKind
    key: str
    title: str
    detail: str = ""


def folded(text: str) -> str:
    """Return ``text`` in small letters without accents, with single spaces: Ñ counts as N."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(sign for sign in decomposed if not unicodedata.combining(sign)).split())


def squeezed(code: str) -> str:
    """Return a code or a document as it is compared: letters and figures only, ``24/1`` as ``241``."""
    return "".join(sign for sign in folded(code) if sign.isalnum())
