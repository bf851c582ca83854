"""The budget of a course that no grant pays for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.budgets import read_budget, remove_budget_line, save_budget_line
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, rows

TEACHER = BudgetLine(0, 0, LineKind.EXPENSE, "Docente", 120_000)
TOWN = BudgetLine(0, 0, LineKind.INCOME, "Ayuntamiento", 100_000)


@pytest.fixture
def own(ws: Workspace) -> Workspace:
    """Give a course with the centre's own means."""
    planned(ws, own_request())
    return ws


def test_lines_are_written_in_order_and_add_up(own: Workspace) -> None:
    changes = save_budget_line(own, CODE, replace(TEACHER, concept=" Docente "))
    save_budget_line(own, CODE, TOWN)
    budget = read_budget(own, CODE)
    assert [(line.concept, line.cents) for line in budget.lines] == [
        ("Docente", 120_000),
        ("Ayuntamiento", 100_000),
    ]
    assert budget.balance == -20_000
    assert (changes.kinds, changes.course) == (frozenset({Kind.PLANNING}), CODE)


def test_a_line_is_changed_taken_away_and_brought_back(own: Workspace) -> None:
    save_budget_line(own, CODE, TEACHER)
    (line,) = read_budget(own, CODE).lines
    save_budget_line(own, CODE, replace(line, cents=0))
    before = rows(own)
    remove_budget_line(own, CODE, line.id)
    assert read_budget(own, CODE).lines == ()
    undo(own)
    assert rows(own) == before


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (replace(TEACHER, concept=" "), "concepto"),
        (replace(TEACHER, cents=-1), "no puede ser negativo"),
        (replace(TEACHER, id=99), "ya no está"),
    ],
)
def test_a_line_that_cannot_be_is_refused(own: Workspace, line: BudgetLine, words: str) -> None:
    with pytest.raises(Refused, match=words):
        save_budget_line(own, CODE, line)
    assert read_budget(own, CODE).lines == ()


def test_what_is_no_more_cannot_be_taken_away(own: Workspace) -> None:
    with pytest.raises(Refused, match="ya no está"):
        remove_budget_line(own, CODE, 99)


def test_an_unknown_course_has_no_budget(ws: Workspace) -> None:
    with pytest.raises(Refused):
        read_budget(ws, "NO-HAY")
