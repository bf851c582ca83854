"""The page of what is planned for the whole centre: its sections, one on screen."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.sections import SectionTabs


class PlanningView(PageView):
    """The sections under the title of the page."""

    def __init__(self) -> None:
        super().__init__("planning", _("Planificación"))
        self.sections = SectionTabs("planning_sections", _("Partes de la planificación"))
        self.set_body(self.sections)
