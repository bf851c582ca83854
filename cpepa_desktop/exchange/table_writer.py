"""A table of the program written for a spreadsheet: a workbook with true values, or text by semicolons."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cpepa_desktop.domain.listing import Cell, Listing, Measure, decimal_of, harmless, minutes_of, plain_cell
from cpepa_desktop.domain.texts import _

_LENGTH: Final = "[h]:mm"
_FORMATS: Final = {
    Measure.MINUTES: _LENGTH,
    Measure.HOURS: _LENGTH,
    Measure.CENTS: '#,##0.00 "€"',
    Measure.HUNDREDTHS: "0.00",
}
_DAY_FORMAT: Final = "dd/mm/yyyy"
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_A_CELL: Final = re.compile(r"[\000-\010\013\014\016-\037]")
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_LEAST_WIDTH, _MOST_WIDTH = 8, 60
_FIRST_YEAR: Final = 1901
"""Excel counts days from 1900, and wrongly in its first months."""


def xlsx(listing: Listing) -> bytes:
    """Return a workbook of one sheet: heading bold and frozen, filters, widths, and values of their type.

    Lengths are durations that add up beyond a day. Texts are texts, whatever sign they begin with.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_name(listing.title)
    for at, column in enumerate(listing.columns, start=1):
        heading = sheet.cell(1, at)
        _write_text(heading, column.title)
        heading.font = Font(bold=True)
    for place, row in enumerate(listing.rows, start=2):
        for at, (cell, column) in enumerate(zip(row, listing.columns, strict=True), start=1):
            if cell not in {None, ""}:
                _write(sheet.cell(place, at), cell, column.measure)
    _shape(sheet, listing)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def separated(listing: Listing) -> bytes:
    """Return the rows as text by semicolons, as Excel in Spanish opens it: UTF-8 that says so, CRLF."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(harmless(column.title, column.title) for column in listing.columns)
    for row in listing.rows:
        writer.writerow(
            harmless(cell, plain_cell(cell, column.measure))
            for cell, column in zip(row, listing.columns, strict=True)
        )
    return text.getvalue().encode("utf-8-sig")


def sheet_name(title: str) -> str:
    """Return a title as Excel allows the name of a sheet."""
    return _NOT_IN_A_NAME.sub(" ", title).strip(" '")[:_LONGEST_NAME].strip(" '") or _("Tabla")


def _shape(sheet: Worksheet, listing: Listing) -> None:
    sheet.freeze_panes = "A2"
    last = get_column_letter(max(len(listing.columns), 1))
    sheet.auto_filter.ref = f"A1:{last}{len(listing.rows) + 1}"
    for at, width in enumerate(_widths(listing), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width


def _widths(listing: Listing) -> Iterator[int]:
    for at, column in enumerate(listing.columns):
        longest = max((len(plain_cell(row[at], column.measure)) for row in listing.rows), default=0)
        # The arrow of the filter stands on the heading, the sign of the euro after the figure.
        yield min(max(longest + 3, len(column.title) + 5, _LEAST_WIDTH), _MOST_WIDTH)


def _write(target: SheetCell | MergedCell, cell: Cell, measure: Measure | None) -> None:
    match cell:
        case str():
            _write_text(target, cell)
        case date() if cell.year < _FIRST_YEAR:
            _write_text(target, plain_cell(cell))
        case date():
            target.value = cell
            target.number_format = _DAY_FORMAT
        case int() if measure is None:
            target.value = cell
        case int() if (
            cell < 0 and minutes_of(cell, measure) is not None
        ):  # Excel shows a negative duration as hashes
            _write_text(target, plain_cell(cell, measure))
        case int() if measure is not None:
            minutes = minutes_of(cell, measure)
            target.value = decimal_of(cell) if minutes is None else timedelta(minutes=minutes)
            target.number_format = _FORMATS[measure]


def _write_text(target: SheetCell | MergedCell, text: str) -> None:
    target.value = _NOT_IN_A_CELL.sub(" ", text)[:_LONGEST_TEXT]
    target.data_type = "s"  # openpyxl would take a text that begins with «=» for a formula
