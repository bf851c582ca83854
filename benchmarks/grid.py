"""A key in the week of a course, in a file of ten years, until the totals are painted again.

The peer does the least that any program would: it commits one row of the same shape to a file as large, and
paints a bare table of Qt with as many cells.
"""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.centre import CLOCK, COURSE, many_cells
from benchmarks.measure import Measured
from cpepa_desktop.ui.app import open_application
from cpepa_desktop.ui.course.attendance import view
from cpepa_desktop.ui.course.attendance.cells import FULL
from cpepa_desktop.ui.course.attendance.grid import WeekTable
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow

CELLS: Final = 500_000
KEYS: Final = 80
WEEK: Final = "2024-W07"
BUDGET: Final = 12.0
_FRAME_MS: Final = 16
_SIZE: Final = (1280, 1100)  # the whole week in sight, or a key would paint nothing
_WARM: Final = 6
_PATIENCE_S: Final = 5
_BARE_TABLE: Final = """
CREATE TABLE attendance (
  enrolment_id INTEGER, session_id INTEGER, attended_minutes INTEGER, is_virtual INTEGER,
  PRIMARY KEY (session_id, enrolment_id)
) WITHOUT ROWID, STRICT
"""


class TimedTable(QTableView):
    """A bare table that knows when it was last painted."""

    painted = 0.0

    def paintEvent(self, event: QPaintEvent, /) -> None:  # noqa: N802 - Qt's own name
        """Override QTableView::paintEvent."""
        super().paintEvent(event)
        self.painted = perf_counter()


class TimedWeek(WeekTable):
    """The week as the program shows it, which knows when it was last painted."""

    painted = 0.0

    def paintEvent(self, event: QPaintEvent, /) -> None:  # noqa: N802 - Qt's own name
        """Override QTableView::paintEvent."""
        super().paintEvent(event)
        self.painted = perf_counter()


def run(folder: Path) -> list[Measured]:
    """Return the comparison of the slowest twentieth of the keys; its note has the milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    path = many_cells(folder, CELLS).file
    path.close()
    shell = Shell(CLOCK, "bench", Settings(folder / "settings"))
    open_application([], dark=False)
    vars(view)["WeekTable"] = TimedWeek  # the window makes its own
    shell.open_file(path.path)
    window = MainWindow(shell)
    window.resize(*_SIZE)
    window.show()
    window.travel(Place("course", COURSE, f"attendance/{WEEK}"))
    grid = window.findChild(TimedWeek)
    if grid is None:
        raise RuntimeError("the week is not on screen")
    bare, commit = _bare_table(grid), _bare_commit(folder)
    for at in range(_WARM):
        _key(grid, at), _bare(bare, commit, at)
    pairs = [(_key(grid, at), _bare(bare, commit, at)) for at in range(KEYS)]
    shell.close_file()
    window.close()
    slow, slow_peer = (_p95(times) for times in zip(*pairs, strict=True))
    note = f"p95 {slow * 1000:.1f} ms, a frame is {_FRAME_MS}"
    name = f"a key in the week among {CELLS:,} cells, p95"
    return [Measured(name, slow, slow_peer, slow / slow_peer, BUDGET, note)]


def _key(grid: TimedWeek, at: int) -> float:
    """Return the seconds from a key to the totals on screen; what may wait is done after them."""
    grid.setCurrentIndex(grid.weeks.index(at % grid.weeks.rowCount(), at % grid.weeks.stretch_count()))
    _settle()
    key = Qt.Key.Key_A if grid.currentIndex().data() == FULL else Qt.Key.Key_F
    started = perf_counter()
    QTest.keyClick(grid, key)
    return _painted(grid, started)


def _bare(table: TimedTable, commit: Callable[[int], object], at: int) -> float:
    _settle()
    started = perf_counter()
    commit(at)
    table.viewport().update()
    return _painted(table, started)


def _painted(table: TimedTable | TimedWeek, started: float) -> float:
    while table.painted < started:
        if perf_counter() - started > _PATIENCE_S:
            raise RuntimeError("nothing was painted")
        QApplication.processEvents()
    return table.painted - started


def _settle() -> None:
    """Let everything that waits be done, and the rubbish be collected outside what is measured."""
    tops = QApplication.topLevelWidgets()
    behind = [timer for top in tops for timer in top.findChildren(QTimer) if timer.isSingleShot()]
    while any(timer.isActive() for timer in behind):
        QApplication.processEvents()
    gc.collect()


def _bare_table(grid: WeekTable) -> TimedTable:
    """Return an empty table with as many cells as the week, as large."""
    table = TimedTable()
    table.setModel(QStandardItemModel(grid.weeks.rowCount(), grid.weeks.columnCount(), table))
    table.resize(grid.size())
    table.show()
    return table


def _bare_commit(folder: Path) -> Callable[[int], object]:
    """Return what commits one cell to a file with as many."""
    db = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(_BARE_TABLE)
    with db:
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO attendance VALUES (?, ?, ?, 0)", ((n % 999, n, 300) for n in range(CELLS))
        )
        db.execute("COMMIT")
    return lambda at: db.execute("UPDATE attendance SET attended_minutes = ? WHERE session_id = ?", (at, at))


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]
