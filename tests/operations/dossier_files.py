"""What the tests of dossiers share: centre's files made in one line, and the dossier of the tests changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Person
from cpepa_desktop.exchange.dossier import write_dossier
from cpepa_desktop.operations.files import new_file
from cpepa_desktop.operations.people import list_people, save_person
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.dossier_data import as_bytes, document, dossier, put_at
from tests.operations.builders import CENTRE, ENTITY, at

LATER: Final = date(2024, 3, 14)
WRITTEN: Final = write_dossier(dossier())
"""The dossier of the tests, as an export gives it."""


@contextmanager
def file_at(path: Path, entity: Entity = ENTITY, centre: Centre = CENTRE) -> Iterator[Workspace]:
    """Give a new centre's file for a while."""
    workspace = new_file(path, at(LATER), "Luis", entity=entity, centre=centre)
    yield workspace
    workspace.file.close()


def changed(*path: str | int, value: object) -> bytes:
    """Return the dossier of the tests with another value at a place."""
    found = document()
    put_at(found, path, value)
    return as_bytes(found)


def somebody(ws: Workspace, id_number: str, name: str, surnames: str = "", **facts: Any) -> Person:  # noqa: ANN401 - of Person
    """Write somebody down and return them."""
    identity = parse_identity(id_number)
    save_person(ws, Person(0, name, surnames, identity, **facts))
    return whoever(ws, identity.number)


def whoever(ws: Workspace, number: str) -> Person:
    """Return who has a document in force."""
    return next(found.person for found in list_people(ws) if found.person.document.number == number)
