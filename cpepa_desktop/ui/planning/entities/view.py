"""The local entities on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.local_entities import LocalEntityView
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.rows import RowsBox
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.planning.entities.columns import entity_columns


class EntitiesView(PartView):
    """The list of local entities and what can be done with them.

    Signals:
        agreement_wanted: a new agreement with one is to be written down; carries its row.
    """

    agreement_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("entities", _("Entidades locales"))
        table: TablePanel[LocalEntityView] = TablePanel(
            "entities_list", _("Entidades locales"), entity_columns(), key=lambda row: row.entity.id
        )
        self.rows = RowsBox("entities_rows", table, _("Añadir…"))
        self.rows.add_command(
            "agreement", _("Nuevo convenio…"), self.agreement_wanted.emit, icon="papers", shortcut="Ctrl+M"
        )
        empty = EmptyState(
            "entities_empty",
            _(
                "No hay ninguna entidad local. Anote aquí los ayuntamientos y comarcas que pagan cursos o a "
                "quienes los imparten, con su contacto y su convenio."
            ),
            action=_("Añadir una entidad local…"),
            icon="centre",
        )
        empty.acted.connect(self.rows.add_wanted)
        self.set_body(self.rows, empty)
        self.start_at(table.view)

    def show_rows(self, rows: Sequence[LocalEntityView]) -> None:
        """Show the local entities."""
        self.rows.show_rows(rows)
        self.show_empty(empty=not rows)
