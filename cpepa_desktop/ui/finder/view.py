"""The palette: one line to type, and under it what it may mean, by kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.finder.columns import Group, Line
from cpepa_desktop.ui.parts import fields, icons, theme

_LETTERS_WIDE: Final = 110
_ROWS_HIGH: Final = 16
_OF_WINDOW: Final = 0.9
_OF_WIDTH: Final = 0.66
_LINE: Final = Qt.ItemDataRole.UserRole
_TITLE, _DETAIL, _KEYS = range(3)
_MOVES: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_CHOOSES: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FinderDialog(QDialog):
    """Asks what one looks for. The keyboard stays in the line; arrows walk what was found, Enter takes it.

    Signals:
        typed: what is looked for changed; carries it.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Buscar")
        self.setObjectName("finder_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.chosen: Line | None = None
        self.box = fields.Line(searches=True)
        self.box.setObjectName("finder_box")
        self.box.setAccessibleName(_("Buscar personas, cursos, documentos y órdenes"))
        self.box.setPlaceholderText(_("Nombre, documento, curso, papel u orden…"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self.typed)
        self.box.installEventFilter(self)
        self.list = _results()
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(self._announce)
        self._nothing = theme.label(
            _("Nada se llama así. Pruebe con menos letras, con el documento o con el código del curso."),
            "finder_nothing",
            theme.Role.QUIET,
        )
        self._hint = theme.label(
            _("↑ ↓ para elegir · Intro para ir · Esc para cerrar"), "finder_hint", theme.Role.QUIET
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.box)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
        layout.addStretch()
        layout.addWidget(self._hint)
        self._fit()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what was found and make the first of it the current one."""
        self.list.clear()
        for group in groups:
            self._add(group)
        self._share_width()
        self.list.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        first = self.list.topLevelItem(1)  # after its heading
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.scrollToTop()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Override QObject::eventFilter: what moves and what takes goes from the line to the list."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _CHOOSES:
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QDialog::resizeEvent."""
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent, /) -> None:
        """Override QDialog::showEvent."""
        super().showEvent(event)
        self._share_width()

    def _fit(self) -> None:
        """Take the size that the text needs and the window allows, near its top."""
        metrics = self.fontMetrics()
        wanted = QSize(
            metrics.averageCharWidth() * _LETTERS_WIDE, (metrics.lineSpacing() + theme.SPACE) * _ROWS_HIGH
        )
        window = self.parentWidget()
        self.resize(wanted.boundedTo(window.size() * _OF_WINDOW) if window is not None else wanted)

    def _share_width(self) -> None:
        """Give the keys and the titles what they need, and the details what is left."""
        width = self.list.viewport().width()
        keys = self.list.sizeHintForColumn(_KEYS)
        title = min(self.list.sizeHintForColumn(_TITLE) + theme.SPACE_LARGE, round(width * _OF_WIDTH))
        for column, wanted in ((_TITLE, title), (_DETAIL, width - title - keys), (_KEYS, keys)):
            self.list.setColumnWidth(column, max(0, wanted))

    def _add(self, group: Group) -> None:
        heading = QTreeWidgetItem([group.heading])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrows pass over it
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        heading.setFont(_TITLE, bold)
        heading.setSizeHint(_TITLE, QSize(0, self.fontMetrics().lineSpacing() + theme.SPACE))
        self.list.addTopLevelItem(heading)
        heading.setFirstColumnSpanned(True)
        self.list.addTopLevelItems([_item(line) for line in group.lines])

    def _take(self, item: QTreeWidgetItem | None) -> None:
        line = item.data(_TITLE, _LINE) if item is not None else None
        if isinstance(line, Line):
            self.chosen = line
            self.accept()

    def _announce(self, item: QTreeWidgetItem | None) -> None:
        """Tell screen readers which line is the current one: the keyboard is not there."""
        line = item.data(_TITLE, _LINE) if item is not None else None
        self.box.setAccessibleDescription(line.spoken if isinstance(line, Line) else "")
        if isinstance(line, Line):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, line.spoken))


def _item(line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem([line.title, line.detail, line.keys])
    item.setData(_TITLE, _LINE, line)
    item.setData(_TITLE, Qt.ItemDataRole.AccessibleTextRole, line.spoken)
    item.setIcon(_TITLE, line.icon)
    item.setToolTip(_TITLE, line.title)
    item.setToolTip(_DETAIL, line.detail)
    item.setTextAlignment(_KEYS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in (_DETAIL, _KEYS):
        item.setForeground(column, theme.colour("quiet"))
    return item


def _results() -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("finder_results")
    made.setAccessibleName(_("Resultados"))
    made.setColumnCount(3)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setItemsExpandable(False)
    made.setIndentation(0)
    made.setUniformRowHeights(True)  # as high as the first, which has the room of the others too
    made.setAllColumnsShowFocus(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setIconSize(QSize(theme.scaled(icons.SMALL), theme.scaled(icons.SMALL)))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return made
