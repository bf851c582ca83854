"""How a day of a month is drawn: its number, then a line for each thing on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.planning.calendar.days import Bar, DayCell

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which a model gives the `DayCell` of a place."""
LEAST_BARS: Final = 2
"""How many lines every day has room for."""
SATURDAY: Final = 5
_RIGHT: Final = Qt.TextElideMode.ElideRight


class DayDelegate(QStyledItemDelegate):
    """Draws a day: its number, then a line for each course and each reason why there is no class."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:  # noqa: ARG002 - Qt's own
        """Override QStyledItemDelegate::sizeHint."""
        line = option.fontMetrics.height() + theme.SPACE_TIGHT
        return QSize(option.fontMetrics.horizontalAdvance("00/000 00:00"), (LEAST_BARS + 1) * line)

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
        is_off = not cell.in_month or cell.day.weekday() >= SATURDAY
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
