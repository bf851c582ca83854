"""Tests of taking a table of a page to a file, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cpepa_desktop.domain.listing import Listing, ListingColumn
from cpepa_desktop.operations.people import list_people
from cpepa_desktop.ui.parts import choose
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.table import ExportWish
from cpepa_desktop.ui.people.controller import PeoplePage
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, find, in_dialog, press, words_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Opener(QObject):
    """Stands for the program of the system that shows folders."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def people(window: MainWindow, shell: Shell) -> PeoplePage:
    shell.go("people")
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def _export(people: PeoplePage, key: Qt.Key, folder: Path | None) -> Path:
    """Export the people by a key, into a folder or into the one proposed. Return what was proposed."""
    proposed: list[Path] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        proposed.append(Path(dialog.selectedFiles()[0]))
        if folder is not None:
            dialog.setDirectory(str(folder))
            dialog.selectFile(str(folder / proposed[0].name))
        dialog.accept()

    table = people.view.table.view
    table.setFocus()
    with in_dialog("file_dialog", answer):
        press(table, key, CTRL, SHIFT)
    return proposed[0]


def test_a_table_is_exported_and_its_folder_shown_and_remembered(
    people: PeoplePage, window: MainWindow, shell: Shell, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "exportado"
    folder.mkdir()
    assert _export(people, Qt.Key.Key_X, folder).name == "Personas.xlsx"
    sheet = load_workbook(folder / "Personas.xlsx").worksheets[0]
    everybody = list_people(shell.workspace)
    assert sheet.max_row == len(everybody) + 1
    assert sheet["A2"].value == everybody[0].person.listed_name
    assert f"Se han escrito {len(everybody)} filas" in words_in(window)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type] # Qt takes a text too
    try:
        click(find(window, QPushButton, "notices_act"))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(folder)]
    assert settings.export_folder() == folder
    assert _export(people, Qt.Key.Key_V, None) == folder / "Personas.csv"
    assert (folder / "Personas.csv").read_bytes().count(b"\r\n") == len(everybody) + 1


def test_where_the_file_cannot_be_written_the_person_is_told(
    shell: Shell, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The dialog of Qt warns of what exists already; here the folder goes while it is open.
    gone = tmp_path / "no" / "Personas.csv"
    monkeypatch.setattr(choose, "choose_to_save", lambda *_arguments: gone)

    def answer(dialog: QWidget) -> None:
        assert "No existe la carpeta" in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    listing = Listing("Personas", (ListingColumn("Nombre"),), (("Ana",),))
    with in_dialog("answer_dialog", answer):
        window.export_table(ExportWish(listing, "csv"))
    assert find(window, Banner, "notices").words == ""
    assert shell.is_open
