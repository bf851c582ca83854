"""Tests of the one road by which pages reach the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.db import open as db_open
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations import backups, centres, history, people
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts import dialogs
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.work import Progress, Work
from cpepa_desktop.ui.shell import Shell
from tests.ui.hands import click, find, in_dialog, words_in


def _accept(dialog: QWidget) -> None:
    click(find(dialog, QPushButton, "answer_dialog_accept"))


def _rename(shell: Shell, name: str) -> Changes:
    centre = replace(centres.read_centre(shell.workspace).centre, name=name)
    return centres.save_centre(shell.workspace, centre)


def test_a_write_reaches_every_page_once(shell: Shell) -> None:
    told: list[Changes] = []
    shell.changed.connect(told.append)
    changes = shell.run(lambda: _rename(shell, "Otro nombre"))
    assert told == [changes]
    assert Kind.CENTRE in told[0].kinds


def test_a_refusal_is_told_and_reaches_no_page(shell: Shell, qtbot: QtBot) -> None:
    def refuse() -> Changes:
        raise Refused("No se puede. No se ha guardado nada.")

    said: list[str] = []

    def read(dialog: QWidget) -> None:
        said.append(words_in(dialog))
        _accept(dialog)

    with qtbot.assertNotEmitted(shell.changed), in_dialog("answer_dialog", read):
        assert shell.run(refuse) is None
    assert "No se puede. No se ha guardado nada." in said[0]


def test_a_refusal_can_be_told_by_the_page_itself(shell: Shell) -> None:
    heard: list[Refused] = []
    refused = Refused("No.")

    def refuse() -> Changes:
        raise refused

    assert shell.run(refuse, refused=heard.append) is None
    assert heard == [refused]


def test_a_fault_of_the_disk_is_told(shell: Shell) -> None:
    def fail() -> int:
        raise EnvironmentFault("El disco está lleno.")

    with in_dialog("answer_dialog", _accept):
        assert shell.ask(fail) is None


def test_the_damage_of_a_file_of_some_years_is_told_once_it_is_open(
    empty_shell: Shell, sample_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sample_path.write_bytes(sample_path.read_bytes()[:-4096] + b"\xaa" * 4096)
    monkeypatch.setattr(db_open, "_READ_AT_ONCE", 0)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda answer, _parent: told.append(answer.message))
    assert empty_shell.open_file(sample_path)
    qtbot.waitUntil(lambda: bool(told))
    assert "dañado" in told[0]


def test_a_mistake_of_the_program_is_not_hidden(shell: Shell) -> None:
    def fail() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shell.ask(fail)


def test_undo_says_what_it_takes_back_and_outlives_a_restart(shell: Shell, sample_path: Path) -> None:
    shell.run(lambda: _rename(shell, "Otro nombre"))
    name = shell.undo_name()
    assert name is not None
    assert shell.close_file()
    assert not shell.is_open
    assert shell.undo_name() is None
    assert shell.open_file(sample_path)
    assert shell.undo_name() == name
    shell.undo()
    assert centres.read_centre(shell.workspace).centre.name != "Otro nombre"
    assert shell.redo_name() == name
    shell.redo()
    assert centres.read_centre(shell.workspace).centre.name == "Otro nombre"


def test_closing_backs_up_what_changed(shell: Shell, sample_path: Path) -> None:
    shell.run(lambda: _rename(shell, "Otro nombre"))
    before = backups.list_backups(sample_path)
    shell.close_file()
    assert len(backups.list_backups(sample_path)) == len(before) + 1


def test_a_backup_is_made_in_another_thread_and_told(shell: Shell, qtbot: QtBot) -> None:
    shell.run(lambda: _rename(shell, "Otro nombre"))
    with qtbot.waitSignal(shell.saved):
        shell.back_up()
    assert shell.last_backup is not None
    assert shell.last_backup.path.exists()


def test_a_backup_not_due_is_not_made(shell: Shell, sample_path: Path) -> None:
    shell.run(lambda: _rename(shell, "Otro nombre"))
    before = backups.list_backups(sample_path)
    shell.back_up_if_due()
    assert backups.list_backups(sample_path) == before


def test_restoring_brings_the_file_back_as_it_was(shell: Shell, qtbot: QtBot) -> None:
    name = centres.read_centre(shell.workspace).centre.name
    with qtbot.waitSignal(shell.saved):
        shell.back_up()
    assert shell.last_backup is not None
    made = shell.last_backup.path
    shell.run(lambda: _rename(shell, "Otro nombre"))
    assert shell.restore(made)
    assert centres.read_centre(shell.workspace).centre.name == name


def test_opening_the_open_file_again_does_nothing(shell: Shell, sample_path: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(shell.swapped):
        assert shell.open_file(sample_path)


def test_a_file_that_cannot_be_opened_leaves_the_open_one(shell: Shell, tmp_path: Path) -> None:
    here = shell.workspace.file.path
    with in_dialog("answer_dialog", _accept):
        assert not shell.open_file(tmp_path / "no-existe.cpepa")
    assert shell.workspace.file.path == here


def test_a_new_file_is_open_and_remembered(empty_shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "nuevo.cpepa"
    assert empty_shell.new_file(path, Entity("Ayuntamiento"), Centre("CPEPA Nuevo"))
    assert centres.read_centre(empty_shell.workspace).centre.name == "CPEPA Nuevo"
    assert empty_shell.settings.recent_files() == (path,)


def test_without_a_file_there_is_no_workspace(empty_shell: Shell) -> None:
    assert not empty_shell.is_open
    with pytest.raises(LookupError):
        _ = empty_shell.workspace


def test_long_reading_has_a_connection_of_its_own_and_gives_its_answer(shell: Shell) -> None:
    found = shell.work("Contando…", lambda own, _progress: len(people.list_people(own)))
    assert found == len(people.list_people(shell.workspace))


def test_long_work_that_is_refused_is_told(shell: Shell) -> None:
    def refuse(_own: object, _progress: Progress) -> int:
        raise Refused("No se puede leer.")

    with in_dialog("answer_dialog", _accept):
        assert shell.work("Leyendo…", refuse) is None


def test_going_somewhere_names_the_place(shell: Shell, qtbot: QtBot) -> None:
    wanted = Place("course", "24/1", "x")
    with qtbot.waitSignal(shell.travelled, check_params_cb=lambda place: place == wanted):
        shell.go("course", "24/1", "x")


# Long work --------------------------------------------------------------------------------------------------


def _rename_slowly(gate: Event, name: str) -> Callable[[Workspace, Progress], Changes]:
    """Return a job that changes the name of the centre once ``gate`` is open."""

    def job(own: Workspace, progress: Progress) -> Changes:
        gate.wait(5)
        progress.report(0, 1)
        centre = replace(centres.read_centre(own).centre, name=name)
        return centres.save_centre(own, centre)

    return job


def test_a_job_writes_in_another_thread_as_whoever_asked_for_it(shell: Shell, qtbot: QtBot) -> None:
    gate, answers = Event(), list[Changes]()
    with qtbot.waitSignal(shell.working):
        assert shell.work_writing("Cambiar", _rename_slowly(gate, "Otro"), done=answers.append)
    assert shell.is_writing
    gate.set()
    qtbot.waitUntil(lambda: not shell.is_writing)
    assert centres.read_centre(shell.workspace).centre.name == "Otro"
    newest = history.history(shell.workspace)[0]
    assert (newest.name, newest.actor) == (answers[0].operation, shell.actor)
    assert shell.workspace.unsaved_since is not None
    assert shell.undo_name() == newest.name


def test_while_a_job_writes_reading_goes_on_and_writing_is_refused_in_words(
    shell: Shell, qtbot: QtBot
) -> None:
    gate, heard = Event(), list[Refused]()
    shell.work_writing("Importar personas", _rename_slowly(gate, "Otro"))
    assert people.list_people(shell.workspace)
    assert shell.run(lambda: _rename(shell, "Mío"), refused=heard.append) is None
    assert not shell.work_writing("Otra cosa", _rename_slowly(gate, "Mío"), refused=heard.append)
    assert shell.undo_name() is None
    with qtbot.waitSignal(shell.changed):
        gate.set()
    assert ["«Importar personas» no ha terminado" in refused.message for refused in heard] == [True, True]
    assert shell.run(lambda: _rename(shell, "Mío")) is not None


def test_a_job_that_is_stopped_writes_nothing_and_says_so(shell: Shell, qtbot: QtBot) -> None:
    gate, told, works = Event(), list[Changes](), list[Work[Changes]]()
    shell.changed.connect(told.append)
    shell.working.connect(lambda _title, work: works.append(work))
    before = history.history(shell.workspace)
    shell.work_writing("Cambiar", _rename_slowly(gate, "Otro"))
    works[0].progress.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not shell.is_writing)
    assert history.history(shell.workspace) == before
    assert told[0].notices == ("Se ha detenido «Cambiar».",)


def test_what_a_job_is_refused_is_told(shell: Shell, qtbot: QtBot) -> None:
    def refuse(_own: Workspace, _progress: Progress) -> Changes:
        raise Refused("No se puede importar. No se ha escrito nada.")

    heard: list[Refused] = []
    shell.work_writing("Importar", refuse, refused=heard.append)
    qtbot.waitUntil(lambda: not shell.is_writing)
    assert [refused.message for refused in heard] == ["No se puede importar. No se ha escrito nada."]


def test_closing_stops_a_job(shell: Shell, sample_path: Path) -> None:
    gate = Event()
    name = centres.read_centre(shell.workspace).centre.name
    shell.work_writing("Cambiar", _rename_slowly(gate, "Otro"))
    QTimer.singleShot(0, gate.set)
    assert shell.close_file()
    assert shell.open_file(sample_path)
    assert centres.read_centre(shell.workspace).centre.name == name


def test_a_file_open_only_for_reading_takes_no_job(shell: Shell, sample_path: Path) -> None:
    shell.close_file()
    assert shell.open_file(sample_path, writable=False)
    heard: list[Refused] = []
    assert not shell.work_writing("Cambiar", _rename_slowly(Event(), "Otro"), refused=heard.append)
    assert "solo para leer" in heard[0].message


def test_the_year_looked_at_is_that_of_the_working_day_and_kept_when_another_is_chosen(
    shell: Shell, sample_path: Path, qtbot: QtBot
) -> None:
    assert shell.school_year == SchoolYear.of(shell.clock.today())
    with qtbot.waitSignal(shell.year_changed) as told:
        shell.set_school_year(SchoolYear(2021))
    assert told.args == [SchoolYear(2021)]
    with qtbot.assertNotEmitted(shell.year_changed):
        shell.set_school_year(SchoolYear(2021))
    shell.close_file()
    assert shell.open_file(sample_path)
    assert shell.school_year == SchoolYear(2021)


def test_a_file_is_still_open_when_its_closing_is_announced(shell: Shell) -> None:
    seen: list[bool] = []
    shell.closing.connect(lambda: seen.append(shell.is_open))
    shell.close_file()
    assert seen == [True]
