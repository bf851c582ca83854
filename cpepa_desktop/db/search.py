"""A full-text index of what can be looked for in a file, made at the first search and never stored in it.

It lives in memory, in the temporary store of the connection: undoing, importing, migrating and opening only
for reading need nothing of it. The journal tells when it has grown old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.domain.search import Found, FoundKind

Alternatives = Sequence[Sequence[str]]
"""Words to be had, each with those that may stand in its place."""

_TABLES: Final = (
    "PRAGMA temp_store = MEMORY",  # names and documents of people are not left in the disk's temporary folder
    """
    CREATE VIRTUAL TABLE temp.search_entry USING fts5(
        kind, title, detail, words, codes, key UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')
    """,
    "CREATE VIRTUAL TABLE temp.search_word USING fts5vocab(search_entry, row)",
    "CREATE TABLE temp.search_read (operation_id INTEGER NOT NULL)",
)
_IS_MADE: Final = "SELECT 1 FROM sqlite_temp_master WHERE name = 'search_read'"
_READ_UP_TO: Final = "SELECT max(operation_id) FROM temp.search_read"
_LAST_OPERATION: Final = "SELECT coalesce(max(id), 0) FROM journal_operation"
_IS_TOUCHED: Final = """
SELECT 1 FROM journal_change WHERE operation_id > ? AND table_name IN
('person', 'person_document', 'enrolment', 'course', 'document', 'paper', 'paper_course', 'local_entity',
 'accreditation') LIMIT 1
"""
_EMPTY: Final = "DELETE FROM temp.search_entry"
_ADD: Final = """
INSERT INTO temp.search_entry (kind, key, title, detail, words, codes) VALUES (?, ?, ?, ?, ?, ?)
"""
_SAY_READ: Final = "INSERT INTO temp.search_read VALUES (?)"
_FIND: Final = """
SELECT key, title, detail FROM temp.search_entry WHERE search_entry MATCH ? ORDER BY rowid LIMIT ?
"""
_NAMED: Final = """
SELECT key, title, detail FROM temp.search_entry WHERE search_entry MATCH ? AND key = ?
"""
_WORDS: Final = "SELECT term FROM temp.search_word WHERE length(term) >= ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: by its title, its detail and some words more, and exactly by its codes.

    The ``codes`` are squeezed, that is, without signs between their letters and figures.
    """

    found: Found
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def is_stale(db: Database) -> bool:
    """Say whether there is no index yet, or something in it has changed since it was made."""
    if db.execute(_IS_MADE).fetchone() is None:
        return True
    read_up_to = int(db.execute(_READ_UP_TO).fetchone()[0])
    last = int(db.execute(_LAST_OPERATION).fetchone()[0])
    # A number given back by an operation that changed nothing is given again: less is not a change.
    return last > read_up_to and db.execute(_IS_TOUCHED, (read_up_to,)).fetchone() is not None


def make(db: Database, entries: Iterable[Entry]) -> None:
    """Make the index anew. What comes first among ``entries`` is found first."""
    with _writing_beside(db):
        if db.execute(_IS_MADE).fetchone() is None:
            for statement in _TABLES:
                db.execute(statement)
        with db.atomic():
            db.execute(_EMPTY)
            db.conn.executemany(_ADD, (_row(entry) for entry in entries))
            db.execute(_SAY_READ, (int(db.execute(_LAST_OPERATION).fetchone()[0]),))


def with_code(db: Database, kind: FoundKind, code: str, limit: int) -> tuple[Found, ...]:
    """Return what has exactly that squeezed code."""
    return _find(db, kind, f"codes : {_quoted(code)}", limit)


def with_words(
    db: Database, kind: FoundKind, words: Alternatives, limit: int, code: str = ""
) -> tuple[Found, ...]:
    """Return what has, for each of ``words``, a word that begins with one of its alternatives.

    What has a code that begins with the squeezed ``code`` is returned too.
    """
    every = " AND ".join(f"({' OR '.join(f'{_quoted(each)}*' for each in either)})" for either in words)
    wanted = f"{{title detail words}} : ({every})"
    return _find(db, kind, f"({wanted}) OR (codes : {_quoted(code)}*)" if code else wanted, limit)


def named(db: Database, kind: FoundKind, key: str) -> Found | None:
    """Return the thing of that key, ``None`` where there is none."""
    row = db.execute(_NAMED, (f"kind : {_quoted(kind)}", key)).fetchone()
    return None if row is None else Found(kind, *row)


def words_of(db: Database, least: int) -> tuple[str, ...]:
    """Return every word of the index that has at least so many letters."""
    return tuple(term for (term,) in db.execute(_WORDS, (least,)))


def _find(db: Database, kind: FoundKind, wanted: str, limit: int) -> tuple[Found, ...]:
    rows = db.execute(_FIND, (f"kind : {_quoted(kind)} AND ({wanted})", limit))
    return tuple(Found(kind, *row) for row in rows)


def _quoted(text: str) -> str:
    """Return ``text`` as a string of the query language, in which nothing has a meaning of its own."""
    return '"' + text.replace('"', '""') + '"'


def _row(entry: Entry) -> tuple[str, ...]:
    found = entry.found
    return (found.kind, found.key, found.title, found.detail, " ".join(entry.words), " ".join(entry.codes))


@contextmanager
def _writing_beside(db: Database) -> Iterator[None]:
    """Let a connection that may only read write in its temporary store: the engine forbids that as well."""
    reads_only = int(db.execute("PRAGMA query_only").fetchone()[0])
    db.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.execute(f"PRAGMA query_only = {reads_only}")
