"""Imports from files, whole road (reading, checking, writing with history), against the bare insert."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from benchmarks.centre import COURSE, enrol, new_centre, people_file
from benchmarks.measure import Measured, seconds, summarise
from cpepa_desktop.operations.attendance_intake import import_attendance, preview_attendance
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.people import import_people, preview_people
from cpepa_desktop.operations.workspace import Workspace

PEOPLE, CELLS = 3_000, 50_000
_ROUNDS = 3
_folders = count()


def run(folder: Path) -> list[Measured]:
    """Return the comparisons of people and of cells."""
    return [_people(folder), _cells(folder)]


def _people(folder: Path) -> Measured:
    ws = new_centre(_fresh(folder))
    path = people_file(folder, PEOPLE)
    rows = [(number, "Muestra", "Persona", "1985-03-05") for number in range(PEOPLE)]
    table = "CREATE TABLE person (id INTEGER PRIMARY KEY, surnames TEXT, name TEXT, birth TEXT) STRICT"
    try:
        return _pairs(
            f"import of {PEOPLE:,} people",
            ws,
            lambda: import_people(ws, preview_people(ws, path)),
            _bare(folder, table, "INSERT INTO person VALUES (?, ?, ?, ?)", rows),
            budget=60,
        )
    finally:
        ws.file.close()


def _cells(folder: Path) -> Measured:
    ws = new_centre(_fresh(folder))
    days = [day for (day,) in ws.db.execute("SELECT day FROM stretch ORDER BY day")]
    people = CELLS // len(days) + 1
    enrol(ws, folder, people)
    numbers = [number for (number,) in ws.db.execute("SELECT number FROM person_document ORDER BY number")]
    lines = ["día;tramo;documento;minutos;causa;estado"]
    lines += [f"{day};1;{number};300;;" for day in days for number in numbers]
    path = folder / "asistencia.csv"
    path.write_text("\n".join(lines[: CELLS + 1]), encoding="utf-8")
    rows = [(index // len(days), index % len(days), 300) for index in range(CELLS)]
    table = "CREATE TABLE cell (e INTEGER, s INTEGER, m INTEGER, PRIMARY KEY (e, s)) STRICT, WITHOUT ROWID"
    try:
        return _pairs(
            f"import of {CELLS:,} cells",
            ws,
            lambda: import_attendance(ws, preview_attendance(ws, path, COURSE)),
            _bare(folder, table, "INSERT INTO cell VALUES (?, ?, ?)", rows),
            budget=60,
        )
    finally:
        ws.file.close()


def _pairs(
    name: str, ws: Workspace, ours: Callable[[], object], peer: Callable[[], object], *, budget: float
) -> Measured:
    pairs = []
    for _round in range(_ROUNDS):
        pairs.append((seconds(ours), seconds(peer)))
        undo(ws)
    return summarise(name, pairs, budget=budget)


def _bare(folder: Path, table: str, insert: str, rows: Sequence[tuple[object, ...]]) -> Callable[[], object]:
    """Return the same rows written by the engine alone, with the same durability."""

    def write() -> None:
        connection = sqlite3.connect(_fresh(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(table)
        connection.execute("BEGIN")
        connection.executemany(insert, rows)
        connection.execute("COMMIT")
        connection.close()

    return write


def _fresh(folder: Path) -> Path:
    made = folder / f"import{next(_folders)}"
    made.mkdir()
    return made
