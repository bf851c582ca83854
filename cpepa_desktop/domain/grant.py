"""What a call grants to a course: the amount asked for, its two parts, its units and its advances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.catalogue import WHOLE
from cpepa_desktop.domain.texts import _


class AdvanceKind(StrEnum):
    """The three advances that a call may pay, each asked for on its own."""

    INITIAL = "initial"
    AFTER_START = "after_start"
    SINGLE = "single"

    @property
    def label(self) -> str:
        """Return the advance in the user's language."""
        return {
            AdvanceKind.INITIAL: _("Anticipo inicial"),
            AdvanceKind.AFTER_START: _("Segundo anticipo"),
            AdvanceKind.SINGLE: _("Anticipo único"),
        }[self]


class SupportService(StrEnum):
    """A service of support for a person with a disability (ap. 17.5)."""

    SIGN_LANGUAGE = "sign_language"
    SUPPORT = "support"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the service in the user's language."""
        return {
            SupportService.SIGN_LANGUAGE: _("Intérprete de lengua de signos"),
            SupportService.SUPPORT: _("Apoyo a personas con discapacidad"),
            SupportService.OTHER: _("Otro servicio de apoyo"),
        }[self]

    @property
    def rate_name(self) -> str:
        """Return the name of the figure of the call that pays an hour of it."""
        return {
            SupportService.SIGN_LANGUAGE: "sign_language_rate",
            SupportService.SUPPORT: "support_rate",
            SupportService.OTHER: "other_support_rate",
        }[self]


@dataclass(frozen=True, slots=True)
class GrantRequest:
    """A course that somebody may ask a grant for. No ``participants`` means as many as the call pays for.

    The figures are those in force on ``day``, the last ones of the call where there is none.
    """

    call: str
    speciality: str
    part: str
    province: str
    participants: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Advance:
    """An advance with the share of the grant that it is, in cents."""

    kind: AdvanceKind
    cents: int
    share: Parameter[Decimal]


@dataclass(frozen=True, slots=True)
class GrantTerms:
    """What a call reckons a grant by: seats, the two shares, the divisor of the result, and the advances."""

    seats: Parameter[int]
    product_share: Parameter[Decimal]
    result_share: Parameter[Decimal]
    result_divisor: Parameter[int]
    advances: tuple[tuple[AdvanceKind, Parameter[Decimal]], ...] = ()


@dataclass(frozen=True, slots=True)
class GrantEstimate:
    """A grant with everything it is reckoned from. Amounts are cents; units are exact euros.

    ``estimated`` is the formula's; ``resolved`` what the resolution grants, ``None`` while it is not known.
    The caps, the result unit and the advances are shares of the one that stands: `granted`.
    """

    request: GrantRequest
    title: str
    call_title: str
    minutes: int
    complementary_minutes: int
    rate: Decimal
    participants: int
    terms: GrantTerms
    estimated: int
    resolved: int | None
    product_cap: int
    result_cap: int
    product_unit: Decimal
    result_unit: Decimal
    advances: tuple[Advance, ...]

    @property
    def granted(self) -> int:
        """Return what the resolution grants, or else what the formula gives, in cents."""
        return self.estimated if self.resolved is None else self.resolved

    @property
    def total_minutes(self) -> int:
        """Return the minutes paid for: those of the annex and the complementary ones."""
        return self.minutes + self.complementary_minutes

    def advance(self, kind: AdvanceKind) -> Advance | None:
        """Return an advance, ``None`` where the call pays none of that kind."""
        return next((advance for advance in self.advances if advance.kind is kind), None)


@dataclass(frozen=True, slots=True)
class AdvanceFacts:
    """What the conditions of an advance look at; a day that is not known yet is ``None``.

    ``started_on`` is the day the start was proved, which its declaration does (Guía 10.1.4), and ``asked``
    the advances of the action that were already asked for.
    """

    today: date
    notified_on: date | None = None
    started_on: date | None = None
    asked: frozenset[AdvanceKind] = frozenset()


_TWO_COURSES = frozenset({"A1", "A2"})


def actions_of_speciality(parts: Sequence[str]) -> int:
    """Return how many actions the parts asked for of one speciality are: A1 and A2 together are one.

    A module offered on its own counts apart from the certificate it stands in (ap. 11.4 and 13.2.3.6); ask
    for the parts of each separately (`speciality_key`).
    """
    halves = [sum(part == half for part in parts) for half in _TWO_COURSES]
    return max(halves) + sum(part not in _TWO_COURSES for part in parts)


def speciality_key(speciality: str, part: str) -> tuple[str, str]:
    """Return what is one speciality for a call: the certificate, or a module that is offered on its own."""
    return speciality, WHOLE if part in _TWO_COURSES else part
