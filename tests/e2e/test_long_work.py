"""A thousand people are imported while somebody types on, thinks better of it, or closes the window.

The disk of these tests is slow: somebody else holds it from when the import is asked for until the test lets
go, so that what is typed meanwhile is surely typed meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.operations import files, history, people
from cpepa_desktop.operations.sample import make_sample
from cpepa_desktop.operations.workspace import Workspace
from tests.e2e.robot import Do, Step, is_shown, keys, run_program, shown, tab_to, typed, until, until_focus

pytestmark = pytest.mark.slow
MANY = 1000
CLOCK = FixedClock(date(2024, 2, 19), datetime(2024, 2, 19, 10, 42, tzinfo=UTC))
_CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


@pytest.fixture
def learners(tmp_path: Path) -> Path:
    """Return a list of a thousand people."""
    path = tmp_path / "lista.csv"
    numbers = range(20_000_000, 20_000_000 + MANY)
    rows = [f"{n}{_CHECK_LETTERS[n % 23]};Apellido {n};Lucía;3/1/1990" for n in numbers]
    path.write_text("\n".join(["DNI;Apellidos;Nombre;Fecha de nacimiento", *rows]), encoding="utf-8")
    return path


class SlowDisk:
    """Nobody can write the file from `hold` until `let_go`."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)

    def hold(self) -> None:
        """Keep everybody from writing."""
        self._db.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        """Let them write."""
        self._db.execute("ROLLBACK")
        self._db.close()


def is_importing() -> bool:
    """Say whether the strip under the page shows the import."""
    return is_shown("work_strip") and "Importar personas" in shown(QLabel, "work_strip_words").text()


def filter_text() -> str:
    """Return what is typed in the filter of people."""
    return shown(QLineEdit, "people_filter").text()


def ask_to_import(path: Path, disk: SlowDisk) -> Iterator[Step]:
    """Go to the people and accept a file of them."""
    yield until("the first page", lambda: is_shown("page_home"))
    yield from keys("Ctrl+4")
    yield until("the people", lambda: is_shown("page_people"))
    yield from tab_to("people_filter")
    yield from keys("Ctrl+I")
    yield until("the dialog of files", lambda: is_shown("file_dialog"))
    yield typed(str(path))
    yield from keys("Return")
    yield until("what the file brings", lambda: is_shown("people_intake"))
    yield Do("a slow disk", disk.hold)
    yield from keys("Return")
    yield until("the import under way", is_importing)


def import_and_look(script: Iterator[Step], file: Path) -> tuple[int, str | None]:
    """Run the program on the sample, and return how many people it has after and what undo would take."""
    assert run_program(["--file", str(file), "--today", "2024-02-19"], script) == 0
    ws = files.open_file(file, CLOCK, "Ana")
    try:
        return _found(ws)
    finally:
        files.close_file(ws)


def _found(ws: Workspace) -> tuple[int, str | None]:
    return len(people.list_people(ws, "Apellido")), history.what_undo_would_do(ws)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return the file of a sample centre, closed."""
    return make_sample(tmp_path / "muestra.cpepa", CLOCK, "Ana")


def test_what_is_typed_arrives_while_a_thousand_people_are_imported(learners: Path, sample: Path) -> None:
    disk = SlowDisk(sample)
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        seen.append((filter_text(), is_importing()))

    def script() -> Iterator[Step]:
        yield from ask_to_import(learners, disk)
        yield from keys("Ctrl+F")
        yield until_focus("people_filter")
        yield typed("apellido")
        yield Do("a look while it imports", look)
        yield Do("the disk goes on", disk.let_go)
        yield until("the import done", lambda: not is_shown("work_strip"))
        yield until("everybody listed", lambda: shown(QLabel, "people_count").text().startswith("1000 de"))
        yield Do("a look after", look)
        yield from keys("Ctrl+Q")

    assert import_and_look(script(), sample) == (MANY, "Importar 1000 personas")
    assert seen == [("apellido", True), ("apellido", False)]


def test_an_import_that_is_stopped_leaves_nothing(learners: Path, sample: Path) -> None:
    disk = SlowDisk(sample)

    def script() -> Iterator[Step]:
        yield from ask_to_import(learners, disk)
        yield from keys("Shift+Esc")
        yield Do("the disk goes on", disk.let_go)
        yield until("the import stopped", lambda: not is_shown("work_strip"))
        yield until("a word of it", lambda: "Se ha detenido" in shown(QLabel, "notices_words").text())
        yield from keys("Ctrl+Q")

    count, undo = import_and_look(script(), sample)
    assert count == 0
    assert undo != "Importar 1000 personas"


def test_closing_while_it_imports_asks_and_leaves_nothing(learners: Path, sample: Path) -> None:
    disk = SlowDisk(sample)

    def script() -> Iterator[Step]:
        yield from ask_to_import(learners, disk)
        yield from keys("Ctrl+Q")
        yield until("the question", lambda: is_shown("confirm_dialog"))
        yield from keys("Escape")
        yield until("the import goes on", is_importing)
        yield from keys("Ctrl+Q")
        yield until("the question again", lambda: is_shown("confirm_dialog"))
        yield Do("the disk goes on, soon", lambda: QTimer.singleShot(0, disk.let_go))
        yield from keys("Return")

    count, _undo = import_and_look(script(), sample)
    assert count == 0
