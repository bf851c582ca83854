"""Pauses of courses in the file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import pauses
from cpepa_desktop.domain.pauses import Pause
from tests.db.small_centre import write

WORKS = Pause(0, date(2024, 2, 5), date(2024, 2, 19), "Obras en el aula")
"""Two weeks without class."""


def kept(db: Database, *written: Pause) -> tuple[Pause, ...]:
    """Write pauses of the course of the small centre and return what the file says."""
    with write(db):
        for pause in written:
            pauses.add(db, 1, pause)
    return pauses.pauses(db, 1)


def test_the_pauses_of_a_course_come_back_by_day(small: Database) -> None:
    later = replace(WORKS, from_day=date(2024, 4, 1), resume_on=date(2024, 4, 2))
    assert [replace(pause, id=0) for pause in kept(small, later, WORKS)] == [WORKS, later]
    assert pauses.pauses(small, 2) == ()


def test_a_pause_is_found_on_each_day_it_covers_and_not_on_the_day_of_resuming(small: Database) -> None:
    kept(small, WORKS)
    for first, last, count in (
        (date(2024, 2, 1), date(2024, 2, 4), 0),
        (date(2024, 2, 1), date(2024, 2, 5), 1),
        (date(2024, 2, 18), date(2024, 2, 18), 1),
        (date(2024, 2, 19), date(2024, 3, 1), 0),
    ):
        found = pauses.between(small, first, last)
        assert sum(map(len, found.values())) == count, (first, last)


def test_the_day_of_resuming_can_be_written_again_and_the_pause_taken_out(small: Database) -> None:
    (pause,) = kept(small, WORKS)
    with write(small):
        pauses.set_resume(small, pause.id, date(2024, 2, 26))
    assert pauses.pauses(small, 1) == (replace(pause, resume_on=date(2024, 2, 26)),)
    with write(small):
        pauses.remove(small, pause.id)
    assert pauses.pauses(small, 1) == ()


@pytest.mark.parametrize(
    "wrong",
    [replace(WORKS, resume_on=WORKS.from_day), replace(WORKS, reason="")],
    ids=["no day", "no reason"],
)
def test_the_file_takes_no_pause_without_days_or_reason(small: Database, wrong: Pause) -> None:
    with pytest.raises(sqlite3.IntegrityError), write(small):
        pauses.add(small, 1, wrong)
