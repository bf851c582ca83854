"""The heat map on screen: a table of people by days, each cell told by its sign as well as by its ground."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cpepa_desktop.domain.pictures import HeatCell, HeatMap, HeatRow, HeatState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words, month_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.theme import Wash

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
_WIDEST: Final = "00"
_NAME: Final = "00. Apellido Apellido, Nombre y otro"


class Look(NamedTuple):
    """How a state looks and is called. A state without a wash stands on the plain ground."""

    sign: str
    words: str
    wash: Wash | None


def look_of(state: HeatState) -> Look:
    """Return how a state looks, in the language of the user."""
    return {
        HeatState.FULL: Look("✓", _("Asiste todo el día"), Wash.OK),
        HeatState.PARTLY: Look("◐", _("Asiste una parte"), Wash.WARNING),
        HeatState.ABSENT: Look("A", _("No asiste"), Wash.DANGER),
        HeatState.JUSTIFIED: Look("J", _("Falta justificada y validada"), Wash.QUIET),
        HeatState.PENDING: Look("?", _("Sin introducir"), None),
        HeatState.FUTURE: Look("", _("Por venir"), None),
        HeatState.OUTSIDE: Look("–", _("No le corresponde"), Wash.QUIET),
    }[state]


def cell_words(row: HeatRow, cell: HeatCell) -> str:
    """Return a cell as it is read aloud."""
    said = f"{row.name}, {day_words(cell.day)}: {look_of(cell.state).words}"
    if cell.attended_minutes is None:
        return said
    hours = _("{attended} de {minutes}").format(
        attended=hours_words(cell.attended_minutes), minutes=hours_words(cell.minutes)
    )
    return f"{said}, {hours}"


def _cell_data(row: HeatRow, cell: HeatCell) -> dict[int, object]:
    look, words = look_of(cell.state), cell_words(row, cell)
    data: dict[int, object] = {
        Qt.ItemDataRole.DisplayRole: look.sign,
        Qt.ItemDataRole.AccessibleTextRole: words,
        Qt.ItemDataRole.ToolTipRole: words,
        Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignCenter,
        Qt.ItemDataRole.ForegroundRole: theme.colour(look.wash or Wash.QUIET),
    }
    if look.wash is not None:
        data[Qt.ItemDataRole.BackgroundRole] = theme.colour(f"{look.wash}_wash")
    return data


class HeatModel(QAbstractTableModel):
    """A heat map as a Qt model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._map: HeatMap | None = None

    def set_map(self, picture: HeatMap | None) -> None:
        """Show a map, or none."""
        self.beginResetModel()
        self._map = picture
        self.endResetModel()

    def row_at(self, index: Index) -> HeatRow | None:
        """Return the person of a place."""
        return self._map.rows[index.row()] if self._map and index.isValid() else None

    def cell_at(self, index: Index) -> HeatCell | None:
        """Return the cell of a place."""
        row = self.row_at(index)
        return row.cells[index.column()] if row else None

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() or self._map is None else len(self._map.rows)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() or self._map is None else len(self._map.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        row, cell = self.row_at(index), self.cell_at(index)
        if row is None or cell is None:
            return None
        return _cell_data(row, cell).get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData: names down; across days, the first with its month."""
        if self._map is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self._map.rows[section]
            return f"{row.n}. {row.name}" if role == Qt.ItemDataRole.DisplayRole else None
        day = self._map.days[section]
        if role == Qt.ItemDataRole.DisplayRole:
            is_new = section == 0 or self._map.days[section - 1].month != day.month
            return f"{month_words(day) if is_new else ''}\n{day.day}"
        is_said = role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
        return day_words(day) if is_said else None


class DayHeader(QHeaderView):
    """The days above the map, set as close as their figures allow; a month is named over its first day."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("pictures_days")
        self.setAccessibleName(_("Días de clase"))

    def sizeHint(self) -> QSize:
        """Override QHeaderView::sizeHint: two lines, the month and the day."""
        return QSize(super().sizeHint().width(), 2 * self.fontMetrics().height() + theme.SPACE_SMALL)

    def paintSection(self, painter: QPainter, rect: QRect, at: int, /) -> None:
        """Override QHeaderView::paintSection: the words alone; a month may reach over the days after it."""
        month, _line, day = str(self.model().headerData(at, self.orientation())).partition("\n")
        top, bottom = QRect(rect), QRect(rect)
        top.setHeight(rect.height() // 2)
        top.setWidth(rect.width() + self.fontMetrics().horizontalAdvance(month))
        bottom.setTop(top.bottom())
        painter.save()
        painter.setPen(theme.colour("quiet"))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, month)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, day)
        painter.restore()


class HeatTable(QTableView):
    """The map to walk over: arrows move, Enter or a double click opens the week of the day.

    Signals:
        rested: another cell is the current one; carries the person's row and the cell, ``None`` for none.
        opened: the week of a cell is wanted; carries the cell.
    """

    rested = Signal(object, object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Mapa de asistencia: personas por días"))
        self.heat = HeatModel(self)
        self.setHorizontalHeader(DayHeader(self))
        self.setModel(self.heat)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._rest)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.heat.cell_at(index)))

    def show_map(self, picture: HeatMap, first: int = 0) -> None:
        """Show a map, on the day at ``first``; who and which day were chosen stay chosen where they are."""
        before = self.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, first)
        self.heat.set_map(picture)
        metrics = self.fontMetrics()
        letter = metrics.horizontalAdvance("0")
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setDefaultSectionSize(metrics.horizontalAdvance(_WIDEST) + letter)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.SPACE)
        self.verticalHeader().setFixedWidth(metrics.horizontalAdvance(_NAME) + 2 * letter)
        index = self.heat.index(*place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: Enter opens the week."""
        cell = self.heat.cell_at(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and cell is not None:
            self.opened.emit(cell)
            return
        super().keyPressEvent(event)

    def _rest(self, index: QModelIndex) -> None:
        self.rested.emit(self.heat.row_at(index), self.heat.cell_at(index))
