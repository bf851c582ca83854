"""A table with its filter, its count, its totals and its menu."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.listing import Listing
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import Line
from cpepa_desktop.ui.parts.flow import FlowLayout
from cpepa_desktop.ui.parts.table import layout as layouts
from cpepa_desktop.ui.parts.table.columns import Column, Row
from cpepa_desktop.ui.parts.table.menu import TableMenu
from cpepa_desktop.ui.parts.table.model import FILTER_ROLE, SORT_ROLE, RowsModel
from cpepa_desktop.ui.parts.table.totals import TotalsRow
from cpepa_desktop.ui.parts.table.view import TableView
from cpepa_desktop.ui.parts.table.widths import fit_to_content, settle_widths

_FILTER_WIDTH: Final = 320


class TablePanel(QWidget, Generic[Row]):
    """A table with its filter, its count, its totals, its menu and what is said while it is empty.

    Signals:
        chosen: the current row changed; carries the row, or ``None`` where no row is current.
        opened: a row was asked to be opened; carries the row.
        arranged: the person changed the columns, a width or the sort; ``layout_text`` says how they are now.
    """

    chosen = Signal(object)
    opened = Signal(object)
    arranged = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        empty: EmptyState | None = None,
        filtered: bool = True,
        with_menu: bool = True,
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
        self._unfiltered_scroll = 0
        self.filter_box = self._make_filter(name, title)
        self._count = theme.label("", f"{name}_count", theme.Role.QUIET)
        self._count.setWordWrap(False)
        self._totals = TotalsRow(f"{name}_totals", self.view)
        self.commands = TableMenu(self, self, title)
        self._head = QHBoxLayout()
        self._tools = FlowLayout()
        made_empty = empty or EmptyState(f"{name}_empty", _("No hay nada todavía."))
        self._lay_out(made_empty, filtered=filtered, with_menu=filtered and with_menu)
        self._connect()
        settle_widths(self.view, self.model.columns)
        self._say_count()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``, keeping the order, the filter, the selected rows, the current one and the scroll."""
        bar = self.view.verticalScrollBar().value()
        with self._keeping_selection():
            self.model.set_rows(rows)
        self.view.verticalScrollBar().setValue(bar)
        self._pages.setCurrentIndex(1 if rows else 0)
        fit_to_content(self.view, self.model.columns)
        self._say_count()
        self._announce()

    def current_row(self) -> Row | None:
        """Return the current row, ``None`` where no row is."""
        index = self._proxy.mapToSource(self.view.currentIndex())
        return self.model.row(index.row()) if index.isValid() else None

    def fit_rows(self, *, least: int = 0, most: int | None = None) -> None:
        """Be as high as the rows there are, from ``least`` to ``most``: what the table stands in scrolls."""
        rows = max(len(self.model.rows), least)
        lines = 1 + (rows if most is None else min(rows, most))  # the headings too
        self.setFixedHeight(lines * theme.row_height() + theme.SPACE)

    def about_current(self, tell: Callable[[Row], object]) -> None:
        """Tell of the current row, where there is one: what a button of the table does."""
        row = self.current_row()
        if row is not None:
            tell(row)

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

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, as a click on its heading does."""
        self.view.sortByColumn(column, order)

    def shown_rows(self) -> tuple[Row, ...]:
        """Return the rows that pass the filter, in the order they are shown."""
        places = (self._proxy.mapToSource(self._proxy.index(at, 0)) for at in range(self._proxy.rowCount()))
        return tuple(self.model.row(index.row()) for index in places)

    def set_filter(self, typed: str) -> None:
        """Show the rows that have every word typed, accents and case aside."""
        words = [re.escape(word) for word in folded(typed).split()]
        bar, before = self.view.verticalScrollBar(), self._shown_index(self._chosen_key).isValid()
        if not self._proxy.filterRegularExpression().pattern():
            self._unfiltered_scroll = bar.value()
        with self._keeping_selection():
            self._proxy.setFilterRegularExpression("".join(f"(?=.*{word})" for word in words))
        if not words:
            bar.setValue(self._unfiltered_scroll)
        self._scroll_to_current()
        self._say_count()
        if before != self._shown_index(self._chosen_key).isValid():  # a form beside it keeps what is typed
            self._announce()

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the end of the line above the table, over that line where the text is large."""
        if theme.is_large_text():
            self._tools.addWidget(widget)
        else:
            self._head.insertWidget(self._head.indexOf(self.commands.button), widget)

    # Taken and arranged -------------------------------------------------------------------------------------

    def listing(self, *, chosen_only: bool = False) -> Listing:
        """Return what is shown as a spreadsheet takes it, column by column in the order they stand.

        The rows are those selected where they are several, or ``chosen_only`` is asked; else all in sight.
        """
        selected = self.selected_rows()
        rows = selected if chosen_only or len(selected) > 1 else self.shown_rows()
        columns = [self.model.columns[at] for at in self.view.shown_columns()]
        cells = tuple(tuple(column.taken(row) for column in columns) for row in rows)
        return Listing(self.accessibleName(), tuple(column.listed() for column in columns), cells)

    def layout_text(self) -> str:
        """Return how the columns and the sort are arranged, to be kept and given to ``restore_layout``."""
        return self.layout_now().to_text()

    def restore_layout(self, text: str) -> None:
        """Arrange the table as ``layout_text`` said once; a text of anything else changes nothing."""
        layout = layouts.TableLayout.from_text(text)
        if layout is not None:
            layouts.apply_layout(self.view, self.model.columns, layout)

    def layout_now(self) -> layouts.TableLayout:
        """Return how the columns and the sort are arranged."""
        return layouts.read_layout(self.view, self.model.columns)

    def arrange(self, layout: layouts.TableLayout) -> None:
        """Arrange the columns as the person asks."""
        layouts.apply_layout(self.view, self.model.columns, layout)
        fit_to_content(self.view, self.model.columns)
        self._say_totals()
        self.arranged.emit()

    def reset_columns(self) -> None:
        """Bring back the columns as they are at first; the sort stays."""
        layouts.reset_columns(self.view, self.model.columns)
        fit_to_content(self.view, self.model.columns)
        self._say_totals()
        self.arranged.emit()

    # What it is made of -------------------------------------------------------------------------------------

    def _make_filter(self, name: str, title: str) -> Line:
        box = Line(searches=True)
        box.setObjectName(f"{name}_filter")
        box.setAccessibleName(_("Filtrar: {title}").format(title=title))
        box.setPlaceholderText(_("Filtrar (Ctrl+F)"))
        box.setClearButtonEnabled(True)
        box.setMaximumWidth(theme.scaled(_FILTER_WIDTH))
        box.textChanged.connect(self.set_filter)
        box.returnPressed.connect(self._enter_table)
        find = QAction(self)
        find.setObjectName(f"{name}_find")
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(box.setFocus)
        self.addAction(find)
        return box

    def _lay_out(self, empty: EmptyState, *, filtered: bool, with_menu: bool) -> None:
        self._head.setSpacing(theme.SPACE_SMALL)
        self._head.addWidget(self.filter_box, 1)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self.commands.button)
        if not filtered:  # shown before they have a parent, they would be windows for a moment
            self.filter_box.hide()
            self._count.hide()
        if not with_menu:
            self.commands.button.hide()
        table = QWidget()
        table.setObjectName(f"{self.objectName()}_body")
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._totals)
        self._pages = QStackedWidget()
        self._pages.setObjectName(f"{self.objectName()}_pages")
        self._pages.addWidget(empty)
        self._pages.addWidget(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(self._tools)
        layout.addLayout(self._head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        header, selection = self.view.horizontalHeader(), self.view.selectionModel()
        self.view.opened.connect(self._open)
        selection.currentRowChanged.connect(self._choose)
        selection.selectionChanged.connect(self._note_selection)
        header.sortIndicatorChanged.connect(self._scroll_to_current)
        for changed in (header.sortIndicatorChanged, header.sectionMoved, self.view.sized):
            changed.connect(lambda *_what: self.arranged.emit())

    # The rows chosen ----------------------------------------------------------------------------------------

    def _make_current(self, index: QModelIndex) -> None:
        # Not by the view: it would add to the selection while Ctrl is still held after a shortcut.
        flags, seen = QItemSelectionModel.SelectionFlag, self.view.shown_columns()
        column = self.view.currentIndex().column()
        shown = index.siblingAtColumn(column if column in seen else seen[0])
        self.view.selectionModel().setCurrentIndex(shown, flags.ClearAndSelect | flags.Rows)

    def _scroll_to_current(self) -> None:
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    def _source_indexes(self) -> list[QModelIndex]:
        shown = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._proxy.mapToSource(index) for index in shown]

    @contextmanager
    def _keeping_selection(self) -> Iterator[None]:
        """Let rows come and go, and select again those that were; Qt would select their neighbours."""
        self._is_settling = True
        column = max(self.view.currentIndex().column(), 0)
        yield
        selection, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        selection.setCurrentIndex(self._shown_index(self._chosen_key, column), flags.NoUpdate)
        for key in self._selected_keys:
            index = self._shown_index(key)
            if index.isValid():
                selection.select(index, flags.Select | flags.Rows)
        self._is_settling = False

    def _shown_index(self, key: Hashable | None, column: int = 0) -> QModelIndex:
        place = self.model.place_of(key) if key is not None else None
        return QModelIndex() if place is None else self._proxy.mapFromSource(self.model.index(place, column))

    def _note_selection(self) -> None:
        if not self._is_settling:
            self._selected_keys = [self.model.key(index.row()) for index in self._source_indexes()]
            self._say_count()

    def _say_count(self) -> None:
        total, shown = self.model.rowCount(), self._proxy.rowCount()
        if shown == total:
            words = ngettext("{n} fila", "{n} filas", total).format(n=total)
        else:
            words = _("{shown} de {total}").format(shown=shown, total=total)
        selected = len(self.view.selectionModel().selectedRows())
        if selected > 1:
            words = _("{words}, {n} seleccionadas").format(words=words, n=selected)
        self._count.setText(words)
        self._say_totals()

    def _say_totals(self) -> None:
        selected = self.selected_rows()
        is_of_several = len(selected) > 1
        rows = selected if is_of_several else self.shown_rows()
        caption = _("Total de las seleccionadas") if is_of_several else _("Total")
        columns = {at: self.model.columns[at] for at in self.view.shown_columns()}
        totals = {at: column.total_words(rows) for at, column in columns.items() if column.total and rows}
        said = "; ".join(f"{columns[at].title}, {words}" for at, words in totals.items())
        self._totals.show_totals(caption, totals, f"{caption}: {said}")

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

    @property
    def totals_words(self) -> str:
        """Return what the line of totals says, ``""`` where there is none."""
        return "" if self._totals.isHidden() else self._totals.accessibleName()
