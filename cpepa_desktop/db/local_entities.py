"""Local entities in the file."""

from __future__ import annotations

from dataclasses import astuple
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.local_entities import LocalEntity

_ALL: Final = """
SELECT id, name, cif, municipality, contact_name, contact_role, phone, email, pays
FROM local_entity ORDER BY name COLLATE spanish
"""
_ADD: Final = """
INSERT INTO local_entity (name, cif, municipality, contact_name, contact_role, phone, email, pays)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE: Final = """
UPDATE local_entity SET name = ?, cif = ?, municipality = ?, contact_name = ?, contact_role = ?, phone = ?,
       email = ?, pays = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM local_entity WHERE id = ?"
_COURSES: Final = """
SELECT local_entity_id, code FROM course WHERE local_entity_id IS NOT NULL ORDER BY code COLLATE spanish
"""
_IS_NAMED: Final = """
SELECT EXISTS (SELECT 1 FROM course WHERE local_entity_id = :id)
    OR EXISTS (SELECT 1 FROM paper WHERE local_entity_id = :id)
    OR EXISTS (SELECT 1 FROM request_line WHERE local_entity_id = :id)
"""


def local_entities(db: Database) -> tuple[LocalEntity, ...]:
    """Return the local entities by name."""
    return tuple(LocalEntity(*row) for row in db.execute(_ALL))


def save(db: Database, entity: LocalEntity) -> int:
    """Write a local entity, a new one where its id is 0, and return its key."""
    key, *values = astuple(entity)
    if key:
        db.execute(_CHANGE, (*values, key))
        return int(key)
    return int(db.execute(_ADD, values).lastrowid or 0)


def remove(db: Database, entity_id: int) -> None:
    """Take a local entity away."""
    db.execute(_REMOVE, (entity_id,))


def courses_of(db: Database) -> dict[int, tuple[str, ...]]:
    """Return the codes of the courses that each local entity pays for, by its key."""
    found: dict[int, list[str]] = {}
    for key, code in db.execute(_COURSES):
        found.setdefault(int(key), []).append(code)
    return {key: tuple(codes) for key, codes in found.items()}


def is_named(db: Database, entity_id: int) -> bool:
    """Say whether a course, an official paper or a line of a request names a local entity."""
    return bool(db.execute(_IS_NAMED, {"id": entity_id}).fetchone()[0])
