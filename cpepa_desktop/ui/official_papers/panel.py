"""A list of official papers and what can be done with them, the same wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.official_papers.columns import paper_columns
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button, row_of
from cpepa_desktop.ui.parts.table import TablePanel


class OfficialPapersPanel(QWidget):
    """The papers and their buttons. Its keys work anywhere inside ``owner``.

    Signals:
        add_wanted: a paper is to be written down.
        change_wanted, remove_wanted, scan_wanted: about one paper; carry it.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    scan_wanted = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        owner: QWidget,
        *,
        lead: Sequence[QWidget] = (),
        empty: EmptyState | None = None,
        filtered: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_panel")
        self.table: TablePanel[OfficialPaper] = TablePanel(
            f"{name}_list", title, paper_columns(), key=lambda row: row.id, empty=empty, filtered=filtered
        )
        self.add = button(
            f"{name}_add",
            _("Añadir escrito…"),
            icon="add",
            shortcut="Ctrl+N",
            primary=bool(lead),  # a list with its own filters is what the page is for
            owner=owner,
        )
        self.change = button(f"{name}_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E", owner=owner)
        self.remove = button(
            f"{name}_remove", _("Quitar…"), icon="delete", shortcut="Ctrl+Shift+Del", owner=owner
        )
        self.scan = button(
            f"{name}_scan", _("Abrir escaneo"), icon="attach", shortcut="Ctrl+Alt+O", owner=owner
        )
        self.add.clicked.connect(self.add_wanted)
        for made, signal in (
            (self.change, self.change_wanted),
            (self.remove, self.remove_wanted),
            (self.scan, self.scan_wanted),
        ):
            made.clicked.connect(lambda _checked=False, signal=signal: self.table.about_current(signal.emit))
        self.table.opened.connect(self.change_wanted)
        self.table.chosen.connect(lambda _row: self.settle())
        commands = flow_of([self.add, self.change, self.remove, self.scan])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(_head(lead, commands))
        layout.addWidget(self.table, 1)
        self.settle()

    def show_papers(self, papers: Sequence[OfficialPaper]) -> None:
        """Show these papers."""
        self.table.set_rows(papers)
        self.table.choose_first()
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for the paper chosen."""
        row = self.table.current_row()
        self.change.setEnabled(row is not None)
        self.remove.setEnabled(row is not None)
        self.scan.setEnabled(row is not None and row.attachment is not None)


def _head(lead: Sequence[QWidget], commands: QLayout) -> QLayout:
    """Return the commands at the right of the fields that lead, or under them where the text is large."""
    fields = row_of(lead, stretch_at_end=theme.is_large_text())
    if theme.is_large_text():
        column = QVBoxLayout()
        for each in (fields, commands) if lead else (commands,):
            column.addLayout(each)
        return column
    side = QVBoxLayout()
    side.addStretch(1)  # on the line of the fields, whose words are above them
    side.addLayout(commands)
    fields.addLayout(side, 1)
    return fields
