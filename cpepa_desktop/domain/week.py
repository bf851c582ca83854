"""A week as official papers name it: ISO year and week, which near New Year is not the calendar year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _

_WEEK = re.compile(r"(\d{4})-?[WwSs](\d{1,2})")


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week from Monday to Sunday."""

    year: int
    week: int

    @classmethod
    def of(cls, day: date) -> IsoWeek:
        """Return the week that ``day`` belongs to."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @classmethod
    def parse(cls, text: str) -> IsoWeek:
        """Return the week written as ``2024-W07``. Raises ``Refused`` where there is no such week."""
        match = _WEEK.fullmatch(text.strip())
        if match:
            try:
                return cls.of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
            except ValueError:
                pass
        raise Refused(_("«{text}» no es una semana: escríbala como 2024-W07.").format(text=text))

    @property
    def monday(self) -> date:
        """Return its first day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """Return its last day."""
        return self.monday + timedelta(days=6)

    def __str__(self) -> str:
        """Return the week as it is stored and typed, for example ``2024-W07``."""
        return f"{self.year}-W{self.week:02d}"
