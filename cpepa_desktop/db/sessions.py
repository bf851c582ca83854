"""Stretches and sessions of courses in the file, and who and what they take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.course import Session, SessionMode, SessionState, Stretch

_STRETCHES = """
SELECT id, day, n, from_minute, to_minute, room_id FROM stretch WHERE course_id = ? ORDER BY day, n
"""
_ADD_STRETCH = """
INSERT INTO stretch (course_id, day, n, from_minute, to_minute, room_id) VALUES (?, ?, ?, ?, ?, ?)
"""
_SET_CLOCK = "UPDATE stretch SET n = ?, from_minute = ?, to_minute = ? WHERE id = ?"
_REMOVE_STRETCH = "DELETE FROM stretch WHERE id = ?"
_IS_TOLD_OF = """
SELECT EXISTS (SELECT 1 FROM incident WHERE stretch_id = ?1)
    OR EXISTS (SELECT 1 FROM recording WHERE stretch_id = ?1)
    OR EXISTS (SELECT 1 FROM connection_log WHERE stretch_id = ?1)
"""
_TOLD_DAYS = """
SELECT DISTINCT t.day FROM stretch t
WHERE t.course_id = ? AND (EXISTS (SELECT 1 FROM incident i WHERE i.stretch_id = t.id)
    OR EXISTS (SELECT 1 FROM recording r WHERE r.stretch_id = t.id)
    OR EXISTS (SELECT 1 FROM connection_log l WHERE l.stretch_id = t.id))
"""
_SESSIONS = """
SELECT s.id, s.stretch_id, s.position, s.block_id, s.minutes, s.mode, s.state, s.replaces_id, s.reason
FROM session s JOIN stretch t ON t.id = s.stretch_id
WHERE t.course_id = ? ORDER BY t.day, t.n, s.position
"""
_ADD_SESSION = """
INSERT INTO session (stretch_id, position, block_id, minutes, mode, state, replaces_id, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE_SESSION = """
UPDATE session SET stretch_id = ?, position = ?, block_id = ?, minutes = ?, mode = ?, state = ?,
       replaces_id = ?, reason = ?
WHERE id = ?
"""
_REMOVE_SESSION = "DELETE FROM session WHERE id = ?"
_SET_POSITION = "UPDATE session SET position = ? WHERE id = ?"
_HOLD = "UPDATE session SET state = 'held' WHERE id = ? AND state = 'planned'"
_TRAINERS = """
SELECT st.session_id, st.trainer_id
FROM session_trainer st JOIN session s ON s.id = st.session_id JOIN stretch t ON t.id = s.stretch_id
WHERE t.course_id = ? ORDER BY st.session_id, st.trainer_id
"""
_DROP_TRAINERS = "DELETE FROM session_trainer WHERE session_id = ?"
_ADD_TRAINER = "INSERT INTO session_trainer (session_id, trainer_id) VALUES (?, ?)"
_ROOM_USE = """
SELECT t.day, t.from_minute, t.to_minute, t.room_id, c.code
FROM stretch t JOIN course c ON c.id = t.course_id
WHERE t.day BETWEEN ? AND ? AND t.room_id IS NOT NULL AND c.code <> ?
  AND (c.renounced_on IS NULL OR t.day < c.renounced_on)
  AND EXISTS (SELECT 1 FROM session s WHERE s.stretch_id = t.id AND s.state <> 'cancelled')
"""
_TRAINER_USE = """
SELECT t.day, t.from_minute + s.before, t.from_minute + s.before + s.minutes, st.trainer_id, c.code
FROM (
    SELECT id, stretch_id, minutes, state,
           coalesce(sum(minutes) OVER (PARTITION BY stretch_id ORDER BY position
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM session
) s
JOIN stretch t ON t.id = s.stretch_id
JOIN course c ON c.id = t.course_id
JOIN session_trainer st ON st.session_id = s.id
WHERE t.day BETWEEN ? AND ? AND s.state <> 'cancelled' AND c.code <> ?
  AND (c.renounced_on IS NULL OR t.day < c.renounced_on)
"""
_COURSES_WITH_CLASS = """
SELECT DISTINCT c.code FROM course c JOIN stretch t ON t.course_id = c.id
JOIN session s ON s.stretch_id = t.id AND s.state <> 'cancelled'
WHERE t.day = ? AND (c.renounced_on IS NULL OR t.day < c.renounced_on) ORDER BY c.code
"""

WITH_CLASS_SINCE: Final = "IN (SELECT course_id FROM stretch WHERE day >= ?)"
"""What follows the key of a course in a question about all that have a day of class from a day on."""

Use = tuple[date, int, int, int, str]


def stretches(db: Database, course_id: int) -> tuple[Stretch, ...]:
    """Return the stretches of a course by day and clock."""
    return tuple(
        Stretch(key, date.fromisoformat(day), n, start, end, room_id)
        for key, day, n, start, end, room_id in db.execute(_STRETCHES, (course_id,))
    )


def add_stretch(db: Database, course_id: int, stretch: Stretch) -> int:
    """Write a stretch and return its key."""
    values = (course_id, stretch.day.isoformat(), stretch.n, stretch.start, stretch.end, stretch.room_id)
    return int(db.execute(_ADD_STRETCH, values).lastrowid or 0)


def set_clock(db: Database, stretch_id: int, n: int, start: int, end: int) -> None:
    """Write the number and the clock times of a stretch, in minutes of the day."""
    db.execute(_SET_CLOCK, (n, start, end, stretch_id))


def remove_stretch(db: Database, stretch_id: int) -> None:
    """Take an empty stretch out."""
    db.execute(_REMOVE_STRETCH, (stretch_id,))


def is_told_of(db: Database, stretch_id: int) -> bool:
    """Say whether a stretch has incidents, recordings or connections: it cannot be taken out."""
    return bool(db.execute(_IS_TOLD_OF, (stretch_id,)).fetchone()[0])


def told_days(db: Database, course_id: int) -> frozenset[date]:
    """Return the days of a course of whose class there are incidents, recordings or connections."""
    rows = db.execute(_TOLD_DAYS, (course_id,))
    return frozenset(date.fromisoformat(day) for (day,) in rows)


def sessions(db: Database, course_id: int) -> tuple[Session, ...]:
    """Return the sessions of a course by day and clock, cancelled ones included."""
    trainers: dict[int, list[int]] = defaultdict(list)
    for session_id, trainer_id in db.execute(_TRAINERS, (course_id,)):
        trainers[session_id].append(trainer_id)
    return tuple(
        Session(
            id=key,
            stretch_id=stretch_id,
            position=position,
            block_id=block_id,
            minutes=minutes,
            mode=SessionMode(mode),
            state=SessionState(state),
            replaces_id=replaces_id,
            reason=reason,
            trainer_ids=tuple(trainers[key]),
        )
        for key, stretch_id, position, block_id, minutes, mode, state, replaces_id, reason in db.execute(
            _SESSIONS, (course_id,)
        )
    )


def add_session(db: Database, session: Session) -> int:
    """Write a session with its trainers and return its key."""
    key = int(db.execute(_ADD_SESSION, _values(session)).lastrowid or 0)
    for trainer_id in session.trainer_ids:
        db.execute(_ADD_TRAINER, (key, trainer_id))
    return key


def change_session(db: Database, session: Session) -> None:
    """Write a session that exists, its trainers apart."""
    db.execute(_CHANGE_SESSION, (*_values(session), session.id))


def remove_session(db: Database, session_id: int) -> None:
    """Take a session with its trainers out of the calendar; only one with nothing entered can go."""
    db.execute(_DROP_TRAINERS, (session_id,))
    db.execute(_REMOVE_SESSION, (session_id,))


def set_position(db: Database, session_id: int, position: int) -> None:
    """Write the place of a session in the clock order of its stretch."""
    db.execute(_SET_POSITION, (position, session_id))


def hold(db: Database, session_ids: Iterable[int]) -> None:
    """Mark planned sessions as held."""
    for session_id in session_ids:
        db.execute(_HOLD, (session_id,))


def set_trainers(db: Database, session_id: int, trainer_ids: Iterable[int]) -> None:
    """Make ``trainer_ids`` the trainers of a session."""
    db.execute(_DROP_TRAINERS, (session_id,))
    for trainer_id in trainer_ids:
        db.execute(_ADD_TRAINER, (session_id, trainer_id))


def room_use(db: Database, first: date, last: date, but: str = "") -> tuple[Use, ...]:
    """Return when classrooms are taken between two days: day, from and to minute, room, course.

    The course ``but`` is left out, and from the day on which they were renounced the others.
    """
    return _uses(db, _ROOM_USE, first, last, but)


def trainer_use(db: Database, first: date, last: date, but: str = "") -> tuple[Use, ...]:
    """Return when trainers teach between two days: day, from and to minute, trainer, course.

    The course ``but`` is left out, and from the day on which they were renounced the others.
    """
    return _uses(db, _TRAINER_USE, first, last, but)


def courses_with_class(db: Database, day: date) -> tuple[str, ...]:
    """Return the codes of the courses that have class on ``day``, and were not renounced by then."""
    return tuple(code for (code,) in db.execute(_COURSES_WITH_CLASS, (day.isoformat(),)))


def _uses(db: Database, question: str, first: date, last: date, but: str) -> tuple[Use, ...]:
    rows = db.execute(question, (first.isoformat(), last.isoformat(), but))
    return tuple(
        (date.fromisoformat(day), start, end, holder, code) for day, start, end, holder, code in rows
    )


def _values(session: Session) -> tuple[str | int | None, ...]:
    return (
        session.stretch_id,
        session.position,
        session.block_id,
        session.minutes,
        session.mode,
        session.state,
        session.replaces_id,
        session.reason,
    )
