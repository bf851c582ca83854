"""Weeks that were sent, in the file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.db import week_locks
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from tests.db.small_centre import fill, memory, write

LOCK = WeekLock(1, IsoWeek(2024, 7), 1, date(2024, 2, 19), "REG-1", "a" * 64)


def test_a_lock_is_read_as_it_was_written_and_unlocked_once() -> None:
    db = memory()
    fill(db)
    with write(db):
        week_locks.add(db, 1, LOCK)
    assert week_locks.week_locks(db, 1) == (LOCK,)
    with write(db):
        week_locks.unlock(db, 1, date(2024, 2, 20), "un error")
    (found,) = week_locks.week_locks(db, 1)
    assert found == replace(LOCK, unlocked_on=date(2024, 2, 20), unlock_reason="un error")
    assert not found.stands
    db.close()


def test_a_week_has_one_lock_that_stands() -> None:
    db = memory()
    fill(db)
    with write(db):
        week_locks.add(db, 1, LOCK)
    with pytest.raises(sqlite3.IntegrityError), write(db):
        week_locks.add(db, 1, replace(LOCK, version=2))
    db.close()
