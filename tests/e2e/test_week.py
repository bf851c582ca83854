"""A normal week, typed by keys that are counted one by one: each press is one, a chord too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.files import new_file, open_file
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.ui.course.attendance.grid import WeekTable
from tests.e2e.robot import (
    Press,
    Script,
    Step,
    Type,
    is_shown,
    keys,
    run_program,
    shown,
    typed,
    until,
    until_focus,
)
from tests.operations.builders import CENTRE, CODE, ENTITY, at, enrolled, planned

pytestmark = pytest.mark.slow
FRIDAY = date(2024, 1, 19)
WEEK = IsoWeek.of(FRIDAY)
_JUSTIFIED_KEYS, _KEYS, _RUN_KEYS, _FILL_KEYS = 5, 4, 6, 2


@dataclass(frozen=True, slots=True)
class Exceptional:
    """An exception of the week: what is typed, and the cell that shows it."""

    typed: str
    person: int
    day: int
    shown: str


@dataclass(frozen=True, slots=True)
class Fixture:
    """The week to type and how many keys it may take."""

    people: int
    days: int
    most_keys: int
    exceptions: tuple[Exceptional, ...]


@pytest.fixture
def fixture() -> Fixture:
    """Return the week of ``week.toml``."""
    found = tomllib.loads(Path(__file__).with_name("week.toml").read_text(encoding="utf-8"))
    exceptions = tuple(Exceptional(**each) for each in found.pop("exception"))
    return Fixture(**found, exceptions=exceptions)


@pytest.fixture
def file(tmp_path: Path, fixture: Fixture) -> Path:
    """Return the file of a centre with a course and its people, nothing entered."""
    path = tmp_path / "centro.cpepa"
    ws = new_file(path, at(date(2024, 1, 12)), "Ana", entity=ENTITY, centre=CENTRE)
    planned(ws)
    for number in range(1, fixture.people + 1):
        enrolled(ws, number)
    ws.file.close()
    return path


class Keys:
    """Counts the keys that a script presses."""

    def __init__(self) -> None:
        self.pressed = 0

    def counted(self, script: Script) -> Script:
        """Yield the steps of a script, counting each press and each letter typed."""
        for step in script:
            if isinstance(step, Press):
                self.pressed += 1
            elif isinstance(step, Type):
                self.pressed += len(step.words.strip("«»"))
            yield step


def cell(person: int, day: int) -> str:
    """Return what the cell of a person by number shows."""
    return str(shown(WeekTable, "attendance_grid").weeks.index(person - 1, day).data())


def cells(fixture: Fixture) -> set[str]:
    """Return everything the week shows."""
    return {cell(person, day) for person in range(1, fixture.people + 1) for day in range(fixture.days)}


def go_to_week() -> Iterator[Step]:
    """Go from the first page to the week of the course; a program that was left there opens there."""
    yield until("a page", lambda: is_shown("page_home") or is_shown("attendance_grid"))
    if is_shown("attendance_grid"):
        return
    yield from keys("Ctrl+2")
    yield until_focus("courses_list_table")
    yield from keys("Return", "Alt+4")
    yield until_focus("attendance_grid")


def fill(fixture: Fixture) -> Iterator[Step]:
    """Say that everybody came all week."""
    yield from keys("Ctrl+Return")
    yield until("the week complete", lambda: cells(fixture) == {"·"})


def except_for(exceptions: tuple[Exceptional, ...]) -> Iterator[Step]:
    """Type exceptions one after the other in the jump line, which is open."""
    for each in exceptions:
        yield typed(each.typed)
        # The type of a default of a lambda cannot be written down.
        yield until(each.typed, lambda each=each: cell(each.person, each.day) == each.shown)  # type: ignore[misc]


def undo_all(fixture: Fixture, operations: int) -> Iterator[Step]:
    """Take back everything that was done in the week."""
    yield from keys(*["Ctrl+Z"] * operations)
    yield until("nothing entered", lambda: cells(fixture) == {"?"})


def entered(path: Path, fixture: Fixture) -> dict[tuple[int, int], int | None]:
    """Return the minutes that the file holds of everybody, by number and day."""
    ws = open_file(path, at(FRIDAY), "Ana", writable=False)
    grid = week_grid(ws, CODE, WEEK)
    ws.file.close()
    assert len(grid.rows) == fixture.people
    return {
        (number, day): found.attended_minutes
        for number, row in enumerate(grid.rows, start=1)
        for day, found in enumerate(row.cells)
    }


def run(path: Path, script: Script) -> None:
    """Run the program on the Friday of the week, and leave it at the end."""

    def whole() -> Script:
        yield from go_to_week()
        yield from script
        yield from keys("Ctrl+Q")

    assert run_program(["--file", str(path), "--today", FRIDAY.isoformat()], whole()) == 0


def test_a_week_with_five_exceptions_takes_at_most_twenty_four_keys(file: Path, fixture: Fixture) -> None:
    counter = Keys()

    def type_week() -> Script:
        yield from fill(fixture)
        yield from keys("Ctrl+G")
        yield until_focus("attendance_jump_line")
        yield from except_for(fixture.exceptions)

    run(file, counter.counted(type_week()))
    assert counter.pressed <= fixture.most_keys
    assert all(
        len(each.typed) <= (_JUSTIFIED_KEYS if each.shown.startswith("J") else _KEYS)
        for each in fixture.exceptions
    )
    absent = {(each.person, each.day) for each in fixture.exceptions if each.shown != "V"}
    assert entered(file, fixture) == {
        place: 0 if place in absent else 300 for place in entered(file, fixture)
    }

    run(file, undo_all(fixture, 1 + len(fixture.exceptions)))
    assert set(entered(file, fixture).values()) == {None}


def test_a_week_without_exceptions_takes_at_most_two_keys_and_is_undone(file: Path, fixture: Fixture) -> None:
    counter = Keys()

    def type_week() -> Script:
        yield from counter.counted(fill(fixture))
        yield from undo_all(fixture, 1)

    run(file, type_week())
    assert counter.pressed <= _FILL_KEYS
    assert set(entered(file, fixture).values()) == {None}


def test_a_run_of_days_of_one_person_takes_at_most_six_keys(file: Path, fixture: Fixture) -> None:
    counter = Keys()

    def run_of_days() -> Script:
        yield from keys("Ctrl+G")
        yield until_focus("attendance_jump_line")
        yield typed("7l-va")
        yield until("the run", lambda: [cell(7, day) for day in range(fixture.days)] == ["A"] * fixture.days)

    run(file, counter.counted(run_of_days()))
    assert counter.pressed <= _RUN_KEYS
    found = entered(file, fixture)
    assert [found[7, day] for day in range(fixture.days)] == [0] * fixture.days
    assert found[8, 0] is None
