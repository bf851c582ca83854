"""The line under a table: what its columns add up to, each under its own column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table.view import TableView

_PADDING: Final = 11
"""As far from its edge as the words of a heading."""


class TotalsRow(QFrame):
    """A caption and the totals, painted where the columns of ``view`` stand; nothing while there are none.

    A column too narrow for its total shows it in the tooltip, as the accessible name says all of them.
    """

    def __init__(self, name: str, view: TableView) -> None:
        super().__init__()
        self.setObjectName(name)
        self._view = view
        self._caption = ""
        self._totals: dict[int, str] = {}
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.setFont(bold)
        header = view.horizontalHeader()
        for moved in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            moved.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        self.hide()

    def show_totals(self, caption: str, totals: Mapping[int, str], sentence: str) -> None:
        """Show what the columns add up to, by column. ``sentence`` says it all to who cannot see."""
        self._caption = caption
        self._totals = dict(totals)
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.setVisible(bool(totals))
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        height = max(theme.row_height(), self.fontMetrics().height() + 2 * theme.SPACE_TIGHT)
        return QSize(theme.row_height(), height)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setPen(theme.colour("text"))
        for column, words in self._totals.items():
            if not self._view.isColumnHidden(column):
                alignment = self._view.model().headerData(
                    column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
                )
                self._write(painter, self._place(column), Qt.AlignmentFlag(alignment), words)
        painter.setPen(theme.colour("quiet"))
        self._write(painter, self._room_of_caption(), Qt.AlignmentFlag.AlignVCenter, self._caption)

    def _write(self, painter: QPainter, room: QRect, alignment: Qt.AlignmentFlag, words: str) -> None:
        inner = room.adjusted(_PADDING, 0, -_PADDING, 0)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, alignment | Qt.AlignmentFlag.AlignVCenter, shown)

    def _place(self, column: int) -> QRect:
        header = self._view.horizontalHeader()
        left = self._view.frameWidth() + header.sectionViewportPosition(column)
        return QRect(left, 0, header.sectionSize(column), self.height())

    def _room_of_caption(self) -> QRect:
        """Return the room from the left edge to the first total."""
        lefts = [self._place(at).left() for at in self._totals if not self._view.isColumnHidden(at)]
        return QRect(0, 0, max(min(lefts, default=self.width()), 0), self.height())
