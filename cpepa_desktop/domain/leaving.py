"""How a person leaves a course before its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.texts import _


class LeaveCause(StrEnum):
    """Why a person left; all but ``OTHER`` open the 25 % cases (EPE/873/2023, ap. 18.7 and 19.1)."""

    JOB = "job"
    RECALL = "recall"
    ILLNESS = "illness"
    ACCIDENT = "accident"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the cause in the user's language."""
        match self:
            case LeaveCause.JOB:
                return _("Colocación")
            case LeaveCause.RECALL:
                return _("Llamamiento de fijo discontinuo")
            case LeaveCause.ILLNESS:
                return _("Enfermedad")
            case LeaveCause.ACCIDENT:
                return _("Accidente")
            case LeaveCause.OTHER:
                return _("Otra causa")


@dataclass(frozen=True, slots=True)
class Leaving:
    """How and when a person left, as the 25 % cases need it. What nobody has said is ``None``."""

    last_day: date
    cause: LeaveCause
    contract_start: date | None
    was_unemployed: bool | None
