"""The week somebody is typing in: read once, and from then on each write answered from memory.

What a keystroke changes is known exactly: the entries of some sessions of some people. The board writes them,
moves the sums they are part of, and judges those people again with the same `Judge` as everybody else. It
stays true only while nobody else writes: whoever holds it throws it away on any change it did not make.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.db import attendance as table
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.course import CourseView, SessionState
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.status import CourseStatus, PersonStatus
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.operations.attendance import pending_inputs
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, CellEntries, StretchInput
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.explanations import Frame
from cpepa_desktop.operations.judging import Judge
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.status import leavers_verdict, register_of, with_exclusions
from cpepa_desktop.operations.week_grid import (
    GridColumn,
    WeekGrid,
    WeekSummary,
    entries_of,
    grid_of,
    row_of,
    weeks_in,
)
from cpepa_desktop.operations.week_locks import standing_locks
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.tally import NOTHING

_PROVED = frozenset({JustificationState.PENDING, JustificationState.VALIDATED})
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """A test that a write has put out of reach of a person; ``module`` is ``""`` where it is the action's."""

    person: PersonStatus
    verdict: Verdict
    module: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a write on the board changed: whom it touched, and what is out of reach since."""

    changes: Changes
    enrolment_ids: frozenset[int]
    out_of_reach: tuple[OutOfReach, ...]


class WeekBoard:
    """A week of a course with everything a keystroke in it needs.

    Attributes:
        grid: the week as people and stretches.
        status: how everybody in the course stands.
        weeks: every week of the course, and what is still to enter in each.
        lock: the lock that stands on the week, ``None`` where it may be written in.
        frame: what the course is judged under, for explanations.

    """

    def __init__(self, ws: Workspace, course: str, week: IsoWeek) -> None:
        """Read a week. Raises ``Refused`` where the course or a class in that week is missing."""
        self._ws = ws
        view, enrolled, self._today = read_course(ws, course), list_enrolments(ws, course), ws.clock.today()
        locks = standing_locks(ws, course)
        self._enrolled = {enrolment.id: enrolment for enrolment in enrolled}
        self._owed = {enrolment.id: owed_blocks(view, enrolment) for enrolment in enrolled}
        self._lessons = dict(_lessons(view))
        self._entries = entries_of(ws, view, week)
        self._absent = dict[int, Sequence[date]](table.unjustified_days(ws.db, view.course.id))
        self._writer = AttendanceWriter(view, enrolled, self._today, locks)
        register = register_of(ws, view, enrolled)
        self._entered = dict(register.entered)
        self._later = {key: dict(days) for key, days in (register.later or {}).items()}
        self._register = replace(register, entered=self._entered, later=self._later)
        self._judge = Judge(self._register, self._today, WorkingCalendar(ws).is_working_day)
        self._last: Changes | None = None
        self.frame = Frame(register.call, register.start)
        self.lock: WeekLock | None = locks.get(week)
        self.grid: WeekGrid = grid_of(view, enrolled, week, self._entries, self._today)
        entered_by_day = table.entered_by_day(ws.db, view.course.id)
        self.weeks: tuple[WeekSummary, ...] = weeks_in(view, enrolled, entered_by_day, self._today)
        people = tuple(self._judged(enrolment.id) for enrolment in enrolled)
        self.status = CourseStatus(
            course=course,
            title=view.course.title,
            official_minutes=view.official_minutes,
            scheduled_minutes=sum(session.minutes for session in view.sessions if session.counts),
            people=people,
            leavers=leavers_verdict(register, people),
        )

    @property
    def week(self) -> IsoWeek:
        """Return the week."""
        return self.grid.week

    def made(self, changes: Changes) -> bool:
        """Say whether a change is the last one made here, so that everything is known of it already."""
        return changes is self._last

    def record(self, inputs: Sequence[StretchInput]) -> Recorded:
        """Write what is typed in some cells of the week, all or nothing, and judge again those it is about.

        Raises ``Refused`` as `record_attendance` does.
        """
        changes, written = self._writer.record(self._ws, inputs)
        self._last = changes
        entered = len(self._entries)
        self._take(written)
        self._hold({entry.session_id for entry in written.saved})
        touched = frozenset(cell.enrolment_id for cell in inputs)
        self._draw(touched, len(self._entries) - entered)
        before = {person.enrolment.id: person for person in self.status.people}
        people = tuple(
            self._judged(person.enrolment.id) if person.enrolment.id in touched else person
            for person in self.status.people
        )
        self.status = replace(self.status, people=people, leavers=leavers_verdict(self._register, people))
        lost = (
            found
            for person in people
            if person.enrolment.id in touched
            for found in _out_of_reach(before[person.enrolment.id], person)
        )
        return Recorded(changes, touched, tuple(lost))

    def fill(self) -> Recorded:
        """Mark as attended everything of the week that is pending. Raises ``Refused`` where nothing is."""
        return self.record(pending_inputs(self.grid))

    def _judged(self, enrolment_id: int) -> PersonStatus:
        person = self._judge.person(self._enrolled[enrolment_id])
        return with_exclusions(person, self._register, self._absent)

    def _take(self, written: CellEntries) -> None:
        """Move the sums from what stood in some cells to what stands there now."""
        for key in written.removed:
            self._count(self._entries.pop(key, None), -1)
        for entry in written.saved:
            key = entry.enrolment_id, entry.session_id
            self._count(self._entries.get(key), -1)
            self._entries[key] = entry
            self._count(entry, 1)
        for enrolment_id in {key[0] for key in written.removed} | {e.enrolment_id for e in written.saved}:
            self._absent[enrolment_id] = self._absent_days(enrolment_id)

    def _count(self, entry: Entry | None, sign: int) -> None:
        if entry is None:
            return
        lesson = self._lessons[entry.session_id]
        key = entry.enrolment_id, lesson.block_id
        sums = self._entered.get(key, NOTHING)
        self._entered[key] = replace(
            sums,
            attended=sums.attended + sign * entry.attended_minutes,
            past=sums.past + sign * lesson.minutes * (lesson.day <= self._today),
            future=sums.future + sign * lesson.minutes * (lesson.day > self._today),
            justified=sums.justified + sign * _minutes(entry, {JustificationState.VALIDATED}),
            awaiting=sums.awaiting + sign * _minutes(entry, {JustificationState.PENDING}),
        )
        if lesson.day >= self._today:
            days = self._later.setdefault(key, {})
            days[lesson.day] = days.get(lesson.day, 0) + sign * lesson.minutes

    def _absent_days(self, enrolment_id: int) -> Sequence[date]:
        """Return the days a person missed with nothing to justify it, those of this week from the entries."""
        earlier = {day for day in self._absent.get(enrolment_id, ()) if IsoWeek.of(day) != self.week}
        here = {
            self._lessons[entry.session_id].day
            for (someone, _session), entry in self._entries.items()
            if someone == enrolment_id
            and self._lessons[entry.session_id].minutes - entry.attended_minutes > _minutes(entry, _PROVED)
        }
        return sorted(earlier | here)

    def _hold(self, session_ids: set[int]) -> None:
        """Take note that some classes were held: something is entered of them."""
        planned = {
            session.id
            for column in self.grid.columns
            for session in column.sessions
            if session.id in session_ids and session.state is SessionState.PLANNED
        }
        if planned:
            columns = tuple(_held(column, planned) for column in self.grid.columns)
            self.grid = replace(self.grid, columns=columns)

    def _draw(self, touched: frozenset[int], more: int) -> None:
        """Make again the rows of some people, and count what is entered of the week."""
        self.grid = replace(
            self.grid,
            rows=tuple(
                row_of(
                    row.enrolment,
                    self.grid.columns,
                    self._owed[row.enrolment.id],
                    self._entries,
                    self._today,
                )
                if row.enrolment.id in touched
                else row
                for row in self.grid.rows
            ),
        )
        self.weeks = tuple(
            replace(week, entered=week.entered + more) if week.week == self.week else week
            for week in self.weeks
        )


@dataclass(frozen=True, slots=True)
class _Lesson:
    day: date
    block_id: int
    minutes: int


def _lessons(view: CourseView) -> Iterator[tuple[int, _Lesson]]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    for session in view.sessions:
        yield session.id, _Lesson(days[session.stretch_id], session.block_id, session.minutes)


def _held(column: GridColumn, session_ids: set[int]) -> GridColumn:
    sessions = (
        replace(session, state=SessionState.HELD) if session.id in session_ids else session
        for session in column.sessions
    )
    return replace(column, sessions=tuple(sessions))


def _minutes(entry: Entry, states: Iterable[JustificationState]) -> int:
    return sum(absence.minutes for absence in entry.absences if absence.state in states)


def _out_of_reach(before: PersonStatus, now: PersonStatus) -> Iterator[OutOfReach]:
    """Yield what a person has just lost: each test that was no «no» and is one now."""
    for module, verdicts in _verdicts(now).items():
        earlier = _verdicts(before)[module]
        for rule, verdict in verdicts.items():
            if verdict.answer is Answer.NO and earlier[rule].answer is not Answer.NO:
                yield OutOfReach(now, verdict, module)


def _verdicts(person: PersonStatus) -> Mapping[str, Mapping[str, Verdict]]:
    """Return the verdicts of a person by module, the action's under ``""``."""
    found: dict[str, Mapping[str, Verdict]] = defaultdict(dict)
    found[""] = person.verdicts
    for module in person.modules:
        found[module.code] = module.verdicts
    return found
