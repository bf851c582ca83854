"""The proof of one or more absences, and the minutes of class that it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState


@dataclass(frozen=True, slots=True)
class Justification:
    """The proof of one or more absences, over as many sessions as it covers, with a state of its own.

    ``event_day`` is the day of what happened, ``appointment_minute`` the hour of an appointment and
    ``travel_minutes`` the way back from another town, ``None`` for the hour the guide reckons with.
    ``decided_on`` is the day the administration decided, ``handed_in_on`` and ``registry`` say when and how
    it was given in, and ``proof`` is an attachment.
    """

    id: int
    enrolment_id: int
    state: JustificationState = JustificationState.PENDING
    event_day: date | None = None
    appointment_minute: int | None = None
    other_town: bool = False
    decided_on: date | None = None
    proof: str | None = None
    note: str = ""
    travel_minutes: int | None = None
    handed_in_on: date | None = None
    registry: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Minutes missed in one cell and the key of what justifies them, ``None`` where nothing does."""

    enrolment_id: int
    session_id: int
    minutes: int
    cause: AbsenceCause | None
    justification_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShareException:
    """A decision to hold that somebody below the share has finished (EFP/942/2022, art. 11.3).

    It holds only with every module passed. ``at`` is its moment, ISO 8601 with its time zone.
    """

    reason: str
    actor: str
    at: str
