"""Copies count only after they were opened, checked and compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import copies, journal
from cpepa_desktop.db.open import CentreFile, open_for_reading, open_for_writing
from cpepa_desktop.domain.backups import Reason
from cpepa_desktop.domain.errors import EnvironmentFault
from tests.db.ordinary_user import open_folder, ordinary_user
from tests.db.small_centre import CLOCK, MOMENT, closing, contents, new_file, write


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CentreFile]:
    file = new_file(tmp_path / "centro.cpepa")
    yield file
    file.close()


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_copy_says_what_the_file_says_and_stands_alone(file: CentreFile) -> None:
    target = file.path.parent / "copias" / "copia.cpepa"
    copies.copy_verified(file.path, target)
    assert names_in(target.parent) == ["copia.cpepa"]
    with closing(open_for_reading(target)) as copy:
        assert contents(copy.db) == contents(file.db)
        assert copies.fingerprint(copy.db) == copies.fingerprint(file.db)
        assert copy.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert names_in(target.parent) == ["copia.cpepa"]


def test_what_is_not_yet_committed_is_not_in_the_copy(file: CentreFile) -> None:
    target = file.path.with_name("copia.cpepa")
    with write(file.db):
        file.db.execute("UPDATE person SET name = 'Luz'")
        copies.copy_verified(file.path, target)
    with closing(open_for_reading(target)) as copy:
        assert copy.db.execute("SELECT name FROM person").fetchall() == [("Lucía",)]


def test_the_prints_tell_every_table_and_any_change_in_one(file: CentreFile) -> None:
    before = {mine.name: mine for mine in copies.fingerprint(file.db)}
    tables = {name for (name,) in file.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert before.keys() == tables | {"sqlite_schema"}
    assert before["attendance"].rows == 1
    with write(file.db):
        file.db.execute("UPDATE attendance SET is_virtual = 1")
    after = {mine.name: mine for mine in copies.fingerprint(file.db)}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"attendance", "journal_operation", "journal_change"}
    assert after["attendance"].rows == 1


def test_a_copy_of_a_damaged_file_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    new_file(path).close()
    connection = sqlite3.connect(path)
    connection.executescript("DROP TRIGGER journal_person_delete; DELETE FROM person;")
    connection.close()
    with pytest.raises(EnvironmentFault, match="no ha salido igual"):
        copies.copy_verified(path, tmp_path / "copias" / "copia.cpepa")
    assert names_in(tmp_path / "copias") == []


def test_a_copy_that_differs_from_its_file_is_not_kept(
    file: CentreFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The prints of the original are falsified: nothing else can make two equal files look different."""
    honest = copies.fingerprint
    told: list[tuple[copies.TablePrint, ...]] = []

    def first_time_wrong(db: Database) -> tuple[copies.TablePrint, ...]:
        prints = honest(db)
        told.append(prints)
        return prints if len(told) > 1 else (copies.TablePrint("person", 2, "0" * 64), *prints[1:])

    monkeypatch.setattr(copies, "fingerprint", first_time_wrong)
    with pytest.raises(EnvironmentFault, match="person"):
        copies.copy_verified(file.path, file.path.parent / "copias" / "copia.cpepa")
    assert names_in(file.path.parent / "copias") == []
    assert len(told) == 2


def test_a_partial_copy_left_by_a_crash_is_in_nobodys_way(file: CentreFile) -> None:
    target = file.path.with_name("copia.cpepa")
    target.with_name(".parcial-copia.cpepa").write_bytes(b"half")
    copies.copy_verified(file.path, target)
    assert not target.with_name(".parcial-copia.cpepa").exists()
    open_for_reading(target).close()


def test_a_folder_without_permission_is_told() -> None:
    with open_folder() as folder:
        path = folder / "centro.cpepa"
        new_file(path).close()
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(EnvironmentFault, match="No hay permiso"):
            copies.copy_verified(path, folder / "copias" / "copia.cpepa")


def test_two_copies_of_one_second_get_two_names(tmp_path: Path) -> None:
    first = copies.fresh_name(tmp_path, MOMENT, Reason.ASKED)
    first.touch()
    second = copies.fresh_name(tmp_path, MOMENT, Reason.ASKED)
    second.touch()
    assert [first.name, second.name] == [
        "2024-03-14T09-30-00+0000_manual.cpepa",
        "2024-03-14T09-30-00+0000_manual_2.cpepa",
    ]
    assert copies.fresh_name(tmp_path, MOMENT, Reason.ASKED).name.endswith("_manual_3.cpepa")


def test_a_copy_tells_what_it_holds(file: CentreFile) -> None:
    target = file.path.with_name("copia.cpepa")
    copies.copy_verified(file.path, target)
    assert copies.last_operation_of(target) == journal.last_operation(file.db)
    assert copies.attachments_of(target) == file.attachments.all()
    target.write_bytes(b"garbage" * 1_000)
    for question in (copies.last_operation_of, copies.attachments_of):
        with pytest.raises(EnvironmentFault):
            question(target)


def test_a_file_is_replaced_without_the_log_of_the_old_one(tmp_path: Path) -> None:
    path, backup = tmp_path / "centro.cpepa", tmp_path / "copia.cpepa"
    with closing(new_file(path)) as file:
        copies.copy_verified(path, backup)
        with write(file.db):
            file.db.execute("UPDATE person SET name = 'Luz'")
        log = path.with_name("centro.cpepa-wal").read_bytes()
    path.with_name("centro.cpepa-wal").write_bytes(log)
    copies.replace_file(path, backup)
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert file.db.execute("SELECT name FROM person").fetchall() == [("Lucía",)]
        assert copies.faults_of(file.db) == ()


def test_a_damaged_file_is_set_aside_with_its_log(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    path.write_bytes(b"ruin")
    path.with_name("centro.cpepa-wal").write_bytes(b"log")
    copies.set_aside(path, tmp_path / "copias", MOMENT)
    assert names_in(tmp_path / "copias") == [
        "2024-03-14T09-30-00+0000_archivo-anterior.cpepa",
        "2024-03-14T09-30-00+0000_archivo-anterior.cpepa-wal",
    ]
