"""Copies of a centre's file by SQLite's backup API, which count only after they were opened and compared.

A copy is one self-contained file, with no log beside it. What it says is compared with the original table by
table, on the very snapshot that was copied, so the original may go on being written meanwhile.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db import connection, faults, journal
from cpepa_desktop.db.attachments import Attachment, attachments_in, sync_folder
from cpepa_desktop.db.journal import LastOperation
from cpepa_desktop.domain.backups import Reason, backup_name
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

TABLES: Final = (
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
)
KEY_COLUMNS: Final = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
INTEGRITY: Final = "PRAGMA integrity_check(20)"
BROKEN_KEYS: Final = 'SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 20'

_ROWS_AT_ONCE: Final = 2_000
_PAGES_AT_ONCE: Final = -1  # all of them: the snapshot is held open, so there is nothing to wait for


@dataclass(frozen=True, slots=True)
class TablePrint:
    """What tells two copies of a table apart: how many rows, and the hash of all of them in order."""

    name: str
    rows: int
    sha256: str


def fingerprint(db: Database) -> tuple[TablePrint, ...]:
    """Return a print of every table of the file, the journal's included."""
    return tuple(_print_of(db, name, without_rowid=bool(wr)) for name, wr in db.execute(TABLES).fetchall())


def _print_of(db: Database, table: str, *, without_rowid: bool) -> TablePrint:
    key = (
        ", ".join(f'"{name}"' for (name,) in db.execute(KEY_COLUMNS, (table,))) if without_rowid else "rowid"
    )
    cursor = db.execute(f'SELECT * FROM "{table}" ORDER BY {key}')  # noqa: S608 - names from the file's own shape
    digest, length = hashlib.sha256(), 0
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        digest.update(repr(rows).encode())  # repr tells 1 from '1' and where each text ends
        length += len(rows)
    return TablePrint(table, length, digest.hexdigest())


def faults_of(db: Database) -> tuple[str, ...]:
    """Return what is wrong inside the file, in the engine's own words; nothing where it is sound."""
    found = [text for (text,) in db.execute(INTEGRITY) if text != "ok"]
    found += [f"{table} {rowid}: {parent}" for table, rowid, parent in db.execute(BROKEN_KEYS)]
    return tuple(found)


def fresh_name(folder: Path, moment: datetime, reason: Reason) -> Path:
    """Return where a backup made at ``moment`` goes: a name that nothing has yet."""
    names = (folder / backup_name(moment, reason, repeat) for repeat in count(1))
    return next(name for name in names if not name.exists())


def attachments_of(copy: Path) -> tuple[Attachment, ...]:
    """Return the attachments that a copy refers to; :class:`EnvironmentFault` where it cannot be read."""
    with faults.explained():
        db = connection.connect_for_reading(copy)
        try:
            return attachments_in(db)
        finally:
            db.close()


def last_operation_of(copy: Path) -> LastOperation | None:
    """Return the newest operation that a copy holds; :class:`EnvironmentFault` where it cannot be read."""
    with faults.explained():
        db = connection.connect_for_reading(copy)
        try:
            return journal.last_operation(db)
        finally:
            db.close()


def copy_verified(source: Path, target: Path) -> None:
    """Copy the file at ``source`` to ``target``, which appears only once it has been checked and compared.

    Raises :class:`EnvironmentFault` where the disk gives way, or where the copy does not say the same.
    """
    partial = target.with_name(f".parcial-{target.name}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with faults.explained():
            prints = _copy_snapshot(source, partial)
            _verify(partial, prints)
        _settle(partial, target)
    except OSError as error:
        raise faults.disk_fault(error, target) from error
    finally:
        for left in (partial, partial.with_name(partial.name + "-journal")):
            with suppress(OSError):  # what went wrong, if anything, is already being told
                left.unlink()


def _copy_snapshot(source: Path, partial: Path) -> tuple[TablePrint, ...]:
    """Copy what the source says at one moment and return the prints of that moment."""
    db = connection.connect_for_reading(source)
    target = sqlite3.connect(partial, isolation_level=None)
    try:
        db.execute("BEGIN")  # the backup below joins this read transaction and sees the same snapshot
        prints = fingerprint(db)
        db.conn.backup(target, pages=_PAGES_AT_ONCE)
        db.execute("COMMIT")
        # A copy stands alone: no log beside it, and readable on a read-only disk.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
        db.close()
    return prints


def _verify(copy: Path, prints: tuple[TablePrint, ...]) -> None:
    db = connection.connect_for_reading(copy)
    try:
        found = faults_of(db)
        differing = {mine.name for mine in set(fingerprint(db)) ^ set(prints)}
    finally:
        db.close()
    if found or differing:
        raise EnvironmentFault(
            _(
                "La copia no ha salido igual que el archivo y no se ha guardado ({details}). El archivo del "
                "centro no se ha tocado. Compruebe el disco y use «Comprobar el archivo»."
            ).format(details="; ".join(found or sorted(differing)))
        )


def replace_file(path: Path, backup: Path) -> None:
    """Put what ``backup`` says in the place of the file at ``path``, whole or not at all.

    The caller holds the lock of ``path`` and has kept what stands there. Raises :class:`EnvironmentFault`
    where the disk gives way or somebody still has the file open.
    """
    partial = path.with_name(f".restaurado-{path.name}")
    try:
        copy_verified(backup, partial)
        # A log left by the old file would be applied to the new one and ruin it, so it goes first.
        for suffix in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        partial.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise faults.disk_fault(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def set_aside(path: Path, folder: Path, moment: datetime) -> None:
    """Keep the bytes of a damaged file and its log, where a specialist may still read something in them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.exists():
                shutil.copyfile(
                    source, folder / f"{moment:%Y-%m-%dT%H-%M-%S%z}_archivo-anterior.cpepa{suffix}"
                )
    except OSError as error:
        raise faults.disk_fault(error, folder) from error


def _settle(partial: Path, target: Path) -> None:
    descriptor = os.open(partial, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    partial.replace(target)
    sync_folder(target.parent)
