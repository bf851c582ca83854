"""A table as it leaves the program: columns with their measure and rows of plain values, for spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

Cell = str | int | date | None
"""What one cell holds: a text, a whole number in the measure of its column, a day, or nothing."""

_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
_HUNDREDTHS: Final = 100
_MINUTES_AN_HOUR: Final = 60


class Measure(Enum):
    """What the whole numbers of a column count, where they are not plain numbers."""

    MINUTES = "minutes"
    HOURS = "hours"
    CENTS = "cents"
    HUNDREDTHS = "hundredths"


@dataclass(frozen=True, slots=True)
class ListingColumn:
    """A heading and what the numbers under it count."""

    title: str
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows to be written or copied; each has a cell for every column."""

    title: str
    columns: tuple[ListingColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


def minutes_of(cell: int, measure: Measure | None) -> int | None:
    """Return the minutes of a length, ``None`` where the measure is no length."""
    match measure:
        case Measure.MINUTES:
            return cell
        case Measure.HOURS:
            return cell * _MINUTES_AN_HOUR
        case _:
            return None


def decimal_of(cell: int) -> Decimal:
    """Return cents or hundredths as the number they are."""
    return Decimal(cell) / _HUNDREDTHS


def plain_cell(cell: Cell, measure: Measure | None = None) -> str:
    """Return a cell as a Spanish spreadsheet takes it for a value, without its unit.

    Hours are ``4:30``, also beyond a day; decimals have a comma and no points between thousands; days are
    ISO, because ``05/03/2024`` is another day in a spreadsheet set to English.
    """
    match cell:
        case None:
            return ""
        case str():
            return cell
        case date():
            return cell.isoformat()
    minutes = minutes_of(cell, measure)
    if minutes is not None:
        hours, rest = divmod(abs(minutes), _MINUTES_AN_HOUR)
        return f"{'-' if cell < 0 else ''}{hours}:{rest:02d}"
    return str(cell) if measure is None else f"{decimal_of(cell):.2f}".replace(".", ",")


def harmless(cell: Cell, plain: str) -> str:
    """Return the plain form of a cell so that no spreadsheet runs it: a text never begins a formula.

    A program that reads unformatted text takes ``=…``, ``+…``, ``-…`` and ``@…`` for formulas; an apostrophe
    before it says that it is text.
    """
    return f"'{plain}" if isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS) else plain
