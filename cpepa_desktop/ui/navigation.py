"""The places of the window, at its left: one list walked by arrows, or gone to by Ctrl and a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel
from cpepa_desktop.ui.year_switch import YearSwitch

_WIDTH: Final = 196
_NAME = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the list."""

    name: str
    words: str
    icon: str


class Navigation(QFrame):
    """The list of places, under the name of the centre and over the school year.

    Signals:
        chosen: the person chose a place; carries its name.
    """

    chosen = Signal(str)

    def __init__(self, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.setObjectName("navigation_frame")
        self._stops = {stop.name: stop for stop in stops}
        self._centre = theme.label("", "navigation_centre", theme.Role.STRONG)
        self._sample = BadgeLabel(
            "navigation_sample", Badge(_("Datos de muestra"), "info", theme.Wash.WARNING)
        )
        self._sample.setToolTip(_("Las personas de este archivo son inventadas."))
        self._list = QListWidget()
        self._list.setObjectName("navigation")
        self._list.setAccessibleName(_("Secciones"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_WithCount(self._list))
        theme.set_role(self._list, theme.Role.NAVIGATION)
        for at, stop in enumerate(stops, start=1):
            self._list.addItem(_item(stop, at))
        self.years = YearSwitch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_SMALL, theme.SPACE_LARGE, theme.SPACE_SMALL, theme.SPACE_SMALL)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._centre)
        layout.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.years)
        theme.set_role(self, theme.Role.NAVIGATION)
        self._fit()
        self._list.currentItemChanged.connect(self._choose)

    def say_centre(self, name: str, *, is_sample: bool) -> None:
        """Show whose file is open."""
        self._centre.setText(name)
        self._sample.setVisible(is_sample)

    def say_counts(self, waiting: Mapping[str, int]) -> None:
        """Show beside each place how many things wait there; nothing beside one where none does."""
        for at in range(self._list.count()):
            item = self._list.item(at)
            count = waiting.get(str(item.data(_NAME)), 0)
            stop = self._stops[str(item.data(_NAME))]
            words = ngettext("{page}, {n} cosa pendiente", "{page}, {n} cosas pendientes", count)
            item.setData(_COUNT, count)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                words.format(page=stop.words, n=count) if count else stop.words,
            )

    def show_stop(self, name: str) -> None:
        """Mark the place where the window is, without going there again."""
        with QSignalBlocker(self._list):
            for at in range(self._list.count()):
                if self._list.item(at).data(_NAME) == name:
                    self._list.setCurrentRow(at)

    def changeEvent(self, event: QEvent, /) -> None:
        """Override QWidget::changeEvent: a larger text needs a wider list."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme.scaled(_WIDTH))
        size = theme.scaled(icons.NORMAL)
        self._list.setIconSize(QSize(size, size))

    def _choose(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(str(current.data(_NAME)))


class _WithCount(QStyledItemDelegate):
    """Paints at the right of a place how many things wait there."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        """Override QStyledItemDelegate::paint."""
        super().paint(painter, option, index)
        if not index.data(_COUNT):
            return
        words = str(index.data(_COUNT))
        text_width = option.fontMetrics.horizontalAdvance(words)
        height = option.fontMetrics.height()
        place = QRect(0, 0, max(text_width + theme.SPACE, height), height)
        place.moveCenter(option.rect.center())
        place.moveRight(option.rect.right() - theme.SPACE_SMALL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warning_wash"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(theme.colour("warning"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def _item(stop: Stop, at: int) -> QListWidgetItem:
    item = QListWidgetItem(icons.icon(stop.icon), stop.words)
    item.setData(_NAME, stop.name)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, stop.words)
    item.setToolTip(_("{page} (Ctrl+{number})").format(page=stop.words, number=at))
    return item
