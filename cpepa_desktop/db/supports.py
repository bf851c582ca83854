"""Support for people with a disability in the file, one row a service."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport

_OF_COURSE: Final = """
SELECT s.id, s.enrolment_id, s.service, s.minutes, s.requested_on, s.approved_on, s.approved_minutes, s.note
FROM disability_support s JOIN enrolment e ON e.id = s.enrolment_id
WHERE e.course_id = ? ORDER BY s.id
"""
_ADD: Final = """
INSERT INTO disability_support (enrolment_id, service, minutes, requested_on, approved_on, approved_minutes,
       note)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE: Final = """
UPDATE disability_support SET enrolment_id = ?, service = ?, minutes = ?, requested_on = ?, approved_on = ?,
       approved_minutes = ?, note = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM disability_support WHERE id = ?"


def supports(db: Database, course_id: int) -> tuple[DisabilitySupport, ...]:
    """Return the services of a course in the order they were written."""
    return tuple(
        DisabilitySupport(
            key, enrolment, SupportService(service), minutes, to_day(asked), to_day(approved), granted, note
        )
        for key, enrolment, service, minutes, asked, approved, granted, note in db.execute(
            _OF_COURSE, (course_id,)
        )
    )


def save(db: Database, support: DisabilitySupport) -> None:
    """Write a service, new where its id is 0."""
    values = (
        support.enrolment_id,
        support.service,
        support.minutes,
        day_text(support.requested_on),
        day_text(support.approved_on),
        support.approved_minutes,
        support.note,
    )
    if support.id:
        db.execute(_CHANGE, (*values, support.id))
    else:
        db.execute(_ADD, values)


def remove(db: Database, key: int) -> None:
    """Take a service away."""
    db.execute(_REMOVE, (key,))
