"""Attendance in the file: one row a person and session; no row is pending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
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
_JUSTIFICATIONS_OF_CELL = """
SELECT DISTINCT justification_id FROM absence
WHERE enrolment_id = ? AND session_id = ? AND justification_id IS NOT NULL
"""
_REMOVE_ABSENCES = "DELETE FROM absence WHERE enrolment_id = ? AND session_id = ?"
_REMOVE_UNUSED_JUSTIFICATION = """
DELETE FROM justification WHERE id = ? AND NOT EXISTS (SELECT 1 FROM absence WHERE justification_id = ?)
"""
_ADD_ABSENCE = """
INSERT INTO absence (enrolment_id, session_id, minutes, cause, justification_id) VALUES (?, ?, ?, ?, ?)
"""
_ADD_JUSTIFICATION = """
INSERT INTO justification (enrolment_id, state, event_day, decided_on) VALUES (?, ?, ?, ?)
"""
_JUSTIFICATIONS = """
SELECT j.id, j.enrolment_id, j.state, j.event_day, j.appointment_minute, j.other_town, j.decided_on, j.proof,
       j.note
FROM justification j JOIN enrolment e ON e.id = j.enrolment_id WHERE e.course_id = ? ORDER BY j.id
"""
_ADD_WHOLE_JUSTIFICATION = """
INSERT INTO justification (enrolment_id, state, event_day, appointment_minute, other_town, decided_on, proof,
       note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_ABSENCE_ROWS = """
SELECT b.enrolment_id, b.session_id, b.minutes, b.cause, b.justification_id
FROM absence b JOIN enrolment e ON e.id = b.enrolment_id WHERE e.course_id = ? ORDER BY b.id
"""
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


@dataclass(frozen=True, slots=True)
class Justification:
    """The proof of one or more absences with its own state, in full. ``proof`` is an attachment."""

    id: int
    enrolment_id: int
    state: JustificationState
    event_day: date | None
    appointment_minute: int | None
    other_town: bool
    decided_on: date | None
    proof: str | None
    note: str


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Minutes missed in one cell and the key of what justifies them, ``None`` where nothing does."""

    enrolment_id: int
    session_id: int
    minutes: int
    cause: AbsenceCause | None
    justification_id: int | None


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
    """Write entries in place of what stood in their cells.

    An absence with a proof pending, validated or rejected gets a justification of its own.
    """
    for entry in rows:
        cell = (entry.enrolment_id, entry.session_id)
        _clear_absences(db, cell)
        db.execute(_SAVE, (*cell, entry.attended_minutes, int(entry.is_virtual)))
        for absence in entry.absences:
            justification = _justification(db, entry.enrolment_id, absence)
            db.execute(_ADD_ABSENCE, (*cell, absence.minutes, absence.cause, justification))


def remove(db: Database, cells: Iterable[tuple[int, int]]) -> None:
    """Make cells (enrolment, session) pending again."""
    for cell in cells:
        _clear_absences(db, cell)
        db.execute(_REMOVE, cell)


def justifications(db: Database, course_id: int) -> tuple[Justification, ...]:
    """Return every proof of absence of a course."""
    return tuple(
        Justification(
            key,
            enrolment_id,
            JustificationState(state),
            to_day(event),
            appointment,
            bool(other_town),
            to_day(decided),
            proof,
            note,
        )
        for key, enrolment_id, state, event, appointment, other_town, decided, proof, note in db.execute(
            _JUSTIFICATIONS, (course_id,)
        )
    )


def add_justification(db: Database, row: Justification) -> int:
    """Write a proof of absence and return its key."""
    values = (
        row.enrolment_id,
        row.state,
        day_text(row.event_day),
        row.appointment_minute,
        int(row.other_town),
        day_text(row.decided_on),
        row.proof,
        row.note,
    )
    return int(db.execute(_ADD_WHOLE_JUSTIFICATION, values).lastrowid or 0)


def absences(db: Database, course_id: int) -> tuple[AbsenceRow, ...]:
    """Return every absence of a course, each with the key of its proof."""
    return tuple(
        AbsenceRow(
            enrolment_id, session_id, minutes, None if cause is None else AbsenceCause(cause), proof_id
        )
        for enrolment_id, session_id, minutes, cause, proof_id in db.execute(_ABSENCE_ROWS, (course_id,))
    )


def add_absence(db: Database, row: AbsenceRow) -> None:
    """Write one absence of a cell that is entered."""
    values = (row.enrolment_id, row.session_id, row.minutes, row.cause, row.justification_id)
    db.execute(_ADD_ABSENCE, values)


def has_entries(db: Database, session_id: int) -> bool:
    """Say whether anything is entered of a session."""
    return db.execute(_HAS_ENTRIES, (session_id,)).fetchone() is not None


def entries_outside(db: Database, enrolment_id: int, first: date, last: date | None) -> int:
    """Return how many entries of a person lie before ``first`` or after ``last``."""
    span = (enrolment_id, first.isoformat(), (last or _LAST_DAY).isoformat())
    return int(db.execute(_ENTRIES_OUTSIDE, span).fetchone()[0])


def _clear_absences(db: Database, cell: tuple[int, int]) -> None:
    justifications = [row[0] for row in db.execute(_JUSTIFICATIONS_OF_CELL, cell)]
    db.execute(_REMOVE_ABSENCES, cell)
    for key in justifications:
        db.execute(_REMOVE_UNUSED_JUSTIFICATION, (key, key))


def _justification(db: Database, enrolment_id: int, absence: Absence) -> int | None:
    if absence.state is JustificationState.UNJUSTIFIED:
        return None
    values = (enrolment_id, absence.state, None, None)
    return int(db.execute(_ADD_JUSTIFICATION, values).lastrowid or 0)
