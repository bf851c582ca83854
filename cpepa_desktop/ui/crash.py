"""Mistakes of the program that nobody foresaw: logged, told in plain words, and a way to start again."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from cpepa_desktop import __version__
from cpepa_desktop.ui.parts.dialogs import RESTART, crash_dialog
from cpepa_desktop.ui.problem_log import LOG, log_folder, logging_to, qt_words, trace_words

_SMALL_TALK = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})
_Handler = Callable[[QtMsgType, QMessageLogContext, str], object]


class CrashReporter(QObject):
    """Logs each unforeseen error and shows one dialog at a time, in the thread of the window.

    Signals:
        happened: an error was caught, in whatever thread; carries the details.
    """

    happened = Signal(str)

    def __init__(self, restart: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._restart = restart
        self._is_telling = False
        # Always later: an error in the middle of painting must not open a dialog inside it.
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Log an error and have it told. Callable from every thread."""
        details = trace_words(error)
        LOG.error("CPEPA Desktop %s\n%s", __version__, details)
        self.happened.emit(details)

    def _tell(self, details: str) -> None:
        if self._is_telling:  # what follows from the first error is in the log
            return
        self._is_telling = True
        try:
            answer = crash_dialog(
                f"CPEPA Desktop {__version__}\n{details}", QApplication.activeWindow()
            ).exec()
        finally:
            self._is_telling = False
        if answer == RESTART:
            self._restart()


@contextmanager
def reporting(reporter: CrashReporter) -> Iterator[None]:
    """Have what nobody catches reported: errors of slots and of threads, and what Qt complains of."""
    hook, thread_hook = sys.excepthook, threading.excepthook

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            reporter.report(error)
        else:  # Ctrl+C at the terminal
            sys.__excepthook__(kind, error, trace)

    def report_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            report(given.exc_type, given.exc_value, given.exc_traceback)

    with logging_to(log_folder()):
        sys.excepthook, threading.excepthook = report, report_thread
        before = _listen_to_qt()
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook = hook, thread_hook


def _listen_to_qt() -> _Handler | None:
    """Log what Qt complains of, and pass it on to who listened before. Return who that was."""
    heard: list[_Handler] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in _SMALL_TALK:
            LOG.info("%s", qt_words(kind, context, message))
        for handler in heard:
            handler(kind, context, message)
        if not heard and sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    before: _Handler | None = qInstallMessageHandler(hear)
    if before is not None:
        heard.append(before)
    return before
