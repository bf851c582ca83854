"""The incidents of a course on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.incidents import IncidentView
from cpepa_desktop.ui.course.incidents.columns import incident_columns
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel


class IncidentsView(TabView):
    """The list of incidents and what can be done with them.

    Signals:
        add_wanted: something that happened is to be written down.
        change_wanted, remove_wanted: about one incident; carry its row.
        communicated_wanted: the incidents chosen were told to the administration; carries their rows.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    communicated_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("incidents", _("Incidencias"))
        self.table: TablePanel[IncidentView] = TablePanel(
            "incidents_list", _("Incidencias"), incident_columns(), key=lambda row: row.incident.id
        )
        self.add = button(
            "incidents_add", _("Añadir…"), icon="add", shortcut="Ctrl+N", primary=True, owner=self
        )
        self.change = button("incidents_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E", owner=self)
        self.remove = button(
            "incidents_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=self
        )
        self.communicated = button(
            "incidents_communicated", _("Comunicadas…"), icon="send", shortcut="Ctrl+M", owner=self
        )
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(lambda: self.table.about_current(self.change_wanted.emit))
        self.remove.clicked.connect(lambda: self.table.about_current(self.remove_wanted.emit))
        self.communicated.clicked.connect(self._tell_chosen)
        self.table.opened.connect(self.change_wanted)
        self.table.chosen.connect(lambda _row: self.settle())
        body = QWidget()
        body.setObjectName("incidents_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(flow_of([self.add, self.change, self.remove, self.communicated]))
        layout.addWidget(self.table, 1)
        empty = EmptyState(
            "incidents_empty",
            _(
                "No hay incidencias. Anote aquí lo que ocurra en clase con su día, hora, causa y "
                "justificación: sale en la hoja de asistencia registrada."
            ),
            action=_("Añadir una incidencia…"),
            icon="to-do",
        )
        empty.acted.connect(self.add_wanted)
        self.set_body(body, empty)
        self.start_at(self.table.view)
        self.settle()

    def show_rows(self, rows: Sequence[IncidentView]) -> None:
        """Show the incidents of the course."""
        self.table.set_rows(rows)
        self.show_empty(empty=not rows)
        self.table.choose_first()
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for what is chosen."""
        has_row = self.table.current_row() is not None
        for each in (self.change, self.remove, self.communicated):
            each.setEnabled(has_row)

    def _tell_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self.communicated_wanted.emit(rows)
