"""The school year as a strip: courses as bars in lanes, months above them, today as a line.

It is a list of courses that is drawn as a calendar. What Qt knows of lists holds of it: the arrows choose a
bar, Enter opens it, and a screen reader reads each bar by its name and place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QLine,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import month_words, short_day_words
from cpepa_desktop.operations.home import YearCourse
from cpepa_desktop.ui.home.bars import BarsModel, Index, lanes_of
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.stages import stage_badge

Move = QAbstractItemView.CursorAction

_GAP: Final = 2
_LEAST_BAR: Final = 6
_LANES_LEAST: Final = 2
_LANES_WANTED: Final = 4
_MONTHS: Final = 12
_LONGEST_YEAR: Final = 366
_SOME_YEAR: Final = 2000
_BEFORE: Final = frozenset({Stage.PLANNED, Stage.REQUESTED, Stage.AUTHORISED, Stage.IN_SELECTION})
_LOOK_BEFORE: Final = ("surface", "quiet")
_LOOK_AFTER: Final = ("quiet_wash", "line")
_LOOKS: Final = {Stage.RUNNING: ("selection", "accent"), **dict.fromkeys(_BEFORE, _LOOK_BEFORE)}
_STEPS: Final = {
    Move.MoveRight: 1,
    Move.MoveNext: 1,
    Move.MoveLeft: -1,
    Move.MovePrevious: -1,
}


class YearStrip(QListView):
    """The courses of a school year as bars. Arrows choose one, Enter or a double click opens it.

    Signals:
        opened: a course was asked to be opened; carries its code.
    """

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._model = BarsModel()
        self._year = SchoolYear(_SOME_YEAR)
        self._today = self._year.first
        self._bars: list[QRect] = []
        self._names: list[tuple[int, int]] = []
        self._lanes: list[int] = []
        self.setModel(self._model)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self, theme.Role.PLAIN)
        self.activated.connect(lambda index: self.opened.emit(self._model.course(index).code))

    def show_year(self, year: SchoolYear, courses: Sequence[YearCourse], today: date) -> None:
        """Show the courses of a year; the one that was current stays so while it is there."""
        index = self.currentIndex()
        code = self._model.course(index).code if index.isValid() else ""
        self._year, self._today = year, today
        self._model.set_courses(courses)
        count = ngettext("{n} curso", "{n} cursos", len(courses)).format(n=len(courses))
        self.setAccessibleName(_("Cursos de {year}: {count}").format(year=year, count=count))
        self._place_bars()
        place = next((at for at, course in enumerate(courses) if course.code == code), None)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))

    # Where things are -----------------------------------------------------------------------------------

    def x_of(self, day: date) -> int:
        """Return where a day begins, in pixels from the left of the strip."""
        days = (self._year.last - self._year.first).days + 1
        inside = min(max((day - self._year.first).days, 0), days)
        return inside * self.viewport().width() // days

    def name_span(self, row: int) -> tuple[int, int]:
        """Return from where to where the icon and the name of a bar are written, in pixels from the left."""
        return self._names[row]

    def lane_height(self) -> int:
        """Return the height of a lane, in pixels."""
        return self.fontMetrics().height() + theme.SPACE

    def head_height(self) -> int:
        """Return the height of the months above the lanes, in pixels."""
        return self.fontMetrics().height() + theme.SPACE_SMALL

    def visualRect(self, index: Index, /) -> QRect:
        """Override QListView::visualRect."""
        if not index.isValid() or index.row() >= len(self._bars):
            return QRect()
        return self._bars[index.row()].translated(0, self.head_height() - self.verticalOffset())

    def indexAt(self, point: QPoint, /) -> QModelIndex:
        """Override QListView::indexAt."""
        if point.y() > self.head_height():
            for row in range(len(self._bars)):
                if self.visualRect(self._model.index(row)).contains(point):
                    return self._model.index(row)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
        /,
    ) -> None:
        """Override QListView::scrollTo."""
        if not index.isValid() or index.row() >= len(self._bars):
            return
        bar, offset = self._bars[index.row()], self.verticalOffset()
        room = self.viewport().height() - self.head_height()
        least = bar.bottom() + _GAP - room
        self.verticalScrollBar().setValue(min(max(offset, least), bar.top()))

    def verticalOffset(self) -> int:
        """Override QListView::verticalOffset."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Override QListView::horizontalOffset: the year is always whole."""
        return 0

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        """Override QListView::moveCursor: left and right by time, up and down by lane."""
        count, row = len(self._bars), self.currentIndex().row()
        if not count:
            return QModelIndex()
        if row < 0 or action is Move.MoveHome:
            return self._model.index(0)
        if action is Move.MoveEnd:
            return self._model.index(count - 1)
        if action in _STEPS:
            return self._model.index(min(max(row + _STEPS[action], 0), count - 1))
        return self._model.index(self._nearest_in_lane(row, up=action in {Move.MoveUp, Move.MovePageUp}))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag, /) -> None:
        """Override QListView::setSelection: one bar at a time."""
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, _selection: object, /) -> QRegion:
        """Override QListView::visualRegionForSelection: the strip is small, all of it is drawn again."""
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        """Override QListView::updateGeometries."""
        room = self.viewport().height() - self.head_height()
        content = (max(self._lanes, default=-1) + 1) * self.lane_height()
        self.verticalScrollBar().setRange(0, max(0, content - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.verticalScrollBar().setSingleStep(self.lane_height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QListView::resizeEvent."""
        super().resizeEvent(event)
        self._place_bars()

    def sizeHint(self) -> QSize:
        """Override QListView::sizeHint: a few lanes under the months."""
        return self._size(_LANES_WANTED)

    def minimumSizeHint(self) -> QSize:
        """Override QListView::minimumSizeHint: room for the names of the months."""
        return self._size(_LANES_LEAST)

    def _size(self, lanes: int) -> QSize:
        names = (month_words(month) for month in self._months())
        month = max(map(self.fontMetrics().horizontalAdvance, names)) + theme.SPACE_TIGHT
        return QSize(month * _MONTHS, self.head_height() + lanes * self.lane_height() + _GAP)

    def _place_bars(self) -> None:
        """Give each course its bar. A name longer than its bar stands beside it, in the same lane."""
        spans = []
        for course in self._model.courses:
            left = self.x_of(course.first)
            spans.append((left, max(self.x_of(course.last + timedelta(days=1)), left + _LEAST_BAR)))
        names = [
            self._room_for_name(course, *span)
            for course, span in zip(self._model.courses, spans, strict=True)
        ]
        self._lanes = lanes_of(
            [
                (min(left, first), max(right, last))
                for (left, right), (first, last) in zip(spans, names, strict=True)
            ]
        )
        self._names = names
        height = self.lane_height()
        self._bars = [
            QRect(left, lane * height + _GAP, right - left, height - 2 * _GAP)
            for lane, (left, right) in zip(self._lanes, spans, strict=True)
        ]
        self.updateGeometries()
        self.viewport().update()

    def _room_for_name(self, course: YearCourse, left: int, right: int) -> tuple[int, int]:
        """Return from where to where the icon and the name of a bar go: in it, after it, or before it."""
        metrics, gap = self.fontMetrics(), theme.SPACE_TIGHT
        needed = metrics.ascent() + gap + metrics.horizontalAdvance(course.code)
        if left + theme.SPACE_SMALL + needed + gap <= right:
            return left + theme.SPACE_SMALL, right - gap
        if right + gap + needed <= self.viewport().width():
            return right + gap, right + gap + needed
        return left - gap - needed, left - gap

    def _nearest_in_lane(self, row: int, *, up: bool) -> int:
        lane = self._lanes[row] + (-1 if up else 1)
        middle = self._bars[row].center().x()
        near = [
            (abs(bar.center().x() - middle), at)
            for at, bar in enumerate(self._bars)
            if self._lanes[at] == lane
        ]
        return min(near, default=(0, row))[1]

    # Drawing --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Override QListView::paintEvent."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = self._today_chip()
        self._paint_months(painter, chip)
        if chip is not None:
            self._paint_today(painter, chip)
        painter.setClipRect(self.viewport().rect().adjusted(0, self.head_height(), 0, 0))
        for row, course in enumerate(self._model.courses):
            bar = self.visualRect(self._model.index(row))
            if bar.bottom() >= event.rect().top() and bar.top() <= event.rect().bottom():
                self._paint_bar(painter, course, bar, is_current=row == self.currentIndex().row())
                first, last = self.name_span(row)
                self._paint_name(painter, course, QRect(first, bar.top(), last - first, bar.height()))
        painter.setClipping(False)
        if not self._model.courses:
            painter.setPen(theme.colour("quiet"))
            area = self.viewport().rect().adjusted(0, self.head_height(), 0, 0)
            words = _("Ningún curso en {year}").format(year=self._year)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _paint_months(self, painter: QPainter, chip: QRect | None) -> None:
        head, bottom = self.head_height(), self.viewport().height()
        for month in self._months():
            left = self.x_of(month)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(left, head if left else bottom, left, bottom)
            painter.setPen(theme.colour("quiet"))
            width = self.fontMetrics().horizontalAdvance(month_words(month))
            area = QRect(left + theme.SPACE_TIGHT, 0, width, head)
            if chip is not None and chip.intersects(area):
                continue
            painter.drawText(
                area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, month_words(month)
            )
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QLine(0, head, self.viewport().width(), head))

    def _months(self) -> list[date]:
        days = (self._year.first + timedelta(days=n) for n in range(_LONGEST_YEAR))
        return [day for day in days if day.day == 1 and day <= self._year.last]

    def _paint_bar(self, painter: QPainter, course: YearCourse, bar: QRect, *, is_current: bool) -> None:
        ground, edge = _LOOKS.get(course.stage, _LOOK_AFTER)
        pen = QPen(theme.colour("accent" if is_current else edge), 2 if is_current else 1)
        if course.stage in _BEFORE and not is_current:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("hover" if is_current and self.hasFocus() else ground))
        outline = QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, theme.SPACE_TIGHT, theme.SPACE_TIGHT)

    def _paint_name(self, painter: QPainter, course: YearCourse, area: QRect) -> None:
        """Draw the icon of the stage, the code, and as much of the title as there is room for."""
        metrics = self.fontMetrics()
        side = metrics.ascent()
        icon = QRect(area.left(), area.center().y() - side // 2, side, side)
        ink = "accent" if course.stage is Stage.RUNNING else "quiet"
        icons.icon(stage_badge(course.stage).icon, ink).paint(painter, icon)
        room = area.adjusted(side + theme.SPACE_TIGHT, 0, 0, 0)
        words = course.code
        if room.width() > metrics.horizontalAdvance(f"{course.code} · m\N{HORIZONTAL ELLIPSIS}"):
            whole = f"{course.code} · {course.title}"
            words = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _today_chip(self) -> QRect | None:
        """Return where today is named among the months, ``None`` where it is of another year."""
        if not self._year.touches(self._today, self._today):
            return None
        width = self.fontMetrics().horizontalAdvance(self._today_words()) + 2 * theme.SPACE_SMALL
        left = self.x_of(self._today) - width // 2
        left = min(max(0, left), max(0, self.viewport().width() - width))
        return QRect(left, 2, width, self.head_height() - 4)

    def _today_words(self) -> str:
        return _("hoy, {day}").format(day=short_day_words(self._today))

    def _paint_today(self, painter: QPainter, chip: QRect) -> None:
        at = self.x_of(self._today)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(at, self.head_height(), at, self.viewport().height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(chip, theme.SPACE_TIGHT, theme.SPACE_TIGHT)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._today_words())
