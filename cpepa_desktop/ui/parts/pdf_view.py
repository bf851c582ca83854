"""A paper on screen: its pages, zoom, search and text, from bytes and never from a file left on the disk.

Its keys work only while the paper has the focus: elsewhere Ctrl+PgDn goes to the next tab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QModelIndex,
    QObject,
    QPointF,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import row_of

_STEP: Final = 1.25
_LEAST: Final = 0.25
_MOST: Final = 5.0
_PERCENT: Final = 100
_PERCENTS: Final = (50, 75, 100, 125, 150, 200, 300)
_SEARCH_FIGURES: Final = 14
_PAGE_FIGURES: Final = 6

Zoom = QPdfView.ZoomMode


class PdfView(QWidget):
    """Shows one PDF with pages and zoom, finds words in it and copies its text, all of it by keyboard."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._found = QPdfSearchModel(self)
        self._found.setDocument(self._document)
        self.view = QPdfView(self)
        self.view.setObjectName(f"{name}_view")
        self.view.setAccessibleName(title)
        self.view.setDocument(self._document)
        self.view.setSearchModel(self._found)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(Zoom.FitToWidth)
        self.view.viewport().installEventFilter(self)
        self.page_box = self._make_page_box(name)
        self.zoom_box = self._make_zoom_box(name)
        self.search_box = self._make_search_box(name)
        self._pages = self._quiet(f"{name}_pages")
        self._matches = self._quiet(f"{name}_matches")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(flow_of(self._tools(name)))
        layout.addWidget(self.view, 1)
        self._add_shortcut("0", f"{name}_fit_shortcut", self.fit_width, self.view)
        self._add_shortcut("1", f"{name}_whole_shortcut", self.fit_page, self.view)
        self._add_shortcut("Ctrl+F", f"{name}_find", self._enter_search, self)
        self._add_shortcut("F3", f"{name}_find_next", self.find_next, self)
        self._add_shortcut("Shift+F3", f"{name}_find_previous", self.find_previous, self)
        self.view.pageNavigator().currentPageChanged.connect(self._say_page)
        self.view.zoomFactorChanged.connect(self._say_zoom)
        self._found.countChanged.connect(self._go_to_first_match)
        self._say_page()
        self._say_zoom()

    def show_pdf(self, data: bytes) -> None:
        """Show the paper whose bytes are ``data``; nothing where there are none."""
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._say_page()
        self._say_matches()

    # Pages ----------------------------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """Return how many pages the paper has."""
        return max(self._document.pageCount(), 0)

    @property
    def page(self) -> int:
        """Return the page on screen, from 1."""
        return self.view.pageNavigator().currentPage() + 1

    def go_to(self, page: int) -> None:
        """Show a page, from 1; the nearest one where there is none of that number."""
        at = min(max(page, 1), max(self.page_count, 1))
        self.view.pageNavigator().jump(at - 1, QPointF())

    def next_page(self) -> None:
        """Show the next page."""
        self.go_to(self.page + 1)

    def previous_page(self) -> None:
        """Show the page before."""
        self.go_to(self.page - 1)

    # Zoom -----------------------------------------------------------------------------------------------

    def zoom_to(self, factor: float) -> None:
        """Show the paper at ``factor`` of its size; 1 is that of the sheet."""
        self.view.setZoomMode(Zoom.Custom)
        self.view.setZoomFactor(min(max(factor, _LEAST), _MOST))
        self._say_zoom()

    def zoom_in(self) -> None:
        """Make the paper larger."""
        self.zoom_to(self.view.zoomFactor() * _STEP)

    def zoom_out(self) -> None:
        """Make the paper smaller."""
        self.zoom_to(self.view.zoomFactor() / _STEP)

    def fit_width(self) -> None:
        """Make the paper as wide as the view."""
        self.view.setZoomMode(Zoom.FitToWidth)
        self._say_zoom()

    def fit_page(self) -> None:
        """Show a whole page."""
        self.view.setZoomMode(Zoom.FitInView)
        self._say_zoom()

    # Text -----------------------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Look for words in the paper and show the first place that has them."""
        self._found.setSearchString(words)
        self._say_matches()

    def find_next(self) -> None:
        """Show the next place that has the words looked for, the first one after the last."""
        self._show_match(self.view.currentSearchResultIndex() + 1)

    def find_previous(self) -> None:
        """Show the place before."""
        self._show_match(self.view.currentSearchResultIndex() - 1)

    @property
    def match_count(self) -> int:
        """Return how many places have the words looked for."""
        return self._found.rowCount(QModelIndex()) if self.search_box.text() else 0

    def copied_text(self) -> str:
        """Return the text of the page on screen."""
        return self._document.getAllText(self.page - 1).text() if self.page_count else ""

    def copy_page(self) -> None:
        """Put the text of the page on screen on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied_text())

    # What it is made of ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Override QObject::eventFilter: Ctrl and the wheel zoom."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return True
        return super().eventFilter(watched, event)

    def _tools(self, name: str) -> list[QWidget]:
        def tool(key: str, icon: str, words: str, keys: str, slot: Callable[[], None]) -> QToolButton:
            made = QToolButton()
            made.setObjectName(f"{name}_{key}")
            made.setAccessibleName(words)
            made.setIcon(icons.icon(icon))
            made.setToolTip(with_keys(words, keys))
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.clicked.connect(slot)
            self._add_shortcut(keys, f"{name}_{key}_shortcut", slot, self.view)
            return made

        pages = [
            tool("previous", "up", _("Página anterior"), "Ctrl+PgUp", self.previous_page),
            self.page_box,
            self._pages,
            tool("next", "down", _("Página siguiente"), "Ctrl+PgDown", self.next_page),
        ]
        zoom = [
            tool("out", "zoom-out", _("Reducir"), "-", self.zoom_out),
            self.zoom_box,
            tool("in", "zoom-in", _("Ampliar"), "+", self.zoom_in),
        ]
        copy = tool("copy", "copy", _("Copiar el texto de la página"), "Ctrl+C", self.copy_page)
        zooms = _together(f"{name}_zoom_tools", zoom)
        return [_together(f"{name}_page_tools", pages), self.search_box, zooms, copy, self._matches]

    def _make_page_box(self, name: str) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName(f"{name}_page")
        box.setAccessibleName(_("Página"))
        box.setToolTip(_("Página: escriba su número"))
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(box.fontMetrics().averageCharWidth() * _PAGE_FIGURES)
        box.returnPressed.connect(self._take_typed_page)
        return box

    def _make_zoom_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"{name}_zoom")
        box.setAccessibleName(_("Tamaño del documento"))
        box.setToolTip(_("Tamaño del documento: «+» y «-» lo cambian, 0 lo ajusta al ancho y 1 a la página"))
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItem(_("Ancho de página"), Zoom.FitToWidth)
        box.addItem(_("Página entera"), Zoom.FitInView)
        for percent in _PERCENTS:
            box.addItem(_percent_words(percent), percent)
        box.activated.connect(self._choose_zoom)
        line = box.lineEdit()
        if line is not None:
            line.setObjectName(f"{name}_zoom_typed")
            line.setAccessibleName(box.accessibleName())
            line.returnPressed.connect(self._take_typed_zoom)
        return box

    def _make_search_box(self, name: str) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName(f"{name}_search")
        box.setAccessibleName(_("Buscar en el documento"))
        box.setPlaceholderText(_("Buscar (Ctrl+F)"))
        box.setToolTip(with_keys(_("Buscar en el documento; el siguiente"), "F3"))
        box.setClearButtonEnabled(True)
        box.setMinimumWidth(box.fontMetrics().averageCharWidth() * _SEARCH_FIGURES)
        box.textChanged.connect(self.search)
        box.returnPressed.connect(self.find_next)
        return box

    def _quiet(self, name: str) -> QLabel:
        made = theme.label("", name, theme.Role.QUIET)
        made.setWordWrap(False)
        made.setMinimumHeight(self.page_box.sizeHint().height())  # in the middle of its line
        return made

    def _add_shortcut(self, keys: str, name: str, slot: Callable[[], None], owner: QWidget) -> None:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        owner.addAction(action)

    # What it says ---------------------------------------------------------------------------------------

    def _say_page(self) -> None:
        self.page_box.setText(str(self.page) if self.page_count else "")
        self.page_box.setEnabled(self.page_count > 1)
        total = _("de {total}").format(total=self.page_count)
        self._pages.setText(total if self.page_count else _("Sin páginas"))

    def _say_zoom(self) -> None:
        mode = self.view.zoomMode()
        with QSignalBlocker(self.zoom_box):
            if mode is Zoom.Custom:
                self.zoom_box.setEditText(_percent_words(round(self.view.zoomFactor() * _PERCENT)))
            else:
                self.zoom_box.setCurrentIndex(self.zoom_box.findData(mode))

    def _take_typed_page(self) -> None:
        typed = self.page_box.text().strip()
        if typed.isdecimal():
            self.go_to(int(typed))
        self._say_page()

    def _choose_zoom(self, at: int) -> None:
        chosen = self.zoom_box.itemData(at)
        if isinstance(chosen, int) and not isinstance(chosen, Zoom):
            self.zoom_to(chosen / _PERCENT)
        else:
            self.view.setZoomMode(chosen)
            self._say_zoom()

    def _take_typed_zoom(self) -> None:
        typed = self.zoom_box.currentText().replace("%", "").strip()
        if typed.isdecimal():
            self.zoom_to(int(typed) / _PERCENT)
        else:
            self._say_zoom()

    def _enter_search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _go_to_first_match(self) -> None:
        if self.match_count and self.view.currentSearchResultIndex() < 0:
            self._show_match(0)
        self._say_matches()

    def _show_match(self, at: int) -> None:
        if not self.match_count:
            return
        at %= self.match_count
        link = self._found.resultAtIndex(at)
        self.view.setCurrentSearchResultIndex(at)
        self.view.pageNavigator().jump(link.page(), link.location(), self.view.pageNavigator().currentZoom())
        self._say_matches()

    def _say_matches(self) -> None:
        if not self.search_box.text():
            self._matches.setText("")
            return
        at, total = self.view.currentSearchResultIndex() + 1, self.match_count
        if at and total:
            words = _("{at} de {total}").format(at=at, total=total)
        else:
            words = ngettext("{n} vez", "{n} veces", total).format(n=total)
        self._matches.setText(words)


def _percent_words(percent: int) -> str:
    return f"{percent} %"


def _together(name: str, widgets: Sequence[QWidget]) -> QWidget:
    """Return widgets that stay on one line whatever the width."""
    made = QWidget()
    made.setObjectName(name)
    layout = row_of(widgets, stretch_at_end=False)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_TIGHT)
    made.setLayout(layout)
    return made
