"""How far a course has come, as a badge."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge


def stage_badge(stage: str) -> Badge:
    """Return the badge of a stage as ``operations.courses`` names it. Raise ``KeyError`` for another."""
    return {
        "planned": Badge(_("Planificado"), "calendar", Wash.QUIET),
        "running": Badge(_("En marcha"), "pending", Wash.OK),
        "finished": Badge(_("Terminado"), "ok", Wash.QUIET),
    }[stage]
