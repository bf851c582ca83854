"""The line of share against time on screen: what is reached, what still may be, and the limit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cpepa_desktop.domain.pictures import ShareLine, SharePoint
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words, month_words
from cpepa_desktop.ui.parts import theme

_PERCENTS: Final = (0, 25, 50, 100)
_WHOLE: Final = 100
_LINES_TALL: Final = 12
_LETTERS_WIDE: Final = 60
_MONTHS: Final = 12
_SCALE: Final = "100 %"


def percent_words(line: ShareLine, minutes: int) -> str:
    """Return minutes as a share of the base: «91,4 %»."""
    return f"{line.percent(minutes):.1f} %".replace(".", ",").replace(",0 %", " %")


def point_words(line: ShareLine, point: SharePoint) -> str:
    """Return where a share stood on a day, in words."""
    message = _("{day}: alcanzado {reached} ({hours}), alcanzable {reachable}")
    return message.format(
        day=day_words(point.day),
        reached=percent_words(line, point.reached),
        hours=hours_words(point.reached),
        reachable=percent_words(line, point.reachable),
    )


def line_words(line: ShareLine) -> str:
    """Return all that the picture shows, in words."""
    if not line.points:
        return _("Todavía no se ha impartido ninguna clase.")
    message = _("Alcanzado {reached} de {base}; alcanzable {reachable}; límite {required}.").format(
        reached=percent_words(line, line.reached),
        base=hours_words(line.base),
        reachable=percent_words(line, line.reachable),
        required=percent_words(line, line.required),
    )
    if line.impossible_from is None:
        return message
    last = _("Si falta a todo desde hoy, es imposible desde el {day}.")
    return f"{message} {last.format(day=day_words(line.impossible_from))}"


class SharePlot(QLabel):
    """The line, painted. The arrows walk its days, Home and End go to the first and the last.

    It is a label to Qt: that gives it a role, and who hears the screen its words.

    Signals:
        rested: a day is the current one; carries it in words.
    """

    rested = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Línea de asistencia"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._line: ShareLine | None = None
        self._at = -1

    def show_line(self, line: ShareLine | None) -> None:
        """Show a line, on its last day."""
        self._line = line
        self._at = len(line.points) - 1 if line else -1
        self.setAccessibleDescription(line_words(line) if line else "")
        self.update()

    def current(self) -> SharePoint | None:
        """Return the day that the keyboard is on."""
        return self._line.points[self._at] if self._line and self._at >= 0 else None

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: room that grows with the text."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LETTERS_WIDE, metrics.lineSpacing() * _LINES_TALL)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return self.sizeHint() / 2

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QWidget::keyPressEvent: walk the days."""
        last = len(self._line.points) - 1 if self._line else -1
        steps = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(wanted, last))
        self._say()
        self.update()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Override QWidget::focusInEvent: say where the keyboard is."""
        super().focusInEvent(event)
        self._say()

    def _say(self) -> None:
        point = self.current()
        if self._line is not None and point is not None:
            words = point_words(self._line, point)
            self.setAccessibleDescription(f"{words}. {line_words(self._line)}")
            self.rested.emit(words)

    # Painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        line = self._line
        if line is None or line.first is None or line.last is None or not line.points:
            painter.setPen(theme.colour("quiet"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, line_words(line) if line else "")
            return
        field = _Field(self, line, line.first, line.last)
        _paint_scale(painter, field)
        _paint_lines(painter, field)
        if self.hasFocus() and (point := self.current()) is not None:
            painter.setPen(QPen(theme.colour("accent"), 2))
            spot = QPointF(field.across(point.day), field.down(point.reached))
            painter.drawEllipse(spot, theme.SPACE_TIGHT + 1, theme.SPACE_TIGHT + 1)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class _Field:
    """Where days and minutes stand inside the widget, with room for the words around them."""

    def __init__(self, plot: QWidget, line: ShareLine, first: date, last: date) -> None:
        metrics = plot.fontMetrics()
        self.line = line
        self.first, self.last = first, last
        self.text = metrics.height()
        self.names = [
            _("Límite {percent}").format(percent=percent_words(line, line.required)),
            _("Alcanzable {percent}").format(percent=percent_words(line, line.reachable)),
            _("Alcanzado {percent}").format(percent=percent_words(line, line.reached)),
        ]
        widest = max(metrics.horizontalAdvance(name) for name in self.names)
        self.left = float(metrics.horizontalAdvance(_SCALE) + 2 * theme.SPACE_SMALL)
        self.right = max(self.left + 1.0, float(plot.width() - widest - 2 * theme.SPACE_SMALL))
        self.top = float(theme.SPACE_SMALL + self.text // 2)
        self.bottom = max(self.top + 1.0, float(plot.height() - self.text - theme.SPACE_SMALL))

    def across(self, day: date) -> float:
        """Return how far from the left a day stands."""
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def down(self, minutes: int) -> float:
        """Return how far from the top some minutes stand."""
        return self.height_of(float(self.line.percent(minutes)))

    def height_of(self, percent: float) -> float:
        """Return how far from the top a share stands."""
        return self.bottom - (self.bottom - self.top) * percent / _WHOLE

    def months(self) -> list[date]:
        """Return the first day of each month, the first one that of the line."""
        first = self.first.year * _MONTHS + self.first.month
        last = self.last.year * _MONTHS + self.last.month
        later = [date((n - 1) // _MONTHS, (n - 1) % _MONTHS + 1, 1) for n in range(first + 1, last + 1)]
        return [self.first, *later]


def _paint_scale(painter: QPainter, field: _Field) -> None:
    for percent in _PERCENTS:
        down = field.height_of(percent)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(field.left, down), QPointF(field.right, down))
        painter.setPen(theme.colour("quiet"))
        place = QRectF(0, down - field.text / 2, field.left - theme.SPACE_SMALL, field.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent} %")
    edge = 0.0
    for month in field.months():
        across, words = field.across(month), month_words(month)
        if across >= edge:  # a month cut short would run into the next one's name
            painter.drawText(QPointF(across, field.bottom + field.text), words)
            edge = across + painter.fontMetrics().horizontalAdvance(f"{words} ")


def _paint_lines(painter: QPainter, field: _Field) -> None:
    line = field.line
    limit, best, reached = field.down(line.required), field.down(line.reachable), field.down(line.reached)
    painter.setPen(QPen(theme.colour("danger"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(field.left, limit), QPointF(field.right, limit))
    if line.impossible_from is not None and field.first <= line.impossible_from <= field.last:
        across = field.across(line.impossible_from)
        painter.setPen(QPen(theme.colour("danger"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(across, field.top), QPointF(across, field.bottom))
        words = _("imposible desde aquí")
        painter.drawText(QPointF(across + theme.SPACE_TIGHT, field.bottom - theme.SPACE_TIGHT), words)
    painter.setPen(QPen(theme.colour("quiet"), 1.5))
    start = QPointF(field.left, field.down(line.base))
    ways = [QPointF(field.across(point.day), field.down(point.reachable)) for point in line.points]
    painter.drawPolyline(QPolygonF([start, *ways, QPointF(field.right, best)]))
    painter.setPen(QPen(theme.colour("accent"), 3))
    won = [QPointF(field.across(point.day), field.down(point.reached)) for point in line.points]
    painter.drawPolyline(QPolygonF([QPointF(field.left, field.down(0)), *won]))
    colours = ("danger", "text", "accent")
    for name, down, colour in zip(
        field.names, _apart([limit, best, reached], field.text), colours, strict=True
    ):
        painter.setPen(theme.colour(colour))
        place = QRectF(field.right + theme.SPACE_SMALL, down - field.text / 2, field.right, field.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _apart(wanted: Sequence[float], least: float) -> list[float]:
    """Return heights in the same order from the top, none nearer than ``least`` to the next."""
    placed = list(wanted)
    ordered = sorted(range(len(placed)), key=lambda at: placed[at])
    for before, at in pairwise(ordered):
        placed[at] = max(placed[at], placed[before] + least)
    return placed
