"""Frozen rows as a Qt model."""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from cpepa_desktop.domain.search import folded
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.table.columns import Column, Row

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_NO_INDEX: Final = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows as a Qt model. Reads what its columns say and changes nothing."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: tuple[Row, ...] = ()
        self._places: dict[Hashable, int] = {}
        # A sort asks for the same cell many times, a filter for every row at each letter typed.
        self._orders: dict[tuple[int, int], str | int] = {}
        self._folded: dict[int, str] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``. Where they are the same by key and order, cells are repainted and nothing moves."""
        places = {self._key(row): at for at, row in enumerate(rows)}
        # The length too: rows that are not told apart by their keys make fewer places.
        is_same = bool(places) and list(places) == list(self._places) and len(rows) == len(self._rows)
        if not is_same:
            self.beginResetModel()
        self._rows = tuple(rows)
        self._places = places
        self._orders.clear()
        self._folded.clear()
        if is_same:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def row(self, at: int) -> Row:
        """Return the row at a place."""
        return self._rows[at]

    def key(self, at: int) -> Hashable:
        """Return the key of the row at a place."""
        return self._key(self._rows[at])

    def place_of(self, key: Hashable) -> int | None:
        """Return where the row of that key stands, ``None`` where there is none."""
        return self._places.get(key)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """Return the columns, in order."""
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows, in the order they were given."""
        return self._rows

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.shown(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align.value
            case _ if role == SORT_ROLE:
                return self._order(index.row(), index.column())
            case _ if role == FILTER_ROLE:
                return self._searched(index.row())
        return _ornament(column, row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[section].align.value
        return None

    def _order(self, at: int, column: int) -> str | int:
        place = (at, column)
        if place not in self._orders:
            self._orders[place] = self._columns[column].order(self._rows[at])
        return self._orders[place]

    def _searched(self, at: int) -> str:
        if at not in self._folded:
            row = self._rows[at]
            self._folded[at] = folded(" ".join(column.shown(row) for column in self._columns))
        return self._folded[at]


def _ornament(column: Column[Row], row: Row, role: int) -> str | QColor | QIcon | None:
    """Return what accompanies the words of a cell: tooltip, wash, ink or icon."""
    wash = column.wash(row) if column.wash is not None else None
    match role:
        case Qt.ItemDataRole.ToolTipRole if column.tooltip is not None:
            return plain_tooltip(column.tooltip(row))
        case Qt.ItemDataRole.BackgroundRole if wash is not None:
            return QColor(theme.tokens().wash(wash))
        case Qt.ItemDataRole.ForegroundRole if wash is not None:
            return QColor(theme.tokens().ink(wash))
        case Qt.ItemDataRole.DecorationRole if column.icon is not None:
            name = column.icon(row)
            token = wash.value if wash is not None and wash is not theme.Wash.QUIET else "quiet"
            return icons.icon(name, token) if name else None
    return None


def plain_tooltip(words: str) -> str:
    """Return words so that a tooltip shows them as they are: Qt takes what looks like HTML for HTML."""
    return html.escape(words).replace("\n", "<br>") if "<" in words else words
