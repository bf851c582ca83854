"""One attendance sheet of fifteen people and a week, against the same cells on a bare canvas."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from benchmarks.centre import COURSE, enrol, new_centre
from benchmarks.measure import Measured, compare
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.attendance_paper import recorded_sheet
from cpepa_desktop.reports import attendance_sheet

_WEEK = IsoWeek(2024, 7)
_ROW, _COLUMN, _NAMES = 18, 90, 180


def run(folder: Path) -> list[Measured]:
    """Return the comparison."""
    ws = new_centre(folder)
    enrol(ws, folder, 15)
    fill_week(ws, COURSE, _WEEK)
    sheet = recorded_sheet(ws, COURSE, _WEEK)
    ws.file.close()
    names = [person.name for person in sheet.people]
    return [
        compare(
            "attendance sheet, tagged PDF/A",
            lambda: attendance_sheet.pdf(sheet),
            lambda: _bare_sheet(names, len(sheet.columns)),
            budget=12,
            rounds=15,
        )
    ]


def _bare_sheet(names: list[str], columns: int) -> bytes:
    """Draw the same rows and columns with one standard font, no tags, no metadata."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4), invariant=1)
    top = landscape(A4)[1] - 60
    canvas.setFont("Helvetica", 9)
    for row, name in enumerate(names):
        bottom = top - row * _ROW
        canvas.drawString(40, bottom + 5, name)
        for column in range(columns):
            left = 40 + _NAMES + column * _COLUMN
            canvas.rect(left, bottom, _COLUMN, _ROW)
            canvas.drawString(left + 5, bottom + 5, "5 h")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
