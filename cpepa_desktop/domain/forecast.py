"""How far a share of attendance is from being decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a person may still miss of one base. Minutes; below zero where it is too late.

    ``minutes_left_if_pending_lost`` takes what is not entered as missed. ``impossible_from`` is the first day
    of class that, missed with all from today on, puts the share out of reach; ``None`` where none does.
    """

    minutes_left_to_lose: int
    minutes_left_if_pending_lost: int
    impossible_from: date | None
