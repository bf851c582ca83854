"""The grid of a week: people down, stretches across, totals at the right. Typed in, never by mouse alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence
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
from cpepa_desktop.ui.course.attendance.columns import Total, Week, WeekLine, heading, heading_words
from cpepa_desktop.ui.course.attendance.jump import Jump
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.text import NotUnderstood

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
_TOTALS: Final = 3
_DAYS: Final = 5
_MARGIN: Final = 2
_OPEN: Final = frozenset({CellState.PENDING, CellState.ENTERED})
_WIDEST_CELL: Final = "MF0000_0"
_WIDEST_TOTAL: Final = "de 000 h"
_WIDEST_MARGIN: Final = "puede faltar 00:00 · 0000"
_WIDEST_NAME: Final = "00  Apellido Apellido, Nomb"
_JUMP_KEY: Final = "/"
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

    def set_week(self, week: Week | None) -> tuple[int, ...]:
        """Show a week. The same stretches and people stay in place: return which lines are others now."""
        if week is not None and self._week is not None and _shape(week) == _shape(self._week):
            before, self._week = self._week, week
            is_all = week.is_locked != before.is_locked
            both = enumerate(zip(week.lines, before.lines, strict=True))
            changed = tuple(at for at, (line, earlier) in both if is_all or line != earlier)
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
            return changed
        self.beginResetModel()
        self._week = week
        days = Counter(column.stretch.day for column in week.columns) if week else {}
        self._split_days = frozenset(day for day, count in days.items() if count > 1)
        self.endResetModel()
        return ()

    def cell(self, index: Index) -> GridCell | None:
        """Return the cell at a place, ``None`` where totals stand."""
        if self._week is None or not index.isValid() or index.column() >= len(self._week.columns):
            return None
        return self._week.lines[index.row()].row.cells[index.column()]

    def row(self, at: int) -> GridRow | None:
        """Return the person at a place."""
        line = self._line(at)
        return line.row if line else None

    def _line(self, at: int) -> WeekLine | None:
        return self._week.lines[at] if self._week and 0 <= at < len(self._week.lines) else None

    def stretch_count(self) -> int:
        """Return how many columns are stretches; the totals stand after them."""
        return len(self._week.columns) if self._week else 0

    def words_of(self, cell: GridCell) -> str:
        """Return the stretch of a cell in words."""
        columns = self._week.columns if self._week else ()
        return next(heading_words(column) for column in columns if column.stretch.id == cell.stretch_id)

    def place_of(self, enrolment_id: int, stretch_id: int) -> QModelIndex:
        """Return where a person's stretch stands; an index that is not valid where it does not."""
        for at, line in enumerate(self._week.lines if self._week else ()):
            for across, cell in enumerate(line.row.cells):
                if (cell.enrolment_id, cell.stretch_id) == (enrolment_id, stretch_id):
                    return self.index(at, across)
        return QModelIndex()

    def first_pending(self) -> QModelIndex:
        """Return the first cell to enter; the first cell of all where none is left."""
        for at, line in enumerate(self._week.lines if self._week else ()):
            for across, cell in enumerate(line.row.cells):
                if cell.state is CellState.PENDING:
                    return self.index(at, across)
        return self.index(0, 0)

    def places_of(self, jump: Jump, current: int) -> list[QModelIndex]:
        """Return the places that a jump means; ``current`` is the row of the person chosen.

        Raises ``NotUnderstood`` where there is no such person or no class on those days.
        """
        lines = list(enumerate(self._week.lines if self._week else ()))
        if jump.number is not None:
            lines = [(at, line) for at, line in lines if line.number == jump.number]
        else:
            lines = [(at, line) for at, line in lines if at == current]
        if not lines:
            raise NotUnderstood(_("No hay nadie con el número {n}.").format(n=jump.number))
        columns = self._week.columns if self._week else ()
        across = [at for at, c in enumerate(columns) if jump.covers(c.stretch.day, c.stretch.n)]
        if not across:
            raise NotUnderstood(_("Ese día no hay clase esta semana, o no tiene ese tramo."))
        found = [(at, column, line.row.cells[column]) for at, line in lines for column in across]
        # Somebody who left and who took their seat have one number: the one who is there is meant.
        open_places = [self.index(at, column) for at, column, cell in found if cell.state in _OPEN]
        if jump.words and not open_places:
            raise NotUnderstood(
                _("{cell}: {why}.").format(cell=self._called(found[0][2]), why=cells.spoken(found[0][2]))
            )
        return open_places or [self.index(at, column) for at, column, _cell in found]

    def _called(self, cell: GridCell) -> str:
        column = next(
            c for c in (self._week.columns if self._week else ()) if c.stretch.id == cell.stretch_id
        )
        return heading(column, is_split_day=False).partition("\n")[0]

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() or self._week is None else len(self._week.lines)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() or self._week is None else len(self._week.columns) + _TOTALS

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags: what cannot be entered can be read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        is_open = (
            cell is not None and cell.state in _OPEN and self._week is not None and not self._week.is_locked
        )
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        cell = self.cell(index)
        if cell is not None:
            return _cell_data(cell, role)
        if self._week is None or not index.isValid():
            return None
        total = self._week.lines[index.row()].total
        return _total_data(total, index.column() - len(self._week.columns), role)

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
        columns = self._week.columns
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
        line = self._line(section)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            number = f"{line.number:>2}".replace(" ", _FIGURE_SPACE)
            return f"{number}  {line.row.enrolment.person.listed_name}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and line.row.enrolment.left_on is not None:
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
            if source is not None and source.state in _OPEN:
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
        return week + _MARGIN * self._room_for(_WIDEST_TOTAL) + margin

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
        self.setColumnWidth(first_total + _MARGIN, self._room_for(_WIDEST_MARGIN) + icons.NORMAL)
        self.horizontalHeader().setStretchLastSection(True)

    def _room_for(self, words: str) -> int:
        """Return the width that words need in a cell, at the size of text in use."""
        return self.fontMetrics().horizontalAdvance(words) + theme.SPACE_SMALL


def _shape(week: Week) -> tuple[object, ...]:
    stretches = tuple(column.stretch.id for column in week.columns)
    return week.week, stretches, tuple(line.enrolment_id for line in week.lines)


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
            return (_("Semana"), action, _("Margen"))[at]
        case Qt.ItemDataRole.ToolTipRole:
            return (
                _("Horas asistidas esta semana"),
                _("Horas asistidas de la acción, con el módulo complementario"),
                _("Lo que aún puede faltar en la más ajustada de las tres pruebas: véalas en el detalle"),
            )[at]
    return None


def _total_data(total: Total, at: int, role: int) -> object:
    margin = total.margin
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            week = "–" if total.week_minutes is None else text.clock(total.week_minutes)
            return (week, text.clock(total.action_minutes), margin.words)[at]
        case Qt.ItemDataRole.TextAlignmentRole if at != _MARGIN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        case Qt.ItemDataRole.ToolTipRole if at == _MARGIN:
            return margin.detail
        case Qt.ItemDataRole.DecorationRole if at == _MARGIN:
            return _icon(margin.icon, margin.wash)
        case Qt.ItemDataRole.ForegroundRole if at == _MARGIN:
            return QColor(theme.tokens().ink(margin.wash))
    return None


def _icon(name: str, wash: theme.Wash) -> QIcon:
    return icons.icon(name, "quiet" if wash is theme.Wash.QUIET else wash.value)
