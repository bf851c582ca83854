"""The accreditations on screen, and under them what the speciality chosen asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.accreditations import AccreditationView
from cpepa_desktop.operations.speciality_needs import NeedView
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.rows import RowsBox, one_over_other
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.planning.accreditations.columns import accreditation_columns, need_columns


class AccreditationsView(PartView):
    """The list of accreditations, and of what the one chosen asks for.

    Signals:
        chosen: another speciality was chosen; carries its row, or ``None``.
        scan_wanted: the scan of an accreditation is to be opened; carries its row.
    """

    chosen = Signal(object)
    scan_wanted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__("accreditations", _("Acreditaciones"))
        given: TablePanel[AccreditationView] = TablePanel(
            "accreditations_list",
            _("Acreditaciones"),
            accreditation_columns(today),
            key=lambda row: row.key,
        )
        needs: TablePanel[NeedView] = TablePanel(
            "needs_list",
            _("Requisitos de la especialidad"),
            need_columns(),
            key=lambda row: row.need.id,
            empty=EmptyState(
                "needs_empty",
                _(
                    "Falta anotar qué exige esta especialidad. Cópielo de su real decreto: los espacios con "
                    "sus metros, los formadores y el equipamiento."
                ),
                icon="law",
            ),
            filtered=False,
        )
        self.rows = RowsBox("accreditations_rows", given, _("Añadir…"))
        self.scan = self.rows.add_command(
            "scan", _("Abrir escaneo"), self.scan_wanted.emit, icon="attach", shortcut="Ctrl+Alt+O"
        )
        self.needs = RowsBox("needs_rows", needs, _("Nuevo requisito…"), primary=False)
        given.chosen.connect(self.chosen)
        given.chosen.connect(lambda _row: self._settle())
        self._about = theme.label("", "needs_about", theme.Role.STRONG)
        self._notes = theme.label("", "needs_notes", theme.Role.QUIET)
        empty = EmptyState(
            "accreditations_empty",
            _(
                "No hay ninguna acreditación. Anote aquí las especialidades que el centro puede impartir, "
                "con su número, su día y sus plazas: la petición anual sabrá cuáles están ya autorizadas."
            ),
            action=_("Añadir una acreditación…"),
            icon="approved",
        )
        empty.acted.connect(self.rows.add_wanted)
        self.set_body(one_over_other("accreditations_halves", self.rows, self._below(), (1, 1)), empty)
        self.start_at(given.view)
        self._settle()

    def show_rows(self, rows: Sequence[AccreditationView]) -> None:
        """Show the accreditations."""
        self.rows.show_rows(rows)
        self.show_empty(empty=not rows)
        self._settle()

    def show_needs(self, row: AccreditationView | None, needs: Sequence[NeedView]) -> None:
        """Show what the speciality of a row asks for."""
        self.needs.show_rows(needs)
        self._about.setText(
            _("Qué exige {code} · {title}").format(code=row.speciality, title=row.title) if row else ""
        )
        self._notes.setText("\n".join(row.warnings) if row else "")
        self._notes.setVisible(bool(row and row.warnings))

    def _below(self) -> QWidget:
        below = QWidget()
        below.setObjectName("needs")
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._about)
        layout.addWidget(self._notes)
        layout.addWidget(self.needs, 1)
        return below

    def _settle(self) -> None:
        row = self.rows.table.current_row()
        given = row.accreditation if row is not None else None
        self.rows.remove.setEnabled(given is not None)
        self.scan.setEnabled(given is not None and given.attachment is not None)
