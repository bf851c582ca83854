"""Classes of every course between two days, in questions whose number does not grow with the courses.

A course that was renounced has no class from that day on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.course import SessionMode

_WANTED: Final = """
    t.day BETWEEN ?1 AND ?2 AND s.state <> 'cancelled' AND (c.renounced_on IS NULL OR t.day < c.renounced_on)
"""
# The minutes before a session in its stretch count what was cancelled too, as the clock of the class does.
_CLASSES: Final = f"""
SELECT s.id, t.day, t.from_minute + coalesce((SELECT sum(e.minutes) FROM session e
           WHERE e.stretch_id = t.id AND e.position < s.position), 0),
       s.minutes, c.code, c.title, b.code, t.room_id, s.mode
FROM stretch t JOIN session s ON s.stretch_id = t.id JOIN course c ON c.id = t.course_id
JOIN block b ON b.id = s.block_id
WHERE {_WANTED} ORDER BY t.day, 3, c.code, s.position
"""  # noqa: S608 - a constant
_TRAINERS: Final = f"""
SELECT st.session_id, st.trainer_id
FROM stretch t JOIN session s ON s.stretch_id = t.id JOIN course c ON c.id = t.course_id
JOIN session_trainer st ON st.session_id = s.id
WHERE {_WANTED} ORDER BY st.session_id, st.trainer_id
"""  # noqa: S608 - a constant


# Only who is in several courses can have too long a day: a course alone keeps to the limit.
_LEARNER_DAYS: Final = f"""
WITH owed AS (
    SELECT e.person_id, t.day, c.code, sum(s.minutes) AS minutes
    FROM enrolment e JOIN course c ON c.id = e.course_id
    JOIN stretch t ON t.course_id = c.id JOIN session s ON s.stretch_id = t.id
    WHERE {_WANTED} AND t.day >= e.joined_on AND t.day <= coalesce(e.left_on, t.day)
      AND e.person_id IN (SELECT person_id FROM enrolment GROUP BY person_id HAVING count(*) > 1)
      AND EXISTS (
        SELECT 1 FROM block_module bm
        WHERE bm.block_id = s.block_id AND NOT EXISTS (
            SELECT 1 FROM enrolment_module em
            WHERE em.enrolment_id = e.id AND em.course_module_id = bm.course_module_id
        )
      )
    GROUP BY e.person_id, t.day, c.code
)
SELECT p.id, p.name, p.surnames, o.day, o.code, o.minutes
FROM owed o JOIN person p ON p.id = o.person_id
JOIN (SELECT person_id, day FROM owed GROUP BY person_id, day HAVING sum(minutes) > ?3) long
  ON long.person_id = o.person_id AND long.day = o.day
ORDER BY p.id, o.day, o.code
"""  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class LongDay:
    """A day on which somebody owes more minutes of class than a day may have, with the courses it is of."""

    person_id: int
    name: str
    day: date
    courses: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class KeptClass:
    """A session with where and when it stands. Minutes of the day."""

    id: int
    day: date
    start: int
    end: int
    course: str
    title: str
    block: str
    room_id: int | None
    mode: SessionMode
    trainer_ids: tuple[int, ...]


def classes(db: Database, first: date, last: date) -> tuple[KeptClass, ...]:
    """Return the sessions from ``first`` to ``last`` that count, of every course, by day and clock."""
    span = (first.isoformat(), last.isoformat())
    trainers: dict[int, list[int]] = defaultdict(list)
    for session_id, trainer_id in db.execute(_TRAINERS, span):
        trainers[session_id].append(trainer_id)
    return tuple(
        KeptClass(
            id=key,
            day=date.fromisoformat(day),
            start=start,
            end=start + minutes,
            course=course,
            title=title,
            block=block,
            room_id=room_id,
            mode=SessionMode(mode),
            trainer_ids=tuple(trainers[key]),
        )
        for key, day, start, minutes, course, title, block, room_id, mode in db.execute(_CLASSES, span)
    )


def long_days(db: Database, first: date, last: date, most: int) -> tuple[LongDay, ...]:
    """Return the days from ``first`` to ``last`` on which a learner owes more than ``most`` minutes of class.

    Practice in companies is not counted: its timetable is not kept.
    """
    found: dict[tuple[int, str, date], dict[str, int]] = defaultdict(dict)
    span = (first.isoformat(), last.isoformat(), most)
    for key, name, surnames, day, course, minutes in db.execute(_LEARNER_DAYS, span):
        found[key, f"{name} {surnames}".strip(), date.fromisoformat(day)][course] = minutes
    return tuple(
        LongDay(key, name, day, tuple(courses), sum(courses.values()))
        for (key, name, day), courses in found.items()
    )
