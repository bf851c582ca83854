"""Ctrl+K among five thousand people and two hundred courses: a word begun, and one with a slip in it."""

from __future__ import annotations

from itertools import cycle, islice, product
from pathlib import Path
from typing import Final

from rapidfuzz import process

from benchmarks.centre import copy_courses, new_centre
from benchmarks.measure import Measured, compare
from cpepa_desktop.db import journal
from cpepa_desktop.domain.search import folded
from cpepa_desktop.operations.people import list_people
from cpepa_desktop.operations.search import search
from cpepa_desktop.operations.workspace import Workspace

PEOPLE: Final = 5_000
COURSES: Final = 200
_NAMES: Final = ("Ana", "José", "Fátima", "Óscar", "María Pilar", "Raúl", "Luana", "Andrés", "Nuria", "Iván")
_ROOTS: Final = (
    "Gonz",
    "Mart",
    "Lop",
    "Ágred",
    "Blasc",
    "Calv",
    "Ib",
    "Domín",
    "Estr",
    "Ferr",
    "Grac",
    "Ñíg",
)
_ENDS: Final = ("ález", "ínez", "o", "uez", "ada", "eira", "áñez", "ijo", "era", "ós")
_ADD: Final = "INSERT INTO person (id, name, surnames) VALUES (?, ?, ?)"
_ADD_DOCUMENT: Final = "INSERT INTO person_document VALUES ('dni', '', ?, ?, 1)"
_BARE: Final = "SELECT key, title FROM temp.search_entry WHERE search_entry MATCH '\"gonzal\"*' LIMIT 8"


def run(folder: Path) -> list[Measured]:
    """Return the comparisons."""
    ws = _crowded(folder)
    try:
        names = [folded(found.person.listed_name) for found in list_people(ws)]
        return [
            compare(
                f"search of a word begun, {PEOPLE:,} people",
                lambda: search(ws, "gonzal"),
                lambda: ws.db.execute(_BARE).fetchall(),
                budget=120,  # six such queries, and the words one slip away from those that found too little
            ),
            compare(
                f"search with a slip, {PEOPLE:,} people",
                lambda: search(ws, "gozalez mratin"),
                lambda: process.extract("gozalez mratin", names, limit=8),
                budget=3,
            ),
        ]
    finally:
        ws.file.close()


def _crowded(folder: Path) -> Workspace:
    ws = new_centre(folder)
    surnames = [root + end for root, end in product(_ROOTS, _ENDS)]
    invented = islice(zip(cycle(_NAMES), product(surnames, surnames), strict=False), PEOPLE)
    with ws.db.atomic():
        journal.unwatch(ws.db)  # how they came in is not what is measured
        for key, (name, both) in enumerate(invented, start=1):
            ws.db.execute(_ADD, (key, name, " ".join(both)))
            ws.db.execute(_ADD_DOCUMENT, (f"{10_000_000 + key * 7}A", key))
        copy_courses(ws.db, COURSES)
        journal.watch(ws.db)
    return ws
