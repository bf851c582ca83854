"""Tests of the index of what can be looked for: made beside the file, told old by the journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import connection, journal, search
from cpepa_desktop.db.search import Entry
from cpepa_desktop.domain.search import Found, FoundKind
from tests.db import small_centre

ANA = Found(FoundKind.PERSON, "1", "Ágreda Ñíguez, Ana", "12345678Z")
JOSE = Found(FoundKind.PERSON, "2", "Blasco Royo, José", "X1234567L · 24/1")
COURSE = Found(FoundKind.COURSE, "24/1", "Atención sociosanitaria", "24/1")
ENTRIES = (
    Entry(ANA, ("ana@example.org",), ("12345678z",)),
    Entry(JOSE, (), ("x1234567l",)),
    Entry(COURSE, (), ("241",)),
)


@pytest.fixture
def indexed(small: Database) -> Database:
    """Give a file whose index has two people and a course."""
    search.make(small, ENTRIES)
    return small


@pytest.mark.parametrize("typed", ["agreda", "ÑIG", "niguez", "ana@example.org", "12345678z"])
def test_a_word_is_found_by_its_beginning_without_its_accents(indexed: Database, typed: str) -> None:
    assert search.with_words(indexed, FoundKind.PERSON, [(typed,)], 8) == (ANA,)


def test_every_word_must_be_had_in_one_of_its_readings(indexed: Database) -> None:
    either = ("agreda", "blasco")
    assert search.with_words(indexed, FoundKind.PERSON, [either], 8) == (ANA, JOSE)
    assert search.with_words(indexed, FoundKind.PERSON, [either, ("jos",)], 8) == (JOSE,)
    assert search.with_words(indexed, FoundKind.PERSON, [("agreda",), ("jos",)], 8) == ()


def test_what_was_given_first_is_found_first(indexed: Database) -> None:
    either = ("blasco", "agreda")
    assert search.with_words(indexed, FoundKind.PERSON, [either], 1) == (ANA,)


def test_a_kind_is_not_found_among_another(indexed: Database) -> None:
    assert search.with_words(indexed, FoundKind.COURSE, [("agreda",)], 8) == ()
    assert search.with_words(indexed, FoundKind.PERSON, [("person",)], 8) == ()


def test_a_code_is_found_whole_or_by_its_beginning(indexed: Database) -> None:
    assert search.with_code(indexed, FoundKind.COURSE, "241", 8) == (COURSE,)
    assert search.with_code(indexed, FoundKind.PERSON, "12345678", 8) == ()
    assert search.with_words(indexed, FoundKind.PERSON, [("nobody",)], 8, code="12345678") == (ANA,)


@pytest.mark.parametrize("typed", ['"', "z*", "a OR b", "NEAR(a b)", "title : a", "^z", "(", "z' --", "-"])
def test_signs_of_the_query_language_mean_nothing(indexed: Database, typed: str) -> None:
    assert search.with_words(indexed, FoundKind.COURSE, [(typed,)], 8) == ()
    assert search.with_code(indexed, FoundKind.COURSE, typed, 8) == ()


def test_the_words_known_are_those_of_the_entries(indexed: Database) -> None:
    assert {"agreda", "niguez", "sociosanitaria"} <= set(search.words_of(indexed, 6))
    assert "ana" not in search.words_of(indexed, 4)
    assert "ana" in search.words_of(indexed, 3)


def test_an_index_is_old_until_it_is_made(small: Database) -> None:
    assert search.is_stale(small)
    search.make(small, ())
    assert not search.is_stale(small)


@pytest.mark.parametrize(
    ("statement", "is_old"),
    [
        ("UPDATE person SET surnames = 'Otra'", True),
        ("UPDATE course SET title = 'Otro'", True),
        ("UPDATE person_document SET number = '12345678Z'", True),
        ("UPDATE centre SET name = 'Otro'", False),
    ],
)
def test_an_index_grows_old_by_what_is_in_it(indexed: Database, statement: str, *, is_old: bool) -> None:
    with small_centre.write(indexed):
        indexed.execute(statement)
    assert search.is_stale(indexed) is is_old


def test_undoing_makes_it_old_again(indexed: Database) -> None:
    with small_centre.write(indexed):
        indexed.execute("UPDATE person SET surnames = 'Otra'")
    search.make(indexed, ENTRIES)
    assert not search.is_stale(indexed)
    small_centre.undo(indexed)
    assert search.is_stale(indexed)


def test_making_it_anew_forgets_what_was_in_it(indexed: Database) -> None:
    search.make(indexed, ENTRIES[1:])
    assert search.with_words(indexed, FoundKind.PERSON, [("agreda",)], 8) == ()
    assert search.with_words(indexed, FoundKind.PERSON, [("blasco",)], 8) == (JOSE,)


def test_the_file_knows_nothing_of_it(small: Database) -> None:
    tables, operations = journal.watched_tables(small), small.execute("SELECT count(*) FROM journal_change")
    before = operations.fetchone()
    search.make(small, ENTRIES)
    assert journal.watched_tables(small) == tables
    assert small.execute("SELECT count(*) FROM journal_change").fetchone() == before
    assert small.execute("SELECT name FROM main.sqlite_master WHERE name LIKE 'search%'").fetchall() == []


def test_a_connection_that_only_reads_has_one_too_and_still_only_reads(tmp_path: Path) -> None:
    with small_centre.closing(small_centre.new_file(tmp_path / "centro.cpepa")):
        reader = connection.connect_for_reading(tmp_path / "centro.cpepa")
        search.make(reader, ENTRIES)
        assert search.with_words(reader, FoundKind.PERSON, [("agreda",)], 8) == (ANA,)
        assert reader.execute("PRAGMA query_only").fetchone()[0] == 1
        reader.close()


def test_a_reader_sees_what_another_connection_changed(tmp_path: Path) -> None:
    with small_centre.closing(small_centre.new_file(tmp_path / "centro.cpepa")) as file:
        reader = connection.connect_for_reading(tmp_path / "centro.cpepa")
        search.make(reader, ENTRIES)
        with small_centre.write(file.db):
            file.db.execute("UPDATE person SET surnames = 'Otra'")
        assert search.is_stale(reader)
        reader.close()
