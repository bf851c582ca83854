"""How far a course has come, as a badge."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge

_LOOKS: Final = {
    Stage.PLANNED: ("calendar", Wash.QUIET),
    Stage.REQUESTED: ("send", Wash.QUIET),
    Stage.AUTHORISED: ("approved", Wash.OK),
    Stage.IN_SELECTION: ("people", Wash.OK),
    Stage.RUNNING: ("pending", Wash.OK),
    Stage.FINISHED: ("ok", Wash.QUIET),
    Stage.JUSTIFIED: ("papers", Wash.QUIET),
    Stage.CLOSED: ("lock", Wash.QUIET),
    Stage.RENOUNCED: ("no", Wash.QUIET),
}


def stage_badge(stage: Stage) -> Badge:
    """Return the badge of a stage: its word, its icon and its wash."""
    icon, wash = _LOOKS[stage]
    return Badge(stage.label, icon, wash)
