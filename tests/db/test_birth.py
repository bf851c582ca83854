"""The first rows of a file."""

from __future__ import annotations

from uuid import UUID

from cpepa_desktop.db import birth
from tests.db.small_centre import CENTRE, ENTITY, memory, write


def test_every_file_has_an_identity_of_its_own() -> None:
    one, other = memory(), memory()
    first, second = birth.uuid_of(one), birth.uuid_of(other)
    assert first is not None
    assert str(UUID(first)) == first
    assert first != second
    assert not birth.is_sample(one)
    one.close()
    other.close()


def test_entity_and_centre_are_written_as_they_were_given() -> None:
    db = memory()
    with write(db):
        birth.write_centre(db, ENTITY, CENTRE)
    assert db.execute("SELECT name, cif FROM entity").fetchall() == [("Gobierno de Aragón", "S5011001D")]
    rows = db.execute("SELECT entity_id, name, municipality, organ_municipality FROM centre").fetchall()
    assert rows == [(1, "CPEPA Margen Izquierda", "Zaragoza", "")]
    db.close()
