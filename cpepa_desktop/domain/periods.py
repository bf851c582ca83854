"""The period a paper is of: a week, a month or a day, each written so that none is taken for another."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, which is how absences without cause are counted (EFP/942/2022, 20.3)."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that ``day`` belongs to."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Return the month written as ``2024-02``. Raises ``Refused`` where there is no such month."""
        match = _MONTH.fullmatch(text.strip())
        if match and 1 <= int(match[2]) <= _LAST_MONTH and int(match[1]):
            return cls(int(match[1]), int(match[2]))
        raise Refused(_("«{text}» no es un mes: escríbalo como 2024-02.").format(text=text))

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Return its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        """Return the month as it is stored and typed, for example ``2024-02``."""
        return f"{self.year}-{self.month:02d}"


Period = IsoWeek | Month | date


def parse_period(text: str) -> Period:
    """Return what ``text`` says: ``2024-W07``, ``2024-02`` or ``2024-02-14``.

    Raises ``Refused`` where it is none of them.
    """
    try:
        if "W" in text.upper():
            return IsoWeek.parse(text)
        return Month.parse(text) if _MONTH.fullmatch(text) else date.fromisoformat(text)
    except ValueError:
        message = _(
            "«{text}» no es una semana, un mes ni un día: por ejemplo 2024-W07, 2024-02 o 2024-02-14."
        )
        raise Refused(message.format(text=text)) from None
