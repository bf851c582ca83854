"""The words every rule answers in: where it stands in the law, what it says, and the numbers it compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType


class Answer(StrEnum):
    """What a rule says. ``PENDING`` is an answer of its own: data not entered never counts as a yes."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Citation:
    """A text and the place in it, for example ``Citation("EPE/873/2023", "ap. 19.1")``."""

    norm: str
    place: str

    def __str__(self) -> str:
        """Return the citation as it is printed."""
        return f"{self.norm}, {self.place}"


Number = int | Decimal | str | date | bool
NO_NUMBERS: Mapping[str, Number] = MappingProxyType({})
NO_ALTERNATIVES: Mapping[str, Verdict] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one rule to one question, able to explain itself.

    ``rule`` is the rule's name, ``reason`` a stable key, ``citation`` the place in force on the day judged,
    and ``numbers`` what was compared (minutes as ``int``, shares as ``Decimal``). ``alternatives`` gives,
    by the name of an open question, what its other reading answers where that differs from this one.
    """

    rule: str
    answer: Answer
    reason: str
    citation: Citation
    numbers: Mapping[str, Number] = field(default_factory=lambda: NO_NUMBERS)
    alternatives: Mapping[str, Verdict] = field(default_factory=lambda: NO_ALTERNATIVES)
