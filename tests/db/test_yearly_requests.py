"""The yearly requests in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import yearly_requests as table
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine, YearlyRequest
from tests.db.small_centre import fill, memory, write

YEAR = SchoolYear(2024)
FIRST = RequestLine(1, 1, "SSCS0208", "A1", Route.OWN, None, date(2024, 10, 1), 15, note="Mañanas")
SECOND = RequestLine(2, 2, "ADGD0308", "", Route.AGREEMENT)


def test_a_year_nobody_has_asked_for_is_an_empty_request() -> None:
    db = memory()
    fill(db)
    assert table.request(db, YEAR) == YearlyRequest(YEAR)
    assert table.years(db) == ()
    db.close()


def test_lines_are_read_in_order_as_they_were_written_changed_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        assert [table.save_line(db, YEAR, replace(each, id=0)) for each in (FIRST, SECOND)] == [1, 2]
        table.save_line(db, SchoolYear(2023), replace(SECOND, id=0))
    assert table.request(db, YEAR).lines == (FIRST, SECOND)
    assert table.years(db) == (YEAR, SchoolYear(2023))
    assert table.specialities(db) == {"SSCS0208", "ADGD0308"}
    changed = replace(FIRST, part="", places=None)
    with write(db):
        table.save_line(db, YEAR, changed)
        table.put_in_order(db, [SECOND, changed])
    assert table.request(db, YEAR).lines == (replace(SECOND, position=1), replace(changed, position=2))
    with write(db):
        table.remove_line(db, 1)
    assert [line.id for line in table.request(db, YEAR).lines] == [2]
    db.close()


def test_a_submission_is_written_and_taken_back_and_its_courses_stay() -> None:
    db = memory()
    fill(db)
    with write(db):
        table.save_line(db, YEAR, replace(FIRST, id=0))
        table.link_course(db, 1, 1)
    assert table.request(db, YEAR).lines == (replace(FIRST, course_id=1, course="24/001"),)
    day = date(2024, 4, 2)
    with write(db):
        table.submit(db, YearlyRequest(YEAR, day, "GAC-1"))
    assert (table.request(db, YEAR).submitted_on, table.request(db, YEAR).number) == (day, "GAC-1")
    with write(db):
        table.submit(db, YearlyRequest(YEAR))
    assert table.request(db, YEAR).submitted_on is None
    db.close()
