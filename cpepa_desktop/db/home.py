"""What the first page asks of the whole file: each question once for all courses, however many there are.

A course is open here while it has class on a given day or later and was not renounced; the others are only
bars of the year.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.attendance import BlockTotal, ProvedTotal
from cpepa_desktop.db.sessions import WITH_CLASS_SINCE
from cpepa_desktop.db.values import to_day
from cpepa_desktop.domain.attendance_words import JustificationState

_COURSES = """
SELECT c.id, c.code, c.title, c.call_version_id, c.start_on,
       (SELECT t.day FROM stretch t WHERE t.course_id = c.id
          AND EXISTS (SELECT 1 FROM session s WHERE s.stretch_id = t.id AND s.state <> 'cancelled')
        ORDER BY t.day DESC LIMIT 1),
       (SELECT count(*) FROM enrolment e WHERE e.course_id = c.id)
FROM course c ORDER BY c.start_on, c.code
"""
_CLASSES = f"""
SELECT t.course_id, s.block_id, t.day, sum(s.minutes), count(*)
FROM stretch t JOIN session s ON s.stretch_id = t.id JOIN course c ON c.id = t.course_id
WHERE t.course_id {WITH_CLASS_SINCE} AND s.state <> 'cancelled' AND c.renounced_on IS NULL
GROUP BY t.course_id, s.block_id, t.day ORDER BY t.day
"""  # noqa: S608 - a constant
_BLOCKS = f"""
SELECT course_id, id, official_minutes FROM block WHERE course_id {WITH_CLASS_SINCE} ORDER BY position
"""  # noqa: S608 - a constant
# The week of a session is worked out once a session, not once a cell: there are fifteen cells to each.
_WEEK_TOTALS = f"""
WITH class AS (
    SELECT s.id, s.block_id, s.minutes, t.day > ? AS is_future, date(t.day, 'weekday 0', '-6 days') AS monday
    FROM stretch t JOIN session s ON s.stretch_id = t.id
    WHERE t.course_id {WITH_CLASS_SINCE}
)
SELECT e.course_id, a.enrolment_id, l.block_id, l.monday, l.is_future, sum(a.attended_minutes),
       sum(l.minutes), count(*)
FROM enrolment e JOIN attendance a ON a.enrolment_id = e.id JOIN class l ON l.id = a.session_id
WHERE e.course_id {WITH_CLASS_SINCE}
GROUP BY e.course_id, a.enrolment_id, l.block_id, l.monday, l.is_future
"""  # noqa: S608 - a constant
_PROVED_TOTALS = f"""
SELECT b.enrolment_id, s.block_id, j.state, sum(b.minutes)
FROM enrolment e JOIN absence b ON b.enrolment_id = e.id
JOIN justification j ON j.id = b.justification_id
JOIN session s ON s.id = b.session_id
WHERE e.course_id {WITH_CLASS_SINCE} AND j.state <> 'rejected'
GROUP BY b.enrolment_id, s.block_id, j.state
"""  # noqa: S608 - a constant
_WAITING_PAPERS = f"""
SELECT d.id, d.kind, c.code, d.week, d.printed_on
FROM document d JOIN course c ON c.id = d.course_id
WHERE c.id {WITH_CLASS_SINCE} AND c.renounced_on IS NULL AND d.state = 'issued'
  AND NOT EXISTS (SELECT 1 FROM filing f WHERE f.document_id = d.id)
ORDER BY d.printed_on, d.id
"""  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class HomeCourse:
    """A course as the first page needs it. ``last_day`` is ``None`` where nothing is on its calendar."""

    id: int
    code: str
    title: str
    call_version_id: int
    start_on: date
    last_day: date | None
    people: int


@dataclass(frozen=True, slots=True)
class ClassDay:
    """What a block has on one day of class: its minutes and in how many sessions."""

    block_id: int
    day: date
    minutes: int
    sessions: int


@dataclass(frozen=True, slots=True)
class WeekTotal:
    """What is entered of one person in one block and one week, and in how many cells."""

    monday: date
    cells: int
    total: BlockTotal


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A paper printed to file of which nothing has been said since. ``week`` is ``""`` where it has none."""

    id: int
    kind: str
    course: str
    week: str
    printed_on: date


def courses(db: Database) -> tuple[HomeCourse, ...]:
    """Return every course by its first day."""
    return tuple(
        HomeCourse(key, code, title, version, date.fromisoformat(start), to_day(last), people)
        for key, code, title, version, start, last, people in db.execute(_COURSES)
    )


def classes(db: Database, since: date) -> dict[int, tuple[ClassDay, ...]]:
    """Return, by course, the days of class of each block in order, of courses open on ``since``."""
    found: dict[int, list[ClassDay]] = defaultdict(list)
    for course_id, block_id, day, minutes, sessions in db.execute(_CLASSES, (since.isoformat(),)):
        found[course_id].append(ClassDay(block_id, date.fromisoformat(day), minutes, sessions))
    return {course_id: tuple(days) for course_id, days in found.items()}


def official_minutes(db: Database, since: date) -> dict[int, dict[int, int]]:
    """Return, by course and block, the official minutes, of courses open on ``since``."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for course_id, block_id, minutes in db.execute(_BLOCKS, (since.isoformat(),)):
        found[course_id][block_id] = minutes
    return dict(found)


def week_totals(db: Database, since: date, today: date) -> dict[int, tuple[WeekTotal, ...]]:
    """Return, by course, what is entered of each person by block and week, of courses open on ``since``."""
    found: dict[int, list[WeekTotal]] = defaultdict(list)
    asked = (today.isoformat(), since.isoformat(), since.isoformat())
    for course_id, person, block, monday, is_future, attended, entered, cells in db.execute(
        _WEEK_TOTALS, asked
    ):
        total = BlockTotal(person, block, bool(is_future), attended, entered)
        found[course_id].append(WeekTotal(date.fromisoformat(monday), cells, total))
    return {course_id: tuple(totals) for course_id, totals in found.items()}


def proved_totals(db: Database, since: date) -> tuple[ProvedTotal, ...]:
    """Return the minutes of absence with a proof pending or validated, of courses open on ``since``."""
    return tuple(
        ProvedTotal(enrolment_id, block_id, JustificationState(state), minutes)
        for enrolment_id, block_id, state, minutes in db.execute(_PROVED_TOTALS, (since.isoformat(),))
    )


def waiting_papers(db: Database, since: date) -> tuple[WaitingPaper, ...]:
    """Return the papers printed and not filed of courses open on ``since``, the oldest first."""
    return tuple(
        WaitingPaper(key, kind, course, week, date.fromisoformat(printed))
        for key, kind, course, week, printed in db.execute(_WAITING_PAPERS, (since.isoformat(),))
    )
