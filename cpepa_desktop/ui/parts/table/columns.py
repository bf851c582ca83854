"""A column as data: what it reads of a row, how it is shown, what it sorts by and what it adds up to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from cpepa_desktop.domain.listing import Cell, ListingColumn, Measure, minutes_of
from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.ui.parts import text, theme

Row = TypeVar("Row")
Value = Cell


class Align(Enum):
    """On which side the texts of a column stand. Figures go to the right."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignCenter


class Total(Enum):
    """What stands under a column: the sum of its numbers, or how many cells say something."""

    SUM = "sum"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what it reads of a row, and how it is shown.

    ``value`` sorts as itself unless ``sort_key`` says otherwise, and is shown by ``text`` where that is
    given. ``measure`` says what its numbers count, for totals and spreadsheets: a column with a ``text`` and
    no measure leaves the program as its words. ``wash`` and ``icon`` accompany a word, never replace it.
    ``width`` is in figures of the font, 0 to fit the content; the column that is ``stretched`` takes what is
    left, and never less than its width. One that is ``hidden`` can be searched all the same, and be shown.
    """

    title: str
    value: Callable[[Row], Value]
    text: Callable[[Row], str] | None = None
    align: Align = Align.LEFT
    tooltip: Callable[[Row], str] | None = None
    sort_key: Callable[[Row], str | int] | None = None
    wash: Callable[[Row], theme.Wash | None] | None = None
    icon: Callable[[Row], str] | None = None
    width: int = 0
    stretched: bool = False
    hidden: bool = False
    measure: Measure | None = None
    total: Total | None = None

    def shown(self, row: Row) -> str:
        """Return the text of the cell."""
        if self.text is not None:
            return self.text(row)
        value = self.value(row)
        return text.full_day(value) if isinstance(value, date) else "" if value is None else str(value)

    def order(self, row: Row) -> str | int:
        """Return what the cell sorts by: Spanish order for texts, the calendar for days, nothing first."""
        value = self.value(row) if self.sort_key is None else self.sort_key(row)
        if isinstance(value, str):
            return "\0".join(spanish_key(value))
        if isinstance(value, date):
            return value.toordinal()
        return -1 if value is None else value

    def taken(self, row: Row) -> Cell:
        """Return the cell as a spreadsheet takes it: a value where it is one, else the words shown."""
        is_words = self.text is not None and self.measure is None
        return self.shown(row) if is_words else self.value(row)

    def listed(self) -> ListingColumn:
        """Return the column as it leaves the program."""
        return ListingColumn(self.title, self.measure)

    def total_words(self, rows: Sequence[Row]) -> str:
        """Return what stands under the column for these rows, nothing where it adds up to nothing."""
        if self.total is None:
            return ""
        values = [self.value(row) for row in rows]
        if self.total is Total.COUNT:
            return _number(sum(1 for value in values if value not in {None, ""}))
        whole = sum(value for value in values if isinstance(value, int))
        minutes = minutes_of(whole, self.measure)
        match self.measure:
            case _ if minutes is not None:
                return hours_words(minutes)
            case Measure.CENTS:
                return text.money(whole)
            case Measure.HUNDREDTHS:
                return text.decimal(whole)
            case _:
                return _number(whole)


def _number(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")
