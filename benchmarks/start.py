"""Start of the program on a sample centre, against an empty Qt window, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Measured, summarise

_SPARE = 0.5
_ROUNDS = 5
_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from cpepa_desktop.__main__ import SystemClock
from cpepa_desktop.operations.sample import SAMPLE_DAY
from cpepa_desktop.ui import app
QTimer.singleShot(0, lambda: None)
sys.exit(app.run_window(Path(sys.argv[1]), SystemClock(SAMPLE_DAY), "bench", quit_after_first_paint=True))
"""


def run(folder: Path) -> list[Measured]:
    """Return the comparison: at most 1.5 × the empty window plus half a second."""
    file = folder / "muestra.cpepa"
    subprocess.run([sys.executable, "-m", "cpepa_desktop", "sample", "--file", str(file)], check=True)
    _process(_OURS, str(file))
    pairs = [(_process(_OURS, str(file)), _process(_EMPTY)) for _round in range(_ROUNDS)]
    return [
        summarise(
            "start, less half a second", pairs, budget=1.5, spare=_SPARE, note="target of the window's issue"
        )
    ]


def _process(program: str, *arguments: str) -> float:
    started = perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started
