"""How every connection to a centre's file is made: the same settings, the same collation, the same care."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlite_utils import Database

from cpepa_desktop.domain.spanish_order import compare_spanish

# What rooms above call the connection by, since the engine itself is known here only.
__all__ = ["APPLICATION_ID", "Database", "connect_for_reading", "connect_for_writing"]

APPLICATION_ID: Final = int.from_bytes(b"CPEP", "big")
BUSY_SECONDS: Final = 5.0


def connect_for_writing(path: Path) -> Database:
    """Return a connection that reads and writes the existing file at ``path``."""
    db = _connect(path, "mode=rw")
    # FULL, because a committed week of attendance must survive a power cut even if that costs a few
    # milliseconds.
    db.execute("PRAGMA synchronous = FULL")
    return db


def connect_for_reading(path: Path) -> Database:
    """Return a connection that can change nothing in the file at ``path``, even in a read-only place.

    Three ways are tried, from the tidiest to the one that works on a read-only disk: a writable handle cleans
    up its auxiliary files on closing, a read-only handle needs them to exist or be creatable, and an
    immutable one ignores them, which is safe only when there is no log with changes still to be merged.
    """
    ways = ["mode=rw", "mode=ro"]
    if not _has_pending_log(path):
        ways.append("mode=ro&immutable=1")
    for way in ways[:-1]:
        try:
            return _connect_query_only(path, way)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
                raise
    return _connect_query_only(path, ways[-1])


def _connect_query_only(path: Path, parameters: str) -> Database:
    db = _connect(path, parameters)
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute(
            "SELECT count(*) FROM sqlite_master"
        ).fetchone()  # nothing is really opened before a first read
    except sqlite3.Error:
        db.close()
        raise
    return db


def _connect(path: Path, parameters: str) -> Database:
    # isolation_level=None: the driver opens no transaction behind our back, only db.atomic() does.
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{parameters}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    connection.create_collation("spanish", compare_spanish)
    connection.execute("PRAGMA foreign_keys = ON")
    # Recursive triggers are what makes the delete inside an INSERT OR REPLACE reach the journal. No plugin
    # that happens to be installed touches a centre's file; to look for them takes longer than to open it.
    return Database(connection, recursive_triggers=True, execute_plugins=False)


def _has_pending_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
