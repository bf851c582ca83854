"""The classes of one person, what they missed of each and what justifies it: what there is to justify."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.db import attendance as entries_table
from cpepa_desktop.db import justifications as table
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import Block, CourseModule, CourseView
from cpepa_desktop.domain.justification import AbsenceRow, Justification
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.week_grid import columns_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PersonClass:
    """A session so far of a person: when it was, what they missed of it, and what other things justify.

    ``start`` and ``end`` are minutes of the day. ``missed`` is ``None`` while nothing is entered.
    ``justified`` are minutes that another justification covers already.
    """

    session_id: int
    day: date
    start: int
    end: int
    block: Block
    missed: int | None
    justified: int

    @property
    def room(self) -> int:
        """Return the minutes missed that nothing else justifies."""
        return max(0, (self.missed or 0) - self.justified)


@dataclass(frozen=True, slots=True)
class PersonClasses:
    """Every class so far of a person in a course, in clock order, with the absences written of them.

    ``absorbed`` are justifications that a new one takes the place of: nothing but a letter typed in the grid.
    ``short_contracts`` are minutes of each block that other justifications of cause h cover.
    """

    view: CourseView
    call: Call
    enrolment: Enrolment
    classes: tuple[PersonClass, ...]
    absences: Mapping[int, tuple[AbsenceRow, ...]]
    absorbed: frozenset[int]
    short_contracts: Mapping[int, int]

    def between(self, first: date, last: date) -> tuple[PersonClass, ...]:
        """Return the classes of some days."""
        return tuple(each for each in self.classes if first <= each.day <= last)

    def modules_of(self, block: Block) -> tuple[CourseModule, ...]:
        """Return the modules that the person attends and the block is part of."""
        return tuple(
            module
            for module in self.view.modules
            if block.id in module.block_ids and self.enrolment.attends(module.id)
        )


def classes_of(
    ws: Workspace, course: str, id_number: str, cause: AbsenceCause, replacing: int | None = None
) -> PersonClasses:
    """Return the classes of a person as a justification of that cause finds them.

    ``replacing`` is the justification that is being written again: what it covers counts as free. Raises
    ``Refused`` where the course or the person is unknown.
    """
    enrolment = find_enrolment(ws, course, id_number)
    view = read_course(ws, course)
    rows = [row for row in table.absences(ws.db, view.course.id) if row.enrolment_id == enrolment.id]
    own = [row for row in table.justifications(ws.db, view.course.id) if row.enrolment_id == enrolment.id]
    absorbed = _absorbed(own, rows, cause)
    others = [
        row for row in rows if row.justification_id and row.justification_id not in {*absorbed, replacing}
    ]
    attended = {
        entry.session_id: entry.attended_minutes
        for entry in entries_table.entries(ws.db, view.course.id)
        if entry.enrolment_id == enrolment.id
    }
    classes = tuple(_classes(view, enrolment, attended, others, ws.clock.today()))
    by_session: dict[int, list[AbsenceRow]] = defaultdict(list)
    for row in rows:
        by_session[row.session_id].append(row)
    blocks = {each.session_id: each.block.id for each in classes}
    return PersonClasses(
        view,
        call_of(ws, view.course),
        enrolment,
        classes,
        {session_id: tuple(found) for session_id, found in by_session.items()},
        absorbed,
        _short_contracts(others, own, blocks),
    )


def _classes(
    view: CourseView,
    enrolment: Enrolment,
    attended: Mapping[int, int],
    others: Iterable[AbsenceRow],
    today: date,
) -> Iterable[PersonClass]:
    justified: dict[int, int] = defaultdict(int)
    for row in others:
        justified[row.session_id] += row.minutes
    owed = owed_blocks(view, enrolment)
    for column in columns_of(view, None):
        start = column.stretch.start
        for session, block in zip(column.sessions, column.blocks, strict=True):
            end = start + session.minutes
            if block.id in owed and column.stretch.day <= today and enrolment.is_in_class(column.stretch.day):
                known = attended.get(session.id)
                missed = None if known is None else session.minutes - known
                of_others = justified[session.id]
                yield PersonClass(session.id, column.stretch.day, start, end, block, missed, of_others)
            start = end


def _absorbed(
    own: Sequence[Justification], rows: Sequence[AbsenceRow], cause: AbsenceCause
) -> frozenset[int]:
    """Return the justifications of a cause that say nothing but their letter."""
    causes = {row.justification_id: row.cause for row in rows}
    return frozenset(
        each.id
        for each in own
        if causes.get(each.id) is cause and each == Justification(each.id, each.enrolment_id)
    )


def _short_contracts(
    others: Iterable[AbsenceRow], own: Iterable[Justification], blocks: Mapping[int, int]
) -> Mapping[int, int]:
    rejected = {each.id for each in own if each.state is JustificationState.REJECTED}
    used: dict[int, int] = defaultdict(int)
    for row in others:
        is_counted = row.cause is AbsenceCause.H and row.justification_id not in rejected
        if is_counted and row.session_id in blocks:
            used[blocks[row.session_id]] += row.minutes
    return used
