"""A strip above a page or a form that says something without stopping the person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme

ICONS = {
    theme.Wash.OK: "ok",
    theme.Wash.WARNING: "warning",
    theme.Wash.DANGER: "no",
    theme.Wash.QUIET: "info",
}


class Banner(QFrame):
    """Word, icon and wash of a notice. Hidden while there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = theme.label("", f"{name}_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._icon = icons.icon_label("info", "quiet", icons.NORMAL)
        close = QToolButton()
        close.setObjectName(f"{name}_close")
        close.setAccessibleName(_("Cerrar el aviso"))
        close.setToolTip(_("Cerrar el aviso"))
        close.setIcon(icons.icon("close", "quiet"))
        close.clicked.connect(self.clear)
        self._run: Callable[[], object] | None = None
        self._act = QPushButton()
        self._act.setObjectName(f"{name}_act")
        self._act.setAccessibleName(_("Atender el aviso"))
        self._act.setAutoDefault(False)
        self._act.clicked.connect(self._do)
        self._act.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE_SMALL, theme.SPACE_SMALL, theme.SPACE_SMALL)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._act)
        layout.addWidget(close)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, nothing where nothing is."""
        return self._words.text()

    def say(
        self,
        words: str,
        wash: theme.Wash = theme.Wash.QUIET,
        *,
        act: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a notice. ``act`` has the words of a button beside it, and what it does."""
        self._words.setText(words)
        self._act.setVisible(act is not None)
        if act is not None:
            label, self._run = act
            self._act.setText(label)
            self._act.setAccessibleName(label)
        token = "quiet" if wash is theme.Wash.QUIET else wash.value
        self._icon.show_icon(ICONS[wash], token)
        self.setProperty("wash", wash.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(words)
        self.show()

    def _do(self) -> None:
        if self._run is not None:
            self._run()

    def clear(self) -> None:
        """Take the notice away."""
        self._words.clear()
        self.hide()
