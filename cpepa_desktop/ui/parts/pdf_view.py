"""A paper on screen: its pages, zoom and page number, from bytes and never from a file left on the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme

_STEP: Final = 1.25
_LEAST: Final = 0.25
_MOST: Final = 5.0
_PERCENT: Final = 100


class PdfView(QWidget):
    """Shows one PDF with its pages and a zoom, all of it by keyboard too."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setObjectName(f"{name}_view")
        self.view.setAccessibleName(title)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._page_words = theme.label("", f"{name}_page", theme.Role.QUIET)
        self._page_words.setWordWrap(False)
        self._zoom_words = theme.label("", f"{name}_zoom", theme.Role.QUIET)
        self._zoom_words.setWordWrap(False)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(theme.SPACE_TIGHT)
        self._fill_bar(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(self._bar)
        layout.addWidget(self.view, 1)
        self.view.pageNavigator().currentPageChanged.connect(self._say_page)
        self.view.zoomFactorChanged.connect(self._say_zoom)
        self._say_page()
        self._say_zoom()

    def show_pdf(self, data: bytes) -> None:
        """Show the paper whose bytes are ``data``; nothing where there are none."""
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._say_page()

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

    def zoom(self, factor: float) -> None:
        """Make the paper larger or smaller by ``factor``."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * factor, _LEAST), _MOST))

    def zoom_in(self) -> None:
        """Make the paper larger."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Make the paper smaller."""
        self.zoom(1 / _STEP)

    def fit_width(self) -> None:
        """Make the paper as wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._say_zoom()

    def next_page(self) -> None:
        """Show the next page."""
        self.go_to(self.page + 1)

    def previous_page(self) -> None:
        """Show the page before."""
        self.go_to(self.page - 1)

    def _fill_bar(self, name: str) -> None:
        keys = QKeySequence.StandardKey
        tools = (
            ("previous", "up", _("Página anterior"), QKeySequence("Ctrl+PgUp"), self.previous_page),
            ("next", "down", _("Página siguiente"), QKeySequence("Ctrl+PgDown"), self.next_page),
            ("out", "zoom-out", _("Reducir"), QKeySequence(keys.ZoomOut), self.zoom_out),
            ("in", "zoom-in", _("Ampliar"), QKeySequence(keys.ZoomIn), self.zoom_in),
            ("fit", "fit-width", _("Ajustar al ancho"), QKeySequence("Ctrl+0"), self.fit_width),
        )
        for at, (key, icon, words, shortcut, slot) in enumerate(tools):
            made = QToolButton()
            made.setObjectName(f"{name}_{key}")
            made.setAccessibleName(words)
            made.setIcon(icons.icon(icon))
            made.setToolTip(f"{words} ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})")
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.clicked.connect(slot)
            self._add_shortcut(shortcut, f"{name}_{key}_shortcut", slot)
            self._bar.addWidget(made)
            if at == 1:
                self._bar.addWidget(self._page_words)
                self._bar.addSpacing(theme.SPACE)
        self._bar.addWidget(self._zoom_words)
        self._bar.addStretch(1)

    def _add_shortcut(self, keys: QKeySequence, name: str, slot: Callable[[], None]) -> None:
        # Only while the paper has the focus: elsewhere Ctrl+PgDown goes to the next tab.
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)

    def _say_page(self) -> None:
        words = _("Página {n} de {total}").format(n=self.page, total=self.page_count)
        self._page_words.setText(words if self.page_count else _("Sin páginas"))

    def _say_zoom(self) -> None:
        fits = self.view.zoomMode() != QPdfView.ZoomMode.Custom
        percent = round(self.view.zoomFactor() * _PERCENT)
        self._zoom_words.setText(_("Ancho de página") if fits else f"{percent} %")
