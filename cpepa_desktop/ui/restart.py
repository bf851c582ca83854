"""Starting the program again, in the file and the place where one was."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QProcess

from cpepa_desktop.domain.clock import Clock


def command(path: Path | None, clock: Clock) -> list[str]:
    """Return the program and its arguments that open ``path`` again on the same working day."""
    # The built program is one executable; otherwise it is a module of the Python that runs.
    words = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "cpepa_desktop"]
    day: date = clock.today()
    if day != clock.now().date():  # a day that was set by hand
        words += ["--today", day.isoformat()]
    return [*words, "--file", str(path)] if path is not None else words


def start(words: list[str]) -> bool:
    """Start a program that outlives this one. Return whether it could be started."""
    started: tuple[bool, int] | bool = QProcess.startDetached(words[0], words[1:])
    return started[0] if isinstance(started, tuple) else started
