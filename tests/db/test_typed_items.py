"""What was typed again, in the file."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.db import typed_items
from cpepa_desktop.domain.typing_again import Program, TypedMark
from tests.db.small_centre import fill, memory, write

FIRST = TypedMark("5 | 0", date(2024, 2, 19), "A-1")
SECOND = TypedMark("4,5 | 0,5", date(2024, 2, 20))


def test_a_mark_is_read_as_written_replaced_and_taken_away_in_its_program_alone() -> None:
    db = memory()
    fill(db)
    with write(db):
        typed_items.save(db, 1, Program.GESTIFOR, "join/12345678Z", FIRST)
        typed_items.save(db, 1, Program.GACEPA, "join/12345678Z", FIRST)
        typed_items.save(db, 1, Program.GESTIFOR, "join/12345678Z", SECOND)
    assert typed_items.typed_items(db, 1, Program.GESTIFOR) == {"join/12345678Z": SECOND}
    with write(db):
        typed_items.remove(db, 1, Program.GESTIFOR, "join/12345678Z")
    assert typed_items.typed_items(db, 1, Program.GESTIFOR) == {}
    assert typed_items.typed_items(db, 1, Program.GACEPA) == {"join/12345678Z": FIRST}
    assert typed_items.typed_items(db, 2, Program.GACEPA) == {}
    db.close()
