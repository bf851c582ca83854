"""Tests of closing the window when the system asks the process to end."""

from __future__ import annotations

import os
import signal
from threading import Thread

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.termination import closing_on_request


class Window(QWidget):
    """A window that tells when it closes."""

    closed = Signal()

    def closeEvent(self, event: QCloseEvent, /) -> None:  # noqa: N802 - Qt's own name
        """Override QWidget::closeEvent."""
        super().closeEvent(event)
        self.closed.emit()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_request_to_end_closes_the_window_though_nothing_else_happens(qtbot: QtBot, number: int) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    with closing_on_request(), qtbot.waitSignal(window.closed):
        Thread(target=os.kill, args=(os.getpid(), number)).start()
    assert window.isHidden()


def test_afterwards_requests_are_handled_as_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with closing_on_request():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.set_wakeup_fd(-1) == -1
