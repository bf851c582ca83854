"""How an older file reaches the shape of today's ``schema.sql``.

To change the shape of the file:

1. Edit ``schema.sql``: it is how a file is born.
2. Add a step at the end of this file with ``@migrations()``, named ``step_N_what_it_does``, and raise
   ``FILE_VERSION`` to N. A step calls nothing of ours, because ours will change and the step must not: plain
   SQL and ``sqlite_utils`` only. It finds foreign keys off and no triggers of the journal, all inside one
   transaction; so no ``VACUUM`` and no ``transactional=False``.
3. Before a release, ``python -m tests.db.make_release`` keeps a dump of a file of this version in
   ``tests/db/released/``. Once released, a step and its dump are never touched again.

The tests then hold that every released dump opens, that it reaches exactly the shape of ``schema.sql``, and
that ``FILE_VERSION`` is the number of steps.

A file is upgraded in one transaction: either all the steps are done and every foreign key holds, or the file
is as it was. The journal gets a legal act, because what was journaled in the old shape cannot be undone in
the new one.
"""

from __future__ import annotations

from datetime import date, datetime
from importlib.resources import files
from typing import Final

from sqlite_utils import Database, Migrations

from cpepa_desktop.db import faults, journal
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

FILE_VERSION: Final = 2
"""The version of the shape that this program writes, kept in ``user_version``."""

migrations: Final = Migrations("cpepa_desktop")

BROKEN_KEYS: Final = "SELECT count(*) FROM pragma_foreign_key_check"

_STEP_2_TABLES: Final = """
CREATE TABLE week_lock (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    iso_year INTEGER NOT NULL CHECK (iso_year BETWEEN 1 AND 9999),
    iso_week INTEGER NOT NULL CHECK (iso_week BETWEEN 1 AND 53),
    version INTEGER NOT NULL CHECK (version >= 1),
    sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days')),
    registry TEXT NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    unlocked_on TEXT CHECK (unlocked_on IS date(unlocked_on, '+0 days')),
    unlock_reason TEXT NOT NULL DEFAULT '',
    CHECK ((unlocked_on IS NULL) = (unlock_reason = '')),
    UNIQUE (course_id, iso_year, iso_week, version)
) STRICT;
CREATE UNIQUE INDEX week_lock_standing ON week_lock (course_id, iso_year, iso_week) WHERE unlocked_on IS NULL;
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    enrolment_id INTEGER REFERENCES enrolment (id) ON DELETE RESTRICT,
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    what TEXT NOT NULL CHECK (what <> ''),
    cause TEXT NOT NULL DEFAULT '',
    justification TEXT NOT NULL DEFAULT '',
    communicated_on TEXT CHECK (communicated_on IS date(communicated_on, '+0 days'))
) STRICT;
CREATE INDEX incident_stretch ON incident (stretch_id);
CREATE INDEX incident_enrolment ON incident (enrolment_id);
CREATE TABLE typed_item (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    program TEXT NOT NULL CHECK (program IN ('gestifor', 'gacepa')),
    item TEXT NOT NULL CHECK (item <> ''),
    value TEXT NOT NULL,
    typed_on TEXT NOT NULL CHECK (typed_on IS date(typed_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, program, item)
) STRICT;
CREATE TABLE virtual_class (
    course_id INTEGER PRIMARY KEY REFERENCES course (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL DEFAULT '',
    inspection_link TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE virtual_person (
    enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE RESTRICT,
    reason TEXT CHECK (reason IN ('other_town', 'difficulty', 'room_size')),
    reason_note TEXT NOT NULL DEFAULT '',
    consent TEXT CHECK (consent IN ('given', 'refused')),
    consent_on TEXT CHECK (consent_on IS date(consent_on, '+0 days')),
    proof TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK ((consent IS NULL) = (consent_on IS NULL))
) STRICT;
CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    place TEXT NOT NULL CHECK (place <> ''),
    destroyed_on TEXT CHECK (destroyed_on IS date(destroyed_on, '+0 days')),
    certificate TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK (certificate IS NULL OR destroyed_on IS NOT NULL)
) STRICT;
CREATE INDEX recording_stretch ON recording (stretch_id);
CREATE TABLE connection_log (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL,
    file TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on, '+0 days')),
    UNIQUE (stretch_id, file)
) STRICT;
CREATE TABLE connection (
    id INTEGER PRIMARY KEY,
    log_id INTEGER NOT NULL REFERENCES connection_log (id) ON DELETE RESTRICT,
    enrolment_id INTEGER REFERENCES enrolment (id) ON DELETE RESTRICT,
    shown_name TEXT NOT NULL,
    from_second INTEGER NOT NULL,
    to_second INTEGER NOT NULL,
    CHECK (from_second <= to_second)
) STRICT;
CREATE INDEX connection_log_id ON connection (log_id);
CREATE INDEX connection_enrolment ON connection (enrolment_id);
CREATE TABLE connection_alias (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    alias TEXT NOT NULL CHECK (alias <> ''),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    PRIMARY KEY (course_id, alias)
) STRICT;
CREATE INDEX connection_alias_enrolment ON connection_alias (enrolment_id)
"""


@migrations()
def step_1_adopt(db: Database) -> None:
    """Adopt a file born with the first ``schema.sql``: there is nothing to change yet."""


@migrations()
def step_2_attendance_in_full(db: Database) -> None:
    """Add what a week needs to be sent and frozen, and what the virtual classroom leaves behind."""
    for column in (
        "travel_minutes INTEGER CHECK (travel_minutes >= 0)",
        "handed_in_on TEXT CHECK (handed_in_on IS date(handed_in_on, '+0 days'))",
        "registry TEXT NOT NULL DEFAULT ''",
    ):
        db.execute(f"ALTER TABLE justification ADD COLUMN {column}")
    for statement in _STEP_2_TABLES.split(";"):
        db.execute(statement)


def version_of(db: Database) -> int:
    """Return the version of the shape of a file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def set_version(db: Database, version: int) -> None:
    """Write the version of the shape of a file."""
    db.execute(f"PRAGMA user_version = {version}")


def be_born(db: Database, *, at: datetime) -> None:
    """Give an empty file the shape of today, with every step as done; to be called inside a transaction."""
    db.executescript(files("cpepa_desktop.db").joinpath("schema.sql").read_text(encoding="utf-8"))
    migrations.ensure_migrations_table(db)
    db.table(migrations.migrations_table).insert_all(
        {"migration_set": migrations.name, "name": step.name, "applied_at": at.isoformat(timespec="seconds")}
        for step in migrations.pending(db)
    )
    set_version(db, FILE_VERSION)


def upgrade(db: Database, *, actor: str, at: datetime, day: date) -> None:
    """Take an older file to the shape of today; a copy must have been made before.

    Raises :class:`EnvironmentFault` where the file does not hold together afterwards; it is then as it was.
    """
    name = _("Actualización del archivo a la versión {version}").format(version=FILE_VERSION)
    db.execute("PRAGMA foreign_keys = OFF")  # has no effect once the transaction is open
    try:
        with faults.explained(), db.atomic():
            journal.unwatch(db)
            migrations.apply(db)
            journal.watch(db)
            set_version(db, FILE_VERSION)
            if db.execute(BROKEN_KEYS).fetchone()[0]:
                raise EnvironmentFault(
                    _(
                        "El archivo no se ha podido actualizar a la versión de este programa porque hay "
                        "datos que apuntan a otros que no existen. No se ha cambiado nada. Recupere una "
                        "copia de seguridad."
                    )
                )
            journal.record_act(db, name, actor=actor, at=at, day=day)
    finally:
        db.execute("PRAGMA foreign_keys = ON")
