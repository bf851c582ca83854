"""The grid of a week: people down, stretches across, totals at the right. Typed in, never by mouse alone."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridRow
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.columns import Total, Week, heading, heading_words
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.verdicts import badge_of

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
_TOTALS: Final = 3
_DAYS: Final = 5
_VERDICT: Final = 2
_WIDEST_CELL: Final = "MF0000_0"
_WIDEST_TOTAL: Final = "de 000 h"
_WIDEST_VERDICT: Final = "En riesgo · MF0000_0"
_WIDEST_NAME: Final = "00  Apellido Apellido, Nomb"
_FIGURE_SPACE: Final = "\u2007"
_TYPING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_MOVES: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class WeekModel(QAbstractTableModel):
    """A week as a Qt model. It shows; what is typed is told and written by others.

    Signals:
        typed: something was typed in a cell; carries the cell and the text.
    """

    typed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._week: Week | None = None
        self._split_days: frozenset[object] = frozenset()

    def set_week(self, week: Week | None) -> None:
        """Show a week. The same week with the same people is repainted in place."""
        if week is not None and self._week is not None and _shape(week) == _shape(self._week):
            self._week = week
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._week = week
        days = Counter(column.stretch.day for column in week.grid.columns) if week else {}
        self._split_days = frozenset(day for day, count in days.items() if count > 1)
        self.endResetModel()

    def cell(self, index: Index) -> GridCell | None:
        """Return the cell at a place, ``None`` where totals stand."""
        if self._week is None or not index.isValid() or index.column() >= len(self._week.grid.columns):
            return None
        return self._week.grid.rows[index.row()].cells[index.column()]

    def row(self, at: int) -> GridRow | None:
        """Return the person at a place."""
        return self._week.grid.rows[at] if self._week and 0 <= at < len(self._week.grid.rows) else None

    def words_of(self, cell: GridCell) -> str:
        """Return the stretch of a cell in words."""
        columns = self._week.grid.columns if self._week else ()
        return next(heading_words(column) for column in columns if column.stretch.id == cell.stretch_id)

    def place_of(self, enrolment_id: int, stretch_id: int) -> QModelIndex:
        """Return where a person's stretch stands; an index that is not valid where it does not."""
        for at, row in enumerate(self._week.grid.rows if self._week else ()):
            for across, cell in enumerate(row.cells):
                if (cell.enrolment_id, cell.stretch_id) == (enrolment_id, stretch_id):
                    return self.index(at, across)
        return QModelIndex()

    def first_pending(self) -> QModelIndex:
        """Return the first cell to enter; the first cell of all where none is left."""
        for at, row in enumerate(self._week.grid.rows if self._week else ()):
            for across, cell in enumerate(row.cells):
                if cell.state is CellState.PENDING:
                    return self.index(at, across)
        return self.index(0, 0)

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() or self._week is None else len(self._week.grid.rows)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() or self._week is None else len(self._week.grid.columns) + _TOTALS

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags: what cannot be entered can be read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        is_open = cell is not None and cell.state in {CellState.PENDING, CellState.ENTERED}
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        cell = self.cell(index)
        if cell is not None:
            return _cell_data(cell, role)
        if self._week is None or not index.isValid():
            return None
        total = self._week.totals[index.row()]
        return _total_data(total, index.column() - len(self._week.grid.columns), role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole, /) -> bool:
        """Override QAbstractTableModel::setData: tell what was typed."""
        cell = self.cell(index)
        if role != Qt.ItemDataRole.EditRole or cell is None:
            return False
        self.typed.emit(cell, str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData."""
        if orientation == Qt.Orientation.Vertical:
            return self._person_header(section, role)
        return self._stretch_header(section, role)

    def _stretch_header(self, section: int, role: int) -> object:
        if self._week is None:
            return None
        columns = self._week.grid.columns
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if section >= len(columns):
            return _total_heading(section - len(columns), self._week.official_minutes, role)
        column = columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading(column, is_split_day=column.stretch.day in self._split_days)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return heading_words(column)
        return None

    def _person_header(self, section: int, role: int) -> object:
        row = self.row(section)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            number = f"{row.enrolment.seat or section + 1:>2}".replace(" ", _FIGURE_SPACE)
            return f"{number}  {row.enrolment.person.listed_name}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and row.enrolment.left_on is not None:
            return theme.colour("quiet")
        return None


class CellEditor(QStyledItemDelegate):
    """The line that is typed in. Up, Down, Enter and Tab take what is typed and go on; Escape forgets it.

    Attributes:
        line: the last line made; one that was taken may still wait to be deleted.

    Signals:
        moved: what was typed was taken; carries by how many rows and columns to go on.

    """

    moved = Signal(int, int)
    line: QLineEdit | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index, /) -> QWidget:
        """Override QStyledItemDelegate::createEditor."""
        editor = QLineEdit(parent)
        self.line = editor
        editor.setObjectName("attendance_cell_editor")
        editor.setAccessibleName(_("Asistencia de la casilla"))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        editor.setStyleSheet("QLineEdit { padding: 0; border-radius: 0; }")
        return editor

    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        """Override QStyledItemDelegate::setEditorData."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index, /) -> None:
        """Override QStyledItemDelegate::setModelData."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent, /) -> bool:
        """Override QStyledItemDelegate::eventFilter."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*move)
                return True
        return super().eventFilter(editor, event)


class WeekTable(QTableView):
    """The grid as people use it: arrows walk, typing fills, Del makes pending again.

    Signals:
        cell_chosen: another cell is the current one.
        typed: something was typed; carries the cells it is for and the text.
    """

    cell_chosen = Signal()
    typed = Signal(object, str)

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
        self._settle_headers()
        self._editor.moved.connect(self._move)
        self.weeks.typed.connect(lambda cell, words: self.typed.emit(self._cells_for(cell), words))
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.cell_chosen.emit())

    def show_week(self, week: Week | None) -> None:
        """Show a week, keeping the current cell where it is still there."""
        current = self.weeks.cell(self.currentIndex())
        self.weeks.set_week(week)
        self._settle_widths()
        if not self.currentIndex().isValid() and self.weeks.rowCount():
            kept = self.weeks.place_of(current.enrolment_id, current.stretch_id) if current else QModelIndex()
            self.setCurrentIndex(kept if kept.isValid() else self.weeks.first_pending())
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

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: what is typed goes into the cell."""
        key, words = Qt.Key(event.key()), event.text()
        has_command = bool(event.modifiers() & ~_TYPING)
        if has_command:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._type("")
        elif key == Qt.Key.Key_Space:
            self._type(cells.FULL)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._move(1, 0)
        elif words.isprintable() and words:
            self._begin(words)
        else:
            super().keyPressEvent(event)

    def _type(self, words: str) -> None:
        self._stays = False
        chosen = self.selected_cells()
        if chosen:
            self.typed.emit(chosen, words)

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
        """Return the width that the names and a week of five days need."""
        return self._room_for(_WIDEST_NAME) + _DAYS * self._room_for(_WIDEST_CELL)

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
        first_total = self.weeks.columnCount() - _TOTALS
        cell, total = self._room_for(_WIDEST_CELL), self._room_for(_WIDEST_TOTAL)
        for at in range(self.weeks.columnCount()):
            self.setColumnWidth(at, cell if at < first_total else total)
        self.setColumnWidth(first_total + _VERDICT, self._room_for(_WIDEST_VERDICT) + icons.NORMAL)
        self.horizontalHeader().setStretchLastSection(True)

    def _room_for(self, words: str) -> int:
        """Return the width that words need in a cell, at the size of text in use."""
        return self.fontMetrics().horizontalAdvance(words) + theme.SPACE_SMALL


def _shape(week: Week) -> tuple[object, ...]:
    stretches = tuple(column.stretch.id for column in week.grid.columns)
    return week.grid.week, stretches, tuple(row.enrolment.id for row in week.grid.rows)


def _cell_data(cell: GridCell, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
            return cells.shown(cell)
        case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
            return cells.spoken(cell)
        case Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        case Qt.ItemDataRole.BackgroundRole:
            return _background(cell)
        case Qt.ItemDataRole.ForegroundRole:
            return _ink(cell)
    return None


def _background(cell: GridCell) -> QColor | None:
    tokens = theme.tokens()
    match cell.state:
        case CellState.PENDING:
            return QColor(tokens.wash(theme.Wash.WARNING))
        case CellState.ENTERED:
            return None
        case _:
            return QColor(tokens.window)


def _ink(cell: GridCell) -> QColor | None:
    tokens = theme.tokens()
    if cell.state is CellState.PENDING:
        return QColor(tokens.ink(theme.Wash.WARNING))
    is_quiet = cell.state is not CellState.ENTERED or cell.attended_minutes == cell.minutes
    return QColor(tokens.quiet) if is_quiet else None


def _total_heading(at: int, official_minutes: int, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            action = _("Acción\nde {hours}").format(hours=hours_words(official_minutes))
            return (_("Semana"), action, _("Resultado"))[at]
        case Qt.ItemDataRole.ToolTipRole:
            return (
                _("Horas asistidas esta semana"),
                _("Horas asistidas de la acción, con el módulo complementario"),
                _("La prueba que antes pide atención: ábrala a la derecha"),
            )[at]
    return None


def _total_data(total: Total, at: int, role: int) -> object:
    badge = badge_of(total.verdict) if total.verdict is not None else None
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            week = "–" if total.week_minutes is None else text.typed_hours(total.week_minutes)
            verdict = f"{badge.words} · {total.where}" if badge else ""
            return (week, text.typed_hours(total.action_minutes), verdict)[at]
        case Qt.ItemDataRole.TextAlignmentRole if at != _VERDICT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        case Qt.ItemDataRole.DecorationRole if at == _VERDICT and badge is not None:
            return _icon(badge.icon, badge.wash)
        case Qt.ItemDataRole.ForegroundRole if at == _VERDICT and badge is not None:
            return QColor(theme.tokens().ink(badge.wash))
    return None


def _icon(name: str, wash: theme.Wash) -> QIcon:
    return icons.icon(name, "quiet" if wash is theme.Wash.QUIET else wash.value)
