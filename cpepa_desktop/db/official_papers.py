"""Official papers, what others issued or signed, with the courses each serves, in the file."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind

_COLUMNS: Final = (
    "kind, number, issued_on, received_on, ends_on, signer, body, note, local_entity_id, attachment"
)
_PAPERS: Final = f"""
SELECT id, {_COLUMNS} FROM paper ORDER BY coalesce(issued_on, received_on, ''), id
"""  # noqa: S608 - the columns are the constant above
_SERVED: Final = """
SELECT pc.paper_id, c.code, pc.cents FROM paper_course pc JOIN course c ON c.id = pc.course_id
ORDER BY c.code
"""
_ADD: Final = f"""
INSERT INTO paper ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608 - the columns are the constant above
_CHANGE: Final = """
UPDATE paper SET kind = ?, number = ?, issued_on = ?, received_on = ?, ends_on = ?, signer = ?, body = ?,
       note = ?, local_entity_id = ?, attachment = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM paper WHERE id = ?"
_DROP_SERVED: Final = "DELETE FROM paper_course WHERE paper_id = ?"
_ADD_SERVED: Final = """
INSERT INTO paper_course (paper_id, course_id, cents) VALUES (?, (SELECT id FROM course WHERE code = ?), ?)
"""


def official_papers(db: Database) -> tuple[OfficialPaper, ...]:
    """Return every paper by its day, those without one first."""
    served: dict[int, list[CourseServed]] = defaultdict(list)
    for paper_id, code, cents in db.execute(_SERVED):
        served[paper_id].append(CourseServed(code, cents))
    return tuple(
        OfficialPaper(
            id=key,
            kind=OfficialPaperKind(kind),
            number=number,
            issued_on=to_day(issued),
            received_on=to_day(received),
            ends_on=to_day(ends),
            signer=signer,
            body=body,
            note=note,
            local_entity_id=entity,
            attachment=attachment,
            courses=tuple(served[key]),
        )
        for key, kind, number, issued, received, ends, signer, body, note, entity, attachment in db.execute(
            _PAPERS
        )
    )


def add(db: Database, paper: OfficialPaper) -> int:
    """Write a new paper with the courses it serves and return its key. Its ``id`` is not looked at."""
    key = int(db.execute(_ADD, _values(paper)).lastrowid or 0)
    _serve(db, key, paper)
    return key


def change(db: Database, paper: OfficialPaper) -> None:
    """Write a paper in place of what the file says of it."""
    db.execute(_CHANGE, (*_values(paper), paper.id))
    db.execute(_DROP_SERVED, (paper.id,))
    _serve(db, paper.id, paper)


def remove(db: Database, key: int) -> None:
    """Remove a paper; its scan stays among the attachments."""
    db.execute(_DROP_SERVED, (key,))
    db.execute(_REMOVE, (key,))


def _serve(db: Database, key: int, paper: OfficialPaper) -> None:
    for served in paper.courses:
        db.execute(_ADD_SERVED, (key, served.course, served.cents))


def _values(paper: OfficialPaper) -> tuple[str | int | None, ...]:
    return (
        paper.kind,
        paper.number,
        day_text(paper.issued_on),
        day_text(paper.received_on),
        day_text(paper.ends_on),
        paper.signer,
        paper.body,
        paper.note,
        paper.local_entity_id,
        paper.attachment,
    )
