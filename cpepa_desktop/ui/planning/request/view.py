"""The yearly request on screen: its school year, its lines in order, and what the one chosen lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.yearly_requests import RequestLineView, RequestView
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.facts import FactsPanel
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button, rename_button
from cpepa_desktop.ui.parts.rows import RowsBox, one_over_other
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel
from cpepa_desktop.ui.planning.request.columns import facts_of, line_columns

_FACTS_HEIGHT: Final = 130


class RequestSectionView(PartView):
    """The request for a school year.

    Signals:
        year_chosen: another school year was chosen; carries it.
        move_wanted: the line chosen is to go up or down; carries its row and by how much.
        plan_wanted: a course is to be planned from a line, or gone to; carries its row.
        link_wanted: a course that there is answers a line; carries its row.
        submit_wanted, reopen_wanted, print_wanted, copy_wanted, export_wanted: about the whole request.
    """

    year_chosen = Signal(object)
    move_wanted = Signal(object, int)
    plan_wanted = Signal(object)
    link_wanted = Signal(object)
    submit_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("request", _("Petición anual"))
        self._years: list[SchoolYear] = []
        self._is_open = True
        self.years = QComboBox()
        self.years.setObjectName("request_year")
        self.years.setAccessibleName(_("Curso escolar que se pide"))
        self.years.setToolTip(_("Curso escolar que se pide"))
        self.years.activated.connect(lambda at: self.year_chosen.emit(self._years[at]))
        self.state = BadgeLabel("request_state")
        self.warnings: QLabel = theme.label("", "request_warnings", theme.Role.QUIET)
        table: TablePanel[RequestLineView] = TablePanel(
            "request_lines",
            _("Petición anual"),
            line_columns(),
            key=lambda row: row.line.id,
            empty=EmptyState(
                "request_empty",
                _(
                    "No se pide nada para este curso todavía. Añada los certificados o módulos que el centro "
                    "quiere impartir y diga quién los paga."
                ),
                icon="send",
            ),
        )
        self.rows = RowsBox("request_rows", table, _("Añadir…"))
        self.up = self.rows.add_command(
            "up", _("Subir"), lambda row: self.move_wanted.emit(row, -1), icon="up", shortcut="Ctrl+Up"
        )
        self.down = self.rows.add_command(
            "down", _("Bajar"), lambda row: self.move_wanted.emit(row, 1), icon="down", shortcut="Ctrl+Down"
        )
        self.plan = self.rows.add_command(
            "plan",
            _("Planificar el curso…"),
            self.plan_wanted.emit,
            icon="calendar",
            shortcut="Ctrl+Return",
        )
        self.link = self.rows.add_command(
            "link", _("Unir a un curso…"), self.link_wanted.emit, icon="link", shortcut="Ctrl+M"
        )
        table.chosen.connect(self._show_line)
        self.facts = FactsPanel("request_facts", _("Elija una línea para ver cómo está y qué le falta."))
        self.facts.setMinimumHeight(theme.scaled(_FACTS_HEIGHT))
        self._make_commands()
        self.set_body(self._body())
        self.start_at(table.view)

    def show_years(self, years: Sequence[SchoolYear], chosen: SchoolYear) -> None:
        """Offer these school years, on the one chosen."""
        self._years = list(years)
        with QSignalBlocker(self.years):
            self.years.clear()
            self.years.addItems([_("Curso {year}").format(year=year) for year in years])
            self.years.setCurrentIndex(self._years.index(chosen))

    def show_request(self, view: RequestView) -> None:
        """Show the request for the school year chosen."""
        request = view.request
        self._is_open = request.submitted_on is None
        if request.submitted_on is None:
            self.state.show_badge(Badge(_("Sin presentar"), "to-do", theme.Wash.QUIET))
        else:
            words = _("Presentada el {day}").format(day=day_words(request.submitted_on))
            words = f"{words} · {request.number}" if request.number else words
            self.state.show_badge(Badge(words, "send", theme.Wash.OK))
        self.warnings.setText("\n".join(view.warnings))
        self.warnings.setVisible(bool(view.warnings))
        self.rows.let_change(allowed=self._is_open)
        self.rows.show_rows(view.lines)
        self._show_line(self.rows.table.current_row())
        has_lines = bool(view.lines)
        self.submit.setVisible(self._is_open)
        self.submit.setEnabled(has_lines)
        self.reopen.setVisible(not self._is_open)
        for each in (self.copy, self.export):
            each.setEnabled(has_lines)

    def _show_line(self, row: RequestLineView | None) -> None:
        self._settle(row)
        if row is None:
            self.facts.clear()
            return
        labels = [
            theme.label(f"• {words}", f"request_note_{at}")
            for at, words in enumerate(row.warnings + row.missing)
        ]
        if row.missing:
            heading = theme.label(_("Para la nueva autorización"), "request_missing", theme.Role.STRONG)
            labels.insert(len(row.warnings), heading)
        title = f"{row.line.words} · {row.subject.title}"
        self.facts.show_facts(title, facts_of(row), labels)

    def _settle(self, row: RequestLineView | None) -> None:
        """Offer what makes sense: a submitted request is not changed, a planned course is gone to."""
        at, last = (row.line.position, self.rows.table.model.rowCount()) if row is not None else (0, 0)
        self.up.setEnabled(self._is_open and at > 1)
        self.down.setEnabled(self._is_open and 0 < at < last)
        is_planned = row is not None and bool(row.line.course)
        rename_button(self.plan, _("Ir al curso") if is_planned else _("Planificar el curso…"))

    def _make_commands(self) -> None:
        self.submit = button(
            "request_submit", _("Presentar…"), icon="send", shortcut="Ctrl+Shift+P", owner=self
        )
        self.reopen = button(
            "request_reopen", _("Reabrir…"), icon="undo", shortcut="Ctrl+Shift+B", owner=self
        )
        self.print = button("request_print", _("Imprimir…"), icon="print", shortcut="Ctrl+P", owner=self)
        self.copy = button(
            "request_copy", _("Copiar para GACEPA"), icon="copy", shortcut="Ctrl+Shift+K", owner=self
        )
        self.export = button(
            "request_export", _("Exportar…"), icon="export", shortcut="Ctrl+Shift+G", owner=self
        )
        for made, signal in (
            (self.submit, self.submit_wanted),
            (self.reopen, self.reopen_wanted),
            (self.print, self.print_wanted),
            (self.copy, self.copy_wanted),
            (self.export, self.export_wanted),
        ):
            made.clicked.connect(signal)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("request_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        head = [self.years, self.state, self.submit, self.reopen, self.print, self.copy, self.export]
        layout.addLayout(flow_of(head))
        layout.addWidget(self.warnings)
        layout.addWidget(one_over_other("request_halves", self.rows, self.facts, (300, 150)), 1)
        return body
