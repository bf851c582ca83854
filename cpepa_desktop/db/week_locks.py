"""Weeks that were sent, in the file. Rows are never deleted: a week sent again is a new version."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import to_day
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock

_OF_COURSE: Final = """
SELECT id, iso_year, iso_week, version, sent_on, registry, content_sha256, unlocked_on, unlock_reason
FROM week_lock WHERE course_id = ? ORDER BY iso_year, iso_week, version
"""
_ADD: Final = """
INSERT INTO week_lock (course_id, iso_year, iso_week, version, sent_on, registry, content_sha256)
VALUES (?, ?, ?, ?, ?, ?, ?)
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


def add(db: Database, course_id: int, lock: WeekLock) -> None:
    """Write a lock that stands. Its ``id`` is not looked at."""
    values = (
        course_id,
        lock.week.year,
        lock.week.week,
        lock.version,
        lock.sent_on.isoformat(),
        lock.registry,
        lock.content_sha256,
    )
    db.execute(_ADD, values)


def unlock(db: Database, key: int, day: date, reason: str) -> None:
    """Write that a lock stands no more, since when and why."""
    db.execute(_UNLOCK, (day.isoformat(), reason, key))
