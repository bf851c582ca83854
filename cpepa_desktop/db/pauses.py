"""Pauses of courses in the file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.domain.pauses import Pause

_OF_COURSE = "SELECT id, from_day, resume_on, reason FROM pause WHERE course_id = ? ORDER BY from_day"
_BETWEEN = """
SELECT c.code, p.id, p.from_day, p.resume_on, p.reason FROM pause p JOIN course c ON c.id = p.course_id
WHERE p.from_day <= ? AND p.resume_on > ? ORDER BY c.code, p.from_day
"""
_ADD = "INSERT INTO pause (course_id, from_day, resume_on, reason) VALUES (?, ?, ?, ?)"
_SET_RESUME = "UPDATE pause SET resume_on = ? WHERE id = ?"
_REMOVE = "DELETE FROM pause WHERE id = ?"


def pauses(db: Database, course_id: int) -> tuple[Pause, ...]:
    """Return the pauses of a course, by day."""
    return tuple(_pause(row) for row in db.execute(_OF_COURSE, (course_id,)))


def between(db: Database, first: date, last: date) -> dict[str, tuple[Pause, ...]]:
    """Return, by the code of its course, every pause that covers some day from ``first`` to ``last``."""
    found: dict[str, list[Pause]] = defaultdict(list)
    for code, *row in db.execute(_BETWEEN, (last.isoformat(), first.isoformat())):
        found[code].append(_pause(row))
    return {code: tuple(rows) for code, rows in found.items()}


def add(db: Database, course_id: int, pause: Pause) -> int:
    """Write a pause and return its key."""
    values = (course_id, pause.from_day.isoformat(), pause.resume_on.isoformat(), pause.reason)
    return int(db.execute(_ADD, values).lastrowid or 0)


def set_resume(db: Database, pause_id: int, day: date) -> None:
    """Write the day on which the course resumes."""
    db.execute(_SET_RESUME, (day.isoformat(), pause_id))


def remove(db: Database, pause_id: int) -> None:
    """Take a pause out."""
    db.execute(_REMOVE, (pause_id,))


def _pause(row: tuple[int, str, str, str] | list[int | str]) -> Pause:
    key, first, resume, reason = row
    return Pause(int(key), date.fromisoformat(str(first)), date.fromisoformat(str(resume)), str(reason))
