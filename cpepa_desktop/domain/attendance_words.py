"""Words the law fixes of an absence and a person's work: its cause, how far its proof is, who employs."""

from __future__ import annotations

from enum import StrEnum

from cpepa_desktop.domain.texts import _


class AbsenceCause(StrEnum):
    """A situation that can justify an absence, under its letter in Orden EPE/873/2023, ap. 19.1."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"
    H = "h"

    @property
    def label(self) -> str:
        """Return the situation in a few words of the order, as official papers print it: never translated."""
        return _WORDS_OF_THE_ORDER[self]


class JustificationState(StrEnum):
    """How far the proof of an absence has come. Only INAEM validates or rejects."""

    UNJUSTIFIED = "unjustified"
    PENDING = "pending"
    VALIDATED = "validated"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        """Return the state in the user's language."""
        match self:
            case JustificationState.UNJUSTIFIED:
                return _("sin justificar")
            case JustificationState.PENDING:
                return _("pendiente de validar")
            case JustificationState.VALIDATED:
                return _("validada")
            case JustificationState.REJECTED:
                return _("rechazada")


class EmploymentStatus(StrEnum):
    """Whom a person works for on the day the course starts (EPE/873/2023, ap. 6.1).

    A status that nobody has stated is ``None``, never a member: unknown is not unemployed.
    """

    UNEMPLOYED = "unemployed"
    EMPLOYED = "employed"
    SEASONAL_IDLE = "seasonal_idle"
    PUBLIC_WORKER = "public_worker"

    @property
    def label(self) -> str:
        """Return the status in the user's language."""
        match self:
            case EmploymentStatus.UNEMPLOYED:
                return _("persona desempleada")
            case EmploymentStatus.EMPLOYED:
                return _("persona ocupada")
            case EmploymentStatus.SEASONAL_IDLE:
                return _("fija discontinua en periodo de no ocupación")
            case EmploymentStatus.PUBLIC_WORKER:
                return _("personal de una Administración pública")


_WORDS_OF_THE_ORDER = {
    AbsenceCause.A: "Entrevista de trabajo",
    AbsenceCause.B: "Consulta médica",
    AbsenceCause.C: "Enfermedad o accidente",
    AbsenceCause.D: "Fallecimiento, accidente o enfermedad grave de un familiar",
    AbsenceCause.E: "Deber inexcusable",
    AbsenceCause.F: "Exámenes oficiales o pruebas de acceso a un puesto de trabajo",
    AbsenceCause.G: "Violencia de género",
    AbsenceCause.H: "Contrato de corta duración",
}
