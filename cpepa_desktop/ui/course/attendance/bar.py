"""The lines over the week: which week, the jump line, and in which order which of its people stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.attendance.columns import PeopleOrder
from cpepa_desktop.ui.course.attendance.jump import is_whole
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.keys import with_keys

_JUMP_FIGURES: Final = 14
_FILTER_FIGURES: Final = 16


class JumpLine(QWidget):
    """«Salto: 7x a». What is whole is done at once; Enter does the rest; it stays open for the next.

    Signals:
        jumped: something is to be done; carries what was typed.
        left: the keyboard is to go back to the week.
    """

    jumped = Signal(str)
    left = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("attendance_jump")
        self.line = _JumpEdit()
        self.line.setObjectName("attendance_jump_line")
        self.line.setAccessibleName(_("Salto"))
        self.line.setPlaceholderText(_("7x a"))
        self.line.setToolTip(
            with_keys(_("Número, día y qué anotar: 7x a, 7x2 a, 7 l-v a, 7* a, x 2:30"), "Ctrl+G")
        )
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * _JUMP_FIGURES)
        self.line.textEdited.connect(self._look)
        self.line.returnPressed.connect(self._take)
        self.line.left.connect(self.left)
        label = QLabel(_("Salto:"))
        label.setObjectName("attendance_jump_label")
        label.setBuddy(self.line)
        self.said = theme.label("", "attendance_jump_said", theme.Role.QUIET)
        self.said.setWordWrap(False)
        self.said.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        for widget in (label, self.line, self.said):
            layout.addWidget(widget)
        action = QAction(_("Salto"), owner)
        action.setObjectName("attendance_go_jump")
        action.setShortcut("Ctrl+G")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.open)
        owner.addAction(action)

    def open(self) -> None:
        """Bring the keyboard here."""
        self.line.setFocus()
        self.line.selectAll()

    def say(self, words: str) -> None:
        """Say beside the line what was done or why nothing was, and be ready for the next."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def _look(self, words: str) -> None:
        if is_whole(words):
            self._take()

    def _take(self) -> None:
        words = self.line.text().strip()
        if words:
            self.jumped.emit(words)
        else:
            self.left.emit()


class _JumpEdit(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Override QLineEdit::keyPressEvent: Escape goes back to the week."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PeopleBar(QWidget):
    """Which people of the week are shown, and in which order.

    Signals:
        changed: another order or other words were chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_people")
        self.order = QComboBox()
        self.order.setObjectName("attendance_order")
        self.order.setAccessibleName(_("Orden de las personas"))
        self.order.setToolTip(_("Orden de las personas"))
        for order in PeopleOrder:
            self.order.addItem(order.label, order)
        self.order.activated.connect(self.changed)
        self.words = QLineEdit()
        self.words.setObjectName("attendance_filter")
        self.words.setAccessibleName(_("Buscar a una persona"))
        self.words.setPlaceholderText(_("Nombre o número"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(self.fontMetrics().averageCharWidth() * _FILTER_FIGURES)
        self.words.textChanged.connect(lambda _words: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        layout.addWidget(self.order)
        layout.addWidget(self.words)

    def chosen(self) -> tuple[PeopleOrder, str]:
        """Return the order and the words looked for."""
        return PeopleOrder(self.order.currentData()), self.words.text()

    def clear(self) -> None:
        """Show everybody by number again."""
        with QSignalBlocker(self.words), QSignalBlocker(self.order):
            self.words.clear()
            self.order.setCurrentIndex(0)
