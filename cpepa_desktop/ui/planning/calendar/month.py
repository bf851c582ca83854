"""A month on screen, a week a line: days to walk over by the keys, each told by its words and its icons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table import plain_tooltip
from cpepa_desktop.ui.planning.calendar.days import DayCell
from cpepa_desktop.ui.planning.calendar.painting import CELL_ROLE, LEAST_BARS, SATURDAY, DayDelegate

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()
_DAYS: Final = 7
_SHARE: Final = 2
_LEAST_DAY: Final = "0000-XXX 00"
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}
_MONTHS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPEN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MonthModel(QAbstractTableModel):
    """The weeks of a month as a Qt model: seven days a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[DayCell, ...], ...] = ()

    def set_weeks(self, weeks: Sequence[tuple[DayCell, ...]]) -> None:
        """Show weeks in place of what was shown."""
        self.beginResetModel()
        self._weeks = tuple(weeks)
        self.endResetModel()

    def cell(self, index: Index) -> DayCell | None:
        """Return the day at a place."""
        return self._weeks[index.row()][index.column()] if index.isValid() else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the place of a day, an invalid one where it is not shown."""
        if not self._weeks:
            return QModelIndex()
        after = (day - self._weeks[0][0].day).days
        row, column = divmod(after, _DAYS)
        return self.index(row, column) if 0 <= row < len(self._weeks) else QModelIndex()

    def is_busy(self, weekday: int) -> bool:
        """Say whether some day of that weekday has something on it."""
        return any(week[weekday].bars for week in self._weeks)

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() else _DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        said = {
            Qt.ItemDataRole.DisplayRole: str(cell.day.day),
            Qt.ItemDataRole.AccessibleTextRole: cell.spoken,
            Qt.ItemDataRole.ToolTipRole: plain_tooltip(cell.spoken.replace(". ", "\n")),
        }
        return said.get(Qt.ItemDataRole(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData: the days of the week, and the number of each week."""
        is_said = role == Qt.ItemDataRole.AccessibleTextRole
        if role != Qt.ItemDataRole.DisplayRole and not is_said:
            return None
        if orientation is Qt.Orientation.Horizontal:
            whole = _("lunes martes miércoles jueves viernes sábado domingo")
            return (whole if is_said else _("lun mar mié jue vie sáb dom")).split()[section]
        if section >= len(self._weeks):
            return None
        return _("S {n}").format(n=IsoWeek.of(self._weeks[section][0].day).week)


class MonthTable(QTableView):
    """The month to walk over: arrows by day and week, page keys by month, Enter opens the day.

    Signals:
        rested: another day is the current one; carries its `DayCell`.
        left: the keys went to a day that is not shown; carries it.
        opened: a day was asked to be opened; carries its `DayCell`.
    """

    rested = Signal(object)
    left = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Mes: semanas por días"))
        self.month = MonthModel(self)
        self.setModel(self.month)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for header, words in (
            (self.horizontalHeader(), _("Días de la semana")),
            (self.verticalHeader(), _("Semanas del año")),
        ):
            header.setObjectName(f"{name}_{'days' if header is self.horizontalHeader() else 'weeks'}")
            header.setAccessibleName(words)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        line = self.fontMetrics().height() + theme.SPACE_TIGHT
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize((LEAST_BARS + 1) * line + theme.SPACE_SMALL)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setProperty("dense", "true")  # its words are short and stand in the middle
        self.selectionModel().currentChanged.connect(self._rest)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.month.cell(index)))

    def show_weeks(self, weeks: Sequence[tuple[DayCell, ...]], day: date) -> None:
        """Show the weeks of a month with the keyboard on a day of it."""
        with QSignalBlocker(self.selectionModel()):
            self.month.set_weeks(weeks)
        self._share_width()
        self.setCurrentIndex(self.month.index_of(day))
        self.scrollTo(self.currentIndex())

    def current_cell(self) -> DayCell | None:
        """Return the day the keyboard is on."""
        return self.month.cell(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QTableView::resizeEvent."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Share the width among the days of the week; one that has nothing all month needs half."""
        shares = [_SHARE if day < SATURDAY or self.month.is_busy(day) else 1 for day in range(_DAYS)]
        least = self.fontMetrics().horizontalAdvance(_LEAST_DAY)
        width = max(self.viewport().width(), least * sum(shares) // _SHARE)
        ends = [width * sum(shares[: day + 1]) // sum(shares) for day in range(_DAYS)]
        for day, (left, right) in enumerate(pairwise([0, *ends])):
            self.horizontalHeader().resizeSection(day, right - left)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: the days follow one another, week after week."""
        cell = self.current_cell()
        key = Qt.Key(event.key())
        if cell is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        elif key in _OPEN:
            self.opened.emit(cell)
        elif key in _STEPS:
            self._go_to(cell.day + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self.left.emit(month_away(cell.day, _MONTHS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            ahead = _DAYS - 1 if key == Qt.Key.Key_End else 0
            self._go_to(cell.day + timedelta(days=ahead - cell.day.weekday()))
        else:
            super().keyPressEvent(event)

    def _go_to(self, day: date) -> None:
        index = self.month.index_of(day)
        found = self.month.cell(index)
        if found is None or not found.in_month:
            self.left.emit(day)
        else:
            self.setCurrentIndex(index)

    def _rest(self, index: QModelIndex) -> None:
        cell = self.month.cell(index)
        if cell is not None:
            self.rested.emit(cell)


def month_away(day: date, months: int) -> date:
    """Return the same day some months away, the last of the month where that has no such day."""
    at = day.month - 1 + months
    first = date(day.year + at // 12, at % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
