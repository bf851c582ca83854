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
