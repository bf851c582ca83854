"""Days without class as a file says them, before they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.calendar import HolidayScope


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A day, or days one after the other, with the row that says it. No scope where the row says none."""

    row: int
    sheet: str
    first: date
    last: date
    name: str
    scope: HolidayScope | None = None
    municipality: str = ""
