"""How a course is paid for, on screen: its amounts and its support, or who pays instead and its budget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.funding import Funding, FundingLine
from cpepa_desktop.operations.supports import SupportView
from cpepa_desktop.ui.course.file.funding.columns import budget_columns, line_columns, support_columns
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.course_words import route_words
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.facts import Fact, facts_grid
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.rows import RowsBox
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.text import full_day, money
from cpepa_desktop.ui.parts.why import why_button, why_head


class FundingView(TabView):
    """The route of the course with its amounts and its support, or with its budget.

    Signals:
        payer_wanted: which local entity pays is to be chosen.
        grant_wanted: what the resolution grants is to be written down.
        print_wanted: the estimate is to be printed.
        line_asked: an amount is to be explained; carries its row.
    """

    payer_wanted = Signal()
    grant_wanted = Signal()
    print_wanted = Signal()
    line_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("funding", _("Financiación"))
        self._make_commands()
        self.lines: TablePanel[FundingLine] = TablePanel(
            "funding_lines",
            _("Importes de la subvención"),
            line_columns(),
            key=lambda row: row.figure.key,
            filtered=False,
        )
        self.supports = RowsBox("funding_supports", _support_table(), _("Añadir…"))
        self.budget = RowsBox("funding_budget", _budget_table(), _("Añadir…"))
        self.balance = theme.label("", "funding_balance")
        self._amounts = self._amounts_box()
        self._supports_box = _titled("funding_supports_box", _("Apoyo a la discapacidad"), self.supports)
        self._budget_box = _titled("funding_budget_box", _("Presupuesto"), self.balance, self.budget)
        self._facts = QWidget()
        self._facts_room = QVBoxLayout()
        self.set_body(self._body())

    def show_funding(self, funding: Funding) -> None:
        """Show how the course is paid for."""
        self._show_facts(list(_facts(funding)))
        self.say(funding.refusal)
        self.lines.set_rows(funding.lines)
        self.lines.choose_first()
        self.lines.fit_rows()
        self.supports.show_rows(funding.supports)
        self.budget.show_rows(funding.budget.lines)
        self.balance.setText(_balance(funding))
        has_amounts = funding.estimate is not None
        self._amounts.setVisible(has_amounts)
        self.print.setVisible(has_amounts)
        self.grant.setVisible(funding.is_paid)
        self._supports_box.setVisible(funding.pays_support)
        self._budget_box.setVisible(not funding.is_paid)
        self.payer.setVisible(funding.course.route is Route.LOCAL)
        self.start_at(self.lines.view if has_amounts else self.budget.table.view)

    def _show_facts(self, facts: list[Fact]) -> None:
        before, self._facts = self._facts, facts_grid("funding", facts)
        self._facts_room.addWidget(self._facts)
        self._facts.show()
        before.hide()
        before.deleteLater()

    def _make_commands(self) -> None:
        self.payer = button("funding_payer", _("Entidad local…"), icon="link", shortcut="Ctrl+L", owner=self)
        self.grant = button(
            "funding_grant", _("Lo concedido…"), icon="approved", shortcut="Ctrl+M", owner=self
        )
        self.print = button(
            "funding_print", _("Imprimir la estimación…"), icon="print", shortcut="Ctrl+P", owner=self
        )
        for made, signal in (
            (self.payer, self.payer_wanted),
            (self.grant, self.grant_wanted),
            (self.print, self.print_wanted),
        ):
            made.clicked.connect(signal)

    def _amounts_box(self) -> QWidget:
        self.why = why_button("funding_why", self.lines)
        self.why.clicked.connect(lambda: self.lines.about_current(self.line_asked.emit))
        self.lines.opened.connect(self.line_asked)
        self.lines.chosen.connect(lambda row: self.why.setEnabled(row is not None))
        box = QWidget()
        box.setObjectName("funding_amounts")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        heading = theme.label(_("Importes de la subvención"), "funding_amounts_title", theme.Role.STRONG)
        layout.addLayout(why_head(heading, self.why))
        layout.addWidget(self.lines)
        return box

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("funding_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._facts_room)
        layout.addLayout(flow_of([self.payer, self.grant, self.print]))
        layout.addWidget(self._amounts)
        layout.addWidget(self._supports_box, 1)
        layout.addWidget(self._budget_box, 1)
        return body


def _support_table() -> TablePanel[SupportView]:
    empty = EmptyState(
        "funding_no_support",
        _("Sin apoyos. Se piden desde la selección y en los primeros días de clase de cada persona."),
        icon="person",
    )
    return TablePanel(
        "funding_support_rows",
        _("Apoyo a la discapacidad"),
        support_columns(),
        key=lambda row: row.support.id,
        filtered=False,
        empty=empty,
    )


def _budget_table() -> TablePanel[BudgetLine]:
    empty = EmptyState(
        "funding_no_budget", _("Sin presupuesto. Añada lo que cuesta el curso y lo que entra."), icon="to-do"
    )
    return TablePanel(
        "funding_budget_rows",
        _("Presupuesto"),
        budget_columns(),
        key=lambda row: row.id,
        filtered=False,
        empty=empty,
    )


def _titled(name: str, title: str, *widgets: QWidget) -> QWidget:
    """Return widgets under a heading."""
    box = QWidget()
    box.setObjectName(name)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_SMALL)
    layout.addWidget(theme.label(title, f"{name}_title", theme.Role.STRONG))
    for widget in widgets:
        layout.addWidget(widget)
    return box


def _facts(funding: Funding) -> Iterator[Fact]:
    yield _("Vía de financiación"), route_words(funding.course.route)
    if funding.call.title != route_words(funding.course.route):
        yield _("Convocatoria o marco"), funding.call.title
    if funding.course.route is Route.LOCAL:
        yield _("Entidad local"), funding.entity.name if funding.entity else ""
        if funding.entity:
            yield _("Qué paga"), funding.entity.pays
    if funding.is_paid:
        yield _("Concedido"), _granted(funding)
    if funding.guarantee_asked is not None:
        yield _("Aval de los anticipos"), _guarantee(funding.guarantee, funding.guarantee_asked)


def _granted(funding: Funding) -> str:
    if funding.estimate is None or funding.estimate.resolved is None:
        return _("Sin resolver: los importes son la estimación")
    amount = money(funding.estimate.resolved)
    day = funding.grant.issued_on if funding.grant else None
    if day is None:
        return amount
    return _("{amount}, por resolución del {day}").format(amount=amount, day=full_day(day))


def _guarantee(given: OfficialPaper | None, asked: Citation) -> str:
    if given is None:
        return _("Sin anotar. Hace falta salvo exención ({citation})").format(citation=asked)
    day = given.issued_on or given.received_on
    return _("Depositado el {day}").format(day=full_day(day)) if day else _("Anotado")


def _balance(funding: Funding) -> str:
    budget = funding.budget
    balance = budget.balance
    words = (
        _("Sobran {amount}") if balance > 0 else _("Faltan {amount}") if balance else _("Está equilibrado")
    )
    return _("Gastos {expense} · Ingresos {income} · {balance}").format(
        expense=money(budget.total(LineKind.EXPENSE)),
        income=money(budget.total(LineKind.INCOME)),
        balance=words.format(amount=money(abs(balance))),
    )
