"""A command line that runs in this process and answers with what it printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.__main__ import main


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON document
        """Return the answer as JSON."""
        return json.loads(self.out)


class Terminal:
    """Runs commands over one file, with one working day."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str], today: str = "2024-03-01") -> None:
        self.file = file
        self.today = today
        self._capsys = capsys

    def __call__(self, *words: object) -> Said:
        """Run a command over the file and return what it said."""
        return self.bare(*words, "--file", self.file, "--today", self.today)

    def bare(self, *words: object) -> Said:
        """Run a command as it is written."""
        self._capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:  # argparse ends the program by itself
            status = int(str(end.code))
        captured = self._capsys.readouterr()
        return Said(status, captured.out, captured.err)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Give a command line over a file that does not exist yet."""
    return Terminal(tmp_path / "centro.cpepa", capsys)


@pytest.fixture
def centre(run: Terminal) -> Terminal:
    """Give a command line over a new centre with the course C1, which may start."""
    assert run("new", "--centre", "CPEPA Prueba", "--municipality", "Zaragoza").status == 0
    assert add_course(run, "C1").status == 0
    assert run("course", "defer", "C1", "--reason", "Consta en papel").status == 0
    return run


def add_course(run: Terminal, code: str, **changes: str) -> Said:
    """Plan SSCS0208, 370 and 10 h, from 15 January 2024, or what ``changes`` say."""
    options = {
        "call": "EPE-873-2023",
        "speciality": "SSCS0208",
        "route": "call",
        "province": "Zaragoza",
        "start": "2024-01-15",
        "timetable": "L-V 09:00-14:00",
    } | changes
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return run("course", "add", code, *words, "--json")
