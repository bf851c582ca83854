"""The tab of what a course needs around its classes: its sections, one on screen."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.sections import SectionTabs


class FileView(TabView):
    """The sections under the head of the course."""

    def __init__(self) -> None:
        super().__init__("file", _("Expediente"))
        self.sections = SectionTabs("file_sections", _("Partes del expediente"))
        self.set_body(self.sections)

    def take_focus(self) -> None:
        """Bring the keyboard to the section on screen."""
        shown = self.sections.currentWidget()
        if isinstance(shown, TabView):
            shown.take_focus()
