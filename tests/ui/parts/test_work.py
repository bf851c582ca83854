"""Tests of work in another thread."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.ui.parts.work import Progress, ProgressDialog, Work, WorkStrip
from tests.ui.hands import find, press


def test_a_job_runs_in_another_thread_and_answers_in_this_one(qtbot: QtBot, qapp: QApplication) -> None:
    threads: list[bool] = []
    work = Work(lambda _progress: QThread.currentThread() is qapp.thread())
    work.succeeded.connect(lambda _result: threads.append(QThread.currentThread() is qapp.thread()))
    with qtbot.waitSignal(work.succeeded, check_params_cb=lambda in_main_thread: not in_main_thread):
        work.start()
    assert threads == [True]


def test_what_a_job_raises_is_carried_here(qtbot: QtBot) -> None:
    def job(_progress: Progress) -> None:
        raise ValueError("malo")

    work = Work(job)
    with qtbot.waitSignal(work.failed, check_params_cb=lambda error: str(error) == "malo"):
        work.start()


def test_progress_is_shown_and_the_dialog_goes_with_the_job(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(progress: Progress) -> int:
        progress.report(3, 10, "Leyendo la fila 3")
        go_on.wait(5)
        return 10

    work = Work(job)
    dialog = ProgressDialog(work, "Importando…")
    qtbot.addWidget(dialog)
    dialog.show()
    work.start()
    bar = find(dialog, QProgressBar, "progress_bar")
    qtbot.waitUntil(lambda: bar.value() == 3)
    assert bar.maximum() == 10
    go_on.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_escape_stops_the_job_at_its_next_report(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(progress: Progress) -> None:
        progress.report(0)
        go_on.wait(5)
        progress.report(1)

    work = Work(job)
    dialog = ProgressDialog(work, "Importando…")
    qtbot.addWidget(dialog)
    dialog.show()
    work.start()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(work.failed, check_params_cb=lambda error: isinstance(error, Stopped)):
        go_on.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_short_job_shows_no_dialog(qtbot: QtBot) -> None:
    work = Work(lambda _progress: 7)
    dialog = ProgressDialog(work, "Leyendo…")
    qtbot.addWidget(dialog)
    shown: list[bool] = []
    work.ended.connect(lambda: shown.append(dialog.isVisible()))
    work.start()
    dialog.wait()
    assert shown == [False]


def test_a_job_that_cannot_be_stopped_has_no_button_and_minds_no_escape(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(progress: Progress) -> int:
        go_on.wait(5)
        progress.report(1, 1)
        return 7

    work = Work(job)
    dialog = ProgressDialog(work, "Restaurando…", can_stop=False)
    qtbot.addWidget(dialog)
    dialog.show()
    work.start()
    assert not find(dialog, QDialogButtonBox, "progress_buttons").isVisible()
    press(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(work.succeeded, check_params_cb=lambda answer: answer == 7):
        go_on.set()


def test_the_strip_counts_what_a_job_does_and_goes_with_it(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(progress: Progress) -> None:
        progress.report(340, 1000)
        go_on.wait(5)

    work = Work(job)
    strip = WorkStrip()
    qtbot.addWidget(strip)
    strip.show_work("Importar personas", work)
    work.start()
    words = find(strip, QLabel, "work_strip_words")
    qtbot.waitUntil(lambda: words.text() == "Importar personas · 340 de 1.000")
    assert strip.accessibleName() == words.text()
    go_on.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_the_strip_stops_its_job_once(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(progress: Progress) -> None:
        go_on.wait(5)
        progress.report(1, 2)

    work = Work(job)
    strip = WorkStrip()
    qtbot.addWidget(strip)
    strip.show_work("Importar personas", work)
    work.start()
    stop = find(strip, QPushButton, "work_strip_stop")
    stop.click()
    assert not stop.isEnabled()
    assert find(strip, QLabel, "work_strip_words").text() == "Importar personas: deteniendo…"
    with qtbot.waitSignal(work.failed, check_params_cb=lambda error: isinstance(error, Stopped)):
        go_on.set()
    assert not strip.isVisible()


@pytest.mark.parametrize("held", [True, False], ids=["with its parent", "by nobody holding it"])
def test_a_job_outlives_its_work_in_silence_and_is_asked_to_stop(qapp: QApplication, *, held: bool) -> None:
    go_on, stopped, heard = threading.Event(), threading.Event(), list[object]()

    def job(progress: Progress) -> None:
        go_on.wait(5)
        try:
            progress.report(1)
        except Stopped:
            stopped.set()
            raise

    owner = QObject()
    work = Work(job, owner if held else None)
    for signal in (work.succeeded, work.failed):
        signal.connect(heard.append)
    work.start()
    if held:
        shiboken6.delete(owner)
    del work
    go_on.set()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    assert stopped.is_set()
    assert heard == []
