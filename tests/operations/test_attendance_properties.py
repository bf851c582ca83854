"""What holds of attendance whatever is entered: order, undoing, totals, and when it is too late.

A course of six days in two modules, the third day shared by both, is entered in every way there is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.catalogue import complete_speciality
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.history import history, redo, undo
from cpepa_desktop.operations.justifications import (
    change_state,
    hand_in,
    list_justifications,
    remove_justifications,
)
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, enrolled, own_request, planned, rows, structure

SPECIALITY: Final = "SANP0108"
DAY: Final = 300
"""Minutes of class a day."""
FIRST_WEEK: Final = IsoWeek.of(MONDAY)
AFTER: Final = MONDAY + timedelta(days=14)

_quick = settings(
    max_examples=30, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_STATES = (JustificationState.PENDING, JustificationState.VALIDATED, JustificationState.REJECTED)


@dataclass(frozen=True, slots=True)
class Small:
    """A course of six days with two people, seen when it is over."""

    ws: Workspace
    view: CourseView
    people: tuple[Enrolment, ...]

    @property
    def days(self) -> list[date]:
        """Return the days of class."""
        return [stretch.day for stretch in self.view.stretches]

    def enter(self, cells: Iterable[Cell]) -> None:
        """Enter cells in one operation."""
        record_attendance(self.ws, CODE, [self._input(cell) for cell in cells])

    def clear(self) -> None:
        """Make everything pending again."""
        self.enter(Cell(person, day, None) for person in range(2) for day in range(len(self.days)))

    def said(self) -> list[PersonStatus]:
        """Return how everybody stands."""
        return list(course_status(self.ws, CODE).people)

    def _input(self, cell: Cell) -> StretchInput:
        stretch = self.view.stretches[cell.day]
        return StretchInput(self.people[cell.person].id, stretch.id, cell.attended, cell.absences)


@dataclass(frozen=True, slots=True)
class Cell:
    """What is typed of one of the two people on one of the six days."""

    person: int
    day: int
    attended: int | None
    absences: tuple[Absence, ...] = ()


@pytest.fixture
def small(ws: Workspace) -> Small:
    """Give the course."""
    complete_speciality(ws, json.dumps(structure(SPECIALITY, 14, 16, offer_hours=30)))
    view = planned(ws, own_request(speciality=SPECIALITY))
    for number in (1, 2):
        enrolled(ws, number)
    ws.clock = at(AFTER)
    return Small(ws, view, list_enrolments(ws, CODE))


@st.composite
def absences(draw: st.DrawFn, missed: int) -> tuple[Absence, ...]:
    """Give absences that fit in what was missed."""
    found: list[Absence] = []
    while missed and len(found) < 3 and draw(st.booleans()):
        minutes = draw(st.integers(1, missed))
        missed -= minutes
        cause = draw(st.none() | st.sampled_from([AbsenceCause.A, AbsenceCause.B]))
        state = JustificationState.UNJUSTIFIED if cause is None else draw(st.sampled_from(_STATES))
        found.append(Absence(minutes, cause, state))
    return tuple(found)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    """Give what is typed in some cell."""
    attended = draw(st.sampled_from([0, 60, 145, DAY]) | st.integers(0, DAY))
    missed = draw(absences(DAY - attended))
    return Cell(draw(st.integers(0, 1)), draw(st.integers(0, 5)), attended, missed)


def different(found: Cell) -> tuple[int, int]:
    """Return which cell it is."""
    return found.person, found.day


# Order ------------------------------------------------------------------------------------------------------


@_quick
@given(
    entered=st.lists(cells(), min_size=2, max_size=8, unique_by=different).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_the_order_of_entry_never_matters(small: Small, entered: tuple[list[Cell], list[Cell]]) -> None:
    said = []
    for order in entered:
        small.clear()
        for cell in order:
            small.enter([cell])
        said.append((small.said(), frozen(small.ws)))
    small.clear()
    small.enter(entered[0])
    assert said[0] == said[1] == (small.said(), frozen(small.ws))


def frozen(ws: Workspace) -> list[tuple[object, ...]]:
    """Return what is entered, without the keys that tell when it was."""
    states = {row[0]: row[2] for row in rows(ws)["justification"]}
    missed = defaultdict(list)
    for _key, enrolment, session, minutes, cause, proof in rows(ws)["absence"]:
        missed[enrolment, session].append((minutes, cause or "", states.get(proof, "")))
    return [(*row, sorted(missed[row[0], row[1]])) for row in rows(ws)["attendance"]]


# Undoing ----------------------------------------------------------------------------------------------------

Step = Callable[[Small], object]


def entering(found: Sequence[Cell]) -> Step:
    """Return the step of entering some cells."""
    return lambda small: small.enter(found)


def deciding(state: JustificationState) -> Step:
    """Return the step of deciding every justification."""
    return lambda small: change_state(small.ws, CODE, proofs(small), state)


def handing_in(small: Small) -> object:
    """Hand every justification in."""
    return hand_in(small.ws, CODE, proofs(small), AFTER, "REG-1")


def removing(small: Small) -> object:
    """Remove the first justification."""
    return remove_justifications(small.ws, CODE, proofs(small)[:1])


def filling(small: Small) -> object:
    """Fill the first week."""
    return fill_week(small.ws, CODE, FIRST_WEEK)


def proofs(small: Small) -> list[int]:
    """Return the keys of the justifications."""
    return [view.row.id for view in list_justifications(small.ws, CODE)]


STEPS: Final = st.lists(
    st.lists(cells(), min_size=1, max_size=3, unique_by=different).map(entering)
    | st.sampled_from([*map(deciding, _STATES), handing_in, removing, filling]),
    min_size=1,
    max_size=6,
)


@_quick
@given(steps=STEPS)
def test_undoing_brings_every_table_back_exactly_and_redoing_brings_it_forward(
    small: Small, steps: list[Step]
) -> None:
    small.clear()
    states = [rows(small.ws)]
    for step in steps:
        newest, taken = newest_operation(small.ws), takes(small, step)
        assert taken or rows(small.ws) == states[-1], "what is refused writes nothing"
        if newest_operation(small.ws) != newest:  # what writes nothing is nothing to undo
            states.append(rows(small.ws))
    for state in reversed(states[:-1]):
        undo(small.ws)
        assert rows(small.ws) == state
    for state in states[1:]:
        redo(small.ws)
        assert rows(small.ws) == state


def newest_operation(ws: Workspace) -> int:
    """Return the key of the operation done last."""
    return history(ws, 1)[0].id


def takes(small: Small, step: Step) -> bool:
    """Take a step and say whether it was taken."""
    try:
        step(small)
    except Refused:
        return False
    return True


@settings(_quick, max_examples=25)
@given(steps=STEPS)
def test_undoing_stops_at_a_week_that_was_sent(ws: Workspace, small: Small, steps: list[Step]) -> None:
    takes(small, filling)
    if not any(lock for lock in rows(ws)["week_lock"]):
        lock_week(ws, CODE, FIRST_WEEK, AFTER, "REG-1")
    sent = rows(ws)
    locked = newest_operation(ws)
    for step in steps:
        takes(small, step)
    for _step in range(sum(done.id > locked for done in history(ws))):
        undo(ws)
    assert rows(ws) == sent
    with pytest.raises(Refused):
        undo(ws)
    assert rows(ws) == sent


# Totals -----------------------------------------------------------------------------------------------------


@_quick
@given(entered=st.lists(cells(), max_size=12, unique_by=different))
def test_totals_are_the_sum_of_the_rows(small: Small, entered: list[Cell]) -> None:
    small.clear()
    if entered:
        small.enter(entered)
    everything = [block.id for block in small.view.blocks]
    for person in small.said():
        assert figures(person) == added_up(small, person.enrolment.id, everything)
        for module, status in zip(small.view.modules, person.modules, strict=False):
            tally = status.tally
            found = (tally.attended, tally.absent, tally.justified, tally.awaiting, tally.pending)
            assert found == added_up(small, person.enrolment.id, module.block_ids)


def figures(person: PersonStatus) -> tuple[int, ...]:
    """Return where the minutes of a person stand."""
    found = person.tally
    assert found.attended + found.absent + found.pending + found.to_come + found.outside == 30 * 60
    return found.attended, found.absent, found.justified, found.awaiting, found.pending


def added_up(small: Small, enrolment_id: int, blocks: Collection[int]) -> tuple[int, ...]:
    """Return the same from the rows of the file, one by one."""
    lengths = {session.id: session.minutes for session in small.view.sessions if session.block_id in blocks}
    tables = rows(small.ws)
    kept = {
        row[1]: int(str(row[2]))
        for row in tables["attendance"]
        if row[0] == enrolment_id and row[1] in lengths
    }
    states = {row[0]: row[2] for row in tables["justification"]}
    proved = {"validated": 0, "pending": 0, "rejected": 0, None: 0}
    for row in tables["absence"]:
        if row[1] == enrolment_id and row[2] in lengths:
            proved[states.get(row[5])] += int(str(row[3]))  # type: ignore[index]  # a word or nothing
    given_to = sum(lengths[key] for key in lengths if key in kept)
    attended = sum(kept.values())
    return (
        attended,
        given_to - attended,
        proved["validated"],
        proved["pending"],
        sum(lengths.values()) - given_to,
    )


# The day from which it is too late --------------------------------------------------------------------------


@settings(_quick, max_examples=40)
@given(
    past=st.lists(st.none() | st.sampled_from([0, 100, 200, DAY]), min_size=0, max_size=5),
    today=st.integers(0, 5),
)
def test_the_impossible_day_is_the_first_from_which_no_way_of_going_on_passes(
    small: Small, past: list[int | None], today: int
) -> None:
    """Missed from today to a day and attended whole from then on, through what a user does, until the end."""
    small.clear()
    known = {day: minutes for day, minutes in enumerate(past[:today]) if minutes is not None}
    if known:
        small.enter([Cell(0, day, minutes) for day, minutes in known.items()])
    small.ws.clock = at(small.days[today])
    try:
        before = small.said()[0]
        ahead = outlooks(before)
    finally:
        small.ws.clock = at(AFTER)
    still_open = [day for day in range(6) if day not in known]
    could = passing(small, still_open, set())
    for key, forecast in ahead.items():
        assert (forecast.minutes_left_to_lose >= 0) == could[key], key
    lost = passing(small, still_open, {day for day in still_open if day <= today})
    for key, forecast in ahead.items():
        assert (forecast.minutes_left_if_pending_lost >= 0) == lost[key], key
    first: dict[str, date] = {}
    for day in [day for day in still_open if day >= today]:
        ends = passing(small, still_open, {other for other in still_open if today <= other <= day})
        for key in ahead:
            if could[key] and not ends[key]:
                first.setdefault(key, small.days[day])
    assert {key: each.impossible_from for key, each in ahead.items() if each.impossible_from} == first


def outlooks(person: PersonStatus) -> dict[str, Forecast]:
    """Return every forecast of a person by what it is about."""
    found = {
        f"{module.code} {rule}": each for module in person.modules for rule, each in module.forecasts.items()
    }
    return found | dict(person.forecasts)


def passing(small: Small, still_open: Sequence[int], missed: set[int]) -> dict[str, bool]:
    """Return what ends well for a person who misses some of the days still open and attends the others."""
    small.enter([Cell(0, day, 0 if day in missed else DAY) for day in still_open])
    person = small.said()[0]
    verdicts: dict[str, Verdict] = {
        f"{module.code} {rule}": each for module in person.modules for rule, each in module.verdicts.items()
    }
    return {key: each.answer is Answer.YES for key, each in (verdicts | dict(person.verdicts)).items()}
