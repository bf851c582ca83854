"""Room for a page where a small screen or a large text leaves little of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTabWidget, QWidget


class PageScroll(QScrollArea):
    """Gives a page the whole room there is, and scrolls where that is less than the least it needs.

    Unlike an area with a resizable widget it goes by the least size of a page and not by the one it would
    like best: tables inside a page scroll by themselves first.

    Attributes:
        page: what it gives room to.

    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"{page.objectName()}_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = page
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QScrollArea::resizeEvent."""
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Override QScrollArea::eventFilter: the page asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.page:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        least = self._least(room.width())
        if least.height() > room.height():  # the bar that comes takes some of the width
            least = self._least(room.width() - self.verticalScrollBar().sizeHint().width())
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self.page.resize(room.expandedTo(least))

    def _least(self, width: int) -> QSize:
        """Return the least size of the page where it is given that width."""
        layout = self.page.layout()
        if layout is None:
            return self.page.minimumSizeHint()
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least.setHeight(layout.totalMinimumHeightForWidth(max(width, least.width())))
        return least


def room_for_current(tabs: QTabWidget) -> None:
    """Let only the tab on screen say how much room it needs at least, now and whenever another one is."""

    def give(current: int) -> None:
        for at in range(tabs.count()):
            wanted = QSizePolicy.Policy.Preferred if at == current else QSizePolicy.Policy.Ignored
            tab = tabs.widget(at)
            if tab is not None:
                tab.setSizePolicy(wanted, wanted)

    tabs.currentChanged.connect(give)
    give(tabs.currentIndex())
