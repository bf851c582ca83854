"""The budget of a course that no grant pays for: what it costs, what comes in, and the difference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cpepa_desktop.domain.texts import _


class LineKind(StrEnum):
    """What a line of a budget is."""

    EXPENSE = "expense"
    INCOME = "income"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        return _("Gasto") if self is LineKind.EXPENSE else _("Ingreso")


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of a budget, in cents."""

    id: int
    position: int
    kind: LineKind
    concept: str
    cents: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """The lines of the budget of a course, in their order."""

    lines: tuple[BudgetLine, ...] = ()

    def total(self, kind: LineKind) -> int:
        """Return the sum of the lines of a kind, in cents."""
        return sum(line.cents for line in self.lines if line.kind is kind)

    @property
    def balance(self) -> int:
        """Return the income less the expenses, in cents: negative where money is missing."""
        return self.total(LineKind.INCOME) - self.total(LineKind.EXPENSE)
