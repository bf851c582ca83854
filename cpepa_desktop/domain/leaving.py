"""How a person leaves a course before its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LeaveCause(StrEnum):
    """Why a person left; all but ``OTHER`` open the 25 % cases (EPE/873/2023, ap. 18.7 and 19.1)."""

    JOB = "job"
    RECALL = "recall"
    ILLNESS = "illness"
    ACCIDENT = "accident"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Leaving:
    """How and when a person left, as the 25 % cases need it. What nobody has said is ``None``."""

    last_day: date
    cause: LeaveCause
    contract_start: date | None
    was_unemployed: bool | None
