"""What terms of courses are counted from, and what has been filed of each, asked once for all of them.

Every question is about one course, about those that still move, or about the whole file, and none is asked
once a course.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.timeline import (
    ClassDay,
    CourseEvent,
    IncidentDay,
    ModuleSpan,
    ObligationFiling,
    ObligationMet,
    ObligedPerson,
    PaperFiling,
)

T = TypeVar("T")

_ALIVE: Final = """IN (
    SELECT course_id FROM stretch WHERE day >= ?1 UNION SELECT course_id FROM course_event WHERE day >= ?1
)"""
_COURSES: Final = """
SELECT c.id, c.code, v.call, v.content, c.start_on, c.selection_on, c.renounced_on, a.published_on,
       a.submitted_on, coalesce(a.number, ''),
       (SELECT min(coalesce(p.received_on, p.issued_on))
        FROM paper_course pc JOIN paper p ON p.id = pc.paper_id
        WHERE pc.course_id = c.id AND p.kind = 'grant')
FROM course c JOIN call_version v ON v.id = c.call_version_id
LEFT JOIN application a ON a.centre_id = c.centre_id AND a.call = v.call
WHERE c.id {which} ORDER BY c.start_on, c.code
"""
_CLASSES: Final = """
SELECT t.course_id, t.day, max(s.mode <> 'in_person')
FROM stretch t JOIN session s ON s.stretch_id = t.id
WHERE t.course_id {which} AND s.state <> 'cancelled' GROUP BY t.course_id, t.day ORDER BY t.course_id, t.day
"""
_MODULES: Final = """
SELECT m.course_id, m.code, m.kind, min(t.day), max(t.day)
FROM course_module m LEFT JOIN block_module bm ON bm.course_module_id = m.id
LEFT JOIN session s ON s.block_id = bm.block_id AND s.state <> 'cancelled'
LEFT JOIN stretch t ON t.id = s.stretch_id
WHERE m.course_id {which} GROUP BY m.id ORDER BY m.course_id, m.position
"""
_PEOPLE: Final = """
SELECT e.course_id, e.id, p.name, p.surnames, e.joined_on, e.left_on, e.registered_on,
       e.leaving_communicated_on,
       EXISTS (SELECT 1 FROM enrolment_module em JOIN course_module m ON m.id = em.course_module_id
               WHERE em.enrolment_id = e.id AND m.kind = 'workplace'),
       EXISTS (SELECT 1 FROM disability_support d WHERE d.enrolment_id = e.id),
       (SELECT min(d.requested_on) FROM disability_support d WHERE d.enrolment_id = e.id)
FROM enrolment e JOIN person p ON p.id = e.person_id
WHERE e.course_id {which} ORDER BY e.course_id, p.surnames COLLATE spanish, p.name COLLATE spanish, e.id
"""
_INCIDENTS: Final = """
SELECT t.course_id, i.id, t.day, i.minute, i.what, i.communicated_on
FROM stretch t JOIN incident i ON i.stretch_id = t.id
WHERE t.course_id {which} ORDER BY t.course_id, t.day, i.minute, i.id
"""
_EVENTS: Final = """
SELECT course_id, event, day, note FROM course_event WHERE course_id {which} ORDER BY course_id, event, day
"""
_FILINGS: Final = """
SELECT f.course_id, v.call, f.name, f.subject, f.day, f.channel, f.number, f.attachment
FROM obligation_filing f JOIN course c ON c.id = f.course_id JOIN call_version v ON v.id = c.call_version_id
WHERE f.withdrawn_on IS NULL AND (f.course_id {which} OR f.name IN ('data_agreement', 'quality_commitment'))
ORDER BY f.day, f.id
"""
_EVERY_FILING: Final = """
SELECT name, subject, day, channel, number, attachment, withdrawn_on, withdraw_reason
FROM obligation_filing WHERE course_id = ? ORDER BY id
"""
# A paper that a later one replaced was filed all the same, and a week is locked because its sheet was sent.
_PAPERS: Final = """
SELECT d.course_id, d.kind, d.week, f.act, f.day, f.channel, f.number, f.attachment
FROM filing f JOIN document d ON d.id = f.document_id
WHERE d.course_id {which} AND d.state <> 'annulled'
UNION ALL
SELECT l.course_id, 'attendance-sheet-recorded', printf('%04d-W%02d', l.iso_year, l.iso_week), 'sent',
       l.sent_on, '', l.registry, NULL
FROM week_lock l WHERE l.course_id {which} AND l.unlocked_on IS NULL
ORDER BY 5
"""
_FILE: Final = """
INSERT INTO obligation_filing (course_id, name, subject, day, channel, number, attachment)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_WITHDRAW: Final = """
UPDATE obligation_filing SET withdrawn_on = ?, withdraw_reason = ?
WHERE course_id = ? AND name = ? AND subject = ? AND withdrawn_on IS NULL
"""
_ADD_EVENT: Final = "INSERT INTO course_event (course_id, event, day, note) VALUES (?, ?, ?, ?)"
_REMOVE_EVENT: Final = "DELETE FROM course_event WHERE course_id = ? AND event = ? AND day = ?"

# Days that other parts of the file ask for too. Each is changed only where it says what it should.
_MARKS: Final = {
    "participant_registration": """
UPDATE enrolment SET registered_on = ?1 WHERE id = ?2 AND registered_on IS ?3
""",
    "leaver_communication": """
UPDATE enrolment SET leaving_communicated_on = ?1 WHERE id = ?2 AND leaving_communicated_on IS ?3
""",
    "incidents": "UPDATE incident SET communicated_on = ?1 WHERE id = ?2 AND communicated_on IS ?3",
    "disability_support": """
UPDATE disability_support SET requested_on = ?1 WHERE enrolment_id = ?2 AND requested_on IS ?3
""",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which courses a question is about: what follows the key of a course, and its value."""

    which: str
    value: int | str

    @classmethod
    def one(cls, course_id: int) -> Scope:
        """Return the scope of one course."""
        return cls("= ?1", course_id)

    @classmethod
    def alive(cls, day: date) -> Scope:
        """Return that of the courses with class, or an event written, on ``day`` or later."""
        return cls(_ALIVE, day.isoformat())

    @classmethod
    def whole(cls) -> Scope:
        """Return that of every course of the file."""
        return cls(">= ?1", 0)


@dataclass(frozen=True, slots=True)
class FiledOnce:
    """A filing of a course, with the day and the reason of its withdrawal where it does not count."""

    name: str
    subject: str
    met: ObligationMet
    withdrawn_on: date | None
    withdraw_reason: str


@dataclass(frozen=True, slots=True)
class ObligedCourse:
    """The days of a course that no session tells, the text of its call, and when it was applied for."""

    id: int
    code: str
    call: str
    content: str
    start_on: date
    selection_on: date | None
    renounced_on: date | None
    published_on: date | None
    applied: ObligationMet | None
    granted_on: date | None


def courses(db: Database, scope: Scope) -> tuple[ObligedCourse, ...]:
    """Return the courses of a scope by their first day."""
    found = []
    for key, code, call, content, start, *days, submitted, number, granted in _rows(db, _COURSES, scope):
        selection, renounced, published = map(to_day, days)
        applied = ObligationMet(date.fromisoformat(submitted), number=number) if submitted else None
        row = (key, code, call, content, date.fromisoformat(start), selection, renounced, published, applied)
        found.append(ObligedCourse(*row, to_day(granted)))
    return tuple(found)


def classes(db: Database, scope: Scope) -> dict[int, tuple[ClassDay, ...]]:
    """Return, by course, its days of class in order."""
    found: dict[int, list[ClassDay]] = defaultdict(list)
    for course_id, day, is_virtual in _rows(db, _CLASSES, scope):
        found[course_id].append(ClassDay(date.fromisoformat(day), bool(is_virtual)))
    return _frozen(found)


def modules(db: Database, scope: Scope) -> dict[int, tuple[ModuleSpan, ...]]:
    """Return, by course, its modules in order with the days they take."""
    found: dict[int, list[ModuleSpan]] = defaultdict(list)
    for course_id, code, kind, first, last in _rows(db, _MODULES, scope):
        found[course_id].append(ModuleSpan(code, ModuleKind(kind), to_day(first), to_day(last)))
    return _frozen(found)


def people(db: Database, scope: Scope) -> dict[int, tuple[ObligedPerson, ...]]:
    """Return, by course, who is or was in it, by name."""
    found: dict[int, list[ObligedPerson]] = defaultdict(list)
    for course_id, *row in _rows(db, _PEOPLE, scope):
        key, name, surnames, joined, left, registered, communicated, exempt, supported, asked = row
        found[course_id].append(
            ObligedPerson(
                key,
                f"{surnames}, {name}" if surnames else name,
                date.fromisoformat(joined),
                to_day(left),
                to_day(registered),
                to_day(communicated),
                bool(exempt),
                bool(supported),
                to_day(asked),
            )
        )
    return _frozen(found)


def incidents(db: Database, scope: Scope) -> dict[int, tuple[IncidentDay, ...]]:
    """Return, by course, its incidents by day and hour."""
    found: dict[int, list[IncidentDay]] = defaultdict(list)
    for course_id, key, day, minute, what, communicated in _rows(db, _INCIDENTS, scope):
        told = IncidentDay(key, date.fromisoformat(day), minute, what, to_day(communicated))
        found[course_id].append(told)
    return _frozen(found)


def events(db: Database, scope: Scope) -> dict[int, tuple[CourseEvent, ...]]:
    """Return, by course, what happened to it, by event and day."""
    found: dict[int, list[CourseEvent]] = defaultdict(list)
    for course_id, event, day, note in _rows(db, _EVENTS, scope):
        found[course_id].append(CourseEvent(Anchor(event), date.fromisoformat(day), note))
    return _frozen(found)


def filings(db: Database, scope: Scope) -> tuple[ObligationFiling, ...]:
    """Return the obligations filed and not withdrawn, by day.

    What one course files for the whole entity comes whatever the scope.
    """
    return tuple(
        ObligationFiling(
            course_id,
            call,
            name,
            subject,
            ObligationMet(date.fromisoformat(day), channel, number, attachment),
        )
        for course_id, call, name, subject, day, channel, number, attachment in _rows(db, _FILINGS, scope)
    )


def every_filing(db: Database, course_id: int) -> tuple[FiledOnce, ...]:
    """Return all that a course has filed in the order it was written, what was withdrawn as well."""
    return tuple(
        FiledOnce(
            name,
            subject,
            ObligationMet(date.fromisoformat(day), channel, number, attachment),
            to_day(withdrawn),
            reason,
        )
        for name, subject, day, channel, number, attachment, withdrawn, reason in db.execute(
            _EVERY_FILING, (course_id,)
        )
    )


def papers(db: Database, scope: Scope) -> dict[int, tuple[PaperFiling, ...]]:
    """Return, by course, what was done with its papers, the first first."""
    found: dict[int, list[PaperFiling]] = defaultdict(list)
    for course_id, kind, week, act, day, channel, number, attachment in _rows(db, _PAPERS, scope):
        filed = PaperFiling(kind, week, FilingAct(act), date.fromisoformat(day), channel, number, attachment)
        found[course_id].append(filed)
    return _frozen(found)


def file(db: Database, course_id: int, name: str, subject: str, met: ObligationMet) -> None:
    """Write that an obligation was filed. One that is filed already and stands is an ``IntegrityError``."""
    values = (course_id, name, subject, met.day.isoformat(), met.channel, met.number, met.attachment)
    db.execute(_FILE, values)


def withdraw(db: Database, course_id: int, name: str, subject: str, day: date, reason: str) -> None:
    """Write that the standing filing of an obligation does not count, since when and why."""
    db.execute(_WITHDRAW, (day_text(day), reason, course_id, name, subject))


def mark(db: Database, name: str, subject: str, day: date | None, was: date | None) -> None:
    """Write the day of an obligation where other parts of the file ask for it, in the place of ``was``."""
    if name in _MARKS:
        db.execute(_MARKS[name], (day_text(day), int(subject), day_text(was)))


def add_event(db: Database, course_id: int, event: CourseEvent) -> None:
    """Write something that happened to a course."""
    db.execute(_ADD_EVENT, (course_id, event.event, event.day.isoformat(), event.note))


def remove_event(db: Database, course_id: int, event: Anchor, day: date) -> None:
    """Take away what was written as happened on a day."""
    db.execute(_REMOVE_EVENT, (course_id, event, day.isoformat()))


def _rows(db: Database, question: str, scope: Scope) -> Iterator[Any]:
    return iter(db.execute(question.replace("{which}", scope.which), (scope.value,)))


def _frozen(found: Mapping[int, list[T]]) -> dict[int, tuple[T, ...]]:
    return {course_id: tuple(rows) for course_id, rows in found.items()}
