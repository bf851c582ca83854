"""Creating and opening: what a new file is like, and each reason not to open one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cpepa_desktop.db import connection, places
from cpepa_desktop.db import open as db_open
from cpepa_desktop.db.connection import APPLICATION_ID
from cpepa_desktop.db.migrations import FILE_VERSION
from cpepa_desktop.db.open import (
    CentreFile,
    create,
    identity_of,
    open_for_reading,
    open_for_writing,
    require_sound,
)
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from tests.db.ordinary_user import open_folder, ordinary_user
from tests.db.small_centre import CLOCK, closing, new_file, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a closed file with a course in it."""
    path = tmp_path / "centro.cpepa"
    new_file(path).close()
    return path


def pragma(path: Path, name: str, value: int | None = None) -> object:
    """Read or write a setting of the file with the engine alone."""
    engine = sqlite3.connect(path, isolation_level=None)
    try:
        row = engine.execute(f"PRAGMA {name}" if value is None else f"PRAGMA {name} = {value}").fetchone()
        return row and row[0]
    finally:
        engine.close()


def open_in_any_way(path: Path) -> list[str]:
    """Return what opening for writing and opening for reading say."""
    said = []
    writing: Callable[[Path], CentreFile] = partial(open_for_writing, clock=CLOCK)
    for opening in (writing, open_for_reading):
        with pytest.raises((Refused, EnvironmentFault)) as caught:
            opening(path)
        said.append(f"{type(caught.value).__name__}: {caught.value}")
    return said


# A new file -------------------------------------------------------------------------------------------------


def test_a_new_file_is_ours_and_as_careful_as_promised(tmp_path: Path) -> None:
    with closing(new_file(tmp_path / "centro.cpepa")) as file:
        settings = {
            name: file.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "application_id",
            )
        }
        assert settings == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "application_id": APPLICATION_ID,
        }
        assert file.db.execute("PRAGMA user_version").fetchone()[0] == FILE_VERSION
        assert file.db.execute("PRAGMA busy_timeout").fetchone()[0] == 5_000
        assert file.writable
        assert file.warnings == ()


def test_all_tables_of_ours_are_strict(path: Path) -> None:
    with closing(open_for_reading(path)) as file:
        loose = file.db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
        assert {name for (name,) in loose} == {"sqlite_schema", "sqlite_temp_schema", "_sqlite_migrations"}


def test_a_closed_file_leaves_nothing_beside_it(path: Path) -> None:
    assert [file.name for file in path.parent.iterdir() if file.name != "home"] == ["centro.cpepa"]


def test_the_ending_of_the_name_is_free(tmp_path: Path) -> None:
    path = tmp_path / "datos del centro.db"
    new_file(path).close()
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert file.path == path
        assert file.attachments.store.folder == tmp_path / "datos del centro.db.adjuntos"


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "curso 50% ¿qué? #1.cpepa"
    new_file(path).close()
    with closing(open_for_reading(path)) as file:
        assert file.db.execute("SELECT count(*) FROM course").fetchone() == (1,)


def test_a_name_that_is_taken_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "carta.txt"
    path.write_text("Estimada Lucía", encoding="utf-8")
    with pytest.raises(Refused, match="ya existe y no se ha tocado"):
        create(path, clock=CLOCK, program_version="0.1.0")
    assert path.read_text(encoding="utf-8") == "Estimada Lucía"


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"La carpeta .* no existe"):
        create(tmp_path / "no" / "centro.cpepa", clock=CLOCK, program_version="0.1.0")


def test_a_folder_without_permission_is_told_and_left_clean() -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(EnvironmentFault, match="No se puede escribir en la carpeta"):
            create(folder / "centro.cpepa", clock=CLOCK, program_version="0.1.0")
        assert list(folder.iterdir()) == []


# Reading ----------------------------------------------------------------------------------------------------


def test_reading_needs_no_lock_and_sees_what_is_committed(path: Path) -> None:
    with closing(open_for_writing(path, clock=CLOCK)) as writer, closing(open_for_reading(path)) as reader:
        with write(writer.db):
            writer.db.execute("UPDATE person SET name = 'Luz'")
            assert reader.db.execute("SELECT name FROM person").fetchone() == ("Lucía",)
        assert reader.db.execute("SELECT name FROM person").fetchone() == ("Luz",)


def test_a_file_open_for_reading_cannot_be_written(path: Path) -> None:
    with closing(open_for_reading(path)) as file:
        assert not file.writable
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            file.db.execute("DELETE FROM journal_change")


def test_another_thread_can_have_its_own_reader(path: Path) -> None:
    with closing(open_for_writing(path, clock=CLOCK)) as file, closing(file.another_reader()) as reader:
        assert reader.db.conn is not file.db.conn
        assert not reader.writable
        assert reader.db.execute("SELECT count(*) FROM person").fetchone() == (1,)


def test_another_thread_can_write_on_the_same_lock(path: Path) -> None:
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        with closing(file.another_writer()) as writer:
            assert writer.writable
            assert writer.lock is None
        assert file.lock is not None
        assert file.lock.path.exists(), "closing the other gave the lock back"
    with closing(open_for_reading(path)) as reader, pytest.raises(RuntimeError):
        reader.another_writer()


# Reasons not to open ----------------------------------------------------------------------------------------


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    said = open_in_any_way(tmp_path / "no.cpepa")
    assert all("Refused" in text and "no existe" in text for text in said)
    assert not (tmp_path / "no.cpepa").exists()
    assert not (tmp_path / "no.cpepa.lock").exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert all("Refused" in text and "es una carpeta" in text for text in open_in_any_way(tmp_path))


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "vacío.cpepa"
    path.touch()
    assert all("EnvironmentFault" in text and "está vacío" in text for text in open_in_any_way(path))


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "curso.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    assert all(
        "Refused" in text and "no es un archivo de este programa" in text for text in open_in_any_way(path)
    )
    assert path.read_bytes() == b"PK\x03\x04" + bytes(200)


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "otro.db"
    engine = sqlite3.connect(path)
    engine.execute("CREATE TABLE course (id INTEGER)")
    engine.close()
    assert all("Refused" in text and "de otro programa" in text for text in open_in_any_way(path))


def test_a_newer_file_is_refused_with_its_number(path: Path) -> None:
    pragma(path, "user_version", FILE_VERSION + 1)
    said = open_in_any_way(path)
    assert all("Refused" in text and f"su formato es el {FILE_VERSION + 1}" in text for text in said)
    assert all(f"llega al {FILE_VERSION}" in text for text in said)
    pragma(path, "user_version", FILE_VERSION)
    open_for_writing(path, clock=CLOCK).close()


def test_an_older_file_is_not_upgraded_by_reading_it(path: Path) -> None:
    pragma(path, "user_version", FILE_VERSION - 1)
    with pytest.raises(Refused, match="versión anterior"):
        open_for_reading(path)
    assert pragma(path, "user_version") == FILE_VERSION - 1


@pytest.mark.parametrize(
    ("offset", "garbage"),
    [
        pytest.param(16, b"\xff\xff", id="page size"),
        pytest.param(100, b"\xff" * 400, id="first page"),
        pytest.param(3 * 4096, b"\xaa" * 4096, id="a page in the middle"),
    ],
)
def test_a_damaged_file_is_a_fault_and_is_not_written(path: Path, offset: int, garbage: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + len(garbage)] = garbage
    path.write_bytes(content)
    assert all("EnvironmentFault" in text and "dañado" in text for text in open_in_any_way(path))
    assert path.read_bytes() == content
    assert not (path.parent / "centro.cpepa.lock").exists()


def test_a_truncated_file_is_a_fault(path: Path) -> None:
    whole = path.read_bytes()
    for length in (50, 4096, len(whole) // 2 // 4096 * 4096, len(whole) - 4096):
        path.write_bytes(whole[:length])
        assert all("EnvironmentFault" in text and "dañado" in text for text in open_in_any_way(path)), length


def test_a_file_of_ours_without_identity_is_a_fault(path: Path) -> None:
    engine = sqlite3.connect(path)
    engine.executescript("DROP TRIGGER journal_centre_file_delete; DELETE FROM centre_file;")
    engine.close()
    assert all("EnvironmentFault" in text and "dañado" in text for text in open_in_any_way(path))


def test_a_large_file_is_read_whole_only_after_a_session_that_did_not_close(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xaa" * 4096
    path.write_bytes(content)
    monkeypatch.setattr(db_open, "_READ_AT_ONCE", path.stat().st_size - 1)
    monkeypatch.setattr(db_open, "_ALWAYS_READ_WHOLE", path.stat().st_size - 1)
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        file.require_sound()
    path.with_name("centro.cpepa.lock").write_text("left by a crash", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="dañado"):
        open_for_writing(path, clock=CLOCK)


@pytest.fixture
def damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file with a page gone wrong, of a size that is read whole after it is open."""
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xaa" * 4096
    path.write_bytes(content)
    monkeypatch.setattr(db_open, "_READ_AT_ONCE", path.stat().st_size - 1)
    return path


def test_a_file_of_some_years_opens_and_is_read_whole_before_it_is_written(damaged: Path) -> None:
    with (
        closing(open_for_writing(damaged, clock=CLOCK)) as file,
        pytest.raises(EnvironmentFault, match="dañado"),
    ):
        file.require_sound()


def test_another_thread_that_writes_asks_the_same_reading(damaged: Path) -> None:
    with closing(open_for_writing(damaged, clock=CLOCK)) as file, closing(file.another_writer()) as other:
        assert other.whole is file.whole


def test_what_opening_has_read_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db_open, "_READ_AT_ONCE", path.stat().st_size)
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert file.whole is None
        file.require_sound()


def test_a_copy_put_in_place_is_read_whole_before_opening_writes_in_it(damaged: Path) -> None:
    engine = sqlite3.connect(damaged)
    engine.execute("PRAGMA journal_mode = DELETE")
    engine.close()
    with pytest.raises(EnvironmentFault, match="dañado"):
        open_for_writing(damaged, clock=CLOCK)


def test_a_file_that_is_already_open_is_a_fault_that_says_who_has_it(path: Path) -> None:
    with closing(open_for_writing(path, clock=CLOCK)), pytest.raises(EnvironmentFault) as caught:
        open_for_writing(path, clock=CLOCK)
    assert "ya está abierto para escribir por" in str(caught.value)
    assert "2024-03-14 09:30:00" in str(caught.value)
    open_for_writing(path, clock=CLOCK).close()


def test_a_file_that_another_program_keeps_to_itself_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.0)
    other = sqlite3.connect(path, isolation_level=None)
    other.executescript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
    assert all("EnvironmentFault: Otro programa está usando" in text for text in open_in_any_way(path))
    other.close()
    open_for_writing(path, clock=CLOCK).close()


def test_two_links_to_one_file_meet_at_the_same_lock(path: Path) -> None:
    link = path.with_name("acceso.cpepa")
    link.symlink_to(path)
    with (
        closing(open_for_writing(path, clock=CLOCK)),
        pytest.raises(EnvironmentFault, match="ya está abierto"),
    ):
        open_for_writing(link, clock=CLOCK)


def test_a_read_only_file_opens_for_reading_alone() -> None:
    with open_folder() as folder:
        path = folder / "centro.cpepa"
        new_file(path).close()
        path.chmod(0o444)
        with ordinary_user():
            with pytest.raises(EnvironmentFault, match="es de solo lectura"):
                open_for_writing(path, clock=CLOCK)
            with closing(open_for_reading(path)) as file:
                assert file.db.execute("SELECT name FROM person").fetchone() == ("Lucía",)


def test_a_file_in_a_read_only_folder_opens_for_reading_alone() -> None:
    with open_folder() as folder:
        path = folder / "centro.cpepa"
        new_file(path).close()
        path.chmod(0o666)
        folder.chmod(0o555)
        with ordinary_user():
            with pytest.raises(EnvironmentFault, match="No se puede escribir en la carpeta"):
                open_for_writing(path, clock=CLOCK)
            with closing(open_for_reading(path)) as file:
                assert file.db.execute("SELECT name FROM person").fetchone() == ("Lucía",)
        assert [file.name for file in folder.iterdir()] == ["centro.cpepa"]


def test_a_file_without_permission_to_read_is_a_fault() -> None:
    with open_folder() as folder:
        path = folder / "centro.cpepa"
        new_file(path).close()
        path.chmod(0)
        with ordinary_user(), pytest.raises(EnvironmentFault, match="no se puede leer"):
            open_for_reading(path)


def test_a_backup_opens_for_reading_alone(path: Path) -> None:
    backup = places.backups_folder(path) / "copia.cpepa"
    backup.parent.mkdir()
    path.rename(backup)
    with pytest.raises(Refused, match="copia de seguridad"):
        open_for_writing(backup, clock=CLOCK)
    open_for_reading(backup).close()


def test_a_synced_folder_warns_and_opens(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Gobierno de Aragón"
    folder.mkdir()
    with closing(new_file(folder / "centro.cpepa")) as file:
        assert len(file.warnings) == 1
        assert "OneDrive" in file.warnings[0]


# What a file says of itself ---------------------------------------------------------------------------------


def test_a_sound_file_tells_its_identity(path: Path) -> None:
    with closing(open_for_reading(path)) as file:
        (uuid,) = file.db.execute("SELECT uuid FROM centre_file").fetchone()
    assert identity_of(path) == uuid
    assert require_sound(path) == uuid


def test_nothing_and_a_ruin_have_no_identity(tmp_path: Path, path: Path) -> None:
    assert identity_of(tmp_path / "no.cpepa") is None
    path.write_bytes(b"garbage")
    assert identity_of(path) is None


def test_broken_foreign_keys_make_a_file_unsound(path: Path) -> None:
    engine = sqlite3.connect(path)
    engine.executescript("DROP TRIGGER journal_person_delete; DELETE FROM person;")
    engine.close()
    open_for_reading(path).close()
    with pytest.raises(EnvironmentFault, match="dañado"):
        require_sound(path)
