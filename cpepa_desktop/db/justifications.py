"""Justifications and the absences they cover. A justification without absences does not stay in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.justification import AbsenceRow, Justification

_JUSTIFICATIONS = """
SELECT j.id, j.enrolment_id, j.state, j.event_day, j.appointment_minute, j.other_town, j.decided_on, j.proof,
       j.note, j.travel_minutes, j.handed_in_on, j.registry
FROM justification j JOIN enrolment e ON e.id = j.enrolment_id WHERE e.course_id = ? ORDER BY j.id
"""
_ADD = """
INSERT INTO justification (enrolment_id, state, event_day, appointment_minute, other_town, decided_on, proof,
       note, travel_minutes, handed_in_on, registry)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SAVE = """
UPDATE justification SET enrolment_id = ?, state = ?, event_day = ?, appointment_minute = ?, other_town = ?,
       decided_on = ?, proof = ?, note = ?, travel_minutes = ?, handed_in_on = ?, registry = ?
WHERE id = ?
"""
_DECIDE = "UPDATE justification SET state = ?, decided_on = ? WHERE id = ?"
_HAND_IN = "UPDATE justification SET handed_in_on = ?, registry = ? WHERE id = ?"
_ABSENCES = """
SELECT b.enrolment_id, b.session_id, b.minutes, b.cause, b.justification_id
FROM absence b JOIN enrolment e ON e.id = b.enrolment_id WHERE e.course_id = ? ORDER BY b.id
"""
_ADD_ABSENCE = """
INSERT INTO absence (enrolment_id, session_id, minutes, cause, justification_id) VALUES (?, ?, ?, ?, ?)
"""
_COVERED = """
SELECT b.justification_id, b.enrolment_id, min(b.cause), sum(b.minutes)
FROM enrolment e JOIN absence b ON b.enrolment_id = e.id
WHERE e.course_id = ? AND b.justification_id IS NOT NULL GROUP BY b.justification_id
"""
_LINKS = """
SELECT j.id, b.cause, j.state, EXISTS (
    SELECT 1 FROM absence o WHERE o.justification_id = j.id AND o.session_id <> b.session_id
)
FROM absence b JOIN justification j ON j.id = b.justification_id
WHERE b.enrolment_id = ? AND b.session_id = ? ORDER BY b.id
"""
_CLEAR = "DELETE FROM absence WHERE enrolment_id = ? AND session_id = ?"
_RELEASE = "DELETE FROM absence WHERE justification_id = ?"
_REMOVE_UNUSED = """
DELETE FROM justification WHERE id = ? AND NOT EXISTS (SELECT 1 FROM absence WHERE justification_id = ?)
"""


@dataclass(frozen=True, slots=True)
class CoveredMinutes:
    """What a justification covers, all its sessions together."""

    justification_id: int
    enrolment_id: int
    cause: AbsenceCause
    minutes: int


@dataclass(frozen=True, slots=True)
class _Link:
    """A justification that covers minutes of a cell; a wide one covers other sessions too."""

    id: int
    cause: AbsenceCause
    state: JustificationState
    is_wide: bool


def justifications(db: Database, course_id: int) -> tuple[Justification, ...]:
    """Return every justification of a course, the oldest first."""
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
            travel,
            to_day(handed_in),
            registry,
        )
        for (
            key, enrolment_id, state, event, appointment, other_town, decided, proof, note, travel, handed_in,
            registry,
        ) in db.execute(_JUSTIFICATIONS, (course_id,))
    )  # fmt: skip


def absences(db: Database, course_id: int) -> tuple[AbsenceRow, ...]:
    """Return every absence of a course, each with the key of its justification."""
    return tuple(
        AbsenceRow(enrolment_id, session_id, minutes, None if cause is None else AbsenceCause(cause), key)
        for enrolment_id, session_id, minutes, cause, key in db.execute(_ABSENCES, (course_id,))
    )


def covered(db: Database, course_id: int) -> dict[int, CoveredMinutes]:
    """Return, by its key, how many minutes each justification of a course covers."""
    return {
        key: CoveredMinutes(key, enrolment_id, AbsenceCause(cause), minutes)
        for key, enrolment_id, cause, minutes in db.execute(_COVERED, (course_id,))
    }


def add_justification(db: Database, row: Justification) -> int:
    """Write a justification and return its key."""
    return int(db.execute(_ADD, _values(row)).lastrowid or 0)


def save_justification(db: Database, row: Justification) -> None:
    """Write a justification in place of what stood under its key."""
    db.execute(_SAVE, (*_values(row), row.id))


def decide(db: Database, keys: Iterable[int], state: JustificationState, decided_on: date | None) -> None:
    """Write what was decided of some justifications, and when."""
    for key in keys:
        db.execute(_DECIDE, (state, day_text(decided_on), key))


def hand_in(db: Database, keys: Iterable[int], day: date | None, registry: str) -> None:
    """Write when some justifications were handed in; no day takes it back."""
    for key in keys:
        db.execute(_HAND_IN, (day_text(day), registry, key))


def remove_justification(db: Database, key: int) -> None:
    """Remove a justification; what it covered is unjustified from then on."""
    db.execute(_RELEASE, (key,))
    db.execute(_REMOVE_UNUSED, (key, key))


def add_absence(db: Database, row: AbsenceRow) -> None:
    """Write one absence of a cell that is entered."""
    values = (row.enrolment_id, row.session_id, row.minutes, row.cause, row.justification_id)
    db.execute(_ADD_ABSENCE, values)


def set_absences(db: Database, entry: Entry) -> None:
    """Write the absences of a cell in place of those that stood in it.

    Minutes keep the justification that covered minutes of the same cause there. One that covers other
    sessions too keeps its state, unless another is stated outright: then these minutes leave it. Minutes
    with a state and no justification before get one of their own.
    """
    cell = (entry.enrolment_id, entry.session_id)
    links = _links(db, cell)
    left = list(links)
    db.execute(_CLEAR, cell)
    for absence in entry.absences:
        key = _justification_of(db, entry.enrolment_id, absence, left)
        add_absence(db, AbsenceRow(*cell, absence.minutes, absence.cause, key))
    _remove_unused(db, links)


def clear_absences(db: Database, cell: tuple[int, int]) -> None:
    """Take away the absences of a cell (enrolment, session), and the justifications of nothing else."""
    links = _links(db, cell)
    db.execute(_CLEAR, cell)
    _remove_unused(db, links)


def replace_absences(db: Database, enrolment_id: int, by_session: Mapping[int, Iterable[AbsenceRow]]) -> None:
    """Write the absences of some sessions of a person, with their justifications just as they are given."""
    links: list[_Link] = []
    for session_id, rows in by_session.items():
        links += _links(db, (enrolment_id, session_id))
        db.execute(_CLEAR, (enrolment_id, session_id))
        for row in rows:
            add_absence(db, row)
    _remove_unused(db, links)


def _links(db: Database, cell: tuple[int, int]) -> tuple[_Link, ...]:
    return tuple(
        _Link(key, AbsenceCause(cause), JustificationState(state), bool(is_wide))
        for key, cause, state, is_wide in db.execute(_LINKS, cell)
    )


def _remove_unused(db: Database, links: Iterable[_Link]) -> None:
    for key in {link.id for link in links}:
        db.execute(_REMOVE_UNUSED, (key, key))


def _justification_of(db: Database, enrolment_id: int, absence: Absence, left: list[_Link]) -> int | None:
    """Return the key of what justifies some minutes; the link that is taken leaves ``left``."""
    if absence.state is JustificationState.UNJUSTIFIED:
        return None
    kept = next((link for link in left if _keeps(link, absence)), None)
    if kept is None:
        return add_justification(db, Justification(0, enrolment_id, absence.state))
    left.remove(kept)
    if not kept.is_wide and kept.state is not absence.state:
        decide(db, [kept.id], absence.state, None)
    return kept.id


def _keeps(link: _Link, absence: Absence) -> bool:
    """Say whether minutes typed again stay with what justified them: «J b» says nothing of the state."""
    said_outright = absence.state not in {JustificationState.PENDING, link.state}
    return link.cause is absence.cause and not (link.is_wide and said_outright)


def _values(row: Justification) -> tuple[object, ...]:
    return (
        row.enrolment_id,
        row.state,
        day_text(row.event_day),
        row.appointment_minute,
        int(row.other_town),
        day_text(row.decided_on),
        row.proof,
        row.note,
        row.travel_minutes,
        day_text(row.handed_in_on),
        row.registry,
    )
