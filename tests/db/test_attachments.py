"""Attachments: kept once, whole or not at all, and never read altered."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from cpepa_desktop.db.attachments import Attachment, AttachmentStore, Store, attachments_in, write_whole
from cpepa_desktop.db.open import CentreFile
from cpepa_desktop.domain.errors import EnvironmentFault
from tests.db.ordinary_user import open_folder, ordinary_user
from tests.db.small_centre import new_file, undo, write

SCAN = b"%PDF-1.7 hoja firmada"
HASH = hashlib.sha256(SCAN).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CentreFile]:
    file = new_file(tmp_path / "centro.cpepa", filled=False)
    yield file
    file.close()


def put(file: CentreFile, data: bytes = SCAN, name: str = "hoja.pdf") -> Attachment:
    with write(file.db, "Añadir hoja"):
        return file.attachments.put(data, "application/pdf", name)


def test_what_is_put_comes_back(file: CentreFile) -> None:
    assert put(file) == Attachment(HASH, "application/pdf", len(SCAN), "hoja.pdf")
    assert file.attachments.get(HASH) == SCAN
    assert file.attachments.faults() == ()


def test_it_stands_beside_the_file_named_by_its_hash(file: CentreFile) -> None:
    put(file)
    place = file.path.parent / "centro.adjuntos" / HASH[:2] / HASH
    assert place.read_bytes() == SCAN
    assert [name.name for name in place.parent.iterdir()] == [HASH]


def test_the_same_bytes_are_kept_once_under_their_first_name(file: CentreFile) -> None:
    put(file)
    assert put(file, name="otra.pdf").name == "hoja.pdf"
    assert len(file.attachments.all()) == 1


def test_nothing_at_all_can_be_kept(file: CentreFile) -> None:
    assert file.attachments.get(put(file, b"").sha256) == b""


def test_a_row_is_written_only_in_an_operation(file: CentreFile) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        file.attachments.put(SCAN, "application/pdf", "hoja.pdf")
    assert file.attachments.all() == ()


def test_undo_takes_the_row_and_redo_finds_the_bytes(file: CentreFile) -> None:
    put(file)
    undo(file.db)
    assert file.attachments.all() == ()
    assert file.attachments.store.holds(HASH)


def test_a_missing_one_is_told_with_its_name_and_place(file: CentreFile) -> None:
    put(file)
    file.attachments.store.path_of(HASH).unlink()
    with pytest.raises(EnvironmentFault, match=r"Falta el adjunto «hoja\.pdf»"):
        file.attachments.get(HASH)
    (sentence,) = file.attachments.faults()
    assert str(file.attachments.store.path_of(HASH)) in sentence


def test_an_altered_one_is_never_given_back(file: CentreFile) -> None:
    put(file)
    file.attachments.store.path_of(HASH).write_bytes(SCAN + b" y cambiada")
    with pytest.raises(EnvironmentFault, match="ya no es el que se guardó"):
        file.attachments.get(HASH)
    assert "ya no es el que se guardó" in file.attachments.faults()[0]


def test_putting_an_altered_one_again_mends_it(file: CentreFile) -> None:
    put(file)
    file.attachments.store.path_of(HASH).write_bytes(b"otra cosa")
    with write(file.db):
        file.attachments.put(SCAN, "application/pdf", "hoja.pdf")
    assert file.attachments.get(HASH) == SCAN


def test_one_the_file_knows_nothing_of_is_a_bug(file: CentreFile) -> None:
    with pytest.raises(KeyError):
        file.attachments.get(HASH)


def test_rows_can_be_read_without_the_folder(file: CentreFile) -> None:
    attachment = put(file)
    assert attachments_in(file.db) == (attachment,)
    assert AttachmentStore(file.db, file.path.parent / "no").all() == (attachment,)


def test_a_store_has_what_has_the_right_length_and_holds_what_has_the_right_hash(tmp_path: Path) -> None:
    store = Store(tmp_path / "adjuntos")
    assert not store.has(HASH, len(SCAN))
    store.write(SCAN)
    store.path_of(HASH).write_bytes(bytes(len(SCAN)))
    assert store.has(HASH, len(SCAN))
    assert not store.has(HASH, len(SCAN) + 1)
    assert not store.holds(HASH)


def test_a_write_that_fails_leaves_nothing_half_done(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "inside").touch()
    with pytest.raises(OSError, match="taken"):
        write_whole(taken, SCAN)
    assert sorted(file.name for file in tmp_path.iterdir() if file.name != "home") == ["taken"]


def test_a_folder_without_permission_is_told() -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(EnvironmentFault, match="No hay permiso"):
            Store(folder / "adjuntos").write(SCAN)
