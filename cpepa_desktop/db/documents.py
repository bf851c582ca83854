"""Papers printed to file and what was done with each, in the file. Rows are never deleted."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlite_utils import Database

from cpepa_desktop.db.values import to_day
from cpepa_desktop.domain.papers import Filing, FilingAct, IssuedPaper, PaperState

_COLUMNS = """d.id, d.kind, d.year, d.number, coalesce(c.code, ''), d.person_id, d.week, d.version,
d.printed_on,
       d.data_sha256, d.sha256, a.size, d.program_version, d.replaces_id, d.state,
       CASE WHEN p.id IS NULL THEN '' WHEN p.surnames = '' THEN p.name
            ELSE p.surnames || ', ' || p.name END"""
_PAPERS = f"""
SELECT {_COLUMNS} FROM document d JOIN attachment a ON a.sha256 = d.sha256
LEFT JOIN course c ON c.id = d.course_id LEFT JOIN person p ON p.id = d.person_id
WHERE ? = '' OR c.code = ? ORDER BY d.id DESC
"""  # noqa: S608 - the columns are the constant above
_PAPER = f"""
SELECT {_COLUMNS} FROM document d JOIN attachment a ON a.sha256 = d.sha256
LEFT JOIN course c ON c.id = d.course_id LEFT JOIN person p ON p.id = d.person_id
WHERE d.id = ?
"""  # noqa: S608 - the columns are the constant above
_DATA = "SELECT data FROM document WHERE id = ?"
_IS_TAKEN = "SELECT 1 FROM document WHERE kind = ? AND year = ? AND number = ?"
_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM document WHERE kind = ? AND year = ?"
_ADD = """
INSERT INTO document (kind, year, number, course_id, person_id, week, version, printed_on, data, data_sha256,
       sha256, program_version, replaces_id, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SET_STATE = "UPDATE document SET state = ? WHERE id = ?"
_FILINGS = "SELECT document_id, id, act, day, channel, number, attachment FROM filing ORDER BY day, id"
_FILINGS_OF = """
SELECT document_id, id, act, day, channel, number, attachment FROM filing WHERE document_id = ? ORDER BY day,
id
"""
_ADD_FILING = """
INSERT INTO filing (document_id, act, day, channel, number, attachment) VALUES (?, ?, ?, ?, ?, ?)
"""


def papers(db: Database, course: str = "") -> tuple[IssuedPaper, ...]:
    """Return the papers of a course, or all where it is ``""``, the newest first."""
    filings: dict[int, list[Filing]] = defaultdict(list)
    for document_id, *row in db.execute(_FILINGS):
        filings[document_id].append(_filing(*row))
    return tuple(_paper(row, tuple(filings[row[0]])) for row in db.execute(_PAPERS, (course, course)))


def paper(db: Database, key: int) -> IssuedPaper | None:
    """Return one paper, ``None`` where there is none of that key."""
    row = db.execute(_PAPER, (key,)).fetchone()
    if row is None:
        return None
    return _paper(row, tuple(_filing(*filing[1:]) for filing in db.execute(_FILINGS_OF, (key,))))


def data_of(db: Database, key: int) -> str:
    """Return the JSON of what a paper was made from."""
    return str(db.execute(_DATA, (key,)).fetchone()[0])


def is_taken(db: Database, kind: str, year: int, number: int) -> bool:
    """Say whether a number of a kind and year has been used."""
    return db.execute(_IS_TAKEN, (kind, year, number)).fetchone() is not None


def next_number(db: Database, kind: str, year: int) -> int:
    """Return the first number of a kind and year never used."""
    return int(db.execute(_NEXT_NUMBER, (kind, year)).fetchone()[0])


def add(db: Database, row: IssuedPaper, course_id: int | None, data: str) -> int:
    """Write a paper with the JSON it was made from and return its key."""
    values = (
        row.kind,
        row.year,
        row.number,
        course_id,
        row.person_id,
        row.period,
        row.version,
        row.printed_on.isoformat(),
        data,
        row.data_sha256,
        row.sha256,
        row.program_version,
        row.replaces_id,
        row.state,
    )
    return int(db.execute(_ADD, values).lastrowid or 0)


def set_state(db: Database, key: int, state: PaperState) -> None:
    """Write what became of a paper."""
    db.execute(_SET_STATE, (state, key))


def add_filing(db: Database, document_id: int, filing: Filing) -> int:
    """Write what was done with a paper and return its key."""
    values = (
        document_id,
        filing.act,
        filing.day.isoformat(),
        filing.channel,
        filing.number,
        filing.attachment,
    )
    return int(db.execute(_ADD_FILING, values).lastrowid or 0)


def _paper(row: tuple[Any, ...], filings: tuple[Filing, ...]) -> IssuedPaper:
    facts = dict(zip(_FIELDS, row, strict=True))
    facts |= {"printed_on": to_day(facts["printed_on"]), "state": PaperState(facts["state"])}
    return IssuedPaper(**facts, filings=filings)


def _filing(key: int, act: str, day: str, channel: str, number: str, attachment: str | None) -> Filing:
    return Filing(key, FilingAct(act), date.fromisoformat(day), channel, number, attachment)


_FIELDS = (
    "id",
    "kind",
    "year",
    "number",
    "course",
    "person_id",
    "period",
    "version",
    "printed_on",
    "data_sha256",
    "sha256",
    "size",
    "program_version",
    "replaces_id",
    "state",
    "person",
)
