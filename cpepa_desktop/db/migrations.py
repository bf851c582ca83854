"""How an older file reaches the shape of today's ``schema.sql``.

To change the shape of the file:

1. Edit ``schema.sql``: it is how a file is born.
2. Add a step at the end of this file with ``@migrations()``, named ``step_N_what_it_does``, and raise
   ``FILE_VERSION`` to N. A step calls nothing of ours, because ours will change and the step must not: plain
   SQL, a long one in ``steps/N.sql``, and ``sqlite_utils`` only. It finds foreign keys off and no triggers of
   the journal, all inside one transaction; so no ``VACUUM`` and no ``transactional=False``.
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

FILE_VERSION: Final = 3
"""The version of the shape that this program writes, kept in ``user_version``."""

migrations: Final = Migrations("cpepa_desktop")

BROKEN_KEYS: Final = "SELECT count(*) FROM pragma_foreign_key_check"


@migrations()
def step_1_adopt(db: Database) -> None:
    """Adopt a file born with the first ``schema.sql``: there is nothing to change yet."""


@migrations()
def step_2_attendance_in_full(db: Database) -> None:
    """Add what a week needs to be sent and frozen, and what the virtual classroom leaves behind."""
    _run_step(db, 2)


@migrations()
def step_3_planning(db: Database) -> None:
    """Add who pays, what must be signed before the start, and what falls due."""
    _run_step(db, 3)


def _run_step(db: Database, number: int) -> None:
    # Not executescript: it would end the transaction that all the steps share.
    text = files("cpepa_desktop.db").joinpath(f"steps/{number}.sql").read_text(encoding="utf-8")
    for statement in text.split(";"):
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
