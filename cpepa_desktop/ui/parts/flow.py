"""Widgets one after the other, on as many lines as they need: nothing is cut where the text is large."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from cpepa_desktop.ui.parts import theme


class FlowLayout(QLayout):
    """Lays its widgets out as words in a paragraph, each as large as it asks to be."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(theme.SPACE_SMALL)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Override QLayout::addItem."""
        self._items.append(item)

    def count(self) -> int:
        """Override QLayout::count."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Override QLayout::itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Override QLayout::takeAt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayout::expandingDirections: it takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayout::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Override QLayout::heightForWidth."""
        return self._flow(QRect(0, 0, width, 0), settle=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Override QLayout::setGeometry."""
        super().setGeometry(rect)
        self._flow(rect, settle=True)

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint: everything on one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize: the widest widget alone on its line."""
        smallest = QSize()
        for item in self._shown():
            smallest = smallest.expandedTo(item.sizeHint())
        return smallest

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, rect: QRect, *, settle: bool) -> int:
        """Place every widget in ``rect``, or only measure. Return the height of all lines."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if settle:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the widgets of each line of a width."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wanted + self.spacing()
        return lines

    def _place(self, line: Iterable[QLayoutItem], area: QRect) -> None:
        """Place the widgets of a line, the lower ones in the middle of its height."""
        x = area.x()
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, area.y() + (area.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()


def flow_of(widgets: Iterable[QWidget]) -> FlowLayout:
    """Return widgets one after the other, on as many lines as they need."""
    layout = FlowLayout()
    for widget in widgets:
        layout.addWidget(widget)
    return layout
