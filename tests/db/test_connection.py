"""Connections: the same settings and the same collation whatever they are for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cpepa_desktop.db.connection import connect_for_reading, connect_for_writing
from cpepa_desktop.db.open import CentreFile
from tests.db.ordinary_user import open_folder, ordinary_user
from tests.db.small_centre import closing, new_file, write


def test_queries_sort_as_the_spanish_alphabet_does(tmp_path: Path) -> None:
    with closing(new_file(tmp_path / "centro.cpepa", filled=False)) as file:
        with write(file.db):
            for name in ("Zoe", "Nuria", "Ñaki", "álvaro", "Alba", "Oto"):
                file.db.execute("INSERT INTO person (name, surnames) VALUES (?, '')", (name,))
        rows = file.db.execute("SELECT name FROM person ORDER BY name COLLATE spanish").fetchall()
        assert [name for (name,) in rows] == ["Alba", "álvaro", "Nuria", "Ñaki", "Oto", "Zoe"]
        found = file.db.execute("SELECT name FROM person WHERE name = 'ÁLVARO' COLLATE spanish").fetchall()
        assert found == [("álvaro",)]


def test_the_collation_is_in_no_table(tmp_path: Path) -> None:
    """A file must be readable by tools that do not know it."""
    with closing(new_file(tmp_path / "centro.cpepa")) as file:
        (count,) = file.db.execute("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%spanish%'").fetchone()
        assert count == 0


def test_a_connection_creates_no_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect_for_writing(tmp_path / "no.cpepa").execute("SELECT 1 FROM sqlite_master")
    with pytest.raises(sqlite3.OperationalError):
        connect_for_reading(tmp_path / "no.cpepa")
    assert not (tmp_path / "no.cpepa").exists()


def test_a_log_still_to_be_merged_is_never_ignored() -> None:
    """In a read-only folder the log cannot be read; the file without it would be an older one."""
    with open_folder() as folder:
        writer: CentreFile = new_file(folder / "centro.cpepa")
        copy = folder / "solo lectura"
        copy.mkdir()
        for suffix in ("", "-wal"):
            target = copy / f"centro.cpepa{suffix}"
            target.write_bytes((folder / f"centro.cpepa{suffix}").read_bytes())
            target.chmod(0o444)
        assert (copy / "centro.cpepa-wal").stat().st_size > 0
        copy.chmod(0o555)
        with ordinary_user(), pytest.raises(sqlite3.OperationalError):
            connect_for_reading(copy / "centro.cpepa")
        copy.chmod(0o777)
        writer.close()
