"""What stands where there is nothing to show: what is missing and the next step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.ui.parts import icons, theme

_WIDTH: Final = 440


class EmptyState(QWidget):
    """An icon, a sentence and, where there is a next step, the button that takes it.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(self, name: str, sentence: str, *, action: str = "", icon: str = "empty") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(sentence)
        words = theme.label(sentence, f"{name}_sentence", theme.Role.QUIET)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(theme.scaled(_WIDTH))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.SPACE)
        layout.addStretch(2)
        layout.addWidget(icons.icon_label(icon, "quiet", icons.LARGE), 0, Qt.AlignmentFlag.AlignHCenter)
        # No alignment: an aligned widget gets no height for its width, and its sentence would be cut.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, _WIDTH)  # as wide as it may, before the stretches on both sides get any
        middle.addStretch(1)
        layout.addLayout(middle)
        self.words = words
        if action:
            button = QPushButton(action)
            button.setObjectName(f"{name}_action")
            button.setAccessibleName(action)
            theme.set_role(button, theme.Role.PRIMARY)
            button.clicked.connect(self.acted)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
