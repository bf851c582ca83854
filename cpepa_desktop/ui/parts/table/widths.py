"""How wide the columns of a table are, in figures of its font, so that they follow the size of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtGui import QFont, QFontMetrics

from cpepa_desktop.ui.parts.table.columns import Column
from cpepa_desktop.ui.parts.table.view import TableView

_FIGURE: Final = "0"
_LEAST_STRETCHED: Final = 18
_PADDING: Final = 22
_ICON_ROOM: Final = 22


def settle_widths(view: TableView, columns: Sequence[Column[Any]]) -> None:
    """Give every column the width it asks for, and show those that are not hidden."""
    header = view.horizontalHeader()
    with view.fitting():
        for at, column in enumerate(columns):
            view.setColumnHidden(at, column.hidden)
            if column.width:
                header.resizeSection(at, width_of(view, column))
        for at, column in enumerate(columns):
            if column.stretched:
                view.stretch(at, width_of(view, column))
    view.fit_stretched()


def fit_to_content(view: TableView, columns: Sequence[Column[Any]]) -> None:
    """Fit the columns that ask for no width to what they show, but for those sized by hand."""
    with view.fitting():
        for at, column in enumerate(columns):
            is_free = not column.width and not column.stretched and at not in view.sized_by_hand
            if is_free and not view.isColumnHidden(at):
                view.resizeColumnToContents(at)
    view.fit_stretched()


def width_of(view: TableView, column: Column[Any]) -> int:
    """Return the pixels that a column asks for, its heading never cut."""
    content = figure_width(view) * (column.width or _LEAST_STRETCHED)
    content += _ICON_ROOM if column.icon is not None else 0
    bold = QFont(view.font())
    bold.setWeight(QFont.Weight.DemiBold)
    return max(content, QFontMetrics(bold).horizontalAdvance(column.title)) + _PADDING


def figure_width(view: TableView) -> int:
    """Return the pixels of one figure of the font."""
    return view.fontMetrics().horizontalAdvance(_FIGURE)
