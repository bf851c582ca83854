"""Exceptions that somebody decided, with who and why, in the file.

``subject`` is the code of a course, alone or followed by a slash and the part of it that the decision is
about: ``SC-1``, ``SC-1/2024-W07``, ``SC-1/12345678Z``.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from sqlite_utils import Database

_OF_COURSE = """
SELECT rule, subject, answer, reason, actor, at FROM decision
WHERE subject = ? OR substr(subject, 1, length(?) + 1) = ? || '/' ORDER BY at, id
"""
_ADD = "INSERT INTO decision (rule, subject, answer, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Decision:
    """An exception to a rule. ``at`` is the moment, ISO 8601 with its time zone."""

    rule: str
    subject: str
    answer: str
    reason: str
    actor: str
    at: str


def decisions(db: Database, course: str) -> tuple[Decision, ...]:
    """Return the decisions about a course, the oldest first."""
    return tuple(Decision(*row) for row in db.execute(_OF_COURSE, (course, course, course)))


def add(db: Database, row: Decision) -> None:
    """Write a decision."""
    db.execute(_ADD, astuple(row))
