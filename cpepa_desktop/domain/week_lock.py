"""A week of attendance that was sent to the administration and stands still since."""

from __future__ import annotations

import json
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class FrozenMinutes:
    """Minutes of a cell that a lock keeps still: those attended and those missed for one cause.

    ``seat`` is the number of the person's seat, which two people never have at once, 0 where they have none;
    ``session`` a day, stretch and place in it. ``cause`` is ``""`` where no minutes were missed for any.
    """

    seat: int
    session: str
    attended_minutes: int
    is_virtual: bool
    cause: str
    missed_minutes: int


def frozen_text(rows: Iterable[FrozenMinutes]) -> str:
    """Return what a week says as a text to take the hash of.

    Neither a key of a row nor the name or document of anybody is in it: the week says the same in another
    file, and after somebody's document was corrected.
    """
    said = sorted(
        (row.seat, row.session, row.attended_minutes, int(row.is_virtual), row.cause, row.missed_minutes)
        for row in rows
    )
    return json.dumps(said, separators=(",", ":"))
