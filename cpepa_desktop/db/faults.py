"""Errors of the engine and of the disk that are not bugs, put into words the user can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

# The low byte of an extended result code is its family: https://www.sqlite.org/rescode.html
_FAMILY: Final = 0xFF


def _sentences() -> dict[int, str]:
    damaged = _(
        "El archivo está dañado y no se puede seguir leyendo. No se ha escrito nada en él. "
        "Cierre el programa y recupere la última copia de seguridad."
    )
    disk = _(
        "El disco no responde bien y el último cambio no se ha guardado; lo anterior está a salvo. "
        "Compruebe el disco o la memoria USB y repita el cambio."
    )
    busy = _(
        "Otro programa está usando el archivo y ahora no se puede trabajar con él; lo guardado está a salvo. "
        "Ciérrelo allí y repita lo que estaba haciendo."
    )
    return {
        sqlite3.SQLITE_FULL: _(
            "El disco está lleno y el último cambio no se ha guardado; lo anterior está a salvo. "
            "Libere espacio y repita el cambio."
        ),
        sqlite3.SQLITE_BUSY: busy,
        sqlite3.SQLITE_PROTOCOL: busy,
        sqlite3.SQLITE_READONLY: _(
            "El archivo no se puede escribir y el último cambio no se ha guardado; lo anterior está a salvo. "
            "Compruebe sus permisos o cópielo a otra carpeta."
        ),
        sqlite3.SQLITE_CANTOPEN: _(
            "El archivo no se puede abrir. No se ha cambiado nada. "
            "Compruebe que el disco sigue conectado y que tiene permiso en la carpeta."
        ),
        sqlite3.SQLITE_IOERR: disk,
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
    }


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """Return the fault that ``error`` of the engine means, or ``None`` where it is a bug of ours."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    sentence = None if code is None else _sentences().get(code & _FAMILY)
    return None if sentence is None else EnvironmentFault(sentence)


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether the engine finds the file itself damaged."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _FAMILY
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def explained() -> Iterator[None]:
    """Raise what the disk does to the engine as :class:`EnvironmentFault`; bugs pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error


def disk_fault(error: OSError, path: Path) -> EnvironmentFault:
    """Return the fault that ``error`` of the disk means when it happened with ``path``."""
    if error.errno == errno.ENOSPC:
        return EnvironmentFault(
            _(
                "El disco está lleno: no se ha podido guardar «{path}». Lo anterior está a salvo; libere "
                "espacio."
            ).format(path=path)
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return EnvironmentFault(
            _(
                "No hay permiso para escribir en «{path}». No se ha cambiado nada. "
                "Elija otra carpeta o pida permiso sobre esta."
            ).format(path=path)
        )
    return EnvironmentFault(
        _("El disco ha fallado con «{path}» ({reason}). Lo anterior está a salvo; repita la acción.").format(
            path=path, reason=error.strerror or error
        )
    )
