"""The first rows of a new file: its own identity, the entity and the centre."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from typing import Final
from uuid import uuid4

from sqlite_utils import Database

from cpepa_desktop.domain.centre import Centre, Entity

WRITE_IDENTITY: Final = """
    INSERT INTO centre_file (id, uuid, created_on, program_version, is_sample) VALUES (1, ?, ?, ?, ?)
"""
WRITE_ENTITY: Final = """
    INSERT INTO entity (name, cif, address, postal_code, municipality, province) VALUES (?, ?, ?, ?, ?, ?)
"""
WRITE_CENTRE: Final = """
    INSERT INTO centre (entity_id, name, code, address, postal_code, municipality, province, phone, email,
                        head_name, head_role, organ_municipality)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
IDENTITY: Final = "SELECT uuid, is_sample FROM centre_file"


def write_identity(db: Database, day: date, program_version: str, *, is_sample: bool) -> None:
    """Give the file an identity of its own, by which its backups know it."""
    db.execute(WRITE_IDENTITY, (str(uuid4()), day.isoformat(), program_version, int(is_sample)))


def write_centre(db: Database, entity: Entity, centre: Centre) -> None:
    """Write the entity and its centre."""
    entity_id = db.execute(WRITE_ENTITY, astuple(entity)).lastrowid
    db.execute(WRITE_CENTRE, (entity_id, *astuple(centre)))


def uuid_of(db: Database) -> str | None:
    """Return the identity of the file, ``None`` where it has none and therefore is not whole."""
    row = db.execute(IDENTITY).fetchone()
    return None if row is None else str(row[0])


def is_sample(db: Database) -> bool:
    """Say whether the people of the file are invented."""
    return bool(db.execute(IDENTITY).fetchone()[1])
