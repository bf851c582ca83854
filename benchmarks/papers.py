"""What tags cost: papers with them against the same papers without, and a form against a bare canvas.

Seconds are the processor's own, so that a machine with other work to do does not decide a ratio near its
budget. Fonts are loaded before anything is timed: a process does that once. Sizes stand in the same table, in
kilobytes where the others are in milliseconds.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import Measured, summarise
from cpepa_desktop.reports.frame import (
    Align,
    Column,
    Document,
    Field,
    Fields,
    Heading,
    Orientation,
    Row,
    Signatures,
    Signer,
    Table,
    render,
)

_ROUNDS: Final = 21
_MODULES: Final = 6
_TITLES: Final = ("N.º", "Apellidos y nombre", *(f"MF10{n}_2" for n in range(16, 16 + _MODULES)), "Resultado")
_FIELDS: Final = (
    ("Centro", "CPEPA Ejemplo"),
    ("Curso", "2024-SSCS0208"),
    ("Fecha", "14/03/2024"),
    ("Municipio", "Ejemplo"),
)
_ROLES: Final = ("Tutoría", "Dirección", "Secretaría")
_NAMES: Final = (
    "Ágreda Royo, Ana",
    "Blasco Ñíguez, José Antonio",
    "El Amrani, Fátima Zohra",
    "Güell Puig, Lluïsa",
)
_ROW, _COLUMN, _LEFT = 18, 75, 40  # points, of the bare canvas


def run(folder: Path) -> list[Measured]:  # noqa: ARG001 - nothing is written
    """Return the comparisons: time and size of a form and of a long table, and time against a bare canvas."""
    form, long = _paper(15), _paper(400)
    return [
        _times("form, tagged", lambda: render(form), lambda: _untagged(form), budget=1.3),
        _times("table of 400 rows, tagged", lambda: render(long), lambda: _untagged(long), budget=1.3),
        _times("form against a bare canvas", lambda: render(form), lambda: _bare(15), budget=4),
        _sizes("size of the form, tagged", form, budget=1.2),
        _sizes("size of the table, tagged", long, budget=2),
    ]


def _times(name: str, ours: Callable[[], object], peer: Callable[[], object], *, budget: float) -> Measured:
    ours()
    peer()
    pairs = [(_seconds(ours), _seconds(peer)) for _round in range(_ROUNDS)]
    return summarise(name, pairs, budget=budget)


def _seconds(make: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        make()
        return process_time() - started
    finally:
        gc.enable()


def _untagged(document: Document) -> bytes:
    return render(document, tagged=False)


def _sizes(name: str, document: Document, *, budget: float) -> Measured:
    ours, peer = (len(content) / 1_000_000 for content in (render(document), _untagged(document)))
    return summarise(name, [(ours, peer)], budget=budget, note="kB")


def _cells(people: int) -> list[tuple[str, ...]]:
    """Return the texts of the table, row by row."""
    return [
        (
            str(number),
            _NAMES[number % len(_NAMES)],
            *(str((number * 7 + module * 3) % 10 + 1) for module in range(_MODULES)),
            "Apta",
        )
        for number in range(1, people + 1)
    ]


def _paper(people: int) -> Document:
    """Return a record of marks: fields, one row a person, boxes to sign in."""
    marks = tuple(Column(title, align=Align.RIGHT) for title in _TITLES[2:])
    return Document(
        title="Acta de evaluación",
        code="2024-SSCS0208",
        created=datetime(2024, 3, 14, 10, tzinfo=UTC),
        blocks=(
            Heading(1, "Acta de evaluación"),
            Fields(tuple(Field(label, value) for label, value in _FIELDS), columns=4),
            Table(
                (Column(_TITLES[0], 10), Column(_TITLES[1], 60, heads_row=True), *marks),
                tuple(Row(row) for row in _cells(people)),
                caption="Calificaciones por módulo",
                summary="Una fila por persona y una columna por módulo.",
            ),
            Signatures(tuple(Signer(role) for role in _ROLES)),
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _bare(people: int) -> bytes:
    """Draw the same texts and boxes with one standard font: no layout, no tags, no metadata."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4), invariant=1)
    canvas.setFont("Helvetica", 9)
    rows = [(f"{label}: {value}" for label, value in _FIELDS), _TITLES, *_cells(people), _ROLES]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            left, bottom = _LEFT + column * _COLUMN, A4[0] - 60 - number * _ROW
            canvas.rect(left, bottom, _COLUMN, _ROW)
            canvas.drawString(left + 2, bottom + 5, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
