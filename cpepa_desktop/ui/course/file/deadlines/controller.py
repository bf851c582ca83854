"""The terms of a course: reads them, goes to where each is met, and writes down how it was."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.ui.course.file.deadlines.view import DeadlinesView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.obligations.actions import ObligationActions
from cpepa_desktop.ui.shell import Shell


class DeadlinesTab(Tab):
    """The section «Plazos» of a course. ``conditions_sheet`` and ``attendance_weekly/2024-W07`` name one."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL}
    view: DeadlinesView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, DeadlinesView(), parent)
        self._actions = ObligationActions(shell, self.view)
        self._actions.attend(self.view.panel)
        self.view.events_wanted.connect(lambda: self._actions.show_events(self.course))
        self.view.panel.export_wanted.connect(lambda: self._actions.export(self.course))
        self.view.panel.print_wanted.connect(lambda: self._actions.print_course(self.course))

    def read(self) -> None:
        """Read the obligations of the course."""
        found = self.shell.ask(lambda: course_obligations(self.workspace, self.course))
        if found is not None:
            self.view.show_obligations(found, self.workspace.clock.today())

    def reveal_detail(self, detail: str) -> None:
        """Show an obligation, named with what it is of after a slash; by its name alone, its first."""
        name, _slash, subject = detail.partition("/")
        self.refresh()
        if not self.view.panel.choose((self.course, name, subject)) and not subject:
            self.view.panel.choose_first_of(name)

    def detail(self) -> str:
        """Return the obligation chosen."""
        chosen = self.view.panel.current()
        return "/".join(filter(None, (chosen.name, chosen.subject))) if chosen else ""
