"""Lists as centres keep them, written to real files for the tests of what reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

TODAY = date(2024, 2, 1)
"""The day on which the lists of the tests are read."""

Rows = Iterable[Sequence[object]]


def xlsx(path: Path, sheets: Mapping[str, Rows] | Rows, *, hidden: Sequence[str] = ()) -> Path:
    """Write a workbook, of one sheet «Hoja1» where only its rows are given, and return its path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"Hoja1": sheets}).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def csv_text(rows: Rows, separator: str = ";") -> str:
    """Return rows as separated text, ended as Windows ends lines."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def csv_file(path: Path, rows: Rows, encoding: str = "utf-8") -> Path:
    """Write rows as text separated by semicolons and return its path."""
    path.write_bytes(csv_text(rows).encode(encoding))
    return path
