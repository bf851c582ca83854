"""A table whose columns are data: a typed model over frozen rows, and a panel that filters and copies it.

The rows are anything frozen; a column says how to read one. Rows have a key, by which the selection survives
a new reading, a sort and a filter.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.empty import EmptyState

Row = TypeVar("Row")
Value = str | int | date | None
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_NO_INDEX: Final = QModelIndex()
_WIDTH_OF_FIGURE: Final = "0"
_LEAST_STRETCHED: Final = 18
_PADDING: Final = 22
_ICON_ROOM: Final = 22


class Align(Enum):
    """On which side the texts of a column stand. Figures go to the right."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what it reads of a row, and how it is shown.

    ``value`` sorts as itself unless ``sort_key`` says otherwise, and is shown by ``text`` where that is
    given. ``wash`` and ``icon`` accompany a word, never replace it. ``width`` is in figures of the font, 0 to
    fit the content; the column that is ``stretched`` takes what is left, and never less than its width. One
    that is ``hidden`` can be searched all the same.
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

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``. Where they are the same by key and order, cells are repainted and nothing moves."""
        places = {self._key(row): at for at, row in enumerate(rows)}
        # The length too: rows that are not told apart by their keys make fewer places.
        if places and list(places) == list(self._places) and len(rows) == len(self._rows):
            self._rows = tuple(rows)
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = places
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
                return column.order(row)
            case _ if role == FILTER_ROLE:
                return folded(" ".join(each.shown(row) for each in self._columns))
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


class TableView(QTableView):
    """A table read by rows: sorted by its headings, opened by Enter or a double click, copied by Ctrl+C.

    Signals:
        opened: a row was chosen to be opened; carries the index of the view's model.
    """

    opened = Signal(QModelIndex)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self._stretched: tuple[int, int] | None = None
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table: arrows walk inside it
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Align.LEFT.value)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.activated.connect(self.opened)
        copy = QAction(icons.icon("copy"), _("Copiar"), self)
        copy.setObjectName(f"{name}_copy")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)

    def stretch(self, column: int, least: int) -> None:
        """Let a column take what the others leave of the width, and never less than ``least`` pixels."""
        self._stretched = (column, least)
        self._fit_stretched()

    def copied_text(self) -> str:
        """Return the selected rows as a spreadsheet takes them: tabs between cells, the headings first."""
        model = self.model()
        shown = [at for at in range(model.columnCount()) if not self.isColumnHidden(at)]
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        head = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in shown]
        body = [[str(model.index(place, at).data()) for at in shown] for place in places]
        lines = ["\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in line) for line in (head, *body)]
        return "\n".join(lines)

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied_text())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QTableView::resizeEvent."""
        super().resizeEvent(event)
        self._fit_stretched()

    def _fit_stretched(self) -> None:
        # Not QHeaderView's own stretching: it shrinks a column to nothing where the others are wide.
        if self._stretched is not None:
            column, least = self._stretched
            header = self.horizontalHeader()
            others = header.length() - header.sectionSize(column)
            header.resizeSection(column, max(self.viewport().width() - others, least))


class TablePanel(QWidget, Generic[Row]):
    """A table with its filter, its count and what is said while it is empty.

    Signals:
        chosen: the current row changed; carries the row, or ``None`` where no row is current.
        opened: a row was asked to be opened; carries the row.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        empty: EmptyState | None = None,
        filtered: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.model = RowsModel(columns, key, self)
        self.view = TableView(f"{name}_table", title)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setFilterRole(FILTER_ROLE)
        self._proxy.setFilterKeyColumn(0)
        self._proxy.setSourceModel(self.model)
        self._proxy.sort(-1)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setModel(self._proxy)
        self._chosen_key: Hashable | None = None
        self._selected_keys: list[Hashable] = []
        self._is_settling = False
        self.filter_box = self._make_filter(name, title)
        self._count = theme.label("", f"{name}_count", theme.Role.QUIET)
        self._count.setWordWrap(False)
        self._head = QHBoxLayout()
        self._lay_out(empty or EmptyState(f"{name}_empty", _("No hay nada todavía.")), filtered=filtered)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(self._note_selection)
        self._settle_widths()
        self._say_count()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``, keeping the order, the filter, the selected rows and the current one."""
        bar = self.view.verticalScrollBar().value()
        with self._keeping_selection():
            self.model.set_rows(rows)
        self.view.verticalScrollBar().setValue(bar)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._fit_columns()
        self._say_count()
        self._announce()

    def current_row(self) -> Row | None:
        """Return the current row, ``None`` where no row is."""
        index = self._proxy.mapToSource(self.view.currentIndex())
        return self.model.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the selected rows, in the order they are shown."""
        return tuple(self.model.row(index.row()) for index in self._source_indexes())

    def choose(self, key: Hashable) -> bool:
        """Make the row of that key the current one. Return whether it is shown."""
        index = self._shown_index(key)
        if index.isValid():
            self._make_current(index)
            self.view.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Make the first row shown the current one, where none is."""
        if not self.view.currentIndex().isValid() and self._proxy.rowCount():
            self._make_current(self._proxy.index(0, 0))

    def _make_current(self, index: QModelIndex) -> None:
        # Not by the view: it would add to the selection while Ctrl is still held after a shortcut.
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, as a click on its heading does."""
        self.view.sortByColumn(column, order)

    def shown_rows(self) -> tuple[Row, ...]:
        """Return the rows that pass the filter, in the order they are shown."""
        places = (self._proxy.mapToSource(self._proxy.index(at, 0)) for at in range(self._proxy.rowCount()))
        return tuple(self.model.row(index.row()) for index in places)

    def set_filter(self, typed: str) -> None:
        """Show the rows that have every word typed, accents and case aside."""
        words = (re.escape(word) for word in folded(typed).split())
        with self._keeping_selection():
            self._proxy.setFilterRegularExpression("".join(f"(?=.*{word})" for word in words))
        self._say_count()
        self._announce()

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the end of the line above the table."""
        self._head.addWidget(widget)

    def _make_filter(self, name: str, title: str) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName(f"{name}_filter")
        box.setAccessibleName(_("Filtrar: {title}").format(title=title))
        box.setPlaceholderText(_("Filtrar (Ctrl+F)"))
        box.setClearButtonEnabled(True)
        box.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMaximumWidth(320)
        box.textChanged.connect(self.set_filter)
        box.returnPressed.connect(self._enter_table)
        find = QAction(self)
        find.setObjectName(f"{name}_find")
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(box.setFocus)
        self.addAction(find)
        return box

    def _lay_out(self, empty: EmptyState, *, filtered: bool) -> None:
        self._head.setSpacing(theme.SPACE_SMALL)
        self._head.addWidget(self.filter_box, 1)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        if not filtered:  # shown before they have a parent, they would be windows for a moment
            self.filter_box.hide()
            self._count.hide()
        self._pages = QStackedWidget()
        self._pages.setObjectName(f"{self.objectName()}_pages")
        self._pages.addWidget(empty)
        self._pages.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(self._head)
        layout.addWidget(self._pages, 1)

    def _settle_widths(self) -> None:
        header = self.view.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            self.view.setColumnHidden(at, column.hidden)
            if column.width:
                header.resizeSection(at, self._width_of(column))
        for at, column in enumerate(self.model.columns):
            if column.stretched:
                self.view.stretch(at, self._width_of(column))
        header.setStretchLastSection(not any(column.stretched for column in self.model.columns))

    def _width_of(self, column: Column[Row]) -> int:
        """Return the pixels that a column asks for, its heading never cut."""
        figure = self.view.fontMetrics().horizontalAdvance(_WIDTH_OF_FIGURE)
        content = figure * (column.width or _LEAST_STRETCHED)
        content += _ICON_ROOM if column.icon is not None else 0
        bold = QFont(self.view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return max(content, QFontMetrics(bold).horizontalAdvance(column.title)) + _PADDING

    def _fit_columns(self) -> None:
        for at, column in enumerate(self.model.columns):
            if not column.width and not column.stretched and not column.hidden:
                self.view.resizeColumnToContents(at)

    def _source_indexes(self) -> list[QModelIndex]:
        shown = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._proxy.mapToSource(index) for index in shown]

    @contextmanager
    def _keeping_selection(self) -> Iterator[None]:
        """Let rows come and go, and select again those that were; Qt would select their neighbours."""
        self._is_settling = True
        yield
        selection, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        selection.setCurrentIndex(self._shown_index(self._chosen_key), flags.NoUpdate)
        for key in self._selected_keys:
            index = self._shown_index(key)
            if index.isValid():
                selection.select(index, flags.Select | flags.Rows)
        self._is_settling = False

    def _shown_index(self, key: Hashable | None) -> QModelIndex:
        place = self.model.place_of(key) if key is not None else None
        return QModelIndex() if place is None else self._proxy.mapFromSource(self.model.index(place, 0))

    def _note_selection(self) -> None:
        if not self._is_settling:
            self._selected_keys = [self.model.key(index.row()) for index in self._source_indexes()]

    def _say_count(self) -> None:
        total, shown = self.model.rowCount(), self._proxy.rowCount()
        if shown == total:
            words = ngettext("{n} fila", "{n} filas", total).format(n=total)
        else:
            words = _("{shown} de {total}").format(shown=shown, total=total)
        self._count.setText(words)

    def _enter_table(self) -> None:
        self.view.setFocus()
        self.choose_first()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(self._proxy.mapToSource(index).row()))

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._is_settling:
            return
        if current.isValid():
            self._chosen_key = self.model.key(self._proxy.mapToSource(current).row())
        self._announce()

    def _announce(self) -> None:
        self.chosen.emit(self.current_row())

    @property
    def count_label(self) -> QLabel:
        """Return the label that says how many rows there are."""
        return self._count
