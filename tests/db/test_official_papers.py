"""Official papers in the file, each with the courses it serves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.official_papers import add, change, official_papers, remove
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from tests.db import small_centre

AGREEMENT = OfficialPaper(
    0,
    OfficialPaperKind.AGREEMENT,
    number="12/2024",
    issued_on=date(2024, 1, 10),
    received_on=date(2024, 1, 12),
    ends_on=date(2024, 12, 31),
    signer="Director Gerente",
    body="INAEM",
    note="Dos ejemplares",
    courses=(CourseServed("24/001", 3_759_340),),
)


def test_a_paper_comes_back_as_it_was_written(small: Database) -> None:
    with small_centre.write(small):
        key = add(small, AGREEMENT)
    assert official_papers(small) == (replace(AGREEMENT, id=key),)


def test_a_paper_written_again_serves_the_courses_it_says_now(small: Database) -> None:
    with small_centre.write(small):
        key = add(small, AGREEMENT)
        change(small, replace(AGREEMENT, id=key, signer="", courses=()))
    assert official_papers(small) == (replace(AGREEMENT, id=key, signer="", courses=()),)


def test_papers_come_by_their_day_those_without_one_first(small: Database) -> None:
    days = (date(2024, 2, 1), None, date(2024, 1, 1))
    with small_centre.write(small):
        for day in days:
            add(small, OfficialPaper(0, OfficialPaperKind.OTHER, issued_on=day))
    assert [paper.issued_on for paper in official_papers(small)] == [None, days[2], days[0]]


def test_a_paper_removed_is_no_more_and_undo_brings_it_back(small: Database) -> None:
    with small_centre.write(small):
        key = add(small, AGREEMENT)
    with small_centre.write(small):
        remove(small, key)
    assert official_papers(small) == ()
    small_centre.undo(small)
    assert official_papers(small) == (replace(AGREEMENT, id=key),)
