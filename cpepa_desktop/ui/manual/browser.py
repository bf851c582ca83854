"""The page of the manual on screen: Qt's own rendering of Markdown in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.manual.book import INDEX, anchor_of, resource
from cpepa_desktop.ui.parts import theme

_MARKDOWN: Final = QTextDocument.ResourceType.MarkdownResource
_SCHEME: Final = "manual:/"
_LINE_HEIGHT: Final = 125
_WHOLE: Final = QTextLength(QTextLength.Type.PercentageLength, 100)


class ManualBrowser(QTextBrowser):
    """Shows one page and remembers those before; links lead to pages, headings and nowhere outside.

    ``text_of`` gives the Markdown of a page by its file name.
    """

    def __init__(self, text_of: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("manual_text")
        self.setAccessibleName(_("Texto del manual"))
        self.setOpenExternalLinks(False)
        self._text_of = text_of
        self._wanted: tuple[str, ...] = ()

    def open(self, place: str) -> None:
        """Show a page, or the heading of one: «archivo.md#comprobar»."""
        self.setSource(QUrl(f"{_SCHEME}{place}"), _MARKDOWN)

    @property
    def page(self) -> str:
        """Return the file name of the page on screen."""
        return self.source().path().removeprefix("/") or INDEX

    def mark(self, typed: str) -> None:
        """Show where the words typed stand in the page; accents and capitals do not count."""
        self._wanted = tuple(folded(typed).split())
        self._mark_words()

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """Override QTextBrowser::loadResource: everything comes from the shipped manual."""
        path = self.source().resolved(QUrl(name)).path().removeprefix("/")
        if kind == _MARKDOWN.value:
            return self._text_of(path)
        return QImage.fromData(resource(path))

    def doSetSource(self, name: QUrl | str, /, _kind: QTextDocument.ResourceType = _MARKDOWN) -> None:
        """Override QTextBrowser::doSetSource: dress the page, and go to the heading of a link."""
        url = QUrl(name)
        if not url.path().endswith(".md"):
            return
        is_other = url.path() != self.source().path() or self.document().isEmpty()
        super().doSetSource(url, _MARKDOWN)
        if is_other:
            self._dress()
        if url.hasFragment():
            self._go_to_heading(url.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def changeEvent(self, event: QEvent, /) -> None:
        """Override QWidget::changeEvent: a page takes on the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.source().isEmpty():
            at = self.verticalScrollBar().value()
            self.reload()
            self._dress()
            self.verticalScrollBar().setValue(at)

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the page on screen, as links name them."""
        return tuple(anchor_of(block.text()) for block in self._blocks() if _level(block))

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _go_to_heading(self, anchor: str) -> None:
        for block in self._blocks():
            if _level(block) and anchor_of(block.text()) == anchor:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - theme.SPACE)
                return

    def _dress(self) -> None:
        """Give the page on screen its measures and colours; Qt leaves both to the reader."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(theme.SPACE_SECTION)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        for block in self._blocks():
            _dress_block(block)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_words()

    def _mark_words(self) -> None:
        wash = QTextCharFormat()
        wash.setBackground(theme.colour("warning_wash"))
        wash.setForeground(theme.colour("text"))
        wash.setFontUnderline(True)
        marks = []
        for block in self._blocks() if self._wanted else ():
            for start, length in _found(block.text(), self._wanted):
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
                mark.cursor = cursor
                mark.format = wash
                marks.append(mark)
        self.setExtraSelections(marks)


def _found(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text: start and length."""
    plain = "".join(folded(sign) or sign for sign in text)
    if len(plain) != len(text):  # a sign that folds into several: its places are no longer those of the text
        return
    for word in wanted:
        at = plain.find(word)
        while at >= 0:
            yield at, len(word)
            at = plain.find(word, at + len(word))


def _level(block: QTextBlock) -> int:
    return int(block.blockFormat().headingLevel())


def _dress_table(table: QTextTable) -> None:
    made = table.format().toTableFormat()
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderBrush(theme.colour("line"))
    made.setCellPadding(theme.SPACE_SMALL - 2)
    made.setCellSpacing(0)
    made.setWidth(_WHOLE)
    made.setTopMargin(theme.SPACE_SMALL)
    made.setBottomMargin(theme.SPACE)
    table.setFormat(made)
    shade = QTextCharFormat()
    shade.setBackground(theme.colour("quiet_wash"))
    for column in range(table.columns()):
        table.cellAt(0, column).setFormat(shade)


def _dress_block(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    pieces = _pieces(block)
    spaced = QTextBlockFormat()
    if not any(found.isImageFormat() for _start, _length, found in pieces):
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level := _level(block):
        spaced.setTopMargin(0 if level == 1 else theme.SPACE_SECTION)
        spaced.setBottomMargin(theme.SPACE_SMALL)
    elif block.textList() is not None:
        spaced.setBottomMargin(theme.SPACE_TIGHT)
    cursor.mergeBlockFormat(spaced)
    for start, length, found in pieces:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(found)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return what of a block gets another format: pictures no wider than the page, keys and code washed."""
    made: list[tuple[int, int, QTextCharFormat]] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        has = piece.charFormat()
        if has.isImageFormat():
            image = QTextImageFormat(has.toImageFormat())
            image.setMaximumWidth(_WHOLE)
            made.append((piece.position(), piece.length(), image))
        elif has.property(QTextFormat.Property.FontFixedPitch):
            washed = QTextCharFormat()
            washed.setBackground(theme.colour("quiet_wash"))
            made.append((piece.position(), piece.length(), washed))
        pieces += 1
    return made
