"""Tests of what is opened in the programs of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.ui.outside import Outside
from cpepa_desktop.ui.shell import Shell
from tests.ui.hands import Opened, in_dialog, words_in


def test_a_copy_is_opened_and_goes_with_who_opened_it(shell: Shell, outside: Opened) -> None:
    opener = Outside(shell, shell)

    def write(folder: Path) -> Path:
        (folder / "convenio.pdf").write_bytes(b"%PDF-1.7")
        return folder / "convenio.pdf"

    opener.open_copy(write)
    (path,) = outside.opened
    assert path.read_bytes() == b"%PDF-1.7"


def test_a_folder_is_opened(shell: Shell, outside: Opened, tmp_path: Path) -> None:
    Outside(shell, shell).open_folder(tmp_path)
    assert outside.opened == [tmp_path]


def test_where_the_copy_cannot_be_made_the_person_is_told_and_nothing_is_opened(
    shell: Shell, outside: Opened
) -> None:
    def write(_folder: Path) -> Path:
        raise EnvironmentFault("Falta el documento.")

    def read(dialog: QWidget) -> None:
        assert "Falta el documento." in words_in(dialog)
        dialog.close()

    with in_dialog("answer_dialog", read):
        Outside(shell, shell).open_copy(write)
    assert outside.opened == []
