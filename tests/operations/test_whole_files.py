"""Tests of files written whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.operations.whole_files import write_whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "listas"
    made.mkdir()
    return made


def test_a_file_is_written_in_the_place_of_one_that_is_there(folder: Path) -> None:
    path = folder / "lista.csv"
    write_whole(path, b"uno")
    write_whole(path, b"dos")
    assert path.read_bytes() == b"dos"
    assert list(folder.iterdir()) == [path]


def test_a_file_keeps_its_permissions_and_a_new_one_can_be_read(folder: Path) -> None:
    path = folder / "lista.csv"
    write_whole(path, b"uno")
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(0o600)
    write_whole(path, b"dos")
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_its_folder_nothing_is_written(folder: Path) -> None:
    with pytest.raises(EnvironmentFault, match="No existe la carpeta"):
        write_whole(folder / "no" / "lista.csv", b"uno")


def test_a_folder_is_no_place_for_a_file(folder: Path) -> None:
    (folder / "lista.csv").mkdir()
    with pytest.raises(EnvironmentFault, match="No se puede escribir"):
        write_whole(folder / "lista.csv", b"uno")
    assert [path.name for path in folder.iterdir()] == ["lista.csv"]


def test_where_the_disk_takes_no_more_the_old_file_stays(folder: Path) -> None:
    path = folder / "lista.csv"
    write_whole(path, b"lo de antes")
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, allowed[1]))
    try:
        with pytest.raises(EnvironmentFault, match="lleno"):
            write_whole(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert path.read_bytes() == b"lo de antes"
    assert list(folder.iterdir()) == [path]


def test_a_file_that_another_program_holds_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "lista.csv"
    path.write_bytes(b"lo de antes")

    def held(*_arguments: object) -> None:  # what Windows answers while Excel has the file open
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(EnvironmentFault, match="abierto en otro programa"):
        write_whole(path, b"uno")
    assert list(folder.iterdir()) == [path]
    assert path.read_bytes() == b"lo de antes"
