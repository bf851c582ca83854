"""A school year on screen: a row a course, a room or a trainer, a column a month, its days as small marks."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words, month_words
from cpepa_desktop.operations.calendar_year import MonthLoad, YearRow
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.table import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

LOAD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_INDEX: Final = QModelIndex()
_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31
_LONGEST_NAME: Final = "0000-XXXX0000-00"
_CELL: Final = "000 h"
_LINES: Final = 3
_OPEN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def load_words(row: YearRow, load: MonthLoad) -> str:
    """Return what somebody or something has in a month, as it is read aloud."""
    said = f"{row.name}, {month_name(load.month)}"
    if not load.days:
        return _("{who}: sin clases").format(who=said)
    count = ngettext("{n} día", "{n} días", len(load.days)).format(n=len(load.days))
    words = _("{who}: {days}, {hours}").format(who=said, days=count, hours=hours_words(load.minutes))
    if not load.conflicts:
        return words
    wrong = ngettext("{n} día con conflictos", "{n} días con conflictos", len(load.conflicts))
    return f"{words}, {wrong.format(n=len(load.conflicts))}"


def month_name(month: date) -> str:
    """Return «enero de 2024»."""
    names = _(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ).split()
    return _("{month} de {year}").format(month=names[month.month - 1], year=month.year)


class YearModel(QAbstractTableModel):
    """The rows of a year as a Qt model, a column a month."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[YearRow, ...] = ()

    def set_rows(self, rows: Sequence[YearRow]) -> None:
        """Show rows in place of what was shown."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> YearRow | None:
        """Return whose row a place is of."""
        return self.rows[index.row()] if index.isValid() else None

    def load_at(self, index: Index) -> MonthLoad | None:
        """Return the month of a place."""
        row = self.row_at(index)
        return row.months[index.column()] if row else None

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() else _MONTHS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        row, load = self.row_at(index), self.load_at(index)
        if row is None or load is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _("{n} d · {hours}").format(n=len(load.days), hours=hours_words(load.minutes))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return load_words(row, load)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(load_words(row, load))
        return load if role == LOAD_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData: names down, months across."""
        if (
            section >= (len(self.rows) if orientation is Qt.Orientation.Vertical else _MONTHS)
            or not self.rows
        ):
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.rows[section]
            if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
                return plain_tooltip(f"{row.name} {row.title}".strip())
            return row.name if role == Qt.ItemDataRole.DisplayRole else None
        month = self.rows[0].months[section].month
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return month_name(month)
        return month_words(month) if role == Qt.ItemDataRole.DisplayRole else None


class YearTable(QTableView):
    """The year to walk over by the arrows; Enter opens the month of a row.

    Signals:
        rested: another cell is the current one; carries its row and its month.
        opened: a month was asked to be opened; carries its row and its month.
    """

    rested = Signal(object, object)
    opened = Signal(object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Curso escolar: meses de cada curso, aula o docente"))
        self.year = YearModel(self)
        self.setModel(self.year)
        self.setItemDelegate(LoadDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        metrics = self.fontMetrics()
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setObjectName(f"{name}_months")
        across.setAccessibleName(_("Meses"))
        across.setMinimumSectionSize(metrics.horizontalAdvance(_CELL) + 2 * theme.SPACE_TIGHT)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setObjectName(f"{name}_names")
        down.setAccessibleName(_("Cursos, aulas o docentes"))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_LINES * metrics.height() + theme.SPACE_SMALL)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.selectionModel().currentChanged.connect(self._rest)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[YearRow], month: date) -> None:
        """Show the rows; the row that was current stays so, on its month or on ``month``."""
        before, index = self.year.row_at(self.currentIndex()), self.currentIndex()
        key, column = (before.key, index.column()) if before else ("", _column(rows, month))
        self.year.set_rows(rows)
        metrics = self.verticalHeader().fontMetrics()
        around = 2 * theme.SPACE_SECTION  # its letters are bold
        wanted = max((metrics.horizontalAdvance(row.name) for row in rows), default=0) + around
        longest = metrics.horizontalAdvance(_LONGEST_NAME) + around
        self.verticalHeader().setFixedWidth(min(wanted, longest))
        at = next((at for at, row in enumerate(rows) if row.key == key), 0)
        self.setCurrentIndex(self.year.index(at, column))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QTableView::keyPressEvent: Enter opens the month."""
        if event.key() in _OPEN and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.year.row_at(index), self.year.load_at(index))

    def _rest(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rested.emit(self.year.row_at(index), self.year.load_at(index))


def _column(rows: Sequence[YearRow], month: date) -> int:
    months = [load.month for load in rows[0].months] if rows else []
    wanted = month.replace(day=1)
    return months.index(wanted) if wanted in months else 0


class LoadDelegate(QStyledItemDelegate):
    """Draws a month: a mark a day with class, and how many days and hours there are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:  # noqa: ARG002 - Qt's own
        """Override QStyledItemDelegate::sizeHint."""
        metrics = option.fontMetrics
        return QSize(metrics.horizontalAdvance(_CELL), _LINES * metrics.height() + theme.SPACE_SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Override QStyledItemDelegate::paint."""
        load: MonthLoad = index.data(LOAD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(QRectF(option.rect).adjusted(-0.5, -0.5, -0.5, -0.5))
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent" if has_focus else "quiet"), 2))
            frame = QRectF(option.rect).adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(frame, theme.SPACE_TIGHT, theme.SPACE_TIGHT)
        if load.days:
            self._paint_load(painter, option, load)
        painter.restore()

    def _paint_load(self, painter: QPainter, option: QStyleOptionViewItem, load: MonthLoad) -> None:
        metrics = option.fontMetrics
        inside = option.rect.adjusted(
            theme.SPACE_TIGHT, theme.SPACE_TIGHT, -theme.SPACE_TIGHT, -theme.SPACE_TIGHT
        )
        line = QRect(inside.left(), inside.top(), inside.width(), metrics.height())
        _paint_days(painter, QRectF(line).adjusted(0, 0, 0, -theme.SPACE_TIGHT), load)
        painter.setPen(theme.colour("danger" if load.conflicts else "quiet"))
        line.moveTop(line.bottom() + 1)
        days = QRect(line)
        if load.conflicts:
            side = round(metrics.ascent() * 0.95)
            icons.icon("warning", "danger").paint(
                painter, QRect(line.left(), line.center().y() - side // 2, side, side)
            )
            days.setLeft(line.left() + side + 2)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(days, left, _("{n} d").format(n=len(load.days)))
        painter.setPen(theme.colour("text"))
        line.moveTop(line.bottom() + 1)
        hours = hours_words(load.minutes)
        if metrics.horizontalAdvance(hours) > line.width():
            hours = hours.removesuffix(" h")
        painter.drawText(line, left, hours)


def _paint_days(painter: QPainter, area: QRectF, load: MonthLoad) -> None:
    """Draw a month as a line of days, those with class filled, those where something does not fit taller."""
    step = area.width() / _LONGEST_MONTH
    length = calendar.monthrange(load.month.year, load.month.month)[1]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("quiet_wash"))
    painter.drawRect(QRectF(area.left(), area.bottom() - 2, step * length, 2))
    for day in load.days:
        is_wrong = day in load.conflicts
        height = area.height() if is_wrong else area.height() * 2 / 3
        painter.setBrush(theme.colour("danger" if is_wrong else "accent"))
        left = area.left() + (day.day - 1) * step
        painter.drawRect(QRectF(left, area.bottom() - height, max(1.0, step - 1), height))
