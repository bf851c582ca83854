"""The local entities: reads them, writes them down and takes them away."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations import local_entities
from cpepa_desktop.operations.local_entities import LocalEntityView
from cpepa_desktop.ui.official_papers.editor import PaperEditor
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.planning.entities.dialogs import EntityDialog
from cpepa_desktop.ui.planning.entities.view import EntitiesView
from cpepa_desktop.ui.shell import Shell


class EntitiesSection(Part):
    """The section «Entidades locales»."""

    depends_on = frozenset({Kind.PLANNING, Kind.COURSE, Kind.FILE})
    view: EntitiesView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, EntitiesView(), parent)
        rows = self.view.rows
        rows.add_wanted.connect(lambda: self._edit(None))
        rows.change_wanted.connect(self._edit)
        rows.remove_wanted.connect(self._remove)
        self._papers = PaperEditor(self)
        self.view.agreement_wanted.connect(lambda row: self._papers.agree_with(row.entity.id, *row.courses))

    def read(self) -> None:
        """Read the local entities."""
        rows = self.shell.ask(lambda: local_entities.read_local_entities(self.workspace))
        if rows is not None:
            self.view.show_rows(rows)

    def reveal_detail(self, detail: str) -> None:
        """Show a local entity, named by its id."""
        self.refresh()
        if detail.isdecimal():
            self.view.rows.table.choose(int(detail))

    def _edit(self, row: LocalEntityView | None) -> None:
        dialog = EntityDialog(row.entity if row else None, self.view)
        self.ask_in(dialog, lambda: local_entities.save_local_entity(self.workspace, dialog.entered()))

    def _remove(self, row: LocalEntityView) -> None:
        self.write(lambda: local_entities.remove_local_entity(self.workspace, row.entity.id))
