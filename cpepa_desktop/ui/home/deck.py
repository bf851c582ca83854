"""Cards side by side while there is room for their words, and one under another where there is not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from cpepa_desktop.ui.parts import theme


class DeckLayout(QLayout):
    """Gives every widget the same size, in as many columns as ``least`` pixels each leave room for.

    ``least`` is a measure of the base text: a larger text makes fewer columns.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._least = least
        self.setSpacing(theme.SPACE)
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
        """Override QLayout::expandingDirections: it takes what there is."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def columns(self, width: int) -> int:
        """Return how many widgets stand side by side in a width."""
        fitting = (width + self.spacing()) // (theme.scaled(self._least) + self.spacing())
        return max(1, min(fitting, len(self._items)))

    def hasHeightForWidth(self) -> bool:
        """Override QLayout::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Override QLayout::heightForWidth."""
        return self._height(width, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumHeightForWidth(self, width: int, /) -> int:
        """Override QLayout::minimumHeightForWidth."""
        return self._height(width, max((item.minimumSize().height() for item in self._items), default=0))

    def setGeometry(self, rect: QRect, /) -> None:
        """Override QLayout::setGeometry."""
        super().setGeometry(rect)
        columns = self.columns(rect.width())
        width, height = self._shares(rect, columns)
        for at, item in enumerate(self._items):
            row, column = divmod(at, columns)
            left = rect.x() + column * (width + self.spacing())
            item.setGeometry(QRect(left, rect.y() + row * (height + self.spacing()), width, height))

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint: everything side by side."""
        widths = theme.scaled(self._least) * len(self._items) + self.spacing() * (len(self._items) - 1)
        return QSize(widths, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize: one widget."""
        smallest = QSize()
        for item in self._items:
            smallest = smallest.expandedTo(item.minimumSize())
        return smallest

    def _rows(self, columns: int) -> int:
        return -(-len(self._items) // columns)

    def _height(self, width: int, each: int) -> int:
        rows = self._rows(self.columns(width))
        return rows * each + (rows - 1) * self.spacing()

    def _shares(self, rect: QRect, columns: int) -> tuple[int, int]:
        rows = self._rows(columns)
        width = (rect.width() - (columns - 1) * self.spacing()) // columns
        return width, (rect.height() - (rows - 1) * self.spacing()) // rows
