"""What a budget adds up to."""

from __future__ import annotations

from cpepa_desktop.domain.budgets import Budget, BudgetLine, LineKind


def test_a_budget_adds_up_what_comes_in_and_what_goes_out() -> None:
    budget = Budget(
        (
            BudgetLine(1, 1, LineKind.EXPENSE, "Docente", 120_000),
            BudgetLine(2, 2, LineKind.INCOME, "Ayuntamiento", 100_001),
            BudgetLine(3, 3, LineKind.EXPENSE, "Material", 50),
        )
    )
    assert (budget.total(LineKind.EXPENSE), budget.total(LineKind.INCOME)) == (120_050, 100_001)
    assert budget.balance == -20_049
    assert Budget().balance == 0


def test_a_line_is_an_expense_or_an_income() -> None:
    assert [kind.label for kind in LineKind] == ["Gasto", "Ingreso"]
