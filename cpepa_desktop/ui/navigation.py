"""The places of the window, at its left: one list walked by arrows, or gone to by Ctrl and a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel

_WIDTH: Final = 196
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the list."""

    name: str
    words: str
    icon: str


class Navigation(QFrame):
    """The list of places, under the name of the centre.

    Signals:
        chosen: the person chose a place; carries its name.
    """

    chosen = Signal(str)

    def __init__(self, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.setObjectName("navigation_frame")
        self.setFixedWidth(_WIDTH)
        self._centre = theme.label("", "navigation_centre", theme.Role.STRONG)
        self._sample = BadgeLabel(
            "navigation_sample", Badge(_("Datos de muestra"), "info", theme.Wash.WARNING)
        )
        self._sample.setToolTip(_("Las personas de este archivo son inventadas."))
        self._list = QListWidget()
        self._list.setObjectName("navigation")
        self._list.setAccessibleName(_("Secciones"))
        self._list.setIconSize(QSize(icons.NORMAL, icons.NORMAL))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self._list, theme.Role.NAVIGATION)
        for at, stop in enumerate(stops, start=1):
            self._list.addItem(_item(stop, at))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_SMALL, theme.SPACE_LARGE, theme.SPACE_SMALL, theme.SPACE_SMALL)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._centre)
        layout.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._list, 1)
        theme.set_role(self, theme.Role.NAVIGATION)
        self._list.currentItemChanged.connect(self._choose)

    def say_centre(self, name: str, *, is_sample: bool) -> None:
        """Show whose file is open."""
        self._centre.setText(name)
        self._sample.setVisible(is_sample)

    def show_stop(self, name: str) -> None:
        """Mark the place where the window is, without going there again."""
        with QSignalBlocker(self._list):
            for at in range(self._list.count()):
                if self._list.item(at).data(_NAME) == name:
                    self._list.setCurrentRow(at)

    def _choose(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(str(current.data(_NAME)))


def _item(stop: Stop, at: int) -> QListWidgetItem:
    item = QListWidgetItem(icons.icon(stop.icon), stop.words)
    item.setData(_NAME, stop.name)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, stop.words)
    item.setToolTip(_("{page} (Ctrl+{number})").format(page=stop.words, number=at))
    return item
