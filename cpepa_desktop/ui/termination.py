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
    asked, asking = socket.socketpair()
    with asked, asking:
        asking.settimeout(0)
        notifier = QSocketNotifier(asked.fileno(), QSocketNotifier.Type.Read)
        # In the loop, not in the handler: Python may run that in the middle of anything, as of an opening.
        notifier.activated.connect(lambda: asked.recv(1) and QApplication.closeAllWindows())
        try:
            with _told_to(asking):
                yield
        finally:
            notifier.setEnabled(False)


@contextmanager
def _told_to(asking: socket.socket) -> Iterator[None]:
    """While the block lasts, Python writes each request to a socket, which wakes Qt's loop."""
    before = {number: signal.signal(number, _do_nothing) for number in _REQUESTS}
    wakened = signal.set_wakeup_fd(asking.fileno())
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakened)
        for number, handler in before.items():
            signal.signal(number, handler)


def _do_nothing(_number: int, _frame: object) -> None:
    """Stand in for what ends the process: Python tells the socket of a signal that has a handler."""
