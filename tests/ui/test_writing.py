"""Tests of the one job that may write in another thread. What pages see of it is in `test_shell`."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import EVERYTHING, Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts.work import Progress
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.writing import Writer, changes_of

DONE = Changes("Importar", frozenset({Kind.PEOPLE}))


@pytest.fixture
def writer(shell: Shell) -> Writer:
    return Writer(shell)


def _job(gate: Event, error: Exception | None = None) -> Callable[[Workspace, Progress], Changes]:
    def job(_own: Workspace, progress: Progress) -> Changes:
        gate.wait(5)
        progress.report(0, 1)
        if error is not None:
            raise error
        return DONE

    return job


def test_pages_are_told_before_whoever_asked_and_only_then_is_it_free(
    writer: Writer, shell: Shell, qtbot: QtBot
) -> None:
    order: list[object] = []
    gate = Event()
    gate.set()
    writer.wrote.connect(lambda changes: order.append((changes, writer.is_busy)))
    writer.begin(shell.workspace, "Importar", _job(gate), order.append, order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [(DONE, False), DONE]


def test_one_job_at_a_time(writer: Writer, shell: Shell, qtbot: QtBot) -> None:
    gate = Event()
    writer.begin(shell.workspace, "Importar", _job(gate), print, print)
    with pytest.raises(Refused, match="«Importar»"):
        writer.begin(shell.workspace, "Otra cosa", _job(gate), print, print)
    assert writer.title == "Importar"
    gate.set()
    qtbot.waitUntil(lambda: not writer.is_busy)


def test_what_a_job_raises_reaches_whoever_asked_and_all_is_read_again(
    writer: Writer, shell: Shell, qtbot: QtBot
) -> None:
    gate, error, told = Event(), Refused("No."), list[object]()
    gate.set()
    writer.wrote.connect(told.append)
    writer.begin(shell.workspace, "Importar", _job(gate, error), print, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [Changes("Importar", EVERYTHING), error]


def test_stopping_waits_until_the_job_has_stopped(writer: Writer, shell: Shell) -> None:
    gate, failures, told = Event(), list[Exception](), list[Changes]()
    writer.wrote.connect(told.append)
    writer.begin(shell.workspace, "Importar", _job(gate), print, failures.append)
    QTimer.singleShot(0, gate.set)
    writer.stop()
    assert not writer.is_busy
    assert failures == []
    assert told[0].notices == ("Se ha detenido «Importar».",)
    writer.stop()  # nothing to stop is nothing to wait for


def test_an_operation_answers_with_its_changes_or_with_more() -> None:
    class More(QObject):
        changes = DONE

    assert changes_of(DONE) is changes_of(More()) is DONE
