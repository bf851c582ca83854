"""Logs of connections in the file: which file each came from, who was connected, and under which names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlite_utils import Database

_LOGS: Final = """
SELECT l.id, l.stretch_id, l.tool, l.file, l.imported_on
FROM connection_log l JOIN stretch t ON t.id = l.stretch_id WHERE t.course_id = ? ORDER BY t.day, t.n, l.id
"""
_LOG: Final = "SELECT id FROM connection_log WHERE stretch_id = ? AND file = ?"
_ADD_LOG: Final = "INSERT INTO connection_log (stretch_id, tool, file, imported_on) VALUES (?, ?, ?, ?)"
_CONNECTIONS: Final = """
SELECT c.log_id, c.enrolment_id, c.shown_name, c.from_second, c.to_second
FROM connection c JOIN connection_log l ON l.id = c.log_id JOIN stretch t ON t.id = l.stretch_id
WHERE t.course_id = ? ORDER BY c.log_id, c.from_second, c.id
"""
_ADD: Final = """
INSERT INTO connection (log_id, enrolment_id, shown_name, from_second, to_second) VALUES (?, ?, ?, ?, ?)
"""
_REMOVE_LOG: Final = "DELETE FROM connection_log WHERE id = ?"
_CLEAR: Final = "DELETE FROM connection WHERE log_id = ?"
_ALIASES: Final = "SELECT alias, enrolment_id FROM connection_alias WHERE course_id = ? ORDER BY alias"
_SAVE_ALIAS: Final = """
INSERT INTO connection_alias (course_id, alias, enrolment_id) VALUES (?, ?, ?)
ON CONFLICT (course_id, alias) DO UPDATE SET enrolment_id = excluded.enrolment_id
"""
_REMOVE_ALIAS: Final = "DELETE FROM connection_alias WHERE course_id = ? AND alias = ?"


@dataclass(frozen=True, slots=True)
class LogRow:
    """A log as it was imported; ``file`` is the attachment, and ``tool`` the name of what wrote it."""

    id: int
    stretch_id: int
    tool: str
    file: str
    imported_on: date


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """One time that somebody was connected, in seconds of the day of class on the centre's clock.

    ``enrolment_id`` is ``None`` for who is nobody of the course.
    """

    log_id: int
    enrolment_id: int | None
    shown_name: str
    from_second: int
    to_second: int


def logs(db: Database, course_id: int) -> tuple[LogRow, ...]:
    """Return the logs of a course by day and stretch."""
    return tuple(
        LogRow(key, stretch_id, tool, file, date.fromisoformat(on))
        for key, stretch_id, tool, file, on in db.execute(_LOGS, (course_id,))
    )


def put_log(db: Database, stretch_id: int, tool: str, file: str, day: date) -> int:
    """Write that a log of a stretch was imported and return its key; of the same file again, emptied."""
    found = db.execute(_LOG, (stretch_id, file)).fetchone()
    if found:
        db.execute(_CLEAR, (found[0],))
        return int(found[0])
    return int(db.execute(_ADD_LOG, (stretch_id, tool, file, day.isoformat())).lastrowid or 0)


def remove_log(db: Database, key: int) -> None:
    """Take away a log with its connections."""
    db.execute(_CLEAR, (key,))
    db.execute(_REMOVE_LOG, (key,))


def connections(db: Database, course_id: int) -> tuple[ConnectionRow, ...]:
    """Return every connection of a course, by log and moment."""
    return tuple(ConnectionRow(*row) for row in db.execute(_CONNECTIONS, (course_id,)))


def add_connections(db: Database, rows: Iterable[ConnectionRow]) -> None:
    """Write connections of logs."""
    for row in rows:
        values = (row.log_id, row.enrolment_id, row.shown_name, row.from_second, row.to_second)
        db.execute(_ADD, values)


def aliases(db: Database, course_id: int) -> dict[str, int]:
    """Return under which names people of a course show up, by name."""
    return dict(db.execute(_ALIASES, (course_id,)).fetchall())


def save_alias(db: Database, course_id: int, alias: str, enrolment_id: int) -> None:
    """Write that who shows up under a name is that person."""
    db.execute(_SAVE_ALIAS, (course_id, alias, enrolment_id))


def remove_alias(db: Database, course_id: int, alias: str) -> None:
    """Take away a name confirmed by mistake."""
    db.execute(_REMOVE_ALIAS, (course_id, alias))
