"""Local entities in the file."""

from __future__ import annotations

import pytest

from cpepa_desktop.db import local_entities
from cpepa_desktop.domain.local_entities import LocalEntity
from tests.db.small_centre import fill, memory, write

UTEBO = LocalEntity(
    1, "Utebo", "P5027200F", "Utebo", "Ana Gil", "Concejala", "976 000 000", "ana@utebo.invalid", "Docentes"
)
ZUERA = LocalEntity(2, "Áinzar")


def test_they_are_read_by_name_in_spanish_order_as_they_were_written_changed_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        assert [local_entities.save(db, LocalEntity(0, *_texts(each))) for each in (UTEBO, ZUERA)] == [1, 2]
    assert local_entities.local_entities(db) == (ZUERA, UTEBO)
    changed = LocalEntity(2, "Zuera", pays="Todo")
    with write(db):
        assert local_entities.save(db, changed) == 2
    assert local_entities.local_entities(db) == (UTEBO, changed)
    with write(db):
        local_entities.remove(db, 1)
    assert local_entities.local_entities(db) == (changed,)
    db.close()


@pytest.mark.parametrize(
    "naming",
    [
        "UPDATE course SET local_entity_id = 1",
        "INSERT INTO paper (kind, local_entity_id) VALUES ('agreement', 1)",
        """INSERT INTO request_line (begins_in, position, speciality, route, local_entity_id)
           VALUES (2024, 1, 'SSCS0208', 'local', 1)""",
    ],
)
def test_one_that_something_names_is_told_from_one_that_nothing_does(naming: str) -> None:
    db = memory()
    fill(db)
    with write(db):
        local_entities.save(db, LocalEntity(0, "Utebo"))
        db.execute("INSERT INTO yearly_request (begins_in) VALUES (2024)")
    assert not local_entities.is_named(db, 1)
    with write(db):
        db.execute(naming)
    assert local_entities.is_named(db, 1)
    db.close()


def test_the_courses_that_each_pays_for_are_read_by_its_key() -> None:
    db = memory()
    fill(db)
    with write(db):
        key = local_entities.save(db, LocalEntity(0, "Utebo"))
        db.execute("UPDATE course SET local_entity_id = ?", (key,))
    assert local_entities.courses_of(db) == {key: ("24/001",)}
    db.close()


def _texts(entity: LocalEntity) -> tuple[str, ...]:
    return (
        entity.name,
        entity.cif,
        entity.municipality,
        entity.contact_name,
        entity.contact_role,
        entity.phone,
        entity.email,
        entity.pays,
    )
