"""Where a person types: a line with its unit inside, a box of several lines.

Ctrl+Z in them takes back what was typed since they were filled. Where nothing was, they leave the key to the
window, which takes back the last operation; so does Ctrl+Y.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cpepa_desktop.ui.parts import icons, theme

_EDGE: Final = 10
"""From the unit to the border of its line."""


class Line(QLineEdit):
    """A line that shows its unit at its right end, as what is typed is counted in.

    One that searches shows a glass at its left end, which grows with the text.
    """

    def __init__(self, *, searches: bool = False) -> None:
        super().__init__()
        self._unit = ""
        self._glass = icons.icon("search", "quiet") if searches else None
        self._make_room()

    @property
    def unit(self) -> str:
        """Return the unit shown."""
        return self._unit

    def set_unit(self, unit: str) -> None:
        """Show a unit, and keep what is typed off it."""
        self._unit = unit
        self._make_room()

    def event(self, event: QEvent, /) -> bool:
        """Override QWidget::event: the keys of undo are the window's while there is nothing typed."""
        if _is_left_to_the_window(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Override QWidget::paintEvent."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._glass is not None:
            side = theme.scaled(theme.ICON)
            self._glass.paint(painter, _EDGE, (self.height() - side) // 2, side, side)
        if self._unit:
            painter.setPen(theme.colour("quiet"))
            room = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit)

    def _make_room(self) -> None:
        taken = self.fontMetrics().horizontalAdvance(self._unit) + _EDGE if self._unit else 0
        glass = theme.scaled(theme.ICON) + theme.SPACE_TIGHT if self._glass is not None else 0
        self.setTextMargins(glass, 0, taken, 0)


class TextBox(QPlainTextEdit):
    """A text of several lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent, /) -> bool:
        """Override QWidget::event: the keys of undo are the window's while there is nothing typed."""
        document = self.document()
        if _is_left_to_the_window(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


def _is_left_to_the_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Say whether a key is that of an undo or a redo which the editor has nothing for.

    A shortcut of the window is tried only where the widget with the focus does not claim the key first.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(QKeySequence.StandardKey.Undo) and not undo) or (
        event.matches(QKeySequence.StandardKey.Redo) and not redo
    )
