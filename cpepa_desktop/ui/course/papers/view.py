"""The papers of a course on screen: what there should be and how far each has come, beside the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.course_papers import PaperLine
from cpepa_desktop.ui.course.papers.choice import PaperChoice
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.papers.bar import PaperBar
from cpepa_desktop.ui.papers.columns import line_columns
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.pdf_view import PdfView
from cpepa_desktop.ui.parts.table import TablePanel

_LEFT_FIGURES: Final = 88
_LEAST_FIGURES: Final = 36
_WIDE: Final = 10_000
_REST_MS: Final = 80
"""A paper is made anew once the arrows rest on its row, not for each row they pass."""


class PapersView(TabView):
    """The papers of the course that were asked for, and the one chosen.

    Signals:
        rested: the person came to a row and stays on it; carries the row.
        print_wanted: the paper chosen is to be printed to a file.
    """

    rested = Signal(object)
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("course_papers", _("Documentos"))
        self.choice = PaperChoice()
        self.lines: TablePanel[PaperLine] = TablePanel(
            "course_papers_list", _("Documentos del curso"), line_columns(), key=lambda line: line.request
        )
        self.print = button(
            "course_papers_print",
            _("Imprimir a PDF…"),
            icon="print",
            shortcut="Ctrl+P",
            primary=True,
            owner=self,
        )
        self.bar = PaperBar("course_papers", self, before=[self.print])
        self.missing = Banner("course_papers_missing")
        self.caption = theme.label("", "course_papers_caption", theme.Role.STRONG)
        self.story = theme.label("", "course_papers_story", theme.Role.QUIET)
        self.preview = PdfView("course_papers_preview", _("Vista del documento"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.rested.emit(self.lines.current_row()))
        self.lines.chosen.connect(lambda _line: self._rest.start())
        self.lines.opened.connect(lambda _line: self.preview.view.setFocus())
        self.print.clicked.connect(self.print_wanted)
        self.set_body(self._body())
        self.start_at(self.lines.view)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show every paper of the course."""
        self.lines.set_rows(lines)

    def say_missing(self, words: str) -> None:
        """Say what would print empty or has changed since, or take the notice away."""
        if words:
            self.missing.say(words, theme.Wash.WARNING)
        else:
            self.missing.clear()

    def show_paper(self, caption: str, story: str, data: bytes) -> None:
        """Show a paper, what it is, and what was done with it."""
        self._rest.stop()
        self.caption.setText(caption)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        self.preview.show_pdf(data)

    def _body(self) -> QWidget:
        left = QWidget()
        left.setObjectName("course_papers_left")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_SMALL)
        column.addWidget(self.choice)
        column.addWidget(self.lines, 1)
        right = QWidget()
        right.setObjectName("course_papers_right")
        page = QVBoxLayout(right)
        page.setContentsMargins(theme.SPACE, 0, 0, 0)
        page.setSpacing(theme.SPACE_SMALL)
        page.addWidget(self.caption)
        page.addWidget(self.missing)
        page.addWidget(self.preview, 1)
        page.addWidget(self.story)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("course_papers_body")
        sides.setChildrenCollapsible(False)
        figure = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(figure * _LEAST_FIGURES)
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([figure * _LEFT_FIGURES, _WIDE])
        sides.setStretchFactor(1, 1)
        body = QWidget()
        body.setObjectName("course_papers_page")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.SPACE)
        rows.addWidget(self.bar)
        rows.addWidget(sides, 1)
        return body
