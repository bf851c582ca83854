"""Creating and opening a centre's file, and every reason not to.

A file that is not ours, is newer, damaged or read-only gets its own sentence. What a file is can be told from
its first hundred bytes, so nothing is opened, locked or written before that.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db import birth, connection, copies, faults, journal, migrations, places
from cpepa_desktop.db.attachments import AttachmentStore, sync_folder
from cpepa_desktop.db.lock import FileLock, acquire
from cpepa_desktop.db.soundness import WholeReading, damaged, is_sound, trouble
from cpepa_desktop.domain.backups import Reason
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.texts import _

# The header of a database: https://www.sqlite.org/fileformat2.html#the_database_header
_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_LENGTH: Final = 100
_APPLICATION_ID: Final = slice(68, 72)

_ALWAYS_READ_WHOLE: Final = 32 * 1024 * 1024  # bytes, some three years of a centre
_READ_AT_ONCE: Final = 4 * 1024 * 1024  # bytes, some hundredths of a second

PROGRAM_ACTOR: Final = "CPEPA Desktop"
"""Who does what nobody asked for, such as an upgrade on opening."""


@dataclass(frozen=True, slots=True)
class CentreFile:
    """A centre's file, open: its connection, its attachments, and what to know of where it stands.

    The connection belongs to the thread that opened it; another thread asks for its own with
    :meth:`another_reader` or :meth:`another_writer`.
    """

    path: Path
    db: Database
    writable: bool
    warnings: tuple[str, ...]
    attachments: AttachmentStore
    lock: FileLock | None = None
    whole: WholeReading | None = None
    """The reading of the whole file, where opening has left it for later."""

    def require_sound(self) -> None:
        """Raise :class:`EnvironmentFault` where the file is damaged. It is asked before each change."""
        if self.whole is not None:
            self.whole.require_sound()

    def another_reader(self) -> CentreFile:
        """Return the same file open only for reading, for another thread; it sees what is committed."""
        return _opened(
            self.path, connection.connect_for_reading(self.path), lock=None, warnings=self.warnings
        )

    def another_writer(self) -> CentreFile:
        """Return the same file open for writing, for another thread, on the lock that this one holds.

        Who opened this one writes nothing until that one is closed. Raises ``RuntimeError`` where this one
        cannot write.
        """
        if not self.writable:
            raise RuntimeError(f"{self.path} is open only for reading")
        other = _opened(
            self.path, connection.connect_for_writing(self.path), lock=None, warnings=self.warnings
        )
        return replace(other, writable=True, whole=self.whole)

    def close(self) -> None:
        """Close the file and give back the right to write it."""
        self.db.close()
        if self.lock is not None:
            self.lock.release()


def create(path: Path, *, clock: Clock, program_version: str, is_sample: bool = False) -> CentreFile:
    """Create a centre's file at ``path`` and return it open for writing, with nothing but its identity.

    It appears under its name only when it is whole. Raises :class:`Refused` where the name is taken or the
    folder does not exist, :class:`EnvironmentFault` where the folder cannot be written.
    """
    path = path.resolve()  # two links to one file must meet at the same lock
    if path.exists():
        raise Refused(
            _(
                "«{path}» ya existe y no se ha tocado. Ábralo, o elija otro nombre para el archivo nuevo."
            ).format(path=path)
        )
    if not path.parent.is_dir():
        raise Refused(
            _(
                "La carpeta «{folder}» no existe. No se ha creado nada; elija otra carpeta o créela antes."
            ).format(folder=path.parent)
        )
    lock = acquire(path, since=clock.now())
    try:
        _build(path, clock, program_version, is_sample=is_sample)
        return _opened(path, connection.connect_for_writing(path), lock=lock)
    except BaseException:
        lock.release()
        raise


def open_for_writing(path: Path, *, clock: Clock) -> CentreFile:
    """Open the centre's file at ``path`` for writing, upgraded where it was older (a copy is made before).

    Raises :class:`Refused` where it is not a centre's file, is from a newer version or is a backup, and
    :class:`EnvironmentFault` where it is damaged, read-only or open elsewhere.
    """
    path = path.resolve()
    _recognise(path)
    if places.is_backup(path):
        raise Refused(
            _(
                "«{path}» es una copia de seguridad y no se escribe en ella. No se ha cambiado nada. "
                "Restáurela desde el programa, o ábrala solo para leer."
            ).format(path=path)
        )
    _require_writable(path)
    lock = acquire(path, since=clock.now())
    try:
        return _open_locked(path, clock, lock)
    except BaseException:
        lock.release()
        raise


def open_for_reading(path: Path) -> CentreFile:
    """Open the centre's file at ``path`` only for reading, whoever writes it, even in a read-only place.

    Raises as :func:`open_for_writing`, except for what has to do with writing; an older file is refused until
    it has been opened for writing once.
    """
    path = path.resolve()
    _recognise(path)
    db = _connected(path, connection.connect_for_reading)
    try:
        _check(db, path, read_whole=_has_at_most(_ALWAYS_READ_WHOLE, path))
        _require_upgraded(db, path)
    except BaseException:
        db.close()
        raise
    return _opened(path, db, lock=None)


def require_sound(path: Path) -> str:
    """Check the whole of a file that nobody writes, such as a backup, and return its identity.

    Raises as :func:`open_for_reading` does, and accepts older versions.
    """
    _recognise(path)
    db = _connected(path, connection.connect_for_reading)
    try:
        uuid = _check(db, path, read_whole=True)
        if copies.faults_of(db):
            raise EnvironmentFault(damaged(path))
    finally:
        db.close()
    return uuid


def identity_of(path: Path) -> str | None:
    """Return the identity of the file at ``path``, ``None`` where there is none or it is too damaged to tell.

    Raises :class:`Refused` for what a backup must not be put over: a folder, the database of another program,
    a file from a newer version.
    """
    if not path.exists():
        return None
    header = _header_of(path)
    if not _is_database(header):
        return None
    _require_ours(header, path)
    try:
        db = _connected(path, connection.connect_for_reading)
    except EnvironmentFault:
        return None
    try:
        return _check(db, path, read_whole=_has_at_most(_ALWAYS_READ_WHOLE, path))
    except EnvironmentFault:
        return None
    finally:
        db.close()


def _open_locked(path: Path, clock: Clock, lock: FileLock) -> CentreFile:
    db = _connected(path, connection.connect_for_writing)
    try:
        _check(db, path, read_whole=lock.was_left_behind or _has_at_most(_READ_AT_ONCE, path))
        is_older = migrations.version_of(db) < migrations.FILE_VERSION
        is_copy = db.journal_mode != "wal"
        whole = _left_for_later(path, lock)
        if whole is not None and (is_older or is_copy):
            whole.require_sound()
        with faults.explained():
            db.enable_wal()  # a file brought back from a copy is not in this mode
        if is_older:
            folder = places.backups_folder(path)
            copies.copy_verified(path, copies.fresh_name(folder, clock.now(), Reason.MIGRATION))
            migrations.upgrade(db, actor=PROGRAM_ACTOR, at=clock.now(), day=clock.today())
        return replace(_opened(path, db, lock=lock), whole=whole)
    except BaseException:
        db.close()
        raise


def _left_for_later(path: Path, lock: FileLock) -> WholeReading | None:
    """Return the reading that opening has not done, so that the window comes up before it."""
    is_read = lock.was_left_behind or _has_at_most(_READ_AT_ONCE, path)
    return None if is_read or not _has_at_most(_ALWAYS_READ_WHOLE, path) else WholeReading(path)


def _has_at_most(size: int, path: Path) -> bool:
    return path.stat().st_size <= size


def _opened(
    path: Path, db: Database, *, lock: FileLock | None, warnings: tuple[str, ...] | None = None
) -> CentreFile:
    return CentreFile(
        path=path,
        db=db,
        writable=lock is not None,
        warnings=places.warnings_about(path) if warnings is None else warnings,
        attachments=AttachmentStore(db, places.attachments_folder(path)),
        lock=lock,
    )


def _build(path: Path, clock: Clock, program_version: str, *, is_sample: bool) -> None:
    """Write the new file under another name and give it its own when it is whole."""
    partial = path.with_name(f".nuevo-{path.name}")
    try:
        partial.unlink(missing_ok=True)
        partial.touch()
        db = connection.connect_for_writing(partial)
        try:
            db.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
            with faults.explained(), db.atomic():
                migrations.be_born(db, at=clock.now())
                birth.write_identity(db, clock.today(), program_version, is_sample=is_sample)
                journal.watch(db)
            db.enable_wal()
        finally:
            db.close()
        partial.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise faults.disk_fault(error, path) from error
    finally:
        with suppress(OSError):  # what went wrong, if anything, is already being told
            partial.unlink()


# Reasons not to open ----------------------------------------------------------------------------------------


def _recognise(path: Path) -> None:
    """Refuse what is not a centre's file, from its name and its first bytes alone."""
    header = _header_of(path)
    if not header:
        raise EnvironmentFault(
            _(
                "«{path}» está vacío: puede ser una copia o una descarga que no terminó. No se ha cambiado "
                "nada; recupere la última copia de seguridad."
            ).format(path=path)
        )
    if not header.startswith(_MAGIC):
        raise Refused(
            _(
                "«{path}» no es un archivo de este programa. No se ha cambiado nada; elija uno hecho con él. "
                "Si lo era, está dañado: recupere la última copia de seguridad."
            ).format(path=path)
        )
    if not _is_database(header):
        raise EnvironmentFault(damaged(path))
    _require_ours(header, path)


def _header_of(path: Path) -> bytes:
    if path.is_dir():
        raise Refused(
            _(
                "«{path}» es una carpeta. No se ha cambiado nada; elija el archivo del centro que hay dentro."
            ).format(path=path)
        )
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except FileNotFoundError as error:
        raise Refused(
            _(
                "«{path}» no existe. No se ha cambiado nada; compruebe el nombre, la carpeta y que el disco "
                "esté conectado."
            ).format(path=path)
        ) from error
    except OSError as error:
        raise EnvironmentFault(
            _(
                "«{path}» no se puede leer ({reason}). No se ha cambiado nada; compruebe los permisos o el "
                "disco."
            ).format(path=path, reason=error.strerror or error)
        ) from error


def _is_database(header: bytes) -> bool:
    return header.startswith(_MAGIC) and len(header) == _HEADER_LENGTH


def _require_ours(header: bytes, path: Path) -> None:
    if int.from_bytes(header[_APPLICATION_ID], "big") != connection.APPLICATION_ID:
        raise Refused(
            _(
                "«{path}» es una base de datos de otro programa. No se ha cambiado nada; "
                "elija un archivo hecho con este."
            ).format(path=path)
        )


def _require_writable(path: Path) -> None:
    """Refuse a file that cannot be written. That of its folder shows when the lock is taken."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        raise EnvironmentFault(
            _(
                "«{path}» es de solo lectura. No se ha cambiado nada. Ábralo solo para leer, o cópielo a una "
                "carpeta donde pueda escribir y abra esa copia."
            ).format(path=path)
        ) from error


def _connected(path: Path, connect: Callable[[Path], Database]) -> Database:
    try:
        return connect(path)
    except sqlite3.DatabaseError as error:
        raise trouble(error, path) from error


def _check(db: Database, path: Path, *, read_whole: bool) -> str:
    """Refuse a newer or a damaged file, and return the identity of a sound one.

    Reading every page of ten years takes half a second of the start, so a large file is read whole only where
    there is a reason to doubt: the last session did not close. Otherwise the first change waits for the
    reading, or the copy made at closing does it.
    """
    try:
        version = migrations.version_of(db)
        if version > migrations.FILE_VERSION:
            raise Refused(
                _(
                    "«{path}» es de una versión más nueva del programa: su formato es el {version} y este "
                    "llega al {ours}. No se ha cambiado nada. Actualice el programa en este equipo."
                ).format(path=path, version=version, ours=migrations.FILE_VERSION)
            )
        sound = not read_whole or is_sound(db)
        uuid = birth.uuid_of(db)
    except sqlite3.DatabaseError as error:
        raise trouble(error, path) from error
    if not sound or uuid is None:
        raise EnvironmentFault(damaged(path))
    return uuid


def _require_upgraded(db: Database, path: Path) -> None:
    if migrations.version_of(db) < migrations.FILE_VERSION:
        raise Refused(
            _(
                "«{path}» es de una versión anterior del programa. No se ha cambiado nada. "
                "Ábralo una vez para escribir y quedará al día."
            ).format(path=path)
        )
