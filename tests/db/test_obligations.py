"""What obligations of courses hang on, asked of one course, of those that move, or of the whole file."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import documents, incidents, obligations, week_locks
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.incident import Incident
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.papers import Filing, FilingAct, PaperState
from cpepa_desktop.domain.timeline import (
    ClassDay,
    CourseEvent,
    IncidentDay,
    ModuleSpan,
    ObligationFiling,
    ObligationMet,
    ObligedPerson,
    PaperFiling,
)
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from tests.db.small_centre import ANOTHER_COURSE, write

MONDAY, TUESDAY = date(2024, 2, 12), date(2024, 2, 13)
ONE, ALL = Scope.one(1), Scope.whole()
FILED = ObligationMet(date(2024, 2, 19), "Registro", "REG-1")


@pytest.fixture
def two(small: Database) -> Database:
    """Give the file with a second course, whose only class is on Monday."""
    with write(small):
        for statement in ANOTHER_COURSE.split(";"):
            small.execute(statement)
    return small


def test_a_scope_is_one_course_those_that_move_or_all(two: Database) -> None:
    for scope, codes in (
        (ONE, ["24/001"]),
        (ALL, ["24/001", "24/002"]),
        (Scope.alive(MONDAY), ["24/001", "24/002"]),
        (Scope.alive(TUESDAY), ["24/001"]),
        (Scope.alive(date(2024, 2, 14)), []),
    ):
        assert [course.code for course in obligations.courses(two, scope)] == codes
        assert set(obligations.classes(two, scope)) == {int(code[-1]) for code in codes}


def test_an_event_written_makes_a_course_move(two: Database) -> None:
    with write(two):
        obligations.add_event(two, 2, CourseEvent(Anchor.REQUIREMENT, date(2024, 5, 2), "Ofic. 12"))
    assert [course.id for course in obligations.courses(two, Scope.alive(date(2024, 5, 2)))] == [2]
    assert not obligations.courses(two, Scope.alive(date(2024, 5, 3)))
    assert obligations.events(two, ALL) == {
        2: (CourseEvent(Anchor.REQUIREMENT, date(2024, 5, 2), "Ofic. 12"),)
    }
    with write(two):
        obligations.remove_event(two, 2, Anchor.REQUIREMENT, date(2024, 5, 2))
    assert obligations.events(two, ALL) == {}


def test_a_course_comes_with_its_days_and_the_text_of_its_call(small: Database) -> None:
    with write(small):
        small.execute("UPDATE course SET selection_on = '2024-02-08'")
        for key, issued, received in ((1, "2023-10-10", "2023-10-14"), (2, "2023-10-12", None)):
            small.execute(
                "INSERT INTO paper (id, kind, issued_on, received_on) VALUES (?, 'grant', ?, ?)",
                (key, issued, received),
            )
            small.execute("INSERT INTO paper_course VALUES (?, 1, NULL)", (key,))
        small.execute(
            """INSERT INTO application (centre_id, call, published_on, submitted_on, number)
               VALUES (1, 'own', '2023-07-14', '2023-07-20', 'REG-7')"""
        )
    (course,) = obligations.courses(small, ONE)
    assert (course.code, course.call, course.content) == ("24/001", "own", "name = 'own'")
    assert (course.start_on, course.selection_on, course.renounced_on) == (MONDAY, date(2024, 2, 8), None)
    assert course.granted_on == date(2023, 10, 12)
    assert course.published_on == date(2023, 7, 14)
    assert course.applied == ObligationMet(date(2023, 7, 20), number="REG-7")


def test_a_course_not_applied_for_has_no_application(small: Database) -> None:
    (course,) = obligations.courses(small, ONE)
    assert (course.published_on, course.applied, course.granted_on) == (None, None, None)


def test_days_of_class_say_whether_any_of_it_is_at_a_distance(small: Database) -> None:
    assert obligations.classes(small, ONE) == {1: (ClassDay(MONDAY), ClassDay(TUESDAY))}
    with write(small):
        small.execute("UPDATE session SET mode = 'virtual' WHERE id = 4")
        small.execute("UPDATE session SET state = 'cancelled' WHERE stretch_id = 1")
    assert obligations.classes(small, ONE) == {1: (ClassDay(TUESDAY, is_virtual=True),)}


def test_modules_come_with_their_days_and_without_where_they_have_none(small: Database) -> None:
    assert obligations.modules(small, ONE) == {
        1: (
            ModuleSpan("MF1016_2", ModuleKind.FORMATIVE, MONDAY, TUESDAY),
            ModuleSpan("MP0029", ModuleKind.WORKPLACE),
        )
    }


def test_people_come_with_the_days_that_oblige(small: Database) -> None:
    lucia = ObligedPerson(1, "Ibáñez Ñúñez, Lucía", MONDAY, is_exempt=True)
    assert obligations.people(small, ONE) == {1: (lucia,)}
    with write(small):
        small.execute("DELETE FROM enrolment_module")
        small.execute(
            """UPDATE enrolment SET left_on = '2024-02-13', leave_cause = 'job', registered_on = '2024-02-12',
                      leaving_communicated_on = '2024-02-14'"""
        )
        for day in (None, "2024-02-16", "2024-02-15"):
            small.execute(
                """INSERT INTO disability_support (enrolment_id, service, minutes, requested_on)
                   VALUES (1, 'support', 60, ?)""",
                (day,),
            )
    assert obligations.people(small, ONE) == {
        1: (
            ObligedPerson(
                1,
                "Ibáñez Ñúñez, Lucía",
                MONDAY,
                TUESDAY,
                registered_on=MONDAY,
                leaving_communicated_on=date(2024, 2, 14),
                is_supported=True,
                support_asked_on=date(2024, 2, 15),
            ),
        )
    }


def test_incidents_come_with_the_day_of_their_class(small: Database) -> None:
    with write(small):
        incidents.add(small, Incident(0, 2, 560, "Avería", communicated_on=TUESDAY))
    assert obligations.incidents(small, ONE) == {1: (IncidentDay(1, TUESDAY, 560, "Avería", TUESDAY),)}


def test_a_paper_filed_counts_though_a_later_one_replaced_it_and_not_annulled(small: Database) -> None:
    assert obligations.papers(small, ONE) == {}
    with write(small):
        documents.add_filing(small, 1, Filing(0, FilingAct.SENT, FILED.day, "Registro", "REG-1"))
    sent = PaperFiling("attendance-sheet", "2024-W07", FilingAct.SENT, FILED.day, "Registro", "REG-1")
    for state, filed in ((PaperState.REPLACED, {1: (sent,)}), (PaperState.ANNULLED, {})):
        with write(small):
            documents.set_state(small, 1, state)
        assert obligations.papers(small, ONE) == filed


def test_a_week_that_is_locked_was_sent_until_it_is_unlocked(small: Database) -> None:
    lock = WeekLock(1, IsoWeek(2024, 7), 1, FILED.day, "REG-1", "a" * 64)
    with write(small):
        week_locks.add(small, 1, lock)
    locked = PaperFiling("attendance-sheet-recorded", "2024-W07", FilingAct.SENT, FILED.day, number="REG-1")
    assert obligations.papers(small, ALL) == {1: (locked,)}
    with write(small):
        week_locks.unlock(small, 1, date(2024, 2, 20), "un error")
    assert obligations.papers(small, ALL) == {}


def test_an_obligation_is_filed_once_until_it_is_withdrawn(small: Database) -> None:
    with write(small):
        obligations.file(small, 1, "selection_record", "", FILED)
    assert obligations.filings(small, ONE) == (ObligationFiling(1, "own", "selection_record", "", FILED),)
    with pytest.raises(sqlite3.IntegrityError), write(small):
        obligations.file(small, 1, "selection_record", "", FILED)
    with write(small):
        obligations.withdraw(small, 1, "selection_record", "", date(2024, 2, 20), "otro curso")
    assert obligations.filings(small, ONE) == ()
    with write(small):
        obligations.file(small, 1, "selection_record", "", FILED)
    assert len(obligations.filings(small, ALL)) == 1


def test_what_is_filed_for_the_entity_comes_with_every_course(two: Database) -> None:
    with write(two):
        obligations.file(two, 2, "data_agreement", "", FILED)
        obligations.file(two, 2, "selection_record", "", FILED)
    assert [filing.name for filing in obligations.filings(two, ONE)] == ["data_agreement"]
