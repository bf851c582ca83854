"""Cells, lines and sheets as they come out of a file, whatever its format, and the text that a cell shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

Cell = str | int | float | date | time | timedelta | None
"""A value as stored; the empty cell is ``None``. ``date`` includes ``datetime``; ``int``, ``bool``."""


class NotUnderstood(ValueError):  # noqa: N818 - it is an answer to the user, not an error of the program
    """A cell does not say what its column is for; ``str()`` gives the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet that is not empty. ``number`` counts from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> Cell:
        """Return the cell in ``column``, counted from 0; beyond the last one cells are empty."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a whole file of text under the name ''. ``lines`` can be walked once."""

    name: str
    lines: Iterator[Line]
    is_hidden: bool = False


_DASHES: Final = re.compile(r"[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}_]+")
_UNSEEN: Final = re.compile(
    "[\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}]"
)


def text_of(cell: Cell) -> str:
    """Return what the cell shows, on one line, with single spaces; '' where it is empty or only a dash.

    Accents come composed: files from a Mac may hold them apart, and would never match what is typed here.
    """
    if isinstance(cell, str):
        return _one_line(cell)
    return "" if cell is None else _shown(cell)


def _one_line(text: str) -> str:
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    text = " ".join(text.split())
    return "" if _DASHES.fullmatch(text) else text


def _shown(cell: float | date | time | timedelta) -> str:
    match cell:
        case bool():
            return "VERDADERO" if cell else "FALSO"
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return cell.strftime("%d/%m/%Y")
        case time():
            return cell.strftime("%H:%M")
        case timedelta():
            hours, minutes = divmod(int(cell.total_seconds()) // 60, 60)
            return f"{hours}:{minutes:02}"
        case _:
            return str(cell)
