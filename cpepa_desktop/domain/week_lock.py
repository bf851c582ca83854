"""A week of attendance that was sent to the administration and stands still since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.week import IsoWeek


@dataclass(frozen=True, slots=True)
class WeekLock:
    """A week as it was sent: when, under which number of the registry, and the hash of what it said.

    ``version`` counts how often the week was sent. ``unlocked_on`` is ``None`` while the lock stands.
    """

    id: int
    week: IsoWeek
    version: int
    sent_on: date
    registry: str
    content_sha256: str
    unlocked_on: date | None = None
    unlock_reason: str = ""

    @property
    def stands(self) -> bool:
        """Say whether the week is locked by it now."""
        return self.unlocked_on is None
