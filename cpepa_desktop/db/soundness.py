"""Whether a file is whole: read for damage once, before anything is written in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock
from typing import Final

from cpepa_desktop.db import connection, faults
from cpepa_desktop.db.connection import Database
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

QUICK_CHECK: Final = "PRAGMA quick_check(1)"


class WholeReading:
    """The reading of a whole file for damage: done by whoever asks first, in any thread; the others wait."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = Lock()
        self._is_sound: bool | None = None

    def require_sound(self) -> None:
        """Raise :class:`EnvironmentFault` where the file is damaged, or cannot be read today."""
        with self._turn:
            if self._is_sound is None:
                self._is_sound = self._read()
        if not self._is_sound:
            raise EnvironmentFault(damaged(self._path))

    def _read(self) -> bool:
        try:
            db = connection.connect_for_reading(self._path)
            try:
                return is_sound(db)
            finally:
                db.close()
        except sqlite3.DatabaseError as error:
            if faults.is_damage(error):
                return False
            raise trouble(error, self._path) from error


def is_sound(db: Database) -> bool:
    """Read every page and say whether all are as they must be. Ten years take half a second."""
    return bool(db.execute(QUICK_CHECK).fetchone()[0] == "ok")


def trouble(error: sqlite3.DatabaseError, path: Path) -> EnvironmentFault:
    """Return what is the matter with a file that cannot be read: disk, other program, or its own damage."""
    fault = None if faults.is_damage(error) else faults.fault_of(error)
    return fault or EnvironmentFault(damaged(path))


def damaged(path: Path) -> str:
    """Return what is said of a damaged file."""
    return _(
        "«{path}» está dañado y no se puede abrir con seguridad. No se ha escrito nada en él. "
        "Recupere la última copia de seguridad."
    ).format(path=path)
