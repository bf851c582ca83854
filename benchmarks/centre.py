"""Centres to measure on: invented people, one real course, and as many copies of it as a measure needs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from cpepa_desktop.db import journal
from cpepa_desktop.db.connection import Database
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.course import Route
from cpepa_desktop.operations import files
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.people import import_people, preview_people
from cpepa_desktop.operations.workspace import Workspace

COURSE: Final = "2024-SSCS0208"
CLOCK: Final = FixedClock(date(2024, 12, 20), datetime(2024, 12, 20, 10, tzinfo=UTC))
IN_TEN_YEARS: Final = FixedClock(date(2024, 3, 15), datetime(2024, 3, 15, 10, tzinfo=UTC))
"""The day on which ``ten_years`` have passed, in the middle of the courses that are under way."""

RUNNING: Final = 15
"""The courses under way in ``ten_years``."""

_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_FIRST_NUMBER: Final = 91_000_000

# Copies of the one course, its people and its calendar, shifted by whole blocks of keys.
_COPIES: Final = (
    """INSERT INTO course SELECT c.id + :k, c.centre_id, c.code || '-' || :k, c.call_version_id,
         c.certificate_version_id, c.speciality, c.part, c.title, c.level, c.route, c.province, c.file_number,
         c.regime, c.regime_reason, c.approved_on, c.start_on, NULL, c.timetable, c.short_day_reason,
         c.selection_on, c.selection_minute, c.selection_place, c.technician_name, c.technician_phone,
         c.technician_email, c.local_entity_id, c.started_on, c.renounced_on, c.renounce_reason
         FROM course c WHERE c.id = 1""",
    """INSERT INTO course_module SELECT id + :k * 100, :k + 1, position, kind, code, title, official_minutes,
         competence_unit, from_day, to_day FROM course_module WHERE course_id = 1""",
    """INSERT INTO block SELECT id + :k * 100, :k + 1, position, code, title, official_minutes FROM block
         WHERE course_id = 1""",
    """INSERT INTO block_module SELECT bm.block_id + :k * 100, bm.course_module_id + :k * 100
         FROM block_module bm JOIN block b ON b.id = bm.block_id WHERE b.course_id = 1""",
    """INSERT INTO stretch SELECT id + :k * 1000, :k + 1, day, n, from_minute, to_minute, NULL FROM stretch
         WHERE course_id = 1""",
    """INSERT INTO session SELECT s.id + :k * 1000, s.stretch_id + :k * 1000, s.position,
         s.block_id + :k * 100, s.minutes, s.mode, 'held', NULL, s.reason
         FROM session s JOIN stretch t ON t.id = s.stretch_id WHERE t.course_id = 1""",
    """INSERT INTO enrolment SELECT id + :k * 100, :k + 1, person_id, joined_on, left_on, leave_cause,
         contract_start, leave_proof, status_at_start, registered_on, leaving_communicated_on FROM enrolment
         WHERE course_id = 1""",
)
_ATTEND: Final = """
INSERT INTO attendance
SELECT e.id, s.id, s.minutes - (CASE WHEN (e.id + s.id) % 17 = 0 THEN 60 ELSE 0 END), 0
FROM enrolment e JOIN stretch t ON t.course_id = e.course_id JOIN session s ON s.stretch_id = t.id
"""

# All but fifteen go back in steps of 52 weeks, twenty to each; what has not come yet is not entered.
_SPREAD: Final = (
    "UPDATE course SET start_on = date(start_on, (-364 * ((id + 19) / 20)) || ' days') WHERE id > 15",
    "UPDATE stretch SET day = date(day, (-364 * ((course_id + 19) / 20)) || ' days') WHERE course_id > 15",
    """UPDATE enrolment SET joined_on = date(joined_on, (-364 * ((course_id + 19) / 20)) || ' days')
         WHERE course_id > 15""",
    """DELETE FROM attendance WHERE session_id IN (
         SELECT s.id FROM session s JOIN stretch t ON t.id = s.stretch_id WHERE t.day > '2024-03-15')""",
)


def new_centre(folder: Path, timetable: str = "L-V 09:00-14:00") -> Workspace:
    """Return a new file with one course of SSCS0208, 370 + 10 h."""
    ws = files.new_file(
        folder / "centro.cpepa", CLOCK, "bench", entity=Entity("Entidad"), centre=Centre("Centro")
    )
    request = CourseRequest(
        COURSE, "EPE-873-2023", "SSCS0208", "", Route.CALL, "Zaragoza", date(2024, 1, 15), timetable
    )
    add_course(ws, request)
    return ws


def people_file(folder: Path, count: int) -> Path:
    """Return a CSV of so many invented people with valid letters."""
    people = (
        f"{number}{_LETTERS[number % len(_LETTERS)]};Muestra Muestra {number};Persona;05/03/1985"
        for number in range(_FIRST_NUMBER, _FIRST_NUMBER + count)
    )
    path = folder / "personas.csv"
    path.write_text("\n".join(["DNI;Apellidos;Nombre;Fecha de nacimiento", *people]), encoding="utf-8")
    return path


def enrol(ws: Workspace, folder: Path, count: int) -> None:
    """Enrol so many invented people in the course."""
    import_people(ws, preview_people(ws, people_file(folder, count), COURSE))


def copy_courses(db: Database, copies: int) -> None:
    """Write so many copies of the one course, its calendar and its enrolments. The journal must not watch."""
    for copy in range(1, copies + 1):
        for statement in _COPIES:
            db.execute(statement, {"k": copy})


def many_cells(folder: Path, cells: int) -> Workspace:
    """Return a file with about ``cells`` cells: fifteen people a course, two stretches a day."""
    ws = new_centre(folder, "L-V 09:00-12:00 15:00-17:00")
    enrol(ws, folder, 15)
    per_course = ws.db.execute("SELECT count(*) FROM session").fetchone()[0] * 15
    with ws.db.atomic():
        journal.unwatch(ws.db)  # ten years of history are not what is measured
        copy_courses(ws.db, cells // per_course)
        ws.db.execute(_ATTEND)
        journal.watch(ws.db)
    ws.db.execute("ANALYZE")
    return ws


def ten_years(folder: Path, cells: int) -> Workspace:
    """Return a file with about ``cells`` cells in ten years, the last with its courses under way."""
    ws = many_cells(folder, cells)
    with ws.db.atomic():
        journal.unwatch(ws.db)  # how the years came about is not what is measured
        for statement in _SPREAD:
            ws.db.execute(statement)
        journal.watch(ws.db)
    ws.db.execute("ANALYZE")
    return ws
