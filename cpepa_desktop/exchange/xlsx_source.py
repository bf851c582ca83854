"""Workbooks of Excel and LibreOffice (.xlsx): the values they show, sheet by sheet, never all in memory."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, BinaryIO, Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, Line, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

WIDEST: Final = 256
"""Columns read. Sheets formatted as far as the last column that Excel has would cost 16,384 cells a row."""

_FORMULA_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)


@contextmanager
def open_xlsx(stream: BinaryIO, file_name: str) -> Iterator[tuple[Sheet, ...]]:
    """Give the sheets of the workbook in ``stream``; their lines are read while the block lasts.

    Formulas give the value they showed when the workbook was saved; one that showed an error gives nothing.
    Raises ``Refused``, at once or while lines are read, where the workbook is truncated or damaged.
    """
    import openpyxl  # noqa: PLC0415 - a tenth of a second, for those who import a workbook

    with warnings.catch_warnings():
        # openpyxl warns of what it would not write back (validations, styles); here nothing is written.
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except OSError:
            raise
        except Exception as fault:
            raise _damaged(file_name) from fault
        try:
            yield tuple(
                Sheet(sheet.title, _lines(sheet, file_name), is_hidden=sheet.sheet_state != "visible")
                for sheet in workbook.worksheets
            )
        finally:
            workbook.close()


def _lines(worksheet: ReadOnlyWorksheet, file_name: str) -> Iterator[Line]:
    # Some programs write a wrong size in the sheet's header, and rows beyond it would be lost.
    worksheet.reset_dimensions()
    try:
        for number, values in enumerate(worksheet.values, start=1):
            cells = tuple(map(_cell, values[:WIDEST]))
            if any(cell is not None for cell in cells):
                yield Line(number, cells)
    except OSError:
        raise
    except Exception as fault:
        raise _damaged(file_name) from fault


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return None if value in _FORMULA_ERRORS else value
    return value if isinstance(value, int | float | date | time | timedelta) else None


def _damaged(file_name: str) -> Refused:
    # openpyxl raises errors of every kind, its own and the standard library's, on a workbook cut short.
    return Refused(
        _(
            "El archivo «{file}» está dañado, incompleto o no es un libro de Excel. No se ha importado nada: "
            "ábralo con Excel o LibreOffice, guárdelo de nuevo como .xlsx o CSV y vuelva a intentarlo."
        ).format(file=file_name)
    )
