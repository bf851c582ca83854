"""What was typed again into the administration's programs, in the file."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.typing_again import Program, TypedMark

_OF_PROGRAM: Final = """
SELECT item, value, typed_on, number FROM typed_item WHERE course_id = ? AND program = ?
"""
_SAVE: Final = """
INSERT INTO typed_item (course_id, program, item, value, typed_on, number) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (course_id, program, item)
DO UPDATE SET value = excluded.value, typed_on = excluded.typed_on, number = excluded.number
"""
_REMOVE: Final = "DELETE FROM typed_item WHERE course_id = ? AND program = ? AND item = ?"


def typed_items(db: Database, course_id: int, program: Program) -> dict[str, TypedMark]:
    """Return what was typed of a course into a program, by item."""
    rows = db.execute(_OF_PROGRAM, (course_id, program))
    return {item: TypedMark(value, date.fromisoformat(day), number) for item, value, day, number in rows}


def save(db: Database, course_id: int, program: Program, item: str, mark: TypedMark) -> None:
    """Write that an item was typed, in place of what was typed of it before."""
    values = (course_id, program, item, mark.value, mark.typed_on.isoformat(), mark.number)
    db.execute(_SAVE, values)


def remove(db: Database, course_id: int, program: Program, item: str) -> None:
    """Write that an item is not typed after all."""
    db.execute(_REMOVE, (course_id, program, item))
