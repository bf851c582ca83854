"""The only place that wires the rooms: arguments, clock, person at the keyboard, command line or window."""

from __future__ import annotations

import gc
import getpass
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cpepa_desktop.cli.arguments import parse
from cpepa_desktop.cli.parsing import Arguments


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock. ``day`` stands in for the working day where the user has set it."""

    day: date | None = None

    def today(self) -> date:
        """Return the working day."""
        return self.day or self.now().date()

    def now(self) -> datetime:
        """Return the real moment, with the machine's time zone."""
        return datetime.now().astimezone()  # noqa: TID251 - the one place that looks at a clock


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    given = parse(words)
    day: date | None = getattr(given, "today", None)
    return _run_command(given, day) if given.command else _open_window(given, day)


def _run_command(given: Arguments, day: date | None) -> int:
    from cpepa_desktop.cli import main as commands  # noqa: PLC0415 - the window takes none of what commands do

    return commands.main(given, SystemClock(day), _actor())


def _open_window(given: Arguments, day: date | None) -> int:
    # Starting makes many things and no rubbish; to look for it takes a sixth of the time that the window
    # takes to come up. `run_window` lets it be looked for again.
    gc.disable()
    # On a bare machine Qt has not even its libraries, and a command needs no window.
    from cpepa_desktop.ui.app import run_window  # noqa: PLC0415

    path: Path | None = getattr(given, "file", None)
    # The sample stands still on the day it was made for; on any other its weeks would be all to enter.
    clock = SystemClock(day or (_sample_day() if given.sample else None))
    return run_window(path, clock, _actor(), sample=given.sample, argv=sys.argv[:1])


def _sample_day() -> date:
    from cpepa_desktop.operations.sample import SAMPLE_DAY  # noqa: PLC0415 - it brings all that fills a centre

    return SAMPLE_DAY


def _actor() -> str:
    """Return who is at the keyboard, as the history will say it."""
    try:
        return getpass.getuser()
    except OSError:  # a container without a user's name
        return "?"


if __name__ == "__main__":
    sys.exit(main())
