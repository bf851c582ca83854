"""The budget of a course in the file."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.db import budgets as table
from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from tests.db.small_centre import fill, memory, write


def test_lines_keep_their_order_are_changed_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        table.save(db, 1, BudgetLine(0, 0, LineKind.EXPENSE, "Docente", 120_000, "60 h"))
        table.save(db, 1, BudgetLine(0, 0, LineKind.INCOME, "Ayuntamiento", 120_000))
    first, second = table.budget_lines(db, 1)
    assert first == BudgetLine(first.id, 1, LineKind.EXPENSE, "Docente", 120_000, "60 h")
    assert (second.position, second.kind) == (2, LineKind.INCOME)
    with write(db):
        table.save(db, 1, replace(second, cents=5))
        table.remove(db, first.id)
    assert table.budget_lines(db, 1) == (replace(second, cents=5),)
    db.close()
