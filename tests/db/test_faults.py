"""What the engine and the disk say is put into words; what is our own bug is not."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from cpepa_desktop.db.faults import disk_fault, explained, fault_of, is_damage
from cpepa_desktop.domain.errors import EnvironmentFault

WORDS = {
    sqlite3.SQLITE_FULL: "disco está lleno",
    sqlite3.SQLITE_BUSY: "Otro programa está usando",
    sqlite3.SQLITE_PROTOCOL: "Otro programa está usando",
    sqlite3.SQLITE_BUSY_SNAPSHOT: "Otro programa está usando",
    sqlite3.SQLITE_READONLY: "no se puede escribir",
    sqlite3.SQLITE_READONLY_DIRECTORY: "no se puede escribir",
    sqlite3.SQLITE_CANTOPEN: "no se puede abrir",
    sqlite3.SQLITE_IOERR_FSYNC: "disco no responde",
    sqlite3.SQLITE_CORRUPT: "está dañado",
    sqlite3.SQLITE_NOTADB: "está dañado",
}


def engine_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("said by the engine")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(("code", "words"), WORDS.items())
def test_each_trouble_of_the_disk_has_its_sentence(code: int, words: str) -> None:
    fault = fault_of(engine_error(code))
    assert fault is not None
    assert words in fault.message


def test_damage_is_told_from_other_troubles() -> None:
    assert {code for code in WORDS if is_damage(engine_error(code))} == {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }
    assert not is_damage(sqlite3.ProgrammingError("closed"))


@pytest.mark.parametrize(
    "error",
    [
        engine_error(sqlite3.SQLITE_ERROR),
        engine_error(sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY),
        sqlite3.ProgrammingError("closed"),
        ValueError("ours"),
    ],
)
def test_a_bug_is_no_fault_and_passes_as_it_is(error: Exception) -> None:
    assert fault_of(error) is None
    with pytest.raises(type(error)) as caught, explained():
        raise error
    assert caught.value is error


def test_a_fault_keeps_what_the_engine_said_for_the_log() -> None:
    error = engine_error(sqlite3.SQLITE_FULL)
    with pytest.raises(EnvironmentFault) as caught, explained():
        raise error
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disco está lleno"),
        (errno.EACCES, "No hay permiso"),
        (errno.EPERM, "No hay permiso"),
        (errno.EROFS, "No hay permiso"),
        (errno.EIO, "disco ha fallado"),
    ],
)
def test_each_trouble_with_a_path_names_the_path(number: int, words: str) -> None:
    fault = disk_fault(OSError(number, "said by the system"), Path("centro.cpepa"))
    assert words in fault.message
    assert "centro.cpepa" in fault.message
