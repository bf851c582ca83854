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
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.table import plain_tooltip
from cpepa_desktop.ui.planning.calendar.days import Bar, DayCell

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_INDEX: Final = QModelIndex()
_DAYS: Final = 7
_SATURDAY: Final = 5
_SHARE: Final = 2
_LEAST_BARS: Final = 2
_LEAST_DAY: Final = "0000-XXX 00"
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}
_MONTHS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_RIGHT: Final = Qt.TextElideMode.ElideRight
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
        self.verticalHeader().setMinimumSectionSize((_LEAST_BARS + 1) * line + theme.SPACE_SMALL)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
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
        shares = [_SHARE if day < _SATURDAY or self.month.is_busy(day) else 1 for day in range(_DAYS)]
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


class DayDelegate(QStyledItemDelegate):
    """Draws a day: its number, then a line for each course and each reason why there is no class."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:  # noqa: ARG002 - Qt's own
        """Override QStyledItemDelegate::sizeHint."""
        line = option.fontMetrics.height() + theme.SPACE_TIGHT
        return QSize(option.fontMetrics.horizontalAdvance("00/000 00:00"), (_LEAST_BARS + 1) * line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Override QStyledItemDelegate::paint."""
        cell: DayCell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, cell)
        line = option.fontMetrics.height() + theme.SPACE_TIGHT
        inside = option.rect.adjusted(
            theme.SPACE_TIGHT, theme.SPACE_TIGHT, -theme.SPACE_TIGHT, -theme.SPACE_TIGHT
        )
        self._paint_number(painter, option, inside, cell)
        room = max(0, (inside.height() - line) // line)
        fits = len(cell.bars) <= room
        shown = cell.bars if fits else cell.bars[: max(0, room - 1)]
        with_more = sum(2 if bar.more else 1 for bar in cell.bars) <= room
        top = inside.top() + line
        for bar in shown:
            lines = 2 if bar.more and with_more else 1
            area = QRect(inside.left(), top, inside.width(), lines * line - 2)
            self._paint_bar(painter, option, area, bar, is_faint=not cell.in_month)
            top += lines * line
        if not fits:
            painter.setPen(theme.colour("quiet"))
            words = _("{n} más").format(n=len(cell.bars) - len(shown))
            area = QRect(inside.left() + theme.SPACE_TIGHT, top, inside.width(), line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, cell: DayCell) -> None:
        is_off = not cell.in_month or cell.day.weekday() >= _SATURDAY
        painter.fillRect(option.rect, theme.colour("window" if is_off else "surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(QRectF(option.rect).adjusted(-0.5, -0.5, -0.5, -0.5))
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent" if has_focus else "quiet"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(option.rect).adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(frame, theme.SPACE_TIGHT, theme.SPACE_TIGHT)

    def _paint_number(
        self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, cell: DayCell
    ) -> None:
        words = _("{day} · hoy").format(day=cell.day.day) if cell.is_today else str(cell.day.day)
        area = QRect(inside.left(), inside.top(), inside.width(), option.fontMetrics.height())
        font = QFont(option.font)
        font.setBold(cell.in_month)
        painter.setFont(font)
        if cell.is_today:
            width = painter.fontMetrics().horizontalAdvance(words) + 2 * theme.SPACE_TIGHT
            chip = QRectF(area.left(), area.top(), min(width, area.width()), area.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(chip, theme.SPACE_TIGHT, theme.SPACE_TIGHT)
        painter.setPen(theme.colour("on_accent" if cell.is_today else "text" if cell.in_month else "quiet"))
        at = area.adjusted(theme.SPACE_TIGHT, 0, 0, 0)
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(option.font)

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, bar: Bar, *, is_faint: bool
    ) -> None:
        ground = f"{bar.wash.value}_wash" if bar.wash else "selection"
        ink = "quiet" if is_faint else bar.wash.value if bar.wash else "text"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("quiet_wash" if is_faint else ground))
        painter.drawRoundedRect(QRectF(area), theme.SPACE_TIGHT, theme.SPACE_TIGHT)
        height = option.fontMetrics.height()
        line = QRect(
            area.left() + theme.SPACE_TIGHT, area.top() + 1, area.width() - theme.SPACE_SMALL, height
        )
        if bar.icon:
            side = round(option.fontMetrics.ascent() * 0.95)
            at = QRect(line.left(), line.center().y() - side // 2, side, side)
            icons.icon(bar.icon, ink).paint(painter, at)
            line.setLeft(at.right() + theme.SPACE_TIGHT)
        painter.setPen(theme.colour(ink))
        # The middle of a code goes where it is too long: its year and its end tell it from the others.
        _write(painter, option, line, bar.words, Qt.TextElideMode.ElideMiddle if bar.course else _RIGHT)
        if bar.more and area.height() >= 2 * height:
            line.moveTop(line.bottom() + 1)
            _write(painter, option, line, bar.more, _RIGHT)


def _write(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str, elide: Qt.TextElideMode
) -> None:
    shown = option.fontMetrics.elidedText(words, elide, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
