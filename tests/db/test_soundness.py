"""Tests of reading a whole file for damage, once."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cpepa_desktop.db import connection, soundness
from cpepa_desktop.db.connection import Database
from cpepa_desktop.db.soundness import WholeReading
from cpepa_desktop.domain.errors import EnvironmentFault
from tests.db.small_centre import new_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the file of a small centre, closed."""
    path = tmp_path / "centro.cpepa"
    new_file(path).close()
    return path


def damage(path: Path) -> None:
    """Overwrite the last page of a file."""
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xaa" * 4096
    path.write_bytes(content)


def test_a_whole_file_is_sound(path: Path) -> None:
    WholeReading(path).require_sound()


def test_a_damaged_page_is_told_to_everybody_who_asks(path: Path) -> None:
    damage(path)
    reading = WholeReading(path)
    for _time in range(2):
        with pytest.raises(EnvironmentFault, match="dañado"):
            reading.require_sound()


def test_a_file_cut_short_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(EnvironmentFault, match="dañado"):
        WholeReading(path).require_sound()


def test_however_many_threads_ask_it_is_read_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[Database] = []
    read = soundness.is_sound

    def counted(db: Database) -> bool:
        readings.append(db)
        return read(db)

    monkeypatch.setattr(soundness, "is_sound", counted)
    reading = WholeReading(path)
    with ThreadPoolExecutor(4) as threads:
        for answer in [threads.submit(reading.require_sound) for _time in range(8)]:
            answer.result()
    assert len(readings) == 1


def test_what_another_program_hinders_is_no_damage_and_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.0)
    other = sqlite3.connect(path, isolation_level=None)
    other.executescript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
    reading = WholeReading(path)
    with pytest.raises(EnvironmentFault, match="Otro programa está usando"):
        reading.require_sound()
    other.close()
    reading.require_sound()
