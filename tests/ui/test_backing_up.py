"""Tests of what is done with the file while nobody waits."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.backups import BackupMade, Reason
from cpepa_desktop.operations.backups import list_backups
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.backing_up import Caretaker
from cpepa_desktop.ui.shell import Shell


def test_a_backup_is_told_with_the_file_it_is_of(shell: Shell, qtbot: QtBot) -> None:
    owner = QObject()
    caretaker = Caretaker(owner)
    told: list[tuple[Workspace, BackupMade]] = []
    caretaker.backed_up.connect(lambda workspace, made: told.append((workspace, made)))
    with qtbot.waitSignal(caretaker.backed_up):
        caretaker.back_up(shell.workspace, Reason.ASKED)
        assert caretaker.is_busy
    ((workspace, made),) = told
    assert workspace is shell.workspace
    assert made.backup in list_backups(shell.workspace.file.path)
    qtbot.waitUntil(lambda: not caretaker.is_busy)


def test_a_file_that_is_sound_is_looked_through_in_silence(shell: Shell, qtbot: QtBot) -> None:
    owner = QObject()
    caretaker = Caretaker(owner)
    heard: list[object] = []
    caretaker.failed.connect(heard.append)
    caretaker.look_for_damage(shell.workspace)
    qtbot.waitUntil(lambda: not caretaker.is_busy)
    assert heard == []
