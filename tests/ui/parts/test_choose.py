"""Tests of asking for files, through the dialog itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from cpepa_desktop.ui.parts import choose
from tests.ui.hands import find, in_dialog, press, type_text


def _type(path: Path) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        name = find(dialog, QLineEdit, "fileNameEdit")
        name.clear()
        type_text(name, str(path))
        press(name, Qt.Key.Key_Return)

    return act


def _escape(dialog: QWidget) -> None:
    press(dialog, Qt.Key.Key_Escape)


def test_a_file_that_exists_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    path.touch()
    with in_dialog("file_dialog", _type(path)):
        assert choose.choose_to_open(None, "Abrir", choose.centre_patterns(), tmp_path) == path


def test_a_place_to_save_gets_its_ending(tmp_path: Path) -> None:
    with in_dialog("file_dialog", _type(tmp_path / "nuevo")):
        chosen = choose.choose_to_save(None, "Guardar", choose.centre_patterns(), tmp_path, "a.cpepa")
    assert chosen == tmp_path / "nuevo.cpepa"


def test_a_folder_is_chosen(tmp_path: Path) -> None:
    folder = tmp_path / "documentos"
    folder.mkdir()
    with in_dialog("file_dialog", _type(folder)):
        assert choose.choose_folder(None, "Carpeta", tmp_path) == folder


@pytest.mark.parametrize("ask", ["open", "save", "folder"])
def test_whoever_desists_chooses_nothing(tmp_path: Path, ask: str) -> None:
    asks: dict[str, Callable[[], Path | None]] = {
        "open": lambda: choose.choose_to_open(None, "Abrir", "", tmp_path),
        "save": lambda: choose.choose_to_save(None, "Guardar", "", tmp_path, "a.pdf"),
        "folder": lambda: choose.choose_folder(None, "Carpeta", tmp_path),
    }
    with in_dialog("file_dialog", _escape):
        assert asks[ask]() is None
