"""The terms of a course on screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.obligations.panel import ObligationsPanel
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import button


class DeadlinesView(TabView):
    """The obligations of the course, and what can be done with them.

    Signals:
        events_wanted: what happened to the course is to be seen or written.
    """

    events_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("deadlines", _("Plazos"))
        self.events = button("deadlines_events", _("Hechos…"), icon="history", shortcut="Ctrl+N", owner=self)
        self.events.clicked.connect(self.events_wanted)
        self.panel = ObligationsPanel("deadlines", more=[self.events])
        empty = EmptyState(
            "deadlines_empty",
            _("Este curso no tiene plazos: su convocatoria no obliga a nada, o se ha renunciado a él."),
            icon="ok",
        )
        self.set_body(self.panel, empty)
        self.start_at(self.panel.table.view)

    def show_obligations(self, obligations: Sequence[DatedObligation], today: date) -> None:
        """Show the obligations of the course as of a day."""
        self.panel.show_obligations(obligations, today)
        self.show_empty(empty=not obligations)
