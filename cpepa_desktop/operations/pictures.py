"""What the pictures of a course show: the heat map of its people and the line of its share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from cpepa_desktop.db import attendance
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.course import CourseView, ModuleKind, Session
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.pictures import HeatCell, HeatMap, HeatRow, HeatState, ShareLine, SharePoint
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import CellState, GridCell, columns_of, row_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.attendance import required_minutes

_OWED = frozenset({CellState.PENDING, CellState.FUTURE, CellState.ENTERED})

# The heat map -----------------------------------------------------------------------------------------------


def heat_map(ws: Workspace, course: str) -> HeatMap:
    """Return the people of a course by its days of class. Raises ``Refused`` for an unknown course."""
    view = read_course(ws, course)
    columns = [column for column in columns_of(view, None) if column.sessions]
    entries = _entries(ws, view)
    today = ws.clock.today()
    days = tuple(sorted({column.stretch.day for column in columns}))
    rows = tuple(
        HeatRow(
            n,
            enrolment.id,
            enrolment.person.listed_name,
            _days_of(row_of(enrolment, columns, owed_blocks(view, enrolment), entries, today).cells, days),
        )
        for n, enrolment in enumerate(list_enrolments(ws, course), start=1)
    )
    return HeatMap(course, view.course.title, days, rows)


def _entries(ws: Workspace, view: CourseView) -> dict[tuple[int, int], Entry]:
    found = attendance.entries(ws.db, view.course.id)
    return {(entry.enrolment_id, entry.session_id): entry for entry in found}


def _days_of(cells: Iterable[GridCell], days: Sequence[date]) -> tuple[HeatCell, ...]:
    by_day: dict[date, list[GridCell]] = defaultdict(list)
    for cell in cells:
        if cell.state in _OWED:
            by_day[cell.day].append(cell)
    return tuple(_heat_cell(day, by_day[day]) for day in days)


def _heat_cell(day: date, cells: Sequence[GridCell]) -> HeatCell:
    states = {cell.state for cell in cells}
    minutes = sum(cell.minutes for cell in cells)
    if not cells:
        return HeatCell(day, HeatState.OUTSIDE, 0, None)
    for open_state, shown in ((CellState.FUTURE, HeatState.FUTURE), (CellState.PENDING, HeatState.PENDING)):
        if open_state in states:
            return HeatCell(day, shown, minutes, None)
    attended = sum(cell.attended_minutes or 0 for cell in cells)
    return HeatCell(day, _entered_state(cells, minutes, attended), minutes, attended)


def _entered_state(cells: Iterable[GridCell], minutes: int, attended: int) -> HeatState:
    if attended == minutes:
        return HeatState.FULL
    if sum(_validated(entry) for cell in cells for entry in cell.entries) == minutes - attended:
        return HeatState.JUSTIFIED
    return HeatState.PARTLY if attended else HeatState.ABSENT


def _validated(entry: Entry) -> int:
    """Return the minutes of an entry that were missed with a proof the administration accepted."""
    return sum(part.minutes for part in entry.absences if part.state is JustificationState.VALIDATED)


# The line of share ------------------------------------------------------------------------------------------


def share_line(ws: Workspace, course: str, enrolment_id: int | None = None) -> ShareLine:
    """Return how the share of a person has moved, or that of all who have not left together.

    The base is what the call takes: official minutes of the modules each attends, with or without the
    complementary ones and the hours before joining, and with the validated absences where they count.
    Raises ``Refused`` for an unknown course, or a person who is not in it.
    """
    view = read_course(ws, course)
    enrolled = list_enrolments(ws, course)
    chosen = [each for each in enrolled if _is_wanted(each, enrolment_id)]
    if enrolment_id is not None and not chosen:
        raise Refused(
            _("Esa persona no está en el curso {course}. Actualice la lista.").format(course=course)
        )
    terms = _Terms.of(ws, view)
    entries = _entries(ws, view)
    steps = [_steps(each, terms, entries, ws.clock.today()) for each in chosen]
    base = sum(terms.base_of(each) for each in chosen)
    days = [day for day, _session in terms.lessons]
    name = chosen[0].person.listed_name if enrolment_id is not None else ""
    return ShareLine(
        course=course,
        title=view.course.title,
        person=name,
        base=base,
        required=required_minutes(base, terms.share),
        share=terms.share,
        first=min(days, default=None),
        last=max(days, default=None),
        points=_points(base, steps, [day for day in days if day <= ws.clock.today()]),
        impossible_from=_impossible_from(ws, course, enrolment_id),
    )


def _is_wanted(enrolment: Enrolment, enrolment_id: int | None) -> bool:
    return enrolment.left_on is None if enrolment_id is None else enrolment.id == enrolment_id


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the call of a course takes as the base of its share. ``lessons`` are those that count, by day."""

    view: CourseView
    lessons: tuple[tuple[date, Session], ...]
    share: Decimal
    with_complementary: bool
    before_joining_counts: bool
    justified_count: bool

    @classmethod
    def of(cls, ws: Workspace, view: CourseView) -> _Terms:
        call = call_of(ws, view.course)
        days = {stretch.id: stretch.day for stretch in view.stretches}
        name = "attendance_share" if call.pays else "diploma_share"
        return cls(
            view,
            tuple(sorted(((days[s.stretch_id], s) for s in view.sessions if s.counts), key=_day_and_key)),
            call.share(name, view.course.start_on).value,
            with_complementary=call.reading("action_share_base").value == "with_complementary",
            before_joining_counts=call.reading("late_joiner_base").value == "official",
            justified_count=call.reading("justified_absences_count").value == "yes",
        )

    def blocks_of(self, enrolment: Enrolment) -> frozenset[int]:
        return frozenset(
            block_id
            for module in self.view.modules
            if enrolment.attends(module.id)
            and (self.with_complementary or module.kind is ModuleKind.FORMATIVE)
            for block_id in module.block_ids
        )

    def base_of(self, enrolment: Enrolment) -> int:
        blocks = self.blocks_of(enrolment)
        official = sum(block.official_minutes for block in self.view.blocks if block.id in blocks)
        if self.before_joining_counts:
            return official
        own = ((day, session) for day, session in self.lessons if session.block_id in blocks)
        return official - sum(session.minutes for day, session in own if day < enrolment.joined_on)


def _day_and_key(lesson: tuple[date, Session]) -> tuple[date, int]:
    return lesson[0], lesson[1].id


_Step = tuple[date, int, int]
"""A day with the minutes won on it and those lost for good."""


def _steps(
    enrolment: Enrolment, terms: _Terms, entries: Mapping[tuple[int, int], Entry], today: date
) -> tuple[_Step, ...]:
    """Return what each lesson up to today won and lost of a person's base.

    Who has left loses all the rest of it on the first day of class after.
    """
    blocks = terms.blocks_of(enrolment)
    lessons = [(day, s) for day, s in terms.lessons if day <= today and s.block_id in blocks]
    steps = [
        step
        for day, session in lessons
        for step in _step(enrolment, day, session, entries.get((enrolment.id, session.id)), terms)
    ]
    gone_on = next((day for day, _session in lessons if _has_left(enrolment, day)), None)
    if gone_on is not None:
        steps.append((gone_on, 0, terms.base_of(enrolment) - sum(won + lost for _day, won, lost in steps)))
    return tuple(steps)


def _has_left(enrolment: Enrolment, day: date) -> bool:
    return enrolment.left_on is not None and enrolment.left_on < day


def _step(
    enrolment: Enrolment, day: date, session: Session, entry: Entry | None, terms: _Terms
) -> Iterator[_Step]:
    if day < enrolment.joined_on:
        if terms.before_joining_counts:
            yield day, 0, session.minutes
    elif entry is not None:
        won = entry.attended_minutes + (_validated(entry) if terms.justified_count else 0)
        yield day, won, session.minutes - won


def _points(base: int, steps: Iterable[Sequence[_Step]], days: Iterable[date]) -> tuple[SharePoint, ...]:
    won: dict[date, int] = dict.fromkeys(sorted(set(days)), 0)
    lost = dict(won)
    for of_person in steps:
        for day, reached, missed in of_person:
            won[day] += reached
            lost[day] += missed
    return tuple(
        SharePoint(day, reached, base - missed)
        for day, reached, missed in zip(won, accumulate(won.values()), accumulate(lost.values()), strict=True)
    )


def _impossible_from(ws: Workspace, course: str, enrolment_id: int | None) -> date | None:
    if enrolment_id is None:
        return None
    person = next(each for each in course_status(ws, course).people if each.enrolment.id == enrolment_id)
    found = person.forecasts.get("funded") or person.forecasts.get("diploma_attendance")
    return found.impossible_from if found else None
