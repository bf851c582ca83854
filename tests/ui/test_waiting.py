"""Tests of work that one waits for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.ui.parts.work import Progress
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.waiting import wait_for, with_own_reader


def test_the_answer_comes_from_another_thread(qapp: QApplication) -> None:
    thread = wait_for("Leyendo…", lambda _progress: QThread.currentThread(), QObject(), None)
    assert thread is not qapp.thread()


@pytest.mark.parametrize("error", [ValueError("malo"), Stopped()])
@pytest.mark.usefixtures("qapp")
def test_what_the_job_raised_is_raised_here(error: Exception) -> None:
    def job(_progress: Progress) -> None:
        raise error

    with pytest.raises(type(error)):
        wait_for("Leyendo…", job, QObject(), None)


def test_a_job_reads_the_file_in_its_thread_by_a_way_of_its_own(shell: Shell) -> None:
    mine = shell.workspace
    read = wait_for(
        "Leyendo…",
        lambda progress: with_own_reader(mine, lambda own, _told: (own is mine, list_courses(own)), progress),
        shell,
        None,
    )
    assert read == (False, list_courses(mine))
