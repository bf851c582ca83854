"""The start: from the process to the first paint of Inicio, against that of an empty window of Qt."""

from __future__ import annotations

import compileall
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

import cpepa_desktop
from benchmarks.centre import CLOCK, IN_TEN_YEARS, ten_years
from benchmarks.measure import Measured, summarise
from cpepa_desktop.operations import files
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample

_ROUNDS: Final = 10
_CELLS: Final = 500_000
_SPARE: Final = 0.5
_BUDGET: Final = 1.5
_PROFILE: Final = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def run(folder: Path) -> list[Measured]:
    """Return both comparisons, of which half a second is free: the sample, and some ten years of a centre."""
    compileall.compile_dir(Path(cpepa_desktop.__file__).parent, quiet=1)
    sample = folder / "muestra.cpepa"
    files.close_file(build_sample(sample, CLOCK, "bench"))
    many = ten_years(folder, _CELLS)
    files.close_file(many)
    return [
        _compared("start on the sample, less half a second", folder, sample, SAMPLE_DAY),
        _compared(
            f"start on {_CELLS:,} cells, less half a second", folder, many.file.path, IN_TEN_YEARS.today()
        ),
    ]


def _compared(name: str, folder: Path, file: Path, day: date) -> Measured:
    ours = (str(file), day.isoformat())
    _first_paint(folder, *ours)
    _first_paint(folder)
    pairs = [(_first_paint(folder, *ours), _first_paint(folder)) for _round in range(_ROUNDS)]
    return summarise(name, pairs, budget=_BUDGET, spare=_SPARE)


def _first_paint(folder: Path, *arguments: str) -> float:
    """Return the seconds from the start of a process to its first paint, compiled files allowed."""
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    profile = dict.fromkeys(_PROFILE, str(folder / "profile"))
    started = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", *arguments],
        env=surroundings | profile,
        stdout=subprocess.PIPE,
        check=True,
    )
    painted: float = json.loads(done.stdout)["painted"]
    return painted - started  # one clock for every process of the machine
