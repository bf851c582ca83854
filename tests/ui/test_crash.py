"""Tests of what happens where the program makes a mistake that nobody foresaw."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.crash import CrashReporter, reporting
from cpepa_desktop.ui.problem_log import log_folder
from tests.ui.hands import click, find, in_dialog, words_in

NAME = "Ágreda Royo, Ana"


@pytest.fixture
def restarts() -> list[str]:
    return []


@pytest.fixture
def reporter(restarts: list[str]) -> CrashReporter:
    return CrashReporter(lambda: restarts.append("again"))


def _log() -> str:
    return (log_folder() / "problemas.log").read_text(encoding="utf-8")


def test_the_dialog_says_what_happened_and_offers_to_start_again(
    reporter: CrashReporter, restarts: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []

    def restart(dialog: QWidget) -> None:
        said.append(words_in(dialog))
        click(find(dialog, QPushButton, "crash_dialog_restart"))

    with in_dialog("crash_dialog", restart):
        reporter.report(ValueError(NAME))
        qtbot.waitUntil(lambda: bool(restarts))
    assert "Lo guardado está a salvo" in said[0]
    assert "vuelve a este archivo y a este lugar" in said[0]
    assert restarts == ["again"]
    caplog.clear()


def test_who_has_read_it_may_go_on(
    reporter: CrashReporter, restarts: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[bool] = []

    def accept(dialog: QWidget) -> None:
        click(find(dialog, QPushButton, "crash_dialog_accept"))
        closed.append(not dialog.isVisible())

    with in_dialog("crash_dialog", accept):
        reporter.report(ValueError(NAME))
        qtbot.waitUntil(lambda: bool(closed))
    assert closed == [True]
    assert restarts == []
    caplog.clear()


def test_an_error_of_a_thread_is_told_in_the_window_and_logged(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[bool] = []

    def fail() -> None:
        raise ValueError(NAME)

    def accept(dialog: QWidget) -> None:
        click(find(dialog, QPushButton, "crash_dialog_accept"))
        closed.append(True)

    with reporting(reporter), in_dialog("crash_dialog", accept):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(closed))
    assert "builtins.ValueError" in _log()
    assert NAME not in _log()
    caplog.clear()


def test_errors_that_follow_while_one_is_told_are_only_logged(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[bool] = []

    def fail_again(dialog: QWidget) -> None:
        reporter.report(KeyError(NAME))
        qtbot.wait(1)
        click(find(dialog, QPushButton, "crash_dialog_accept"))
        closed.append(True)

    with reporting(reporter), in_dialog("crash_dialog", fail_again):
        reporter.report(ValueError(NAME))
        qtbot.waitUntil(lambda: bool(closed))
    assert "builtins.KeyError" in _log()
    caplog.clear()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_qt_complains_of_is_logged_without_what_it_names(reporter: CrashReporter) -> None:
    with reporting(reporter):
        qWarning(f"QPainter::begin: {NAME}")
    assert "QPainter::begin" in _log()
    assert NAME not in _log()
