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
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if settle:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()


def flow_of(widgets: Iterable[QWidget]) -> FlowLayout:
    """Return widgets one after the other, on as many lines as they need."""
    layout = FlowLayout()
    for widget in widgets:
        layout.addWidget(widget)
    return layout
