"""Support asked for a person with a disability in a course (ap. 17.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.grant import SupportService


@dataclass(frozen=True, slots=True)
class DisabilitySupport:
    """A service for a person: the minutes asked for, and those that the resolution approves, if any."""

    id: int
    enrolment_id: int
    service: SupportService
    minutes: int
    requested_on: date | None = None
    approved_on: date | None = None
    approved_minutes: int | None = None
    note: str = ""
