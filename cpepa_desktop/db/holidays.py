"""Holidays frozen in the file, per year, so that a later library never moves a past day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.domain.calendar import Holiday, HolidayScope

_IS_FROZEN = "SELECT 1 FROM holiday_year WHERE year = ?"
_SOURCE = "SELECT source FROM holiday_year WHERE year = ?"
_FREEZE = "INSERT INTO holiday_year (year, source) VALUES (?, ?)"
_ADD = """
INSERT INTO holiday (day, scope, municipality, name) VALUES (?, ?, ?, ?)
ON CONFLICT (day, scope, municipality) DO UPDATE SET name = excluded.name
"""
_BETWEEN = "SELECT day, name, scope, municipality FROM holiday WHERE day BETWEEN ? AND ? ORDER BY day, scope"
_REMOVE = "DELETE FROM holiday WHERE day = ? AND scope = ? AND municipality = ?"


def is_frozen(db: Database, year: int) -> bool:
    """Say whether the official holidays of a year are already in the file."""
    return db.execute(_IS_FROZEN, (year,)).fetchone() is not None


def source_of(db: Database, year: int) -> str | None:
    """Return where the holidays of a year come from, ``None`` where it is not in the file yet."""
    row = db.execute(_SOURCE, (year,)).fetchone()
    return None if row is None else str(row[0])


def freeze(db: Database, year: int, source: str, holidays: Iterable[Holiday]) -> None:
    """Write the official holidays of a year with where they come from."""
    db.execute(_FREEZE, (year, source))
    for holiday in holidays:
        add(db, holiday)


def add(db: Database, holiday: Holiday) -> None:
    """Write one holiday, in place of one of the same day, scope and municipality."""
    db.execute(_ADD, (holiday.day.isoformat(), holiday.scope, holiday.municipality, holiday.name))


def remove(db: Database, holiday: Holiday) -> None:
    """Take a holiday out."""
    db.execute(_REMOVE, (holiday.day.isoformat(), holiday.scope, holiday.municipality))


def between(db: Database, first: date, last: date) -> tuple[Holiday, ...]:
    """Return the holidays of a span of days, both ends included, by day."""
    rows = db.execute(_BETWEEN, (first.isoformat(), last.isoformat()))
    return tuple(
        Holiday(date.fromisoformat(day), name, HolidayScope(scope), municipality)
        for day, name, scope, municipality in rows
    )
