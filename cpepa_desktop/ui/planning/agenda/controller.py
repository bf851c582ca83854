"""The terms of the whole centre: reads those of the school year looked at, and does what is asked of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.year_obligations import year_obligations
from cpepa_desktop.ui.obligations.actions import ObligationActions
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.planning.agenda.view import AgendaView
from cpepa_desktop.ui.shell import Shell


class AgendaSection(Part):
    """The section «Plazos» of the plan of the centre."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL}
    view: AgendaView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, AgendaView(), parent)
        self._actions = ObligationActions(shell, self.view)
        self._actions.attend(self.view.panel)
        self.view.panel.export_wanted.connect(self._actions.export)
        self.view.panel.print_wanted.connect(self._print)
        self.view.plan_wanted.connect(lambda: shell.go("courses", detail="new"))
        shell.year_changed.connect(self.read_again)

    def read(self) -> None:
        """Read the obligations of the courses of the school year looked at, of all where it is all."""
        found = self.shell.ask(lambda: year_obligations(self.workspace, self.shell.school_year))
        if found is not None:
            self.view.show_obligations(found, self.workspace.clock.today())

    def _print(self) -> None:
        year = self.shell.school_year or SchoolYear.of(self.workspace.clock.today())
        self._actions.print_centre(year)
