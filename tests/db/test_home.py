"""What the first page asks of the file: each question once for all courses that have class from a day on."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import calls, courses, documents, enrolments, home, people
from cpepa_desktop.db.attendance import BlockTotal, ProvedTotal
from cpepa_desktop.db.home import ClassDay, HomeCourse, WaitingPaper, WeekTotal
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.papers import Filing, FilingAct
from tests.db.small_centre import ANOTHER_COURSE, write

MONDAY, TUESDAY = date(2024, 2, 12), date(2024, 2, 13)
WEDNESDAY = date(2024, 2, 14)


def with_another(db: Database) -> Database:
    """Return the file with a second course, whose only class is on Monday."""
    with write(db):
        for statement in ANOTHER_COURSE.split(";"):
            db.execute(statement)
        db.execute("INSERT INTO person_document VALUES ('dni', '', '87654321X', 2, 1)")
    return db


def test_every_course_comes_with_its_last_day_of_class_and_its_people(small: Database) -> None:
    with write(small):
        small.execute("UPDATE session SET state = 'cancelled' WHERE stretch_id = 2")
    assert home.courses(small) == (HomeCourse(1, "24/001", "Atención sociosanitaria", 1, MONDAY, MONDAY, 1),)


def test_what_is_cancelled_is_no_day_of_class(small: Database) -> None:
    assert home.classes(small, MONDAY) == {
        1: (ClassDay(1, MONDAY, 100, 1), ClassDay(1, TUESDAY, 80, 1), ClassDay(2, TUESDAY, 40, 1))
    }
    assert home.official_minutes(small, MONDAY) == {1: {1: 180, 2: 120}}


def test_a_course_is_open_up_to_its_last_day(small: Database) -> None:
    db = with_another(small)
    for since, open_ones in ((MONDAY, {1, 2}), (TUESDAY, {1}), (WEDNESDAY, set())):
        assert set(home.classes(db, since)) == open_ones
        assert set(home.official_minutes(db, since)) == open_ones
        assert set(home.week_totals(db, since, TUESDAY)) == open_ones
        assert set(courses.modules_since(db, since)) == open_ones
        assert set(enrolments.enrolments_since(db, since)) == open_ones
        assert set(people.people_since(db, since)) == open_ones
        assert bool(calls.call_versions_since(db, since)) == bool(open_ones)


def test_all_at_once_is_what_each_course_says(small: Database) -> None:
    db = with_another(small)
    for key in (1, 2):
        assert courses.modules_since(db, MONDAY)[key] == courses.modules(db, key)
        assert enrolments.enrolments_since(db, MONDAY)[key] == enrolments.enrolments(db, key)
        assert people.people_since(db, MONDAY)[key] == people.people_of_course(db, key)[key]
    assert calls.call_versions_since(db, MONDAY) == (calls.call_version(db, 1),)


def test_what_is_entered_is_counted_by_week_and_the_future_apart(small: Database) -> None:
    assert home.week_totals(small, MONDAY, MONDAY) == {
        1: (WeekTotal(MONDAY, 1, BlockTotal(1, 1, is_future=False, attended=40, entered=100)),)
    }
    sunday = date(2024, 2, 11)
    (total,) = home.week_totals(small, MONDAY, sunday)[1]
    assert total.total.is_future
    assert home.proved_totals(small, MONDAY) == (ProvedTotal(1, 1, JustificationState.PENDING, 60),)
    assert home.proved_totals(small, WEDNESDAY) == ()


def test_a_paper_waits_while_nothing_is_said_of_it(small: Database) -> None:
    waiting = WaitingPaper(1, "attendance-sheet", "24/001", "2024-W07", date(2024, 2, 16))
    assert home.waiting_papers(small, MONDAY) == (waiting,)
    assert home.waiting_papers(small, WEDNESDAY) == ()
    with write(small):
        documents.add_filing(small, 1, Filing(0, FilingAct.SENT, date(2024, 2, 19)))
    assert home.waiting_papers(small, MONDAY) == ()
