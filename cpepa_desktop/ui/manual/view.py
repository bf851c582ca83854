"""The window of the manual: contents and search at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.manual.book import INDEX, find, manual
from cpepa_desktop.ui.manual.browser import ManualBrowser
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.page import button, row_of

_PLACE: Final = Qt.ItemDataRole.UserRole
_FIGURES: Final = 130
_SHAPE: Final = 0.66
_CONTENTS_FIGURES: Final = 32
_WIDE: Final = 10_000


class ManualWindow(QDialog):
    """Shows the manual beside the work. Alt+Left and Alt+Right go through the pages seen."""

    def __init__(self, text_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("manual_window")
        self.setWindowTitle(_("Manual"))
        self.setAccessibleName(_("Manual"))
        self._take_size()
        self.search = QLineEdit()
        self.search.setObjectName("manual_search")
        self.search.setAccessibleName(_("Buscar en el manual"))
        self.search.setPlaceholderText(_("Buscar en el manual (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.contents = QListWidget()
        self.contents.setObjectName("manual_contents")
        self.contents.setAccessibleName(_("Contenido del manual"))
        self.contents.setWordWrap(True)
        theme.set_role(self.contents, theme.Role.NAVIGATION)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = theme.label("", "manual_count", theme.Role.QUIET)
        self.browser = ManualBrowser(text_of)
        self.back = button("manual_back", _("Atrás"), icon="left")
        self.forward = button("manual_forward", _("Adelante"), icon="right")
        self.home = button("manual_home", _("Índice"), icon="summary")
        self._lay_out()
        self._connect()
        self._list_pages()

    def open(self, place: str) -> None:  # type: ignore[override]  # QDialog's own opens it modal: not here
        """Show a page, or the heading of one, and the window in front."""
        self.browser.open(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def look_for(self, typed: str) -> None:
        """List the sections that have these words; every page where there are none."""
        self.browser.mark(typed)
        if not typed.strip():
            self._list_pages()
            return
        hits = find(manual(), typed)
        self.contents.clear()
        for hit in hits:
            where = hit.page.title
            if hit.section is not hit.page.sections[0]:
                where = f"{where} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} {hit.section.heading}"
            self._add(f"{where}\n{hit.excerpt}", hit.place)
        self.count.setText(
            ngettext("{n} apartado", "{n} apartados", len(hits)).format(n=len(hits))
            if hits
            else _("Nada con esas palabras. Pruebe con otra.")
        )
        self.contents.setCurrentRow(0 if hits else -1)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Override QObject::eventFilter: from the search, the arrows choose and Enter opens."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = min(max(self.contents.currentRow() + step, 0), self.contents.count() - 1)
                self.contents.setCurrentRow(row)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open_item(self.contents.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _take_size(self) -> None:
        """Be wide enough for a line of text to be read with ease, and no wider than the screen."""
        room = self.screen().availableSize()
        width = min(self.fontMetrics().averageCharWidth() * _FIGURES, room.width())
        self.resize(width, min(round(width * _SHAPE), room.height()))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setObjectName("manual_left")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_SMALL)
        column.addWidget(self.search)
        column.addWidget(self.count)
        column.addWidget(self.contents, 1)
        right = QWidget()
        right.setObjectName("manual_right")
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.SPACE_SMALL)
        page.addLayout(row_of([self.back, self.forward, self.home]))
        page.addWidget(self.browser, 1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("manual_sides")
        sides.setChildrenCollapsible(False)
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([self.fontMetrics().averageCharWidth() * _CONTENTS_FIGURES, _WIDE])
        sides.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE,) * 4)
        layout.addWidget(sides)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.look_for)
        self.contents.itemActivated.connect(self._open_item)
        self.contents.itemClicked.connect(self._open_item)
        self.browser.sourceChanged.connect(lambda url: self._say_where(url.path().removeprefix("/")))
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.browser.backward)
        self.forward.clicked.connect(self.browser.forward)
        self.home.clicked.connect(lambda: self.browser.open(INDEX))
        for pressed, keys in ((self.back, "Alt+Left"), (self.forward, "Alt+Right"), (self.home, "Alt+Home")):
            self._give_keys(pressed.accessibleName(), keys, pressed.click)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            pressed.setToolTip(f"{pressed.accessibleName()} ({native})")
        for pressed in (self.back, self.forward):
            pressed.setEnabled(False)
        self._give_keys(self.search.accessibleName(), "Ctrl+F", self._start_search)

    def _give_keys(self, words: str, keys: str, act: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    def _start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _list_pages(self) -> None:
        self.contents.clear()
        for page in manual():
            self._add(page.title, page.name)
        self.count.setText(_("Contenido"))
        self._say_where(self.browser.page)

    def _add(self, words: str, place: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, place)
        self.contents.addItem(item)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.browser.open(str(item.data(_PLACE)))

    def _say_where(self, page: str) -> None:
        """Choose the page on screen in the contents, and name it in the title."""
        title = next((each.title for each in manual() if each.name == page), "")
        is_within = title and page != INDEX
        self.setWindowTitle(_("{page} - Manual").format(page=title) if is_within else _("Manual"))
        for row in range(self.contents.count()):
            if not self.search.text() and self.contents.item(row).data(_PLACE) == page:
                self.contents.setCurrentRow(row)
