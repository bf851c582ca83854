"""A list of whole sentences: what does not fit, or the classes of a day. Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.table import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_INDEX: Final = QModelIndex()
_LEAST: Final = 200
_TALLEST: Final = 10_000
_WRAP: Final = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its icon, and what it is about."""

    words: str
    icon: str
    ink: str
    about: object


class LinesModel(QAbstractListModel):
    """Sentences as a Qt model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show sentences in place of what was shown."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractListModel::rowCount."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractListModel::data."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(line.words)
            case _ if role == LINE_ROLE:
                return line
        return None


class LinesList(QListView):
    """Sentences one under another, each as tall as it needs to be.

    Signals:
        opened: one was asked to be opened; carries what it is about.
    """

    opened = Signal(object)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self, theme.Role.PLAIN)
        self.activated.connect(lambda index: self.opened.emit(self.lines.lines[index.row()].about))

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show sentences; what was current stays so where it is still there."""
        before = self.currentIndex()
        about = self.lines.lines[before.row()].about if before.isValid() else None
        self.lines.set_lines(lines)
        at = next((at for at, line in enumerate(lines) if line.about == about), 0)
        if lines:
            self.setCurrentIndex(self.lines.index(at))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QListView::resizeEvent: another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Override QListView::minimumSizeHint: a few lines, whatever the size of the text."""
        return QSize(theme.scaled(_LEAST), 4 * self.fontMetrics().height())


class _LineDelegate(QStyledItemDelegate):
    """Draws a sentence, on as many lines as it takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, LinesList) else option.rect.width()
        line: Line = index.data(LINE_ROLE)
        room = max(1, width - _indent(option.fontMetrics) - theme.SPACE_SMALL)
        words = option.fontMetrics.boundingRect(QRect(0, 0, room, _TALLEST), _WRAP, line.words)
        return QSize(width, words.height() + theme.SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Override QStyledItemDelegate::paint."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(theme.colour("selection" if has_focus else "hover"))
            painter.setPen(QPen(theme.colour("accent"), 1) if has_focus else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        side = option.fontMetrics.ascent()
        top = option.rect.top() + theme.SPACE // 2
        icons.icon(line.icon, line.ink).paint(
            painter, QRect(option.rect.left() + theme.SPACE_SMALL, top, side, side)
        )
        words = option.rect.adjusted(
            _indent(option.fontMetrics), theme.SPACE // 2, -theme.SPACE_SMALL, -theme.SPACE // 2
        )
        painter.setPen(theme.colour("text"))
        painter.drawText(words, _WRAP, line.words)
        painter.restore()


def _indent(metrics: QFontMetrics) -> int:
    return metrics.ascent() + theme.SPACE_SMALL + theme.SPACE_SMALL
