"""Incidents of class in the file, one row each."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.incident import Incident

_OF_COURSE: Final = """
SELECT i.id, i.stretch_id, i.minute, i.what, i.cause, i.justification, i.enrolment_id, i.communicated_on
FROM stretch t JOIN incident i ON i.stretch_id = t.id
WHERE t.course_id = ? AND t.day BETWEEN ? AND ?
ORDER BY t.day, i.minute, i.id
"""
_ADD: Final = """
INSERT INTO incident (stretch_id, enrolment_id, minute, what, cause, justification, communicated_on)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE: Final = """
UPDATE incident SET stretch_id = ?, enrolment_id = ?, minute = ?, what = ?, cause = ?, justification = ?,
       communicated_on = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM incident WHERE id = ?"


def incidents(db: Database, course_id: int, first: date, last: date) -> tuple[Incident, ...]:
    """Return the incidents of a course between two days, by day and hour."""
    span = (course_id, first.isoformat(), last.isoformat())
    return tuple(
        Incident(key, stretch_id, minute, what, cause, justification, enrolment_id, to_day(communicated))
        for key, stretch_id, minute, what, cause, justification, enrolment_id, communicated in db.execute(
            _OF_COURSE, span
        )
    )


def add(db: Database, incident: Incident) -> int:
    """Write an incident and return its key. Its ``id`` is not looked at."""
    return int(db.execute(_ADD, _values(incident)).lastrowid or 0)


def change(db: Database, incident: Incident) -> None:
    """Write an incident in place of what stood under its key."""
    db.execute(_CHANGE, (*_values(incident), incident.id))


def remove(db: Database, key: int) -> None:
    """Take an incident away."""
    db.execute(_REMOVE, (key,))


def _values(incident: Incident) -> tuple[int | str | None, ...]:
    return (
        incident.stretch_id,
        incident.enrolment_id,
        incident.minute,
        incident.what,
        incident.cause,
        incident.justification,
        day_text(incident.communicated_on),
    )
