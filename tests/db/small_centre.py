"""A small centre's file in which everything holds, for tests to look at and to break."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlite_utils import Database

from cpepa_desktop.db import birth, journal, migrations
from cpepa_desktop.db.open import CentreFile, create
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.history import OperationKind
from cpepa_desktop.domain.spanish_order import compare_spanish

MOMENT = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)
DAY = date(2024, 3, 14)
CLOCK = FixedClock(DAY, MOMENT)

ENTITY = Entity("Gobierno de Aragón", cif="S5011001D")
CENTRE = Centre("CPEPA Margen Izquierda", municipality="Zaragoza")

CALL_TEXT = "name = 'own'"
CERTIFICATE_TEXT = '{"code": "SSCS0208"}'
PAPER_TEXT = '{"week": "2024-W07"}'


def sha256(text: str) -> str:
    """Return the hash that the file keeps of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def write(db: Database, name: str = "Prueba", *, legal: bool = False) -> AbstractContextManager[int]:
    """Open an operation."""
    kind = OperationKind.LEGAL if legal else OperationKind.NORMAL
    return journal.operation(db, name, actor="Ana", at=MOMENT, day=DAY, kind=kind)


def undo(db: Database) -> journal.Replayed:
    """Undo the last operation."""
    return journal.undo(db, actor="Ana", at=MOMENT, day=DAY)


def redo(db: Database) -> journal.Replayed:
    """Redo the last operation undone."""
    return journal.redo(db, actor="Ana", at=MOMENT, day=DAY)


def new_file(path: Path, *, filled: bool = True) -> CentreFile:
    """Return a new file open for writing, with one course in it where it is to be filled."""
    file = create(path, clock=CLOCK, program_version="0.1.0")
    if filled:
        fill(file.db)
    return file


@contextmanager
def closing(file: CentreFile) -> Iterator[CentreFile]:
    """Close the file at the end."""
    try:
        yield file
    finally:
        file.close()


def memory() -> Database:
    """Return an empty centre's file in memory: the same shape and triggers, none of the disk."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.create_collation("spanish", compare_spanish)
    connection.execute("PRAGMA foreign_keys = ON")
    db = Database(connection)
    with db.atomic():
        migrations.be_born(db, at=MOMENT)
        birth.write_identity(db, DAY, "0.1.0", is_sample=False)
        journal.watch(db)
    return db


def contents(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the journal's."""
    return {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608 - our own names
        for table in journal.watched_tables(db)
    }


def fill(db: Database) -> None:
    """Write a course of two modules, two days of class, and a learner with an absence."""
    with write(db, "Curso de prueba"):
        birth.write_centre(db, ENTITY, CENTRE)
        for statement, parameters in _ROWS:
            db.execute(statement, parameters)


_ROWS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("INSERT INTO call_version VALUES (1, 'own', ?, ?, 'official')", (sha256(CALL_TEXT), CALL_TEXT)),
    (
        "INSERT INTO certificate_version VALUES (1, 'SSCS0208', 1, 'official', ?, ?, 'RD 1379/2008')",
        (sha256(CERTIFICATE_TEXT), CERTIFICATE_TEXT),
    ),
    (
        """INSERT INTO course (id, centre_id, code, call_version_id, certificate_version_id, speciality,
                               title, level, route, province, regime, start_on, timetable)
           VALUES (?, 1, ?, 1, 1, 'SSCS0208', 'Atención sociosanitaria', 2, 'own', 'Zaragoza', 'RD659',
                   '2024-02-12', 'L-V 09:00-12:00')""",
        (1, "24/001"),
    ),
    ("INSERT INTO course_module VALUES (1, 1, 1, 'formative', 'MF1016_2', 'A', 300, '', NULL, NULL)", ()),
    (
        "INSERT INTO course_module VALUES (2, 1, 2, 'workplace', 'MP0029', 'B', 4800, '', NULL, NULL)",
        (),
    ),
    ("INSERT INTO block VALUES (1, 1, 1, 'UF0119', 'Apoyo en la recepción', 180)", ()),
    ("INSERT INTO block VALUES (2, 1, 2, 'UF0120', 'Apoyo en la atención', 120)", ()),
    ("INSERT INTO block_module VALUES (1, 1)", ()),
    ("INSERT INTO block_module VALUES (2, 1)", ()),
    ("INSERT INTO stretch VALUES (1, 1, '2024-02-12', 1, 540, 720, NULL)", ()),
    ("INSERT INTO stretch VALUES (2, 1, '2024-02-13', 1, 540, 660, NULL)", ()),
    ("INSERT INTO session VALUES (1, 1, 1, 1, 100, 'in_person', 'held', NULL, '')", ()),
    ("INSERT INTO session VALUES (2, 1, 2, 2, 80, 'in_person', 'cancelled', NULL, 'x')", ()),
    ("INSERT INTO session VALUES (3, 2, 1, 1, 80, 'in_person', 'planned', NULL, '')", ()),
    ("INSERT INTO session VALUES (4, 2, 2, 2, 40, 'in_person', 'planned', 2, '')", ()),
    ("INSERT INTO person (id, name, surnames) VALUES (1, 'Lucía', 'Ibáñez Ñúñez')", ()),
    ("INSERT INTO person_document VALUES ('nie', '', 'X1234567L', 1, 0)", ()),
    ("INSERT INTO person_document VALUES ('dni', '', '12345678Z', 1, 1)", ()),
    ("INSERT INTO seat VALUES (1, 1, 1, 'funded')", ()),
    ("INSERT INTO enrolment (id, course_id, person_id, joined_on) VALUES (1, 1, 1, '2024-02-12')", ()),
    ("INSERT INTO occupancy VALUES (1, 1, '2024-02-12', NULL)", ()),
    ("INSERT INTO enrolment_module VALUES (1, 2, 'exempt', 'Experiencia')", ()),
    ("INSERT INTO attendance VALUES (1, 1, 40, 0)", ()),
    ("INSERT INTO justification (id, enrolment_id, state) VALUES (1, 1, 'pending')", ()),
    ("INSERT INTO absence VALUES (1, 1, 1, 60, 'a', 1)", ()),
    ("INSERT INTO attachment VALUES (?, 'application/pdf', 0, 'hoja.pdf')", (sha256(""),)),
    (
        """INSERT INTO document (id, kind, year, number, course_id, week, version, printed_on, data,
                                 data_sha256, sha256, program_version, state)
           VALUES (1, 'attendance-sheet', 2024, 1, 1, '2024-W07', 1, '2024-02-16', ?, ?, ?, '0.1.0',
                   'issued')""",
        (PAPER_TEXT, sha256(PAPER_TEXT), sha256("")),
    ),
)

ANOTHER_COURSE = """
    INSERT INTO course (id, centre_id, code, call_version_id, certificate_version_id, speciality, title,
                        level, route, province, regime, start_on, timetable)
    VALUES (2, 1, '24/002', 1, 1, 'SSCS0208', 'Otro', 2, 'own', 'Zaragoza', 'RD659', '2024-02-12',
            'L 09:00-12:00');
    INSERT INTO course_module VALUES (3, 2, 1, 'formative', 'MF1017_2', 'Otro', 300, '', NULL, NULL);
    INSERT INTO block VALUES (3, 2, 1, 'MF1017_2', 'Otro', 300);
    INSERT INTO block_module VALUES (3, 3);
    INSERT INTO stretch VALUES (3, 2, '2024-02-12', 1, 900, 960, NULL);
    INSERT INTO session VALUES (5, 3, 1, 3, 60, 'in_person', 'held', NULL, '');
    INSERT INTO seat VALUES (2, 2, 1, 'funded');
    INSERT INTO person (id, name, surnames) VALUES (2, 'Omar', 'Zapata');
    INSERT INTO enrolment (id, course_id, person_id, joined_on) VALUES (2, 2, 2, '2024-02-12');
    INSERT INTO occupancy VALUES (2, 2, '2024-02-12', NULL);
    INSERT INTO attendance VALUES (2, 5, 60, 0);
    INSERT INTO justification (id, enrolment_id, state) VALUES (2, 2, 'validated');
"""
"""A second course, with a learner of its own, so that one course can be mistaken for the other."""
