"""Files of the user kept with the centre's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.operations.kept_files import copy_kept_file, keep_file, media_type_of
from cpepa_desktop.operations.workspace import Workspace


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("justificante.pdf", "application/pdf"),
        ("foto.JPG", "image/jpeg"),
        ("logo.png", "image/png"),
        ("sin ending", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_ending_says(name: str, media_type: str) -> None:
    assert media_type_of(Path("carpeta") / name) == media_type


def test_a_file_is_kept_with_its_name_and_its_bytes(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "parte.pdf"
    path.write_bytes(b"%PDF-1.7")
    with ws.operation("Prueba"):
        kept = keep_file(ws, path)
    assert (ws.file.attachments.get(kept), ws.file.attachments.describe(kept).name) == (
        b"%PDF-1.7",
        path.name,
    )


def test_a_file_that_is_not_there_is_refused_by_name(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no\.pdf"), ws.operation("Prueba"):
        keep_file(ws, tmp_path / "no.pdf")


def test_a_kept_file_is_copied_out_under_its_own_name(ws: Workspace, tmp_path: Path) -> None:
    path, folder = tmp_path / "parte.pdf", tmp_path / "copias"
    path.write_bytes(b"%PDF-1.7")
    folder.mkdir()
    with ws.operation("Prueba"):
        kept = keep_file(ws, path)
    assert copy_kept_file(ws, kept, folder) == folder / "parte.pdf"
    assert (folder / "parte.pdf").read_bytes() == b"%PDF-1.7"


def test_a_kept_file_whose_bytes_are_gone_is_told(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "parte.pdf"
    path.write_bytes(b"%PDF-1.7")
    with ws.operation("Prueba"):
        kept = keep_file(ws, path)
    ws.file.attachments.store.path_of(kept).unlink()
    with pytest.raises(EnvironmentFault, match=r"parte\.pdf"):
        copy_kept_file(ws, kept, tmp_path)


def test_an_empty_file_proves_nothing_and_is_refused(ws: Workspace, tmp_path: Path) -> None:
    empty = tmp_path / "vacío.pdf"
    empty.touch()
    with pytest.raises(Refused, match="está vacío"), ws.operation("Prueba"):
        keep_file(ws, empty)
