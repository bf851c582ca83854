"""Papers printed to file and what was done with each, in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import documents
from cpepa_desktop.domain.papers import Filing, FilingAct, IssuedPaper, PaperState
from tests.db.small_centre import PAPER_TEXT, sha256, write

SHEET = IssuedPaper(
    id=1,
    kind="attendance-sheet",
    year=2024,
    number=1,
    course="24/001",
    person_id=None,
    period="2024-W07",
    version=1,
    printed_on=date(2024, 2, 16),
    data_sha256=sha256(PAPER_TEXT),
    sha256=sha256(""),
    size=0,
    program_version="0.1.0",
    replaces_id=None,
    state=PaperState.ISSUED,
)


def test_a_paper_is_read_with_the_size_of_its_bytes(small: Database) -> None:
    assert documents.papers(small) == (SHEET,)
    assert documents.paper(small, 1) == SHEET
    assert documents.paper(small, 2) is None
    assert documents.data_of(small, 1) == PAPER_TEXT


def test_a_correction_names_what_it_replaces(small: Database) -> None:
    second = replace(SHEET, id=0, number=2, version=2, replaces_id=1)
    with write(small):
        key = documents.add(small, second, 1, "{}")
        documents.set_state(small, 1, PaperState.REPLACED)
    assert documents.papers(small, "24/001") == (
        replace(second, id=key),
        replace(SHEET, state=PaperState.REPLACED),
    )


def test_a_paper_may_be_of_a_person_or_of_no_course(small: Database) -> None:
    diploma = replace(SHEET, id=0, kind="diploma", course="", person_id=1, period="")
    with write(small):
        key = documents.add(small, diploma, None, "{}")
    assert documents.paper(small, key) == replace(diploma, id=key, person="Ibáñez Ñúñez, Lucía")
    assert documents.papers(small, "24/001") == (SHEET,)


def test_numbers_go_by_kind_and_year_and_are_never_used_again(small: Database) -> None:
    assert documents.next_number(small, "attendance-sheet", 2024) == 2
    assert documents.next_number(small, "attendance-sheet", 2025) == 1
    assert documents.next_number(small, "conditions-sheet", 2024) == 1
    with pytest.raises(Exception, match="UNIQUE"), write(small):
        documents.add(small, SHEET, 1, "{}")


def test_a_number_is_taken_by_its_kind_and_year(small: Database) -> None:
    assert documents.is_taken(small, "attendance-sheet", 2024, 1)
    assert not documents.is_taken(small, "attendance-sheet", 2024, 2)
    assert not documents.is_taken(small, "attendance-sheet", 2025, 1)
    assert not documents.is_taken(small, "conditions-sheet", 2024, 1)


def test_what_was_done_with_a_paper_comes_by_day(small: Database) -> None:
    handed = Filing(0, FilingAct.HANDED_OUT, date(2024, 2, 20))
    sent = Filing(0, FilingAct.SENT, date(2024, 2, 19), "Registro", "2024/1", sha256(""))
    with write(small):
        second, first = (documents.add_filing(small, 1, filing) for filing in (handed, sent))
    filings = (replace(sent, id=first), replace(handed, id=second))
    assert documents.paper(small, 1) == replace(SHEET, filings=filings)
    assert documents.papers(small) == (replace(SHEET, filings=filings),)
