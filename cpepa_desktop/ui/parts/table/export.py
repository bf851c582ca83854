"""How a table leaves the window: to the clipboard by itself, to a file by the window it stands in."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.listing import Cell, Listing, Measure, harmless, plain_cell

_TEXT_FORMAT: Final = r"\@"
_FORMATS: Final = {
    None: "General",
    Measure.MINUTES: r"\[h\]\:mm",
    Measure.HOURS: r"\[h\]\:mm",
    Measure.CENTS: r"\#\,\#\#0\.00",
    Measure.HUNDREDTHS: r"0\.00",
}


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is wanted in a file: the rows, and the ending of the file, ``xlsx`` or ``csv``."""

    listing: Listing
    kind: str


@runtime_checkable
class TakesTables(Protocol):
    """A window that can write a table of one of its pages or dialogs to a file."""

    def export_table(self, wish: ExportWish) -> None:
        """Ask where, and write the rows there."""


def taker_of(widget: QWidget) -> TakesTables | None:
    """Return the window behind ``widget``, through its dialogs, that writes tables; ``None`` without one."""
    return next((each for each in _and_ancestors(widget) if isinstance(each, TakesTables)), None)


def _and_ancestors(widget: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = at.parentWidget()


def mime_of(listing: Listing) -> QMimeData:
    """Return rows for the clipboard, as text by tabs and as HTML, which spreadsheets take first.

    Only HTML can say that «24/1» is a code and no day, and that «=1» is a text.
    """
    data = QMimeData()
    data.setText(tabbed(listing))
    data.setHtml(_html_of(listing))
    return data


def tabbed(listing: Listing) -> str:
    """Return the headings and the rows, a line each, with tabs between the cells."""
    lines = [[" ".join(column.title.split()) for column in listing.columns]]
    for row in listing.rows:
        cells = zip(row, listing.columns, strict=True)
        lines.append([harmless(cell, _one_line(cell, column.measure)) for cell, column in cells])
    return "\n".join("\t".join(line) for line in lines)


def _one_line(cell: Cell, measure: Measure | None) -> str:
    return " ".join(plain_cell(cell, measure).split())


def _html_of(listing: Listing) -> str:
    head = "".join(f"<th>{html.escape(column.title)}</th>" for column in listing.columns)
    rows = "".join(
        "<tr>"
        + "".join(_html_cell(cell, column.measure) for cell, column in zip(row, listing.columns, strict=True))
        + "</tr>"
        for row in listing.rows
    )
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{rows}</table>'


def _html_cell(cell: Cell, measure: Measure | None) -> str:
    form = _TEXT_FORMAT if isinstance(cell, str) else _FORMATS[measure]
    return f"""<td style='mso-number-format:"{form}"'>{html.escape(_one_line(cell, measure))}</td>"""
