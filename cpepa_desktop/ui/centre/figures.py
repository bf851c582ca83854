"""The figures that calls leave to the centre: which are missing, and writing one with its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calls import CallFigure, FilledFigure
from cpepa_desktop.ui.centre.terms import TermsPanel
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import Column, TablePanel

# Texts of the centre's own; their keys are those of resources/norms/norms.toml.
NORMS = ("Convenio", "Autorización", "Resolución")


def unit_words(unit: str) -> str:
    """Return the unit of a figure as it is read, one that is the same in every language as it is."""
    words = {
        "/1": _("tanto por uno"),
        "/10": _("puntos de 10"),
        "EUR": "\N{EURO SIGN}",
        "EUR/h": "\N{EURO SIGN}/h",
        "absences": _("faltas"),
        "actions": _("acciones"),
        "calls": _("llamadas"),
        "day": _("día"),
        "days": _("días"),
        "list": _("lista"),
        "people": _("personas"),
        "points": _("puntos"),
        "text": _("texto"),
        "years": _("años"),
        "yes/no": _("sí o no"),
    }
    return words.get(unit, unit)


def figure_columns() -> tuple[Column[CallFigure], ...]:
    """Return the columns of the figures still to be written."""
    return (
        Column(_("Convocatoria"), lambda row: row.title, width=24),
        Column(_("Dato"), lambda row: row.figure.label, stretched=True),
        Column(_("Unidad"), lambda row: unit_words(row.figure.unit), width=12),
    )


class FiguresTab(QWidget):
    """The list of figures with the button that writes one, and under it the terms of each call.

    Signals:
        fill_asked: the person wants to write the current one; carries it.
    """

    fill_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figures")
        self.panel = TablePanel(
            "figures_list",
            _("Cifras por completar"),
            figure_columns(),
            key=lambda row: (row.call, row.figure.name),
            empty=EmptyState(
                "figures_empty", _("Ninguna convocatoria deja cifras por completar al centro."), icon="law"
            ),
        )
        self._fill = button(
            "figures_fill", _("Completar…"), icon="edit", shortcut="Ctrl+E", primary=True, owner=self
        )
        self._fill.clicked.connect(self._ask)
        self._fill.setEnabled(False)
        self.panel.add_to_head(self._fill)
        self.panel.opened.connect(self.fill_asked)
        self.panel.chosen.connect(lambda row: self._fill.setEnabled(row is not None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        self.terms = TermsPanel()
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.terms, 1)

    def _ask(self) -> None:
        current = self.panel.current_row()
        if current is not None:
            self.fill_asked.emit(current)


class FigureDialog(FormDialog):
    """A figure of an agreement, from when it is in force and where it stands."""

    def __init__(self, row: CallFigure, parent: QWidget | None = None) -> None:
        self._name = row.figure.name
        unit = _("En {unit}").format(unit=unit_words(row.figure.unit))
        self.value = TextField("figure_value", row.figure.label, required=True, hint=unit)
        self.since = DateField("figure_since", _("Rige desde"), required=True)
        self.norm: ChoiceField[str] = ChoiceField(
            "figure_norm", _("Lo dice"), [(norm, norm) for norm in NORMS], required=True
        )
        self.place = TextField(
            "figure_place", _("Lugar del texto"), required=True, hint=_("Como «cláusula 3»")
        )
        form = Form("figure_form", [(self.value, 2), self.since, self.norm, (self.place, 2)])
        super().__init__("figure_dialog", row.title, form, parent)

    def entered(self) -> FilledFigure:
        """Return the figure as entered. The form was checked: the day is there."""
        since, norm = self.since.value(), self.norm.value()
        assert since is not None  # noqa: S101 - the field is required
        assert norm is not None  # noqa: S101 - the field is required
        return FilledFigure(self._name, self.value.value(), since, norm, self.place.value())
