"""Something worth telling the administration of a day of class: day, hour, cause and justification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened in a stretch of class (EPE/873/2023, guide 10.2.10).

    ``minute`` is of the day; ``enrolment_id`` is ``None`` where it concerns the whole class. What nobody has
    written yet of the cause and the justification is ``""``.
    """

    id: int
    stretch_id: int
    minute: int
    what: str
    cause: str = ""
    justification: str = ""
    enrolment_id: int | None = None
    communicated_on: date | None = None
