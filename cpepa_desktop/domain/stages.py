"""How far a course has come, from the first idea to the day its papers may be thrown away."""

from __future__ import annotations

from enum import StrEnum

from cpepa_desktop.domain.texts import _


class Stage(StrEnum):
    """A stage of a course, in the order of its life; a course that is renounced leaves it."""

    PLANNED = "planned"
    REQUESTED = "requested"
    AUTHORISED = "authorised"
    IN_SELECTION = "in_selection"
    RUNNING = "running"
    FINISHED = "finished"
    JUSTIFIED = "justified"
    CLOSED = "closed"
    RENOUNCED = "renounced"

    @property
    def label(self) -> str:
        """Return the stage in the user's language."""
        return {
            Stage.PLANNED: _("Planificado"),
            Stage.REQUESTED: _("Solicitado"),
            Stage.AUTHORISED: _("Autorizado"),
            Stage.IN_SELECTION: _("En selección"),
            Stage.RUNNING: _("En marcha"),
            Stage.FINISHED: _("Terminado"),
            Stage.JUSTIFIED: _("Justificado"),
            Stage.CLOSED: _("Cerrado"),
            Stage.RENOUNCED: _("Renunciado"),
        }[self]
