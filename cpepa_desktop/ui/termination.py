"""Closing the window when the system asks the process to end, as at the end of a session."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_REQUESTS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl+C at the terminal, the end of the session or `kill`, and a terminal that was closed."""


@contextmanager
def closing_on_request() -> Iterator[None]:
    """While the block lasts, a request to end closes the windows as a person would: the file with its backup.

    Only the main thread may enter it. A page that cannot be left keeps its window, as it does with a person.
    """
    with _waking_the_loop():
        before = {number: signal.signal(number, _close) for number in _REQUESTS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _close(_number: int, _frame: object) -> None:
    QApplication.closeAllWindows()


@contextmanager
def _waking_the_loop() -> Iterator[None]:
    # Python runs a handler between two steps of its own, and Qt's loop takes none while nothing happens.
    woken, waking = socket.socketpair()
    with woken, waking:
        waking.settimeout(0)
        notifier = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: woken.recv(1))
        before = signal.set_wakeup_fd(waking.fileno())
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
