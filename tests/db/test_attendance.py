"""Attendance in the file: one row a person and session; no row is pending."""

from __future__ import annotations

from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import attendance
from cpepa_desktop.db.attendance import BlockTotal, ProvedTotal
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from tests.db.small_centre import write

MONDAY, TUESDAY = date(2024, 2, 12), date(2024, 2, 13)
INTERVIEW = Absence(60, AbsenceCause.A, JustificationState.PENDING)


def test_what_is_entered_is_read_with_its_absences(small: Database) -> None:
    assert attendance.entries(small, 1) == (Entry(1, 1, 40, (INTERVIEW,)),)


def test_entries_are_those_of_the_days_and_the_course_asked(two_courses: Database) -> None:
    with write(two_courses):
        attendance.save(two_courses, [Entry(1, 3, 80)])
    assert [entry.session_id for entry in attendance.entries(two_courses, 1)] == [1, 3]
    assert [entry.session_id for entry in attendance.entries(two_courses, 1, TUESDAY, TUESDAY)] == [3]
    assert attendance.entries(two_courses, 1, date(2024, 2, 14)) == ()
    assert [entry.enrolment_id for entry in attendance.entries(two_courses, 2)] == [2]


def test_a_correction_replaces_the_cell_and_forgets_the_proof_nobody_uses(small: Database) -> None:
    corrected = Entry(1, 1, 100, is_virtual=True)
    with write(small):
        attendance.save(small, [corrected])
    assert attendance.entries(small, 1) == (corrected,)
    assert small.table("absence").count == small.table("justification").count == 0


def test_several_causes_share_a_session(small: Database) -> None:
    entry = Entry(
        1,
        3,
        20,
        (
            Absence(30, AbsenceCause.B, JustificationState.VALIDATED),
            Absence(20, AbsenceCause.E, JustificationState.REJECTED),
            Absence(5, AbsenceCause.H, JustificationState.UNJUSTIFIED),
            Absence(5),
        ),
    )
    with write(small):
        attendance.save(small, [entry])
    assert attendance.entries(small, 1)[1] == entry
    assert small.table("justification").count == 3, "an absence of which no proof is said has none"


def test_back_to_pending_leaves_nothing(small: Database) -> None:
    with write(small):
        attendance.remove(small, [(1, 1), (1, 3)])
    assert attendance.entries(small, 1) == ()
    assert small.table("justification").count == 0


def test_minutes_are_summed_by_block_on_each_side_of_the_day(small: Database) -> None:
    with write(small):
        attendance.save(small, [Entry(1, 3, 50), Entry(1, 4, 40)])
    assert set(attendance.totals(small, 1, MONDAY)) == {
        BlockTotal(1, 1, is_future=False, attended=40, entered=100),
        BlockTotal(1, 1, is_future=True, attended=50, entered=80),
        BlockTotal(1, 2, is_future=True, attended=40, entered=40),
    }
    assert set(attendance.totals(small, 1, TUESDAY)) == {
        BlockTotal(1, 1, is_future=False, attended=90, entered=180),
        BlockTotal(1, 2, is_future=False, attended=40, entered=40),
    }


def test_absences_with_proof_are_summed_by_state_and_a_rejected_one_is_not(small: Database) -> None:
    with write(small):
        attendance.save(
            small,
            [
                Entry(
                    1,
                    3,
                    0,
                    (
                        Absence(20, AbsenceCause.B, JustificationState.VALIDATED),
                        Absence(10, AbsenceCause.C, JustificationState.VALIDATED),
                        Absence(10, AbsenceCause.C, JustificationState.REJECTED),
                        Absence(10, AbsenceCause.D),
                    ),
                )
            ],
        )
    assert set(attendance.proved_totals(small, 1)) == {
        ProvedTotal(1, 1, JustificationState.PENDING, 60),
        ProvedTotal(1, 1, JustificationState.VALIDATED, 30),
    }


def test_totals_are_of_one_course(two_courses: Database) -> None:
    assert {total.enrolment_id for total in attendance.totals(two_courses, 2, TUESDAY)} == {2}
    assert attendance.proved_totals(two_courses, 2) == ()
    assert attendance.entered_by_day(two_courses, 1) == {MONDAY: 1}


def test_it_is_known_which_sessions_have_anything_entered(small: Database) -> None:
    assert attendance.has_entries(small, 1)
    assert not attendance.has_entries(small, 3)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [(MONDAY, None, 0), (MONDAY, MONDAY, 0), (TUESDAY, None, 1), (date(2024, 2, 1), date(2024, 2, 11), 1)],
)
def test_entries_outside_a_span_are_counted(
    small: Database, first: date, last: date | None, count: int
) -> None:
    assert attendance.entries_outside(small, 1, first, last) == count
