"""What can be taught: the offers a call prints, and the certificates with their modules and units.

Hours stay as the texts print them; every ``minutes`` property gives the whole minutes the rest of the program
counts in. ``None`` is «sin establecer» wherever it stands: it is shown as such and never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

MINUTES_PER_HOUR: Final = 60
WHOLE: Final = ""


class Province(StrEnum):
    """The provinces of Aragón, each with its own rate in Annex I."""

    ZARAGOZA = "Zaragoza"
    HUESCA = "Huesca"
    TERUEL = "Teruel"


class Confidence(StrEnum):
    """How sure the structure of a certificate is, by where it was read."""

    HIGH = "high"
    MEDIUM = "medium"


class Origin(StrEnum):
    """Who wrote a structure: the catalogue that comes with the program, or the centre."""

    OFFICIAL = "official"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Offer:
    """A course that a call lets be asked for: one printed row of its annex.

    ``part`` is ``""`` for the whole certificate, ``A1`` or ``A2`` where the certificate is taught in two
    courses, or the code of a module offered alone. ``rates`` are euros per participant and hour, empty where
    the call pays nothing. ``printed_code`` is what the annex prints, and ``note`` how sure its correction is.
    """

    call: str
    code: str
    part: str
    title: str
    family_code: str
    family: str
    hours: int
    level: int
    rates: tuple[tuple[Province, Decimal], ...] = ()
    priority: bool = False
    printed_code: str = ""
    note: str = ""

    @property
    def minutes(self) -> int:
        """Return the official length in minutes, without the complementary module."""
        return self.hours * MINUTES_PER_HOUR

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what identifies the offer: call, code and part."""
        return self.call, self.code, self.part

    def rate(self, province: Province) -> Decimal | None:
        """Return euros per participant and hour in ``province``, ``None`` where the call prints none."""
        return dict(self.rates).get(province)


@dataclass(frozen=True, slots=True)
class Unit:
    """A formative unit (UF). A shared one stands in several modules and is taught once per course."""

    code: str
    title: str
    hours: int
    shared: bool = False

    @property
    def minutes(self) -> int:
        """Return the length in minutes."""
        return self.hours * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class Module:
    """A formative module (MF).

    ``units`` is ``()`` where the decree makes none and ``None`` where nobody knows them.
    ``in_person_minimum_hours`` and ``square_metres`` are known only where a centre has written them.
    """

    code: str
    title: str
    hours: int
    competence_unit: str
    competence_title: str | None = None
    units: tuple[Unit, ...] | None = ()
    transversal: bool | None = None
    in_person_minimum_hours: int | None = None
    square_metres: int | None = None

    @property
    def minutes(self) -> int:
        """Return the length in minutes, every unit counted."""
        return self.hours * MINUTES_PER_HOUR

    @property
    def in_person_minimum_minutes(self) -> int | None:
        """Return the minutes that must be given in the room, ``None`` where not established."""
        return (
            None if self.in_person_minimum_hours is None else self.in_person_minimum_hours * MINUTES_PER_HOUR
        )


def hours_once(modules: Iterable[Module]) -> int:
    """Return the hours of several modules taught together, each shared unit counted once."""
    hours: dict[str, int] = {}
    for module in modules:
        for piece in module.units or (module,):
            hours.setdefault(piece.code, piece.hours)
    return sum(hours.values())


@dataclass(frozen=True, slots=True)
class WorkplaceModule:
    """The practical module (MP): outside the hours of the action, with its own code and length."""

    code: str | None
    hours: int | None
    note: str | None = None

    @property
    def minutes(self) -> int | None:
        """Return the length in minutes, ``None`` where not established."""
        return None if self.hours is None else self.hours * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two courses a certificate is split into, with its modules (``None`` where not known).

    ``inferred`` says that the modules were deduced from the hours, the annex printing only these.
    """

    name: str
    hours: int
    modules: tuple[str, ...] | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of professional standards with its structure, as one version of it says.

    ``formative_hours`` counts each shared unit once; ``total_hours`` adds the practical module.
    ``reconciles`` says whether the modules add up to what the annex prints, ``None`` where the annex does
    not list the certificate. ``possible_splits`` is how many ways of making the parts fit their hours.

    What a centre completes has ``origin`` CENTRE, its ``version``, the ``part`` it describes (``""`` for
    all) and, outside the annex, the ``offer_hours`` the course is authorised for.
    """

    code: str
    title: str
    family_code: str
    family: str
    area: str | None
    level: int
    qualification_code: str | None
    royal_decree: str | None
    modifications: tuple[str, ...]
    boe_id: str | None
    total_hours: int | None
    formative_hours: int
    modules: tuple[Module, ...]
    workplace: WorkplaceModule
    parts: tuple[Part, ...]
    possible_splits: int | None
    annex_hours: int | None
    reconciles: bool | None
    confidence: Confidence
    source: str
    note: str | None = None
    origin: Origin = Origin.OFFICIAL
    version: int = 1
    part: str = WHOLE
    offer_hours: int | None = None

    def module(self, code: str) -> Module | None:
        """Return the module of that code, ``None`` where the certificate has none."""
        return next((module for module in self.modules if module.code == code), None)

    def part_named(self, name: str) -> Part | None:
        """Return the part of that name, ``None`` where the certificate is not split so."""
        return next((part for part in self.parts if part.name == name), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every offer and every certificate known, each identified once."""

    offers: tuple[Offer, ...]
    certificates: tuple[Certificate, ...]

    def offer(self, call: str, code: str, part: str = WHOLE) -> Offer | None:
        """Return the offer of that key, ``None`` where the call does not print it."""
        return next((offer for offer in self.offers if offer.key == (call, code, part)), None)

    def offers_of(self, code: str) -> tuple[Offer, ...]:
        """Return every offer of a speciality, in the printed order."""
        return tuple(offer for offer in self.offers if offer.code == code)

    def certificate(self, code: str) -> Certificate | None:
        """Return the certificate of that code, ``None`` where its structure is not known."""
        return next((found for found in self.certificates if found.code == code), None)


@dataclass(frozen=True, slots=True)
class StructureBlock:
    """What is taught and counted once: a unit, or a module that has none; and the modules it stands in."""

    code: str
    title: str
    minutes: int
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """What a course teaches, in order. The action is the sum of its blocks; its modules may share some."""

    code: str
    part: str
    modules: tuple[Module, ...]
    blocks: tuple[StructureBlock, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of the action without the complementary module, each shared unit once."""
        return sum(block.minutes for block in self.blocks)

    def blocks_of(self, module: str) -> tuple[StructureBlock, ...]:
        """Return the blocks a module is made of, in order."""
        return tuple(block for block in self.blocks if module in block.modules)


class MissingKind(StrEnum):
    """Why it is not known what a course teaches."""

    CERTIFICATE = "certificate"
    PART = "part"
    MODULE = "module"
    UNITS = "units"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Missing:
    """The structure cannot be told: the kind of gap, and a Spanish sentence with it and its mend."""

    kind: MissingKind
    reason: str
