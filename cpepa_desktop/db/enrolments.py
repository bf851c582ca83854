"""Enrolments and the seats they take in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from cpepa_desktop.db import people
from cpepa_desktop.db.sessions import WITH_CLASS_SINCE
from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, ModuleStanding, Person, SeatKind, Standing

_ENROLMENTS = """
SELECT e.course_id, e.id, e.person_id, e.joined_on, s.n, s.kind, e.left_on, e.leave_cause, e.contract_start,
       e.status_at_start, e.registered_on, e.leaving_communicated_on
FROM enrolment e
LEFT JOIN occupancy o ON o.enrolment_id = e.id
LEFT JOIN seat s ON s.id = o.seat_id
WHERE e.course_id """
_STANDINGS = """
SELECT em.enrolment_id, em.course_module_id, em.standing, em.source
FROM enrolment_module em JOIN enrolment e ON e.id = em.enrolment_id
WHERE e.course_id """
_OF_COURSE = "= ?"
_ADD = """
INSERT INTO enrolment (course_id, person_id, joined_on, status_at_start, registered_on) VALUES (?, ?, ?, ?, ?)
"""
_CHANGE = "UPDATE enrolment SET joined_on = ?, status_at_start = ?, registered_on = ? WHERE id = ?"
_LEAVE = """
UPDATE enrolment SET left_on = ?, leave_cause = ?, contract_start = ?, leave_proof = ?,
       leaving_communicated_on = ?
WHERE id = ?
"""
_LEAVE_PROOFS = "SELECT id, leave_proof FROM enrolment WHERE course_id = ? AND leave_proof IS NOT NULL"
_DROP_STANDINGS = "DELETE FROM enrolment_module WHERE enrolment_id = ?"
_ADD_STANDING = """
INSERT INTO enrolment_module (enrolment_id, course_module_id, standing, source) VALUES (?, ?, ?, ?)
"""
_SEATS = """
SELECT s.id, s.n, s.kind, o.enrolment_id, o.from_day, o.to_day
FROM seat s LEFT JOIN occupancy o ON o.seat_id = s.id
WHERE s.course_id = ? ORDER BY s.n, o.from_day
"""
_ADD_SEAT = "INSERT INTO seat (course_id, n, kind) VALUES (?, ?, ?)"
_OCCUPY = "INSERT INTO occupancy (seat_id, enrolment_id, from_day, to_day) VALUES (?, ?, ?, ?)"
_VACATE = "DELETE FROM occupancy WHERE enrolment_id = ?"
_SET_OCCUPANCY_END = "UPDATE occupancy SET to_day = ? WHERE enrolment_id = ?"
_SET_OCCUPANCY_START = "UPDATE occupancy SET from_day = ? WHERE enrolment_id = ?"
_COUNTS = "SELECT course_id, count(*) FROM enrolment GROUP BY course_id"


@dataclass(frozen=True, slots=True)
class SeatUse:
    """A seat of a course and who had it when, one row an occupancy; nobody where it was never taken."""

    seat_id: int
    n: int
    kind: SeatKind
    enrolment_id: int | None = None
    from_day: date | None = None
    to_day: date | None = None


def enrolments(db: Database, course_id: int) -> tuple[Enrolment, ...]:
    """Return the enrolments of a course by seat, those without one last."""
    who = people.people_of_course(db, course_id)
    return _by_course(db, _OF_COURSE, course_id, who).get(course_id, ())


def enrolments_since(db: Database, day: date) -> dict[int, tuple[Enrolment, ...]]:
    """Return, by course, the enrolments of those that have class on ``day`` or later, as `enrolments`."""
    return _by_course(db, WITH_CLASS_SINCE, day.isoformat(), people.people_since(db, day))


def add(db: Database, course_id: int, enrolment: Enrolment) -> int:
    """Write an enrolment with its standings, its seat apart, and return its key."""
    values = (
        course_id,
        enrolment.person.id,
        enrolment.joined_on.isoformat(),
        enrolment.status_at_start,
        day_text(enrolment.registered_on),
    )
    key = int(db.execute(_ADD, values).lastrowid or 0)
    _add_standings(db, key, enrolment.standings)
    return key


def change(db: Database, enrolment: Enrolment) -> None:
    """Write the day of joining, the status and the standings of an enrolment."""
    values = (
        enrolment.joined_on.isoformat(),
        enrolment.status_at_start,
        day_text(enrolment.registered_on),
        enrolment.id,
    )
    db.execute(_CHANGE, values)
    db.execute(_SET_OCCUPANCY_START, (enrolment.joined_on.isoformat(), enrolment.id))
    db.execute(_DROP_STANDINGS, (enrolment.id,))
    _add_standings(db, enrolment.id, enrolment.standings)


def set_leaving(db: Database, enrolment: Enrolment, proof: str | None) -> None:
    """Write how a person left, or that they did not, and free the seat from the next day on."""
    left = day_text(enrolment.left_on)
    values = (
        left,
        enrolment.leave_cause,
        day_text(enrolment.contract_start),
        proof,
        day_text(enrolment.leaving_communicated_on),
        enrolment.id,
    )
    db.execute(_LEAVE, values)
    db.execute(_SET_OCCUPANCY_END, (left, enrolment.id))


def leave_proofs(db: Database, course_id: int) -> dict[int, str]:
    """Return the attachment that proves each leaving of a course, by enrolment, where there is one."""
    return dict(db.execute(_LEAVE_PROOFS, (course_id,)).fetchall())


def seats(db: Database, course_id: int) -> tuple[SeatUse, ...]:
    """Return the seats of a course by number with all who had them."""
    return tuple(
        SeatUse(key, n, SeatKind(kind), enrolment_id, to_day(first), to_day(last))
        for key, n, kind, enrolment_id, first, last in db.execute(_SEATS, (course_id,))
    )


def add_seat(db: Database, course_id: int, n: int, kind: SeatKind) -> int:
    """Write a seat and return its key."""
    return int(db.execute(_ADD_SEAT, (course_id, n, kind)).lastrowid or 0)


def occupy(db: Database, seat_id: int, enrolment_id: int, first: date, last: date | None) -> None:
    """Give a seat to an enrolment for a span of days, open where ``last`` is ``None``."""
    db.execute(_OCCUPY, (seat_id, enrolment_id, first.isoformat(), day_text(last)))


def vacate(db: Database, enrolment_id: int) -> None:
    """Take the seat from an enrolment."""
    db.execute(_VACATE, (enrolment_id,))


def counts(db: Database) -> dict[int, int]:
    """Return how many people each course has."""
    return dict(db.execute(_COUNTS).fetchall())


def _by_course(
    db: Database, which: str, key: int | str, who: Mapping[int, Person]
) -> dict[int, tuple[Enrolment, ...]]:
    standings: dict[int, list[ModuleStanding]] = defaultdict(list)
    asked = f"{_STANDINGS}{which} ORDER BY em.course_module_id"
    for enrolment_id, module_id, standing, source in db.execute(asked, (key,)):
        standings[enrolment_id].append(ModuleStanding(module_id, Standing(standing), source))
    found: dict[int, list[Enrolment]] = defaultdict(list)
    for course_id, *row in db.execute(f"{_ENROLMENTS}{which}", (key,)):
        found[course_id].append(_enrolment(row, who, standings))
    return {course_id: tuple(sorted(rows, key=_by_seat)) for course_id, rows in found.items()}


def _by_seat(enrolment: Enrolment) -> tuple[bool, int, int]:
    return enrolment.seat is None, enrolment.seat or 0, enrolment.id


def _enrolment(
    row: Sequence[Any], who: Mapping[int, Person], standings: Mapping[int, list[ModuleStanding]]
) -> Enrolment:
    key, person_id, joined, seat, kind, left, cause, contract, status, registered, communicated = row
    return Enrolment(
        id=key,
        person=who[person_id],
        joined_on=date.fromisoformat(joined),
        seat=seat,
        seat_kind=None if kind is None else SeatKind(kind),
        left_on=to_day(left),
        leave_cause=None if cause is None else LeaveCause(cause),
        contract_start=to_day(contract),
        status_at_start=None if status is None else EmploymentStatus(status),
        registered_on=to_day(registered),
        leaving_communicated_on=to_day(communicated),
        standings=tuple(standings.get(key, ())),
    )


def _add_standings(db: Database, enrolment_id: int, standings: tuple[ModuleStanding, ...]) -> None:
    for standing in standings:
        values = (enrolment_id, standing.course_module_id, standing.standing, standing.source)
        db.execute(_ADD_STANDING, values)
