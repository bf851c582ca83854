"""A pause of a course: from a day on it has no class, until the day it resumes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pause:
    """No class from ``from_day`` to the day before ``resume_on``. ``id`` is 0 until it is written."""

    id: int
    from_day: date
    resume_on: date
    reason: str

    def covers(self, day: date) -> bool:
        """Say whether the course stands still on ``day``; it has class again on the day it resumes."""
        return self.from_day <= day < self.resume_on
