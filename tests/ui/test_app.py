"""Tests of starting the window."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.operations import files
from cpepa_desktop.ui.app import open_application, run_window
from cpepa_desktop.ui.parts.dialogs import AnswerDialog
from cpepa_desktop.ui.problem_log import log_folder
from cpepa_desktop.ui.window import MainWindow
from tests.ui.conftest import ACTOR, CLOCK
from tests.ui.hands import click, find, in_dialog, words_in

DOCUMENT = "12345678Z"


def _run(path: Path | None, look: Callable[[MainWindow], object], *, sample: bool = False) -> int:
    """Start the window, look at it and close it. Where a sample is made, wait until it is open."""
    timer = QTimer()

    def act() -> None:
        if QThread.currentThread().loopLevel() > 1:  # a dialog is shown, or what asked it has not gone on yet
            return
        # Windows of other tests may still wait to be deleted; only one is on the screen.
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        (window,) = [each for each in windows if each.isVisible()]
        if sample and not find(window, QWidget, "navigation_frame").isVisible():
            return
        timer.stop()
        try:
            look(window)
        finally:
            window.close()
            window.deleteLater()

    timer.timeout.connect(act)
    timer.start(1)
    return run_window(path, CLOCK, ACTOR, sample=sample, argv=["cpepa-desktop"])


def test_the_window_opens_the_file_it_is_given(sample_path: Path) -> None:
    titles: list[str] = []
    assert _run(sample_path, lambda window: titles.append(window.windowTitle())) == 0
    assert titles[0].endswith("CPEPA Desktop")
    files.close_file(files.open_file(sample_path, CLOCK, ACTOR))  # closed: the lock is free again


def test_what_rested_while_the_program_started_works_again_with_the_window(sample_path: Path) -> None:
    gc.disable()
    seen: list[bool] = []
    assert _run(sample_path, lambda _window: seen.append(gc.isenabled())) == 0
    assert seen == [True]


def test_the_sample_is_made_where_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "muestra.cpepa"
    assert _run(path, lambda _window: None, sample=True) == 0
    assert path.exists()


def test_without_a_file_the_start_is_shown() -> None:
    seen: list[bool] = []
    _run(None, lambda window: seen.append(find(window, QWidget, "start").isVisible()))
    assert seen == [True]


def test_a_file_that_is_not_there_is_told_and_the_start_is_shown(tmp_path: Path) -> None:
    seen: list[bool] = []

    def accept(dialog: QWidget) -> None:
        click(find(dialog, QPushButton, "answer_dialog_accept"))

    with in_dialog("answer_dialog", accept):
        _run(
            tmp_path / "no-existe.cpepa",
            lambda window: seen.append(find(window, QWidget, "start").isVisible()),
        )
    assert seen == [True]


def test_a_mistake_of_the_program_is_told_without_what_it_worked_on(
    sample_path: Path, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, AnswerDialog)
        said.append(f"{words_in(dialog)}\n{dialog.copied_text()}")
        click(find(dialog, QPushButton, "crash_dialog_accept"))

    def look(_window: MainWindow) -> None:
        with in_dialog("crash_dialog", read):
            _fail_in_a_slot()
            qtbot.waitUntil(lambda: bool(said))

    before = sys.excepthook, threading.excepthook
    _run(sample_path, look)
    assert (sys.excepthook, threading.excepthook) == before
    assert "Lo guardado está a salvo" in said[0]
    assert "ValueError" in said[0]
    log = (log_folder() / "problemas.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "tests.ui.test_app" in log
    for told in (said[0], log, *(record.getMessage() for record in caplog.records)):
        assert DOCUMENT not in told
        assert str(Path.home()) not in told
    assert [each.levelname for each in caplog.records if each.levelname != "INFO"] == ["ERROR"]
    caplog.clear()


def _fail_in_a_slot() -> None:
    """Fail as a slot does: what it raises has nobody to catch it but the hook of the program."""
    try:
        int(DOCUMENT)
    except ValueError as error:  # pytest-qt would take an error of a real slot for itself
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("qtbot")
def test_the_buttons_of_qt_speak_spanish() -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"


def test_there_is_one_application(qapp: QApplication) -> None:
    assert open_application(["other"], dark=False) is qapp
