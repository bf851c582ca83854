"""A list of what waits: two lines a row, a badge at the right, and where the row has one, a small line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.table import plain_tooltip
from cpepa_desktop.ui.parts.verdicts import Badge

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_INDEX: Final = QModelIndex()
_LINE_WIDTH: Final = 72
_ROWS_SHOWN: Final = 3
_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One thing that waits and where it is dealt with.

    ``line`` are percentages in the order of time, drawn small over the one asked for; ``line_words`` say the
    same for who cannot see it. ``key`` is what the row is told by when the list is read again, and ``about``
    what it stands for, where more can be done with it than to go there.
    """

    key: Hashable
    title: str
    detail: str
    badge: Badge
    tooltip: str
    place: Place
    line: tuple[int, ...] = ()
    line_asked: int = 0
    line_words: str = ""
    about: object = None

    @property
    def spoken(self) -> str:
        """Return everything the row shows, as a screen reader says it."""
        return ". ".join(
            part for part in (self.title, self.detail, self.badge.words, self.line_words) if part
        )


@dataclass(frozen=True, slots=True)
class RowCommand:
    """What can be done with a row beside opening it: its name, words, icon and keys, and the doing."""

    name: str
    words: str
    icon: str
    keys: str
    run: Callable[[WaitingRow], None]


class WaitingList(QListView):
    """What waits, the most urgent first. Enter or a double click opens a row.

    Signals:
        opened: a row was asked to be opened; carries the place where it is dealt with.
    """

    opened = Signal(object)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._model = _WaitingModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_WaitingDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        theme.set_role(self, theme.Role.PLAIN)
        self.activated.connect(lambda index: self.opened.emit(self._model.row(index).place))

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show ``rows``; the one that was current stays so while it is there."""
        current = self.current_row()
        key = current.key if current else None
        self._model.set_rows(rows)
        place = next((at for at, row in enumerate(rows) if row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))

    def shown_rows(self) -> tuple[WaitingRow, ...]:
        """Return the rows in the order they are shown."""
        return self._model.rows

    def add_command(self, command: RowCommand) -> None:
        """Let something else be done with a row: by its keys, or by the right button."""
        action = QAction(icons.icon(command.icon), command.words, self)
        action.setObjectName(f"{self.objectName()}_{command.name}")
        action.setShortcut(command.keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._do_with_current(command.run))
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def current_row(self) -> WaitingRow | None:
        """Return the current row, ``None`` where no row is."""
        index = self.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def choose_first(self) -> None:
        """Make the first row the current one."""
        self.setCurrentIndex(self._model.index(0))

    def _do_with_current(self, run: Callable[[WaitingRow], None]) -> None:
        row = self.current_row()
        if row is not None:
            run(row)

    def minimumSizeHint(self) -> QSize:
        """Override QListView::minimumSizeHint: a few rows, whatever the size of the text."""
        return QSize(theme.scaled(_LINE_WIDTH) * 3, row_height(self.fontMetrics()) * _ROWS_SHOWN)


class _WaitingModel(QAbstractListModel):
    """Frozen rows as a Qt model."""

    def __init__(self, parent: WaitingList) -> None:
        super().__init__(parent)
        self.rows: tuple[WaitingRow, ...] = ()

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show ``rows`` in place of what was shown."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> WaitingRow:
        """Return the row at an index."""
        return self.rows[index.row()]

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractListModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractListModel::data."""
        if not index.isValid():
            return None
        row = self.row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(f"{row.title}\n{row.tooltip}")
            case _ if role == ROW_ROLE:
                return row
        return None


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a row of two lines, in pixels."""
    return 2 * metrics.height() + 2 * theme.SPACE_SMALL + theme.SPACE_TIGHT


class _WaitingDelegate(QStyledItemDelegate):
    """Draws a row: what and where at the left, its state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:  # noqa: ARG002 - Qt's own signature
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(0, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Override QStyledItemDelegate::paint."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        inside = option.rect.adjusted(
            theme.SPACE_SMALL, theme.SPACE_SMALL, -theme.SPACE_SMALL, -theme.SPACE_SMALL
        )
        line = QRect(inside.left(), inside.top(), inside.width(), option.fontMetrics.height())
        title = QRect(line)
        if row.line:
            width = theme.scaled(_LINE_WIDTH)
            title.setRight(line.right() - width - theme.SPACE_SMALL)
            drawing = QRectF(line.right() - width, line.top() + 2, width, line.height() - 4)
            paint_line(painter, drawing, row.line, row.line_asked)
        _paint_words(painter, option, title, row.title, "text")
        line.moveBottom(inside.bottom())
        taken = paint_badge(painter, option, line, row.badge)
        _paint_words(painter, option, line.adjusted(0, 0, -taken - theme.SPACE_SMALL, 0), row.detail, "quiet")
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if is_selected or option.state & QStyle.StateFlag.State_MouseOver or is_focused:
        painter.setBrush(theme.colour("selection" if is_selected else "hover"))
        painter.setPen(QPen(theme.colour("accent"), 1) if is_focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
    else:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str, ink: str) -> None:
    painter.setPen(theme.colour(ink))
    painter.setFont(option.font)
    elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def paint_badge(painter: QPainter, option: QStyleOptionViewItem, line: QRect, badge: Badge) -> int:
    """Draw a badge at the right of a line of text and return the width it took."""
    metrics = option.fontMetrics
    side = round(metrics.ascent() * 0.95)
    width = metrics.horizontalAdvance(badge.words) + side + theme.SPACE_TIGHT + 2 * theme.SPACE_SMALL
    area = QRectF(line.right() - width, line.top() - 2, width, line.height() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{badge.wash.value}_wash"))
    painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
    ink = "quiet" if badge.wash is theme.Wash.QUIET else badge.wash.value
    at = QRect(round(area.left()) + theme.SPACE_SMALL, line.center().y() - side // 2, side, side)
    icons.icon(badge.icon, ink).paint(painter, at)
    painter.setPen(theme.colour(ink))
    words = area.adjusted(theme.SPACE_SMALL + side + theme.SPACE_TIGHT, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, badge.words)
    return width


def paint_line(painter: QPainter, area: QRectF, shares: Sequence[int], asked: int) -> None:
    """Draw percentages as a line from left to right, the last as a dot, and the one asked for as dashes."""

    def height(share: int) -> float:
        return area.bottom() - area.height() * share / _PERCENT

    step = area.width() / max(1, len(shares) - 1)
    points = [QPointF(area.left() + at * step, height(share)) for at, share in enumerate(shares)]
    painter.setPen(QPen(theme.colour("quiet"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(area.left(), height(asked)), QPointF(area.right(), height(asked)))
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(points[-1], 2, 2)
