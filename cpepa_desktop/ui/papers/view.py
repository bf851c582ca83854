"""The page of papers: the list, the paper chosen as it was issued, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.bar import PaperBar
from cpepa_desktop.ui.papers.columns import columns
from cpepa_desktop.ui.papers.words import story_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import PageView, side_by_side
from cpepa_desktop.ui.parts.pdf_view import PdfView
from cpepa_desktop.ui.parts.table import TablePanel

_SIZES: Final = (620, 420)


class PapersView(PageView):
    """The papers of all courses.

    Signals:
        chosen: another paper is the current one; carries it, or ``None``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("papers", _("Documentos"))
        empty = EmptyState(
            "papers_empty",
            _(
                "Todavía no se ha impreso ningún documento. Los documentos se imprimen desde cada curso y "
                "quedan aquí tal como se emitieron."
            ),
            action=_("Imprimir varios…"),
            icon="papers",
        )
        self.table: TablePanel[PaperView] = TablePanel(
            "papers", _("Documentos emitidos"), columns(), key=lambda each: each.paper.id
        )
        self.preview = PdfView("papers_preview", _("Vista del documento"))
        self.bar = PaperBar("papers", self)
        empty.acted.connect(self.bar.several_asked)
        self._story = theme.label("", "papers_story", theme.Role.QUIET)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _paper: self.preview.view.setFocus())
        side = QWidget()
        side.setObjectName("papers_side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_SMALL)
        column.addWidget(self.preview, 1)
        column.addWidget(self._story)
        body = QWidget()
        body.setObjectName("papers_page")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.SPACE)
        rows.addWidget(self.bar)
        rows.addWidget(side_by_side("papers_body", self.table, side, _SIZES), 1)
        self.set_body(body, empty)
        self._choose(None)

    def show_papers(self, papers: Sequence[PaperView]) -> None:
        """Show the papers issued."""
        self.table.set_rows(papers)
        self.show_empty(empty=not papers)
        self.table.choose_first()

    def _choose(self, paper: PaperView | None) -> None:
        self.bar.offer(paper.paper if paper is not None else None)
        self._story.setText(story_words(paper.paper) if paper is not None else "")
        self.chosen.emit(paper)
