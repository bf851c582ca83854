"""Weeks that were sent, in the file. Rows are never deleted: a week sent again is a new version."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import to_day
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import FrozenMinutes, WeekLock, frozen_text

_OF_COURSE: Final = """
SELECT id, iso_year, iso_week, version, sent_on, registry, content_sha256, unlocked_on, unlock_reason
FROM week_lock WHERE course_id = ? ORDER BY iso_year, iso_week, version
"""
_ADD: Final = """
INSERT INTO week_lock (course_id, iso_year, iso_week, version, sent_on, registry, content_sha256)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
# Minutes missed without a cause are what is left over, so they need no row.
_FROZEN: Final = """
SELECT coalesce(p.n, 0), t.day || '/' || t.n || '/' || s.position, a.attended_minutes, a.is_virtual,
       coalesce(b.cause, ''), coalesce(sum(b.minutes), 0)
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
LEFT JOIN occupancy o ON o.enrolment_id = e.id LEFT JOIN seat p ON p.id = o.seat_id
LEFT JOIN absence b ON b.enrolment_id = a.enrolment_id AND b.session_id = a.session_id AND b.cause IS NOT NULL
WHERE e.course_id = ? AND t.day BETWEEN ? AND ?
GROUP BY e.id, p.n, t.day, t.n, s.position, a.attended_minutes, a.is_virtual, b.cause
"""
_UNLOCK: Final = "UPDATE week_lock SET unlocked_on = ?, unlock_reason = ? WHERE id = ?"


def week_locks(db: Database, course_id: int) -> tuple[WeekLock, ...]:
    """Return every lock a course has had, by week and version."""
    return tuple(
        WeekLock(
            key, IsoWeek(year, week), version, date.fromisoformat(sent), registry, sha, to_day(until), reason
        )
        for key, year, week, version, sent, registry, sha, until, reason in db.execute(
            _OF_COURSE, (course_id,)
        )
    )


def add(db: Database, course_id: int, lock: WeekLock) -> int:
    """Write a lock that stands and return its key. Its ``id`` is not looked at."""
    values = (
        course_id,
        lock.week.year,
        lock.week.week,
        lock.version,
        lock.sent_on.isoformat(),
        lock.registry,
        lock.content_sha256,
    )
    return int(db.execute(_ADD, values).lastrowid or 0)


def content(db: Database, course_id: int, week: IsoWeek) -> str:
    """Return what a week of a course says now, as `frozen_text` does."""
    span = (course_id, week.monday.isoformat(), week.sunday.isoformat())
    return frozen_text(FrozenMinutes(*row) for row in db.execute(_FROZEN, span))


def unlock(db: Database, key: int, day: date, reason: str) -> None:
    """Write that a lock stands no more, since when and why."""
    db.execute(_UNLOCK, (day.isoformat(), reason, key))
