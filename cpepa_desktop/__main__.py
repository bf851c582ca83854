"""The only place that wires the rooms: arguments, clock, person at the keyboard, command line or window."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cpepa_desktop import cli
from cpepa_desktop.operations.sample import SAMPLE_DAY


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
    given = cli.parse(words)
    day = getattr(given, "today", None)
    if given.command:
        return cli.main(given, SystemClock(day), _actor())
    # The sample stands still on the day it was made for; on any other its weeks would be all to enter.
    clock = SystemClock(day or (SAMPLE_DAY if given.sample else None))
    return _open_window(getattr(given, "file", None), clock, sample=given.sample)


def _open_window(path: Path | None, clock: SystemClock, *, sample: bool) -> int:
    # Not at the top: a command needs no window, and on a bare machine Qt has not even its libraries.
    from cpepa_desktop.ui.app import run_window  # noqa: PLC0415

    return run_window(path, clock, _actor(), sample=sample, argv=sys.argv[:1])


def _actor() -> str:
    """Return who is at the keyboard, as the history will say it."""
    try:
        return getpass.getuser()
    except OSError:  # a container without a user's name
        return "?"


if __name__ == "__main__":
    sys.exit(main())
