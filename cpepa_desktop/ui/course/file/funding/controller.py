"""How a course is paid for: reads it, writes its support, its budget and who pays, prints the estimate."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.budgets import BudgetLine
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import budgets, supports
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.funding import Funding, FundingLine, read_funding
from cpepa_desktop.operations.local_entities import list_local_entities, set_local_entity
from cpepa_desktop.operations.supports import SupportView
from cpepa_desktop.ui.course.file.funding.dialogs import BudgetDialog, PayerDialog, SupportDialog
from cpepa_desktop.ui.course.file.funding.view import FundingView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.official_papers.editor import PaperEditor
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

PAPER = "grant-estimate"


class FundingTab(Tab):
    """The section «Financiación» of the tab «Expediente»."""

    depends_on = frozenset(
        {Kind.PLANNING, Kind.COURSE, Kind.ENROLMENTS, Kind.PEOPLE, Kind.PAPERS, Kind.CATALOGUE}
    )
    view: FundingView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, FundingView(), parent)
        self._funding: Funding | None = None
        self._papers = PaperActions(shell, self.view)
        self._editor = PaperEditor(self)
        view = self.view
        view.payer_wanted.connect(self._choose_payer)
        view.grant_wanted.connect(self._write_grant)
        view.print_wanted.connect(lambda: self._papers.issue(PAPER, self.course))
        view.line_asked.connect(self._explain)
        view.supports.add_wanted.connect(lambda: self._ask_support(None))
        view.supports.change_wanted.connect(self._ask_support)
        view.supports.remove_wanted.connect(self._remove_support)
        view.budget.add_wanted.connect(lambda: self._ask_line(None))
        view.budget.change_wanted.connect(self._ask_line)
        view.budget.remove_wanted.connect(self._remove_line)

    def read(self) -> None:
        """Read how the course is paid for."""
        funding = self.shell.ask(lambda: read_funding(self.workspace, self.course))
        if funding is not None:
            self._funding = funding
            self.view.show_funding(funding)

    def _choose_payer(self) -> None:
        entities = self.shell.ask(lambda: list_local_entities(self.workspace))
        if entities is None or self._funding is None:
            return
        choices = [(entity.id, entity.name) for entity in entities]
        chosen = self._funding.course.local_entity_id
        dialog = PayerDialog(self.course, choices, chosen, self.view)
        self.ask_in(dialog, lambda: set_local_entity(self.workspace, self.course, dialog.entity.value()))

    def _write_grant(self) -> None:
        """Ask for the resolution that grants the course its amount, or for what is different in it."""
        paper = self._funding.grant if self._funding else None
        if paper is not None:
            self._editor.change(paper)
        else:
            self._editor.ask(_("Resolución de concesión"), OfficialPaperKind.GRANT, None, self.course)

    def _explain(self, row: FundingLine) -> None:
        lines = self._funding.lines if self._funding else ()
        figures = [line.figure for line in lines]
        show_why(_("Importes de la subvención"), figures, self.view, chosen=row.figure.key)

    def _ask_support(self, row: SupportView | None) -> None:
        enrolments = self.shell.ask(lambda: list_enrolments(self.workspace, self.course)) or ()
        people = [(each.id, each.person.listed_name) for each in enrolments]
        dialog = SupportDialog(people, row.support if row else None, self.view)
        self.ask_in(dialog, lambda: supports.save_support(self.workspace, self.course, dialog.entered()))

    def _remove_support(self, row: SupportView) -> None:
        self.write(lambda: supports.remove_support(self.workspace, self.course, row.support.id))

    def _ask_line(self, row: BudgetLine | None) -> None:
        dialog = BudgetDialog(row, self.view)
        self.ask_in(dialog, lambda: budgets.save_budget_line(self.workspace, self.course, dialog.entered()))

    def _remove_line(self, row: BudgetLine) -> None:
        self.write(lambda: budgets.remove_budget_line(self.workspace, self.course, row.id))
