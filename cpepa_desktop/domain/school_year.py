"""The school year, by which a centre plans and files: from 1 September to 31 August."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

_FIRST_MONTH: Final = 9


@dataclass(frozen=True, order=True, slots=True)
class SchoolYear:
    """A school year, named by the calendar year it begins in."""

    begins_in: int

    @classmethod
    def of(cls, day: date) -> SchoolYear:
        """Return the school year a day falls in."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.begins_in, _FIRST_MONTH, 1)

    @property
    def last(self) -> date:
        """Return its last day."""
        return date(self.begins_in + 1, _FIRST_MONTH - 1, 31)

    def touches(self, first: date, last: date) -> bool:
        """Say whether any day from ``first`` to ``last`` falls in it."""
        return first <= self.last and self.first <= last

    def __str__(self) -> str:
        """Return it as schools write it, «23/24»."""
        return f"{self.begins_in % 100:02d}/{(self.begins_in + 1) % 100:02d}"
