"""The arrangement of a table that the person has made: columns in sight, their order and width, the sort."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt

from cpepa_desktop.ui.parts.table.columns import Column
from cpepa_desktop.ui.parts.table.view import TableView
from cpepa_desktop.ui.parts.table.widths import figure_width, settle_widths

_TENTHS: Final = 10
_MOST_FIGURES: Final = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A column in the order it stands; ``tenths`` of a figure wide, 0 where its width is its own."""

    name: str
    is_shown: bool = True
    tenths: int = 0


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns from left to right, and the one that sorts, ``""`` for the order the rows come in."""

    places: tuple[Place, ...] = ()
    sorted_by: str = ""
    descending: bool = False

    def to_text(self) -> str:
        """Return the layout as a line of text to be kept."""
        places = [[place.name, place.is_shown, place.tenths] for place in self.places]
        return json.dumps([places, self.sorted_by, self.descending], ensure_ascii=False)

    def with_shown(self, name: str, *, shown: bool) -> TableLayout:
        """Return the layout with one column shown or hidden."""
        places = (replace(place, is_shown=shown) if place.name == name else place for place in self.places)
        return replace(self, places=tuple(places))

    @classmethod
    def from_text(cls, text: str) -> TableLayout | None:
        """Return the layout that ``to_text`` wrote, ``None`` where the text is anything else."""
        try:
            listed, sorted_by, descending = json.loads(text)
            places = tuple(
                Place(str(name), bool(shown), max(0, min(int(tenths), _MOST_FIGURES * _TENTHS)))
                for name, shown, tenths in listed
            )
        except (ValueError, TypeError, OverflowError):
            return None
        return cls(places, str(sorted_by), bool(descending))


def column_names(columns: Sequence[Column[Any]]) -> list[str]:
    """Return a name for each column that its layout is kept under: its heading, told apart where repeated."""
    seen: Counter[str] = Counter()
    names = []
    for column in columns:
        seen[column.title] += 1
        names.append(column.title if seen[column.title] == 1 else f"{column.title} {seen[column.title]}")
    return names


def read_layout(view: TableView, columns: Sequence[Column[Any]]) -> TableLayout:
    """Return how the table is arranged now."""
    header, names = view.horizontalHeader(), column_names(columns)
    figure = figure_width(view)
    places = []
    for at in (header.logicalIndex(visual) for visual in range(header.count())):
        is_sized = at in view.sized_by_hand and not view.isColumnHidden(at)
        tenths = round(header.sectionSize(at) * _TENTHS / figure) if is_sized else 0
        places.append(Place(names[at], not view.isColumnHidden(at), tenths))
    section = header.sortIndicatorSection()
    is_sorted = 0 <= section < len(names)
    return TableLayout(
        tuple(places),
        names[section] if is_sorted else "",
        descending=is_sorted and header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
    )


def apply_layout(view: TableView, columns: Sequence[Column[Any]], layout: TableLayout) -> None:
    """Arrange the table. Columns the layout does not know keep their place; unknown names are passed over."""
    reset_columns(view, columns)
    header, names = view.horizontalHeader(), column_names(columns)
    known = list({place.name: place for place in layout.places if place.name in names}.values())
    # What the layout knows fills the places of what it knows: a column that is new since stays among them.
    free = sorted(names.index(place.name) for place in known)
    with view.fitting():
        for visual, place in zip(free, known, strict=True):
            at = names.index(place.name)
            header.moveSection(header.visualIndex(at), visual)
            view.setColumnHidden(at, not place.is_shown)
            if place.tenths and place.is_shown:
                header.resizeSection(at, round(place.tenths * figure_width(view) / _TENTHS))
                view.sized_by_hand.add(at)
    if not view.shown_columns():  # a table that shows nothing could not be mended from its headings
        view.setColumnHidden(0, False)  # noqa: FBT003 - the name is Qt's
    order = Qt.SortOrder.DescendingOrder if layout.descending else Qt.SortOrder.AscendingOrder
    view.sortByColumn(names.index(layout.sorted_by) if layout.sorted_by in names else -1, order)
    view.fit_stretched()


def reset_columns(view: TableView, columns: Sequence[Column[Any]]) -> None:
    """Bring back the columns as the program shows them at first; the sort stays."""
    header = view.horizontalHeader()
    for at in range(header.count()):
        header.moveSection(header.visualIndex(at), at)
    view.sized_by_hand.clear()
    settle_widths(view, columns)
