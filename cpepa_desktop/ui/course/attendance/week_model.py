"""The week as a Qt model: what each cell shows, says and looks like."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

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
TOTALS: Final = 3
MARGIN: Final = 2
OPEN: Final = frozenset({CellState.PENDING, CellState.ENTERED})
_FIGURE_SPACE: Final = "\u2007"


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
        open_places = [self.index(at, column) for at, column, cell in found if cell.state in OPEN]
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
        return 0 if parent.isValid() or self._week is None else len(self._week.columns) + TOTALS

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags: what cannot be entered can be read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        is_open = (
            cell is not None and cell.state in OPEN and self._week is not None and not self._week.is_locked
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
        case Qt.ItemDataRole.TextAlignmentRole if at != MARGIN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        case Qt.ItemDataRole.ToolTipRole if at == MARGIN:
            return margin.detail
        case Qt.ItemDataRole.DecorationRole if at == MARGIN:
            return _icon(margin.icon, margin.wash)
        case Qt.ItemDataRole.ForegroundRole if at == MARGIN:
            return QColor(theme.tokens().ink(margin.wash))
    return None


def _icon(name: str, wash: theme.Wash) -> QIcon:
    return icons.icon(name, "quiet" if wash is theme.Wash.QUIET else wash.value)
