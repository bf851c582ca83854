"""The grid of a week: people down, stretches across, totals at the right. Typed in, never by mouse alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from cpepa_desktop.operations.week_grid import GridCell, GridRow
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.cell_editor import CellEditor
from cpepa_desktop.ui.course.attendance.columns import Week
from cpepa_desktop.ui.course.attendance.week_model import MARGIN, OPEN, TOTALS, WeekModel
from cpepa_desktop.ui.parts import icons, theme

_DAYS: Final = 5
_WIDEST_CELL: Final = "MF0000_0"
_WIDEST_TOTAL: Final = "de 000 h"
_WIDEST_MARGIN: Final = "puede faltar 00:00 · 0000"
_WIDEST_NAME: Final = "00  Apellido Apellido, Nomb"
_JUMP_KEY: Final = "/"
_TYPING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class WeekTable(QTableView):
    """The grid as people use it: arrows walk, one key writes what is whole, typing fills the selection.

    Signals:
        cell_chosen: another cell is the current one.
        typed: something was typed; carries pairs of a cell and the text that is for it.
        awaits_cause: the letter of a cause is waited for, or no more.
        jump_wanted: the jump line is to be opened.
        copied, pasted: the selection is to go to the clipboard, or the clipboard into the grid.
    """

    cell_chosen = Signal()
    typed = Signal(object)
    awaits_cause = Signal(bool)
    jump_wanted = Signal()
    copied = Signal()
    pasted = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.weeks = WeekModel(self)
        self.setModel(self.weeks)
        self._editor = CellEditor(self)
        self.setItemDelegate(self._editor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)  # Tab leaves the grid: arrows walk inside it
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._stays = False
        self._awaits = False
        self._said = ""
        self._settle_headers()
        self._editor.moved.connect(self._move)
        self.weeks.typed.connect(lambda cell, words: self._tell(self._cells_for(cell), words))
        self.selectionModel().currentChanged.connect(lambda *_indexes: self._come_to_cell())

    def show_week(self, week: Week | None) -> None:
        """Show a week, keeping the current cell and the selection wherever they stand now."""
        current, chosen = self.weeks.cell(self.currentIndex()), self.selected_cells()
        changed = self.weeks.set_week(week)
        if len(changed) == 1:
            self._paint_line(changed[0])
        if not self.currentIndex().isValid() and self.weeks.rowCount():
            self._settle_widths()
            kept = self.weeks.place_of(current.enrolment_id, current.stretch_id) if current else QModelIndex()
            self.setCurrentIndex(kept if kept.isValid() else self.weeks.first_pending())
            if kept.isValid():
                self._choose(self.weeks.place_of(cell.enrolment_id, cell.stretch_id) for cell in chosen)
        self.cell_chosen.emit()

    def _paint_line(self, at: int) -> None:
        """Paint a line now: Qt would wait some milliseconds for others, and whoever types sees none."""
        height = self.rowHeight(at)
        self.viewport().repaint(0, self.rowViewportPosition(at), self.viewport().width(), height)

    def go_to(self, places: Sequence[QModelIndex]) -> None:
        """Make the first of some places the current one, and choose them all."""
        self.selectionModel().setCurrentIndex(places[0], QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._choose(places)

    def _choose(self, places: Iterable[QModelIndex]) -> None:
        for place in places:
            if place.isValid():
                self.selectionModel().select(place, QItemSelectionModel.SelectionFlag.Select)

    def _come_to_cell(self) -> None:
        self._said = ""
        self.await_cause(awaits=False)
        self.cell_chosen.emit()

    def current_cell(self) -> GridCell | None:
        """Return the current cell, ``None`` where a total or nothing is current."""
        return self.weeks.cell(self.currentIndex())

    def current_person(self) -> GridRow | None:
        """Return the person of the current row."""
        return self.weeks.row(self.currentIndex().row())

    def selected_cells(self) -> tuple[GridCell, ...]:
        """Return the cells selected that can be entered, row by row."""
        places = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        editable = [index for index in places if self.weeks.flags(index) & Qt.ItemFlag.ItemIsEditable]
        return tuple(cell for index in editable if (cell := self.weeks.cell(index)) is not None)

    def selected_block(self) -> list[list[GridCell | None]]:
        """Return the stretches selected, line by line, with nothing where one between them is not."""
        chosen = [index for index in self.selectedIndexes() if index.column() < self.weeks.stretch_count()]
        if not chosen:
            return []
        columns = range(min(i.column() for i in chosen), max(i.column() for i in chosen) + 1)
        places = {(index.row(), index.column()) for index in chosen}
        return [
            [self.weeks.cell(self.weeks.index(row, at)) if (row, at) in places else None for at in columns]
            for row in sorted({row for row, _column in places})
        ]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: what is typed goes into the cell."""
        if self._awaits:
            self.await_cause(awaits=False)
            if event.text().casefold() in set(cells.CAUSES):
                self._type(f"{cells.JUSTIFIED} {event.text().casefold()}")
                return
            if event.key() == Qt.Key.Key_Escape:
                return
        if event.modifiers() & ~_TYPING:
            self._press_command(event)
        else:
            self._press_plain(event)

    def _press_command(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def _press_plain(self, event: QKeyEvent) -> None:
        key, words = Qt.Key(event.key()), event.text().casefold()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._type("")
        elif key == Qt.Key.Key_Space:
            self._type(cells.FULL)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._move(1, 0)
        elif words == _JUMP_KEY:
            self.jump_wanted.emit()
        elif words == cells.JUSTIFIED.casefold():
            self.await_cause(awaits=bool(self.selected_cells()))
        elif words in cells.AT_ONCE:
            self._type(words.upper())
        elif words.isprintable() and words:
            # «J b» was written at once; a time that follows says how much of the class it was for.
            self._begin(f"{self._said} {words}" if self._said and words.isdecimal() else words)
        else:
            super().keyPressEvent(event)

    def await_cause(self, *, awaits: bool) -> None:
        """Wait for the letter of a cause, or no more."""
        if awaits != self._awaits:
            self._awaits = awaits
            self.awaits_cause.emit(awaits)

    def fill_down(self) -> None:
        """Write in the cells chosen what the first of their column shows; of one alone, what is above it."""
        below = sorted(self.selectedIndexes(), key=lambda index: index.row())
        pairs = []
        for column in sorted({index.column() for index in below}):
            rows = [index.row() for index in below if index.column() == column]
            top = rows[0] - 1 if len(rows) == 1 else rows[0]
            source = self.weeks.cell(self.weeks.index(top, column))
            if source is not None and source.state in OPEN:
                pairs += [
                    (cell, cells.shown(source))
                    for row in rows
                    if row != top and (cell := self._open(row, column))
                ]
        if pairs:
            self.typed.emit(tuple(pairs))

    def _open(self, row: int, column: int) -> GridCell | None:
        index = self.weeks.index(row, column)
        is_open = bool(self.weeks.flags(index) & Qt.ItemFlag.ItemIsEditable)
        return self.weeks.cell(index) if is_open else None

    def _type(self, words: str) -> None:
        self._stays = False
        chosen = self.selected_cells()
        if chosen:
            self._tell(chosen, words)
            self._said = words if words[:1] in {cells.JUSTIFIED, cells.VIRTUAL} else ""

    def _tell(self, chosen: Iterable[GridCell], words: str) -> None:
        self.typed.emit(tuple((cell, words) for cell in chosen))

    def _begin(self, words: str) -> None:
        index = self.currentIndex()
        if not self.weeks.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        if self._editor.line is not None:
            self._editor.line.setText(words)

    def _cells_for(self, cell: GridCell) -> tuple[GridCell, ...]:
        """Return the cells that what was typed in one is for: those selected with it, else it alone."""
        chosen = self.selected_cells()
        return chosen if cell in chosen else (cell,)

    def least_width(self) -> int:
        """Return the width that the names, a week of five days and the totals need."""
        week = self._room_for(_WIDEST_NAME) + _DAYS * self._room_for(_WIDEST_CELL)
        margin = self._room_for(_WIDEST_MARGIN) + icons.NORMAL
        return week + MARGIN * self._room_for(_WIDEST_TOTAL) + margin

    def stay(self) -> None:
        """Stay in the cell, whose typing was refused, however it was taken."""
        self._stays = True

    def _move(self, rows: int, columns: int) -> None:
        stays, self._stays = self._stays, False
        if stays:
            return
        current = self.currentIndex()
        index = self.weeks.index(current.row() + rows, current.column() + columns)
        if index.isValid():
            # Alone, whatever keys are held: Shift and Enter would make the view extend the selection.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _settle_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setObjectName(f"{self.objectName()}_stretches")
        down.setObjectName(f"{self.objectName()}_people")
        across.setHighlightSections(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setMinimumSectionSize(theme.SPACE_SECTION)
        down.setDefaultSectionSize(max(theme.row_height(), self.fontMetrics().height() + theme.SPACE))
        down.setHighlightSections(True)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setFixedWidth(self._room_for(_WIDEST_NAME))
        # The theme's lists have wide columns with room around their words; a week has none to spare.
        self.setStyleSheet("QTableView::item { padding: 0 4px; }")
        across.setStyleSheet("QHeaderView::section { font-weight: normal; padding: 4px 2px; }")
        down.setStyleSheet("QHeaderView::section { font-weight: normal; padding: 0 6px; }")

    def _settle_widths(self) -> None:
        first_total = self.weeks.columnCount() - TOTALS
        cell, total = self._room_for(_WIDEST_CELL), self._room_for(_WIDEST_TOTAL)
        for at in range(self.weeks.columnCount()):
            self.setColumnWidth(at, cell if at < first_total else total)
        self.setColumnWidth(first_total + MARGIN, self._room_for(_WIDEST_MARGIN) + icons.NORMAL)
        self.horizontalHeader().setStretchLastSection(True)

    def _room_for(self, words: str) -> int:
        """Return the width that words need in a cell, at the size of text in use."""
        return self.fontMetrics().horizontalAdvance(words) + theme.SPACE_SMALL
