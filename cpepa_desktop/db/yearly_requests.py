"""The yearly requests in the file: one a school year, with its lines in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine, YearlyRequest

_REQUEST: Final = "SELECT submitted_on, number, attachment FROM yearly_request WHERE begins_in = ?"
_SPECIALITIES: Final = "SELECT DISTINCT speciality FROM request_line"
_YEARS: Final = "SELECT begins_in FROM yearly_request ORDER BY begins_in DESC"
_BEGIN: Final = "INSERT INTO yearly_request (begins_in) VALUES (?) ON CONFLICT (begins_in) DO NOTHING"
_SUBMIT: Final = "UPDATE yearly_request SET submitted_on = ?, number = ?, attachment = ? WHERE begins_in = ?"
_LINES: Final = """
SELECT l.id, l.position, l.speciality, l.part, l.route, l.local_entity_id, l.starts_on, l.places, l.course_id,
       l.note, coalesce(c.code, '')
FROM request_line l LEFT JOIN course c ON c.id = l.course_id
WHERE l.begins_in = ? ORDER BY l.position
"""
_ADD: Final = """
INSERT INTO request_line (speciality, part, route, local_entity_id, starts_on, places, note, begins_in,
       position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT coalesce(max(position), 0) + 1 FROM request_line WHERE begins_in = ?))
"""
_CHANGE: Final = """
UPDATE request_line SET speciality = ?, part = ?, route = ?, local_entity_id = ?, starts_on = ?, places = ?,
       note = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM request_line WHERE id = ?"
_PLACE: Final = "UPDATE request_line SET position = ? WHERE id = ?"
_LINK: Final = "UPDATE request_line SET course_id = ? WHERE id = ?"


def years(db: Database) -> tuple[SchoolYear, ...]:
    """Return the school years with a request, the newest first."""
    return tuple(SchoolYear(int(begins_in)) for (begins_in,) in db.execute(_YEARS))


def specialities(db: Database) -> frozenset[str]:
    """Return the specialities that any request asks for."""
    return frozenset(speciality for (speciality,) in db.execute(_SPECIALITIES))


def request(db: Database, year: SchoolYear) -> YearlyRequest:
    """Return the request for a school year, an empty one where there is none yet."""
    row = db.execute(_REQUEST, (year.begins_in,)).fetchone()
    if row is None:
        return YearlyRequest(year)
    submitted_on, number, attachment = row
    found = db.execute(_LINES, (year.begins_in,))
    return YearlyRequest(year, to_day(submitted_on), number, attachment, tuple(_line(line) for line in found))


def save_line(db: Database, year: SchoolYear, line: RequestLine) -> int:
    """Write a line and return its key; a new one, of id 0, comes after the others."""
    values = (
        line.speciality,
        line.part,
        line.route,
        line.local_entity_id,
        day_text(line.starts_on),
        line.places,
        line.note,
    )
    if line.id:
        db.execute(_CHANGE, (*values, line.id))
        return line.id
    db.execute(_BEGIN, (year.begins_in,))
    return int(db.execute(_ADD, (*values, year.begins_in, year.begins_in)).lastrowid or 0)


def remove_line(db: Database, line_id: int) -> None:
    """Take a line away."""
    db.execute(_REMOVE, (line_id,))


def put_in_order(db: Database, lines: Sequence[RequestLine]) -> None:
    """Give the lines of a request, all of them, the places in which they come."""
    beyond = max((line.position for line in lines), default=0) + 1
    for at, line in enumerate(lines):  # no two lines of a request may share a place, not even for a moment
        db.execute(_PLACE, (beyond + at, line.id))
    for place, line in enumerate(lines, start=1):
        db.execute(_PLACE, (place, line.id))


def link_course(db: Database, line_id: int, course_id: int | None) -> None:
    """Write which course was planned from a line, ``None`` for none."""
    db.execute(_LINK, (course_id, line_id))


def submit(db: Database, request: YearlyRequest) -> None:
    """Write the day, the number and the scan of a submission; no day says that there was none."""
    values = (day_text(request.submitted_on), request.number, request.attachment, request.year.begins_in)
    db.execute(_SUBMIT, values)


def _line(
    row: tuple[int, int, str, str, str, int | None, str | None, int | None, int | None, str, str],
) -> RequestLine:
    key, position, speciality, part, route, entity, starts_on, places, course_id, note, course = row
    return RequestLine(
        id=key,
        position=position,
        speciality=speciality,
        part=part,
        route=Route(route),
        local_entity_id=entity,
        starts_on=to_day(starts_on),
        places=places,
        course_id=course_id,
        note=note,
        course=course,
    )
