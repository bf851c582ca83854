"""Logs of connections in the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import connections
from cpepa_desktop.db.connections import ConnectionRow, LogRow
from tests.db.small_centre import DAY, fill, memory, sha256, write

FILE = sha256("")


@pytest.fixture
def db() -> Iterator[Database]:
    """Give a course with one learner."""
    found = memory()
    fill(found)
    yield found
    found.close()


def test_a_log_is_read_as_it_was_written(db: Database) -> None:
    with write(db):
        key = connections.put_log(db, 1, "Zoom", FILE, DAY)
        rows = [ConnectionRow(key, 1, "Ana", 32_400, 36_000), ConnectionRow(key, None, "Docente", -5, 50_000)]
        connections.add_connections(db, rows)
    assert connections.logs(db, 1) == (LogRow(key, 1, "Zoom", FILE, DAY),)
    assert connections.connections(db, 1) == (rows[1], rows[0])
    assert (connections.logs(db, 2), connections.connections(db, 2)) == ((), ())


def test_the_same_file_of_the_same_class_takes_its_own_place(db: Database) -> None:
    with write(db):
        first = connections.put_log(db, 1, "Zoom", FILE, DAY)
        connections.add_connections(db, [ConnectionRow(first, None, "Ana", 0, 1)])
    with write(db):
        assert connections.put_log(db, 1, "Zoom", FILE, DAY) == first
        assert connections.put_log(db, 2, "Zoom", FILE, DAY) != first
    assert connections.connections(db, 1) == ()


def test_a_log_goes_with_its_connections(db: Database) -> None:
    with write(db):
        key = connections.put_log(db, 1, "Zoom", FILE, DAY)
        connections.add_connections(db, [ConnectionRow(key, None, "Ana", 0, 1)])
    with write(db):
        connections.remove_log(db, key)
    assert (connections.logs(db, 1), connections.connections(db, 1)) == ((), ())


def test_a_name_is_confirmed_changed_and_taken_away(db: Database) -> None:
    with write(db):
        connections.save_alias(db, 1, "iPhone de Ana", 1)
        connections.save_alias(db, 1, "iPhone de Ana", 1)
    assert connections.aliases(db, 1) == {"iPhone de Ana": 1}
    with write(db):
        connections.remove_alias(db, 1, "iPhone de Ana")
    assert connections.aliases(db, 1) == {}
