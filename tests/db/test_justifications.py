"""Justifications in the file: what each covers, and what is left of one when its cells are written again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import attendance, justifications
from cpepa_desktop.db.justifications import CoveredMinutes
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.justification import AbsenceRow, Justification
from tests.db.small_centre import sha256, write

MONDAY, TUESDAY = date(2024, 2, 12), date(2024, 2, 13)
INTERVIEW = AbsenceCause.A
PENDING, VALIDATED = JustificationState.PENDING, JustificationState.VALIDATED


@pytest.fixture
def wide(small: Database) -> Database:
    """Give the same file with its justification over both days: 60 min of one class and 80 of the other."""
    with write(small):
        attendance.save(small, [Entry(1, 3, 0)])
        justifications.add_absence(small, AbsenceRow(1, 3, 80, INTERVIEW, 1))
        justifications.decide(small, [1], VALIDATED, TUESDAY)
    return small


def test_a_proof_of_two_absences_stays_while_one_of_them_does(small: Database) -> None:
    with write(small):
        attendance.save(small, [Entry(1, 3, 0)])
        small.execute(
            "INSERT INTO absence (enrolment_id, session_id, minutes, cause, justification_id)"
            " VALUES (1, 3, 80, 'a', 1)"
        )
        attendance.remove(small, [(1, 1)])
    assert small.table("justification").count == 1
    with write(small):
        attendance.remove(small, [(1, 3)])
    assert small.table("justification").count == 0


def test_a_proof_is_kept_whole_with_the_absences_it_covers(small: Database) -> None:
    proof = Justification(
        id=0,
        enrolment_id=1,
        state=JustificationState.VALIDATED,
        event_day=MONDAY,
        appointment_minute=600,
        other_town=True,
        decided_on=TUESDAY,
        proof=sha256(""),
        note="Hospital de Teruel",
        travel_minutes=150,
        handed_in_on=TUESDAY,
        registry="2024/77",
    )
    with write(small):
        attendance.save(small, [Entry(1, 3, 0)])
        key = justifications.add_justification(small, proof)
        justifications.add_absence(small, AbsenceRow(1, 3, 50, AbsenceCause.B, key))
        justifications.add_absence(small, AbsenceRow(1, 3, 30, None, None))
    first, second = justifications.justifications(small, 1)
    assert (first.id, first.state, first.proof, first.other_town) == (
        1,
        JustificationState.PENDING,
        None,
        False,
    )
    assert second == replace(proof, id=key)
    assert justifications.absences(small, 1) == (
        AbsenceRow(1, 1, 60, AbsenceCause.A, 1),
        AbsenceRow(1, 3, 50, AbsenceCause.B, key),
        AbsenceRow(1, 3, 30, None, None),
    )


def test_proofs_and_absences_are_those_of_one_course(two_courses: Database) -> None:
    assert [proof.id for proof in justifications.justifications(two_courses, 1)] == [1]
    assert [proof.id for proof in justifications.justifications(two_courses, 2)] == [2]
    assert justifications.absences(two_courses, 2) == ()


def test_a_proof_needs_a_cause(small: Database) -> None:
    with pytest.raises(Exception, match="CHECK"), write(small):
        attendance.save(small, [Entry(1, 3, 0, (Absence(80, None, JustificationState.PENDING),))])


def test_minutes_typed_again_stay_with_the_justification_of_many_classes(wide: Database) -> None:
    with write(wide):
        attendance.save(wide, [Entry(1, 3, 30, (Absence(50, INTERVIEW, PENDING),))])
    assert justifications.covered(wide, 1) == {1: CoveredMinutes(1, 1, INTERVIEW, 110)}
    assert [row.state for row in justifications.justifications(wide, 1)] == [VALIDATED]


def test_minutes_whose_state_is_said_outright_leave_the_justification_of_many_classes(wide: Database) -> None:
    rejected = JustificationState.REJECTED
    with write(wide):
        attendance.save(wide, [Entry(1, 3, 0, (Absence(80, INTERVIEW, rejected),))])
    assert [(row.id, row.state) for row in justifications.justifications(wide, 1)] == [
        (1, VALIDATED),
        (2, rejected),
    ]
    assert {key: found.minutes for key, found in justifications.covered(wide, 1).items()} == {1: 60, 2: 80}


def test_minutes_of_another_cause_leave_the_justification_of_many_classes(wide: Database) -> None:
    with write(wide):
        attendance.save(wide, [Entry(1, 3, 0, (Absence(80, AbsenceCause.B, PENDING),))])
    assert {key: found.minutes for key, found in justifications.covered(wide, 1).items()} == {1: 60, 2: 80}


def test_a_justification_of_one_class_keeps_its_proof_and_takes_the_state_typed(small: Database) -> None:
    (row,) = justifications.justifications(small, 1)
    with write(small):
        decided = replace(row, proof=sha256(""), state=VALIDATED, decided_on=TUESDAY)
        justifications.save_justification(small, decided)
        attendance.save(small, [Entry(1, 1, 70, (Absence(30, INTERVIEW, PENDING),))])
    (found,) = justifications.justifications(small, 1)
    assert (found.id, found.proof, found.state, found.decided_on) == (1, sha256(""), PENDING, None)


def test_what_is_decided_and_handed_in_is_written_and_taken_back(small: Database) -> None:
    with write(small):
        justifications.decide(small, [1], VALIDATED, MONDAY)
        justifications.hand_in(small, [1], TUESDAY, "2024/77")
    (row,) = justifications.justifications(small, 1)
    assert (row.state, row.decided_on, row.handed_in_on, row.registry) == (
        VALIDATED,
        MONDAY,
        TUESDAY,
        "2024/77",
    )
    with write(small):
        justifications.hand_in(small, [1], None, "")
    (row,) = justifications.justifications(small, 1)
    assert (row.handed_in_on, row.registry) == (None, "")


def test_what_a_justification_covered_is_unjustified_once_it_is_removed(wide: Database) -> None:
    with write(wide):
        justifications.remove_justification(wide, 1)
    assert justifications.justifications(wide, 1) == ()
    assert [(entry.attended_minutes, entry.absences) for entry in attendance.entries(wide, 1)] == [
        (40, ()),
        (0, ()),
    ]


def test_the_absences_of_some_sessions_are_replaced_with_their_justifications(wide: Database) -> None:
    with write(wide):
        moved = {1: [], 3: [AbsenceRow(1, 3, 20, INTERVIEW, 1)]}
        justifications.replace_absences(wide, 1, moved)
    assert justifications.covered(wide, 1)[1].minutes == 20
    with write(wide):
        justifications.replace_absences(wide, 1, {3: []})
    assert justifications.justifications(wide, 1) == ()
