"""What every tab of a course is: a part of the page of courses, about the course in the header."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.part import PartView as TabView
from cpepa_desktop.ui.shell import Shell

__all__ = ["Tab", "TabView"]


class Tab(Part):
    """The controller of a tab. It reads only while it has a course, and again when it gets another."""

    def __init__(self, shell: Shell, view: TabView, parent: QObject | None = None) -> None:
        super().__init__(shell, view, parent)
        self.course = ""

    def show_course(self, code: str) -> None:
        """Be about another course; it is read when the tab comes on screen."""
        if code != self.course:
            self.course = code
            self._is_stale = True
            self.forget()

    def forget(self) -> None:
        """Let go of what was chosen in the course before; a tab that keeps nothing has nothing to do."""

    def on_changes(self, changes: Changes) -> None:
        """Read again where the changes touch what is shown of this course."""
        if self.course and changes.course in {"", self.course}:
            super().on_changes(changes)
