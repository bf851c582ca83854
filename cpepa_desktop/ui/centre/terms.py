"""The terms of the calls, those that oblige and those that the centre may switch on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.call_terms import CallTerm
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import button, rename_button
from cpepa_desktop.ui.parts.table import Column, TablePanel


def term_columns() -> tuple[Column[CallTerm], ...]:
    """Return the columns of the terms of the calls."""
    return (
        Column(_("Convocatoria"), lambda row: row.title, width=24),
        Column(_("Plazo"), lambda row: row.text, stretched=True),
        Column(_("Lo dice"), lambda row: str(row.citation), width=28),
        Column(_("Obliga"), lambda row: _("Sí") if row.is_active else _("No"), width=9),
    )


class TermsPanel(QWidget):
    """The list of terms with the button that switches the current one.

    Signals:
        switch_asked: the person wants the current one to oblige, or to oblige no more; carries it.
    """

    switch_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("terms")
        self.panel: TablePanel[CallTerm] = TablePanel(
            "terms_list",
            _("Plazos de cada convocatoria"),
            term_columns(),
            key=lambda row: (row.call, row.name),
        )
        self._switch = button("terms_switch", _("Activar"), icon="approved", shortcut="Ctrl+L", owner=self)
        self._switch.clicked.connect(self._ask)
        self._switch.setEnabled(False)
        self.panel.add_to_head(self._switch)
        self.panel.opened.connect(self.switch_asked)
        self.panel.chosen.connect(self._settle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.addWidget(self.panel)

    def _settle(self, row: CallTerm | None) -> None:
        self._switch.setEnabled(row is not None)
        rename_button(self._switch, _("Desactivar") if row and row.is_active else _("Activar"))

    def _ask(self) -> None:
        current = self.panel.current_row()
        if current is not None:
            self.switch_asked.emit(current)
