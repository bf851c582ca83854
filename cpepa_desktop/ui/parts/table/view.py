"""The table itself on screen: rows are chosen whole, headings sort, one column takes the width left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table.columns import Align


class TableView(QTableView):
    """A table read by rows: sorted by its headings, opened by Enter or a double click.

    A third click on a heading gives back the order in which the rows came. Columns can be dragged to another
    place; ``sized_by_hand`` has those whose width the person has changed.

    Signals:
        opened: a row was chosen to be opened; carries the index of the view's model.
        sized: the person changed the width of a column.
    """

    opened = Signal(QModelIndex)
    sized = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.sized_by_hand: set[int] = set()
        self._stretched: tuple[int, int] | None = None
        self._is_fitting = False
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
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        header = self.horizontalHeader()
        header.setObjectName(f"{name}_header")
        header.setHighlightSections(False)
        header.setDefaultAlignment(Align.LEFT.value)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.sectionResized.connect(self._note_width)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.activated.connect(self.opened)

    def stretch(self, column: int, least: int) -> None:
        """Let a column take what the others leave of the width, and never less than ``least`` pixels."""
        self._stretched = (column, least)
        self.fit_stretched()

    @contextmanager
    def fitting(self) -> Iterator[None]:
        """Let the program change widths: they do not count as changed by hand."""
        was_fitting, self._is_fitting = self._is_fitting, True
        yield
        self._is_fitting = was_fitting

    def shown_columns(self) -> list[int]:
        """Return the columns in sight, from left to right."""
        header = self.horizontalHeader()
        in_order = [header.logicalIndex(at) for at in range(header.count())]
        return [column for column in in_order if not self.isColumnHidden(column)]

    def fit_stretched(self) -> None:
        """Give the stretched column the width that is left; without one in sight, the last column."""
        # Not QHeaderView's own stretching: it shrinks a column to nothing where the others are wide.
        header = self.horizontalHeader()
        with self.fitting():
            if self._stretched is None or self.isColumnHidden(self._stretched[0]):
                header.setStretchLastSection(True)
                return
            header.setStretchLastSection(False)
            column, least = self._stretched
            others = header.length() - header.sectionSize(column)
            header.resizeSection(column, max(self.viewport().width() - others, least))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QTableView::resizeEvent."""
        with self.fitting():
            super().resizeEvent(event)
        self.fit_stretched()

    def _note_width(self, column: int, before: int, after: int) -> None:
        header = self.horizontalHeader()
        is_last = header.stretchLastSection() and self.shown_columns()[-1:] == [column]
        if before and after and not self._is_fitting and not is_last:
            self.sized_by_hand.add(column)
            self.sized.emit()
