"""The papers of a course on screen: what can be printed over what was issued, and at the right the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperKind, PaperView
from cpepa_desktop.ui.course.papers.columns import issued_columns, kind_columns
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.form import scrolled
from cpepa_desktop.ui.parts.page import button, row_of
from cpepa_desktop.ui.parts.pdf_view import PdfView
from cpepa_desktop.ui.parts.table import TablePanel

_LEFT_FIGURES: Final = 72
_LEAST_FIGURES: Final = 36
_ISSUED_HEIGHT: Final = 150
_WIDE: Final = 10_000


class PapersView(TabView):
    """What can be printed, what was printed, and the paper chosen.

    Signals:
        kind_chosen: a document to print became the current one; carries it.
        week_chosen: another week was chosen; carries its place in the list.
        issued_chosen: an issued paper became the current one; carries it.
        print_wanted: the document chosen is to be printed to a file.
        save_wanted, mark_wanted: about an issued paper; carry it.
    """

    kind_chosen = Signal(object)
    week_chosen = Signal(int)
    issued_chosen = Signal(object)
    print_wanted = Signal()
    save_wanted = Signal(object)
    mark_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("course_papers", _("Documentos"))
        self.kinds: TablePanel[PaperKind] = TablePanel(
            "course_papers_kinds",
            _("Documentos que se pueden imprimir"),
            kind_columns(),
            key=lambda kind: kind.name,
            filtered=False,
        )
        self.week = QComboBox()
        self.week.setObjectName("course_papers_week")
        self.week.setAccessibleName(_("Semana del documento"))
        self._week_label = QLabel(_("Semana"))
        self._week_label.setObjectName("course_papers_week_label")
        self._week_label.setBuddy(self.week)
        self.missing = Banner("course_papers_missing")
        self.print = button(
            "course_papers_print",
            _("Imprimir a fichero…"),
            icon="print",
            shortcut="Ctrl+P",
            primary=True,
            owner=self,
        )
        self.issued: TablePanel[PaperView] = TablePanel(
            "course_papers_issued",
            _("Documentos emitidos"),
            issued_columns(),
            key=lambda each: each.paper.id,
            filtered=False,
            empty=EmptyState("course_papers_none", _("Todavía no se ha impreso ninguno."), icon="papers"),
        )
        self.issued.setMinimumHeight(_ISSUED_HEIGHT)
        self.save = button(
            "course_papers_save", _("Reimprimir…"), icon="save", shortcut="Ctrl+Shift+P", owner=self
        )
        self.mark = button(
            "course_papers_mark", _("Anotar envío…"), icon="send", shortcut="Ctrl+M", owner=self
        )
        self.caption = theme.label("", "course_papers_caption", theme.Role.STRONG)
        self.story = theme.label("", "course_papers_story", theme.Role.QUIET)
        self.preview = PdfView("course_papers_preview", _("Vista del documento"))
        self._connect()
        self.set_body(self._body())
        self.setFocusProxy(self.kinds.view)
        self.settle()

    def offer_kinds(self, kinds: Sequence[PaperKind]) -> None:
        """Offer these documents."""
        self.kinds.set_rows(kinds)
        view = self.kinds.view
        line, head = view.verticalHeader().defaultSectionSize(), view.horizontalHeader().sizeHint().height()
        self.kinds.setFixedHeight(head + line * len(kinds) + theme.SPACE_LARGE)

    def offer_weeks(self, words: Sequence[str], at: int) -> None:
        """Offer these weeks, on the one at ``at``."""
        with QSignalBlocker(self.week):
            self.week.clear()
            self.week.addItems(list(words))
            self.week.setCurrentIndex(at)

    def ask_week(self, *, is_weekly: bool) -> None:
        """Ask for the week, or for none."""
        self.week.setVisible(is_weekly)
        self._week_label.setVisible(is_weekly)

    def say_missing(self, words: str) -> None:
        """Say which items would print empty, or take the notice away."""
        if words:
            self.missing.say(words, theme.Wash.WARNING)
        else:
            self.missing.clear()

    def show_issued(self, papers: Sequence[PaperView]) -> None:
        """Show the papers issued."""
        self.issued.set_rows(papers)
        self.settle()

    def show_paper(self, caption: str, story: str, data: bytes) -> None:
        """Show a paper, what it is, and what was done with it."""
        self.caption.setText(caption)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        self.preview.show_pdf(data)

    def settle(self) -> None:
        """Offer the commands that make sense for what is chosen."""
        has_paper = self.issued.current_row() is not None
        self.save.setEnabled(has_paper)
        self.mark.setEnabled(has_paper)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose_kind)
        self.kinds.view.clicked.connect(lambda _index: self._choose_kind(self.kinds.current_row()))
        self.kinds.opened.connect(lambda _kind: self.print_wanted.emit())
        self.week.activated.connect(self.week_chosen)
        self.print.clicked.connect(self.print_wanted)
        self.issued.chosen.connect(self._choose_issued)
        self.issued.view.clicked.connect(lambda _index: self._choose_issued(self.issued.current_row()))
        self.issued.opened.connect(self.save_wanted)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.issued.current_row()))
        self.mark.clicked.connect(lambda: self.mark_wanted.emit(self.issued.current_row()))

    def _choose_kind(self, kind: PaperKind | None) -> None:
        if kind is not None:
            self.kind_chosen.emit(kind)

    def _choose_issued(self, paper: PaperView | None) -> None:
        self.settle()
        if paper is not None:
            self.issued_chosen.emit(paper)

    def _body(self) -> QSplitter:
        week = QHBoxLayout()
        week.setSpacing(theme.SPACE_SMALL)
        week.addWidget(self._week_label)
        week.addWidget(self.week, 1)
        left = QWidget()
        left.setObjectName("course_papers_left")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.SPACE, 0)
        column.setSpacing(theme.SPACE_SMALL)
        column.addWidget(theme.label(_("Imprimir"), "course_papers_print_title", theme.Role.STRONG))
        column.addWidget(self.kinds)
        column.addLayout(week)
        column.addWidget(self.missing)
        column.addLayout(row_of([self.print]))
        column.addSpacing(theme.SPACE)
        column.addWidget(theme.label(_("Emitidos"), "course_papers_issued_title", theme.Role.STRONG))
        column.addWidget(self.issued, 1)
        column.addLayout(flow_of([self.save, self.mark]))
        right = QWidget()
        right.setObjectName("course_papers_right")
        page = QVBoxLayout(right)
        page.setContentsMargins(theme.SPACE, 0, 0, 0)
        page.setSpacing(theme.SPACE_SMALL)
        page.addWidget(self.caption)
        page.addWidget(self.story)
        page.addWidget(self.preview, 1)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setObjectName("course_papers_body")
        body.setChildrenCollapsible(False)
        area = scrolled(left, "course_papers_scroll")
        area.setMinimumHeight(0)
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_FIGURES)
        body.addWidget(area)
        body.addWidget(right)
        body.setSizes([self.fontMetrics().averageCharWidth() * _LEFT_FIGURES, _WIDE])
        body.setStretchFactor(1, 1)
        return body
