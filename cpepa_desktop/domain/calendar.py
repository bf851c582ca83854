"""Days without class or without counting, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HolidayScope(StrEnum):
    """Whose holiday it is. School and centre days have no class but are working days for every deadline."""

    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
    SCHOOL = "school"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """One day and its name in Spanish. ``municipality`` is ``""`` unless the scope is local."""

    day: date
    name: str
    scope: HolidayScope
    municipality: str = ""
