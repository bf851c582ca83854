"""What the days of people hold in other courses: their classes, and their practice in companies."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from sqlite_utils import Database

_CLASSES = """
SELECT e.person_id, t.day, sum(s.minutes)
FROM enrolment e
JOIN course c ON c.id = e.course_id
JOIN stretch t ON t.course_id = e.course_id
JOIN session s ON s.stretch_id = t.id
WHERE e.course_id <> ?1
  AND (?2 IS NULL OR e.person_id IN (SELECT value FROM json_each(?2))) AND t.day BETWEEN ?3 AND ?4
  AND t.day >= e.joined_on AND t.day <= coalesce(e.left_on, t.day) AND s.state <> 'cancelled'
  AND (c.renounced_on IS NULL OR t.day < c.renounced_on)
  AND EXISTS (
    SELECT 1 FROM block_module bm
    WHERE bm.block_id = s.block_id AND NOT EXISTS (
        SELECT 1 FROM enrolment_module em
        WHERE em.enrolment_id = e.id AND em.course_module_id = bm.course_module_id
    )
  )
GROUP BY e.person_id, t.day
"""
_PRACTICE = """
SELECT e.person_id, max(m.from_day, e.joined_on),
       min(m.to_day, coalesce(e.left_on, m.to_day), coalesce(date(c.renounced_on, '-1 day'), m.to_day)),
       m.from_day, m.to_day, m.official_minutes
FROM enrolment e
JOIN course c ON c.id = e.course_id
JOIN course_module m ON m.course_id = e.course_id AND m.kind = 'workplace'
WHERE (?1 IS NULL OR e.person_id IN (SELECT value FROM json_each(?1)))
  AND m.from_day <= ?3 AND m.to_day >= ?2 AND (c.renounced_on IS NULL OR m.from_day < c.renounced_on)
  AND NOT EXISTS (
    SELECT 1 FROM enrolment_module em WHERE em.enrolment_id = e.id AND em.course_module_id = m.id
  )
"""

ClassDay = tuple[int, date, int]
Practice = tuple[int, date, date, date, date, int]
Span = tuple[date, date]


def class_minutes(
    db: Database, people: Collection[int] | None, span: Span, but: int = 0
) -> tuple[ClassDay, ...]:
    """Return the minutes of class that people owe between two days: person, day, minutes.

    ``people`` of ``None`` is everybody. The course of key ``but`` is left out, and so are the modules that
    somebody has already, cancelled classes, and those of a course from the day it was renounced on.
    """
    rows = db.execute(_CLASSES, (but, _keys(people), *map(date.isoformat, span)))
    return tuple((person, date.fromisoformat(day), minutes) for person, day, minutes in rows)


def practices(db: Database, people: Collection[int] | None, span: Span) -> tuple[Practice, ...]:
    """Return the practice in companies that people owe on some day between two; ``None`` is everybody.

    Each with the person, from and to which day they do it, and the days and minutes of the whole module.
    """
    rows = db.execute(_PRACTICE, (_keys(people), *map(date.isoformat, span)))
    return tuple(
        (
            person,
            date.fromisoformat(begins),
            date.fromisoformat(ends),
            date.fromisoformat(first),
            date.fromisoformat(last),
            minutes,
        )
        for person, begins, ends, first, last, minutes in rows
    )


def _keys(people: Collection[int] | None) -> str | None:
    return None if people is None else json.dumps(sorted(people))
