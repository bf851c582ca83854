"""Tests of what the menu «Archivo» does, through its dialogs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.backups import Reason
from cpepa_desktop.domain.centre import Centre
from cpepa_desktop.operations import backups, centres, courses, dossier, files
from cpepa_desktop.ui.file.columns import reason_words
from cpepa_desktop.ui.file.controller import FileCommands
from cpepa_desktop.ui.file.view import BackupsDialog, ChooseCourseDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.start.foundation import FoundationDialog
from cpepa_desktop.ui.window import MainWindow
from tests.ui.conftest import ACTOR, CLOCK
from tests.ui.hands import click, find, in_dialog, press, type_text, words_in

COURSE = "2024-SSCS0208"


def _choose(path: Path) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        name = find(dialog, QLineEdit, "fileNameEdit")
        name.clear()
        type_text(name, str(path))
        press(name, Qt.Key.Key_Return)

    return act


def _accept(dialog: QWidget) -> None:
    click(find(dialog, QPushButton, f"{dialog.objectName()}_accept"))


def _rename(shell: Shell, name: str) -> None:
    centre = replace(centres.read_centre(shell.workspace).centre, name=name)
    shell.run(lambda: centres.save_centre(shell.workspace, centre))


def test_a_centre_is_created_with_its_file(window: MainWindow, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "cpepa-nuevo.cpepa"

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, FoundationDialog)
        dialog.centre.name.set_value("CPEPA Nuevo")
        for _step in range(3):
            dialog.next.click()
        dialog.file.path.set_value(str(path))
        dialog.next.click()

    with in_dialog("foundation_dialog", fill):
        window.files.new()
    read = centres.read_centre(shell.workspace)
    assert shell.workspace.file.path == path
    assert (read.centre.name, read.entity.name) == ("CPEPA Nuevo", "CPEPA Nuevo")


def test_a_file_is_opened(window: MainWindow, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "otro.cpepa"
    entity = centres.read_centre(shell.workspace).entity
    files.close_file(files.new_file(path, CLOCK, ACTOR, entity=entity, centre=Centre("Otro centro")))
    with in_dialog("file_dialog", _choose(path)):
        window.files.open()
    assert shell.workspace.file.path == path


def test_a_file_that_somebody_writes_can_be_opened_to_read(
    window: MainWindow, shell: Shell, sample_path: Path, tmp_path: Path
) -> None:
    shell.new_file(tmp_path / "nuevo.cpepa", centres.read_centre(shell.workspace).entity, Centre("Nuevo"))
    other = files.open_file(sample_path, CLOCK, "Dirección")
    with in_dialog("confirm_dialog", _accept):
        window.files.open_path(sample_path)
    assert shell.workspace.file.path == sample_path
    assert not shell.workspace.file.writable
    with in_dialog("answer_dialog", _accept):
        _rename(shell, "Otro nombre")
    files.close_file(other)


def test_a_recent_file_that_is_gone_is_forgotten(window: MainWindow, shell: Shell, tmp_path: Path) -> None:
    gone = tmp_path / "no-existe.cpepa"
    shell.settings.remember_file(gone)
    with in_dialog("answer_dialog", _accept):
        window.files.open_path(gone)
    gone.touch()
    assert gone not in shell.settings.recent_files()


def test_the_sample_of_this_computer_is_made_once(window: MainWindow, shell: Shell, home: Path) -> None:
    window.files.sample()
    path = shell.workspace.file.path
    assert home in path.parents
    assert files.is_sample(shell.workspace)
    _rename(shell, "Otro nombre")
    shell.close_file()
    window.files.sample()
    assert centres.read_centre(shell.workspace).centre.name == "Otro nombre"


def test_a_backup_is_restored_after_asking(window: MainWindow, shell: Shell) -> None:
    name = centres.read_centre(shell.workspace).centre.name
    backups.backup(shell.workspace)
    _rename(shell, "Otro nombre")

    def restore(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        with in_dialog("confirm_dialog", _accept):
            click(find(dialog, QPushButton, "backups_restore"))

    with in_dialog("backups_dialog", restore):
        window.files.restore()
    assert centres.read_centre(shell.workspace).centre.name == name


def test_a_backup_of_another_file_needs_a_second_answer(
    window: MainWindow, shell: Shell, tmp_path: Path
) -> None:
    name = centres.read_centre(shell.workspace).centre.name
    backup = backups.backup(shell.workspace).backup.path
    shell.new_file(tmp_path / "nuevo.cpepa", centres.read_centre(shell.workspace).entity, Centre("Nuevo"))

    def cancel(dialog: QWidget) -> None:
        assert "es de otro archivo" in words_in(dialog)
        click(find(dialog, QPushButton, "confirm_dialog_cancel"))

    def restore(second: Callable[[QWidget], None]) -> Callable[[QWidget], None]:
        def act(dialog: QWidget) -> None:
            with in_dialog("file_dialog", _choose(backup)), in_dialog("confirm_dialog", _accept, second):
                click(find(dialog, QPushButton, "backups_other"))

        return act

    with in_dialog("backups_dialog", restore(cancel)):
        window.files.restore()
    assert centres.read_centre(shell.workspace).centre.name == "Nuevo"
    with in_dialog("backups_dialog", restore(_accept)):
        window.files.restore()
    assert centres.read_centre(shell.workspace).centre.name == name


def test_without_backups_there_is_nothing_to_restore_and_it_is_said(qtbot: QtBot) -> None:
    dialog = BackupsDialog(())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not find(dialog, QPushButton, "backups_restore").isEnabled()
    assert "Todavía no hay ninguna copia" in words_in(dialog)


def test_every_reason_of_a_backup_has_its_words() -> None:
    assert len({reason_words(reason) for reason in Reason}) == len(Reason)


def test_a_sound_file_is_told_to_be_sound(window: MainWindow) -> None:
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        said.append(dialog.windowTitle())
        _accept(dialog)

    with in_dialog("check_dialog", read):
        window.files.check()
    assert said == ["El archivo está bien"]


def test_a_course_goes_out_as_a_dossier_and_comes_back_in_another_file(
    window: MainWindow, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "curso.json"
    data = dossier.export_course(shell.workspace, COURSE)

    def choose_course(dialog: QWidget) -> None:
        assert isinstance(dialog, ChooseCourseDialog)
        assert dialog.course() == COURSE
        _accept(dialog)

    with in_dialog("choose_course_dialog", choose_course), in_dialog("file_dialog", _choose(path)):
        window.files.export_course(COURSE)
    assert path.read_bytes() == data
    shell.new_file(tmp_path / "nuevo.cpepa", centres.read_centre(shell.workspace).entity, Centre("Nuevo"))
    said: list[str] = []

    def confirm(dialog: QWidget) -> None:
        said.append(words_in(dialog))
        _accept(dialog)

    with in_dialog("file_dialog", _choose(path)), in_dialog("confirm_dialog", confirm):
        window.files.import_course()
    qtbot.waitUntil(lambda: not shell.is_writing)
    assert "Alumnado: 14." in said[0]
    assert [row.code for row in courses.list_courses(shell.workspace)] == [COURSE]
    assert window.page("course").view.isVisible()


def test_a_dossier_with_problems_is_refused_with_all_of_them(
    window: MainWindow, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "curso.json"
    document = json.loads(dossier.export_course(shell.workspace, COURSE))
    del document["course"]
    path.write_text(json.dumps(document), encoding="utf-8")

    def read(dialog: QWidget) -> None:
        assert find(dialog, QTableView, "answer_dialog_problems_table").model().rowCount() >= 1
        _accept(dialog)

    before = courses.list_courses(shell.workspace)
    with in_dialog("file_dialog", _choose(path)), in_dialog("answer_dialog", read):
        window.files.import_course()
        qtbot.waitUntil(lambda: not shell.is_writing)
    assert courses.list_courses(shell.workspace) == before


def test_the_program_says_what_it_is(window: MainWindow) -> None:
    def read(dialog: QWidget) -> None:
        assert "licencia GPL" in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("about_dialog", read):
        window.files.about()


def test_commands_belong_to_their_window(window: MainWindow) -> None:
    assert isinstance(window.files, FileCommands)
    assert window.files.parent() is window
