"""The texts the program cites: each by the short name that every citation uses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NormKind(StrEnum):
    """What a text is."""

    LAW = "law"
    DECREE = "decree"
    ORDER = "order"
    GUIDANCE = "guidance"
    OWN = "own"


class NormStatus(StrEnum):
    """Whether the text is in force, wholly or in part."""

    IN_FORCE = "in_force"
    PARTLY_REPEALED = "partly_repealed"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Norm:
    """A text: its short name, its title, where and when it was published, and what became of it.

    ``bulletin`` is its number in the Boletín Oficial del Estado or its issue of the Boletín Oficial de
    Aragón. What is not established is ``""`` or ``None``.
    """

    id: str
    title: str
    kind: NormKind
    status: NormStatus
    bulletin: str = ""
    issued_on: date | None = None
    published_on: date | None = None
    in_force_on: date | None = None
    repealed_on: date | None = None
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One place of a norm with its wording; ``text`` is ``""`` where the program does not carry it."""

    norm: Norm
    place: str
    text: str = ""
