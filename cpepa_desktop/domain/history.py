"""What the journal tells: the operations done on a file, by whom and when, and what each one changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Cell = int | str | None
"""What one column of a journaled row can hold."""


class OperationKind(StrEnum):
    """What an operation is to the journal. A legal act is never undone: it has an opposite act of its own."""

    NORMAL = "normal"
    LEGAL = "legal"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the history.

    ``target_id`` is the operation that an undo or a redo applies to; ``undone`` says whether the last word on
    this operation was an undo; ``changes`` counts the rows it wrote.
    """

    id: int
    name: str
    actor: str
    at: datetime
    working_day: date
    kind: OperationKind
    target_id: int | None
    undone: bool
    changes: int


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was and as it became: no ``before`` is an insert, no ``after`` a delete.

    Both are empty where the right of erasure removed them; ``erased`` tells that apart.
    """

    table: str
    before: Mapping[str, Cell] | None
    after: Mapping[str, Cell] | None

    @property
    def erased(self) -> bool:
        """Say whether the values were removed from the journal."""
        return self.before is None and self.after is None
