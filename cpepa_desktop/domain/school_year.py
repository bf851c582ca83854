"""The school year, by which a centre plans and files: from 1 September to 31 August."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _

_FIRST_MONTH: Final = 9
_CENTURY: Final = 2000
_WRITTEN: Final = re.compile(r"(?P<begins>20\d\d)|(?P<first>\d\d)/\d\d")


@dataclass(frozen=True, order=True, slots=True)
class SchoolYear:
    """A school year, named by the calendar year it begins in."""

    begins_in: int

    @classmethod
    def of(cls, day: date) -> SchoolYear:
        """Return the school year a day falls in."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> SchoolYear:
        """Return the school year written as «23/24», or by the year it begins in, «2023».

        Raises ``Refused`` where it is neither.
        """
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            message = _(
                "«{text}» no es un curso escolar: escríbalo como 23/24, o el año en que empieza, 2023."
            )
            raise Refused(message.format(text=text))
        if match["begins"]:
            return cls(int(match["begins"]))
        year = cls(_CENTURY + int(match["first"]))
        if str(year) != text.strip():
            message = _("«{text}» no es un curso escolar: el segundo año sigue al primero, como en {year}.")
            raise Refused(message.format(text=text, year=year))
        return year

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
