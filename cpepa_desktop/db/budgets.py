"""The budgets of courses in the file, one row a line."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.budgets import BudgetLine, LineKind

_OF_COURSE: Final = """
SELECT id, position, kind, concept, cents, note FROM budget_line WHERE course_id = ? ORDER BY position
"""
_ADD: Final = """
INSERT INTO budget_line (kind, concept, cents, note, course_id, position) VALUES (?, ?, ?, ?, ?,
       (SELECT coalesce(max(position), 0) + 1 FROM budget_line WHERE course_id = ?))
"""
_CHANGE: Final = "UPDATE budget_line SET kind = ?, concept = ?, cents = ?, note = ? WHERE id = ?"
_REMOVE: Final = "DELETE FROM budget_line WHERE id = ?"


def budget_lines(db: Database, course_id: int) -> tuple[BudgetLine, ...]:
    """Return the lines of the budget of a course, in their order."""
    return tuple(
        BudgetLine(key, position, LineKind(kind), concept, cents, note)
        for key, position, kind, concept, cents, note in db.execute(_OF_COURSE, (course_id,))
    )


def save(db: Database, course_id: int, line: BudgetLine) -> None:
    """Write a line; a new one, of id 0, comes after the others."""
    values = (line.kind, line.concept, line.cents, line.note)
    if line.id:
        db.execute(_CHANGE, (*values, line.id))
    else:
        db.execute(_ADD, (*values, course_id, course_id))


def remove(db: Database, key: int) -> None:
    """Take a line away."""
    db.execute(_REMOVE, (key,))
