"""The week somebody types in: what it holds in memory is at every moment what the file says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

import pytest

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_board import WeekBoard
from cpepa_desktop.operations.week_grid import CellState, GridCell, week_grid, weeks_of
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, enrolled, last_operation, planned, request, rows

WEEK = IsoWeek(2024, 4)
"""The week whose Wednesday has two blocks, at four hours a day."""

THURSDAY = date(2024, 1, 25)
CLASS = 240


@dataclass(frozen=True, slots=True)
class Held:
    """A board and the people on it: one who came from the first day, one later, one who left."""

    board: WeekBoard
    ana: Enrolment


@pytest.fixture
def held(ws: Workspace) -> Held:
    """Give a board on a Thursday, with the week before entered."""
    planned(ws, request(timetable="L-V 09:00-13:00"))
    ana, _late, gone = (
        enrolled(ws, 1),
        enrolled(ws, 2, joined_on=date(2024, 1, 23)),
        enrolled(ws, 3),
    )
    ws.clock = at(THURSDAY)
    fill_week(ws, CODE, IsoWeek(2024, 3))
    withdraw(ws, CODE, gone.person.document.number, Withdrawal(date(2024, 1, 24), LeaveCause.OTHER))
    return Held(WeekBoard(ws, CODE, WEEK), ana)


def is_true(board: WeekBoard, ws: Workspace) -> bool:
    """Say whether all the board says is what is read anew."""
    return (board.grid, board.status, board.weeks) == (
        week_grid(ws, CODE, WEEK),
        course_status(ws, CODE),
        weeks_of(ws, CODE),
    )


def open_cells(board: WeekBoard) -> list[GridCell]:
    """Return the cells that may be written in."""
    return [
        cell
        for row in board.grid.rows
        for cell in row.cells
        if cell.state in {CellState.PENDING, CellState.ENTERED}
    ]


def anything(cell: GridCell, random: Random) -> StretchInput:
    """Return anything that may be written in a cell."""
    attended = random.choice([None, 0, random.randrange(cell.minutes), cell.minutes])
    missed = cell.minutes - (attended or 0)
    absences: tuple[Absence, ...] = ()
    if attended is not None and missed and random.random() < 0.7:
        minutes = random.randint(1, missed)
        cause = random.choice(list(AbsenceCause))
        absences = (Absence(minutes, cause, random.choice(list(JustificationState))),)
    return StretchInput(cell.enrolment_id, cell.stretch_id, attended, absences)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_written_the_board_says_what_the_file_says(ws: Workspace, held: Held, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing secret: the same cells each time
    for _turn in range(12):
        chosen = random.sample(open_cells(held.board), 3)
        held.board.record([anything(cell, random) for cell in chosen])
        assert is_true(held.board, ws)


def test_a_new_board_says_what_the_file_says(ws: Workspace, held: Held) -> None:
    assert is_true(held.board, ws)
    assert held.board.week == WEEK


def test_the_rest_of_the_week_is_filled_at_once(ws: Workspace, held: Held) -> None:
    first = open_cells(held.board)[0]
    held.board.record([StretchInput(first.enrolment_id, first.stretch_id, 0)])
    recorded = held.board.fill()
    assert recorded.changes.operation == last_operation(ws)
    assert is_true(held.board, ws)
    assert [cell.attended_minutes for cell in open_cells(held.board)] == [0] + [CLASS] * 9
    with pytest.raises(Refused, match="No queda nada pendiente"):
        held.board.fill()


def test_who_is_touched_is_told_and_the_change_is_known_as_its_own(ws: Workspace, held: Held) -> None:
    first = open_cells(held.board)[0]
    recorded = held.board.record([StretchInput(first.enrolment_id, first.stretch_id, CLASS)])
    assert recorded.enrolment_ids == {held.ana.id}
    assert held.board.made(recorded.changes)
    assert not held.board.made(undo(ws))


def test_what_cannot_be_written_changes_nothing(ws: Workspace, held: Held) -> None:
    before = rows(ws)
    friday = held.board.grid.rows[0].cells[-1]
    first = open_cells(held.board)[0]
    for cell, words in ((friday, "aún no ha llegado"), (held.board.grid.rows[2].cells[-1], "llegado")):
        inputs = [
            StretchInput(first.enrolment_id, first.stretch_id, CLASS),
            StretchInput(cell.enrolment_id, cell.stretch_id, CLASS),
        ]
        with pytest.raises(Refused) as refused:
            held.board.record(inputs)
        assert words in refused.value.problems[0].message
    assert rows(ws) == before
    assert is_true(held.board, ws)


def is_out(ws: Workspace) -> bool:
    """Say whether the diploma is out of reach of the first person."""
    return course_status(ws, CODE).people[0].verdicts["diploma_attendance"].answer is Answer.NO


@pytest.mark.usefixtures("held")
def test_the_first_minute_of_certainty_is_told_once(ws: Workspace) -> None:
    ws.clock = at(date(2024, 3, 15))
    told = []
    for number in range(4, 12):
        board = WeekBoard(ws, CODE, IsoWeek(2024, number))
        for cell in board.grid.rows[0].cells:
            was_out = is_out(ws)
            lost = board.record([StretchInput(cell.enrolment_id, cell.stretch_id, 0)]).out_of_reach
            rules = {(found.verdict.rule, found.module) for found in lost}
            assert (("diploma_attendance", "") in rules) == (is_out(ws) and not was_out)
            told += [found.verdict.rule for found in lost]
    assert told.count("diploma_attendance") == 1
    assert "module_test" in told


def test_a_week_that_was_sent_takes_nothing(ws: Workspace, held: Held) -> None:
    week = IsoWeek(2024, 3)
    lock_week(ws, CODE, week, THURSDAY, "E-1")
    board = WeekBoard(ws, CODE, week)
    assert board.lock is not None
    assert board.lock.registry == "E-1"
    cell = board.grid.rows[0].cells[0]
    with pytest.raises(Refused, match="bloqueada porque ya se envió"):
        board.record([StretchInput(cell.enrolment_id, cell.stretch_id, 0)])
    assert held.board.lock is None
