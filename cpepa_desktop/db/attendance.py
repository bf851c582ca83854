"""Attendance in the file: one row a person and session; no row is pending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import justifications
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState

_ENTRIES = """
SELECT a.enrolment_id, a.session_id, a.attended_minutes, a.is_virtual
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
WHERE e.course_id = ? AND t.day BETWEEN ? AND ?
ORDER BY a.enrolment_id, t.day, t.n, s.position
"""
_ABSENCES = """
SELECT b.enrolment_id, b.session_id, b.minutes, b.cause, coalesce(j.state, 'unjustified')
FROM enrolment e JOIN absence b ON b.enrolment_id = e.id
JOIN session s ON s.id = b.session_id JOIN stretch t ON t.id = s.stretch_id
LEFT JOIN justification j ON j.id = b.justification_id
WHERE e.course_id = ? AND t.day BETWEEN ? AND ?
ORDER BY b.id
"""
_TOTALS = """
SELECT a.enrolment_id, s.block_id, t.day > ?, sum(a.attended_minutes), sum(s.minutes)
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
WHERE e.course_id = ?
GROUP BY a.enrolment_id, s.block_id, t.day > ?
"""
_PROVED_TOTALS = """
SELECT b.enrolment_id, s.block_id, j.state, sum(b.minutes)
FROM enrolment e JOIN absence b ON b.enrolment_id = e.id
JOIN justification j ON j.id = b.justification_id
JOIN session s ON s.id = b.session_id
WHERE e.course_id = ? AND j.state <> 'rejected'
GROUP BY b.enrolment_id, s.block_id, j.state
"""
_LATER = """
SELECT a.enrolment_id, s.block_id, t.day, sum(s.minutes)
FROM stretch t JOIN session s ON s.stretch_id = t.id JOIN attendance a ON a.session_id = s.id
WHERE t.course_id = ? AND t.day >= ? GROUP BY a.enrolment_id, s.block_id, t.day
"""
# Minutes whose proof waits or was accepted are not unjustified; those of a proof that was rejected are.
_UNJUSTIFIED_DAYS = """
WITH proved AS (
    SELECT b.enrolment_id, b.session_id, sum(b.minutes) AS minutes
    FROM enrolment e JOIN justification j ON j.enrolment_id = e.id JOIN absence b ON b.justification_id = j.id
    WHERE e.course_id = ? AND j.state <> 'rejected' GROUP BY b.enrolment_id, b.session_id
)
SELECT DISTINCT a.enrolment_id, t.day
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
LEFT JOIN proved p ON p.enrolment_id = a.enrolment_id AND p.session_id = a.session_id
WHERE e.course_id = ? AND s.minutes - a.attended_minutes > coalesce(p.minutes, 0)
ORDER BY a.enrolment_id, t.day
"""
_ENTERED_BY_DAY = """
SELECT t.day, count(*)
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id
JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
WHERE e.course_id = ? GROUP BY t.day
"""
_SAVE = """
INSERT INTO attendance (enrolment_id, session_id, attended_minutes, is_virtual) VALUES (?, ?, ?, ?)
ON CONFLICT (enrolment_id, session_id)
DO UPDATE SET attended_minutes = excluded.attended_minutes, is_virtual = excluded.is_virtual
"""
_REMOVE = "DELETE FROM attendance WHERE enrolment_id = ? AND session_id = ?"
_HAS_ENTRIES = "SELECT 1 FROM attendance WHERE session_id = ? LIMIT 1"
_ENTRIES_OUTSIDE = """
SELECT count(*) FROM attendance a JOIN session s ON s.id = a.session_id JOIN stretch t ON t.id = s.stretch_id
WHERE a.enrolment_id = ? AND (t.day < ? OR t.day > ?)
"""

_FIRST_DAY, _LAST_DAY = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class BlockTotal:
    """What is entered of one person in one block, on one side of the day asked. Minutes."""

    enrolment_id: int
    block_id: int
    is_future: bool
    attended: int
    entered: int


@dataclass(frozen=True, slots=True)
class ProvedTotal:
    """Minutes of absence of one person in one block with a proof in the given state."""

    enrolment_id: int
    block_id: int
    state: JustificationState
    minutes: int


def entries(
    db: Database, course_id: int, first: date = _FIRST_DAY, last: date = _LAST_DAY
) -> tuple[Entry, ...]:
    """Return what is entered of a course between two days, by person and clock."""
    span = (course_id, first.isoformat(), last.isoformat())
    absences: dict[tuple[int, int], list[Absence]] = defaultdict(list)
    for enrolment_id, session_id, minutes, cause, state in db.execute(_ABSENCES, span):
        word = None if cause is None else AbsenceCause(cause)
        absences[enrolment_id, session_id].append(Absence(minutes, word, JustificationState(state)))
    return tuple(
        Entry(
            enrolment_id,
            session_id,
            attended,
            tuple(absences.get((enrolment_id, session_id), ())),
            is_virtual=bool(virtual),
        )
        for enrolment_id, session_id, attended, virtual in db.execute(_ENTRIES, span)
    )


def totals(db: Database, course_id: int, today: date) -> tuple[BlockTotal, ...]:
    """Return the minutes of a course by person and block, those of days after ``today`` apart."""
    rows = db.execute(_TOTALS, (today.isoformat(), course_id, today.isoformat()))
    return tuple(
        BlockTotal(enrolment_id, block_id, bool(is_future), attended, entered)
        for enrolment_id, block_id, is_future, attended, entered in rows
    )


def proved_totals(db: Database, course_id: int) -> tuple[ProvedTotal, ...]:
    """Return the minutes of absence of a course with a proof pending or validated, by person and block."""
    return tuple(
        ProvedTotal(enrolment_id, block_id, JustificationState(state), minutes)
        for enrolment_id, block_id, state, minutes in db.execute(_PROVED_TOTALS, (course_id,))
    )


def entered_later(db: Database, course_id: int, today: date) -> dict[tuple[int, int], dict[date, int]]:
    """Return the minutes of class entered of ``today`` and after, by person and block, and day by day."""
    found: dict[tuple[int, int], dict[date, int]] = defaultdict(dict)
    for enrolment_id, block_id, day, minutes in db.execute(_LATER, (course_id, today.isoformat())):
        found[enrolment_id, block_id][date.fromisoformat(day)] = minutes
    return found


def unjustified_days(db: Database, course_id: int) -> dict[int, list[date]]:
    """Return, by person, the days on which they missed minutes that nothing justifies, in order."""
    found: dict[int, list[date]] = defaultdict(list)
    for enrolment_id, day in db.execute(_UNJUSTIFIED_DAYS, (course_id, course_id)):
        found[enrolment_id].append(date.fromisoformat(day))
    return found


def entered_by_day(db: Database, course_id: int) -> dict[date, int]:
    """Return how many cells of a course are entered on each day that has any."""
    return {date.fromisoformat(day): count for day, count in db.execute(_ENTERED_BY_DAY, (course_id,))}


def save(db: Database, rows: Iterable[Entry]) -> None:
    """Write entries in place of what stood in their cells, with the absences that each has."""
    for entry in rows:
        db.execute(
            _SAVE, (entry.enrolment_id, entry.session_id, entry.attended_minutes, int(entry.is_virtual))
        )
        justifications.set_absences(db, entry)


def remove(db: Database, cells: Iterable[tuple[int, int]]) -> None:
    """Make cells (enrolment, session) pending again."""
    for cell in cells:
        justifications.clear_absences(db, cell)
        db.execute(_REMOVE, cell)


def has_entries(db: Database, session_id: int) -> bool:
    """Say whether anything is entered of a session."""
    return db.execute(_HAS_ENTRIES, (session_id,)).fetchone() is not None


def entries_outside(db: Database, enrolment_id: int, first: date, last: date | None) -> int:
    """Return how many entries of a person lie before ``first`` or after ``last``."""
    span = (enrolment_id, first.isoformat(), (last or _LAST_DAY).isoformat())
    return int(db.execute(_ENTRIES_OUTSIDE, span).fetchone()[0])
