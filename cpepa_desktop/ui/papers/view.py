"""The page of papers: the list, the paper chosen as it was issued, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.papers import Filing, FilingAct
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.columns import act_words, columns, number_words
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, FileField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.page import PageView, side_by_side
from cpepa_desktop.ui.parts.pdf_view import PdfView
from cpepa_desktop.ui.parts.table import TablePanel

_SIZES: Final = (620, 420)


class PapersView(PageView):
    """The papers of all courses.

    Signals:
        chosen: another paper is the current one; carries it, or ``None``.
        save_asked, mark_asked: the person wants the PDF, or to say what was done with it; carry the paper.
    """

    chosen = Signal(object)
    save_asked = Signal(object)
    mark_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("papers", _("Documentos"))
        empty = EmptyState(
            "papers_empty",
            _(
                "Todavía no se ha impreso ningún documento. Los documentos se imprimen desde cada curso y "
                "quedan aquí tal como se emitieron."
            ),
            icon="papers",
        )
        self.table = TablePanel("papers", _("Documentos emitidos"), columns(), key=lambda each: each.paper.id)
        self.preview = PdfView("papers_preview", _("Vista del documento"))
        self._story = theme.label("", "papers_story", theme.Role.QUIET)
        self._save = self.add_action("papers_save", _("Reimprimir…"), icon="print", shortcut="Ctrl+P")
        self._mark = self.add_action(
            "papers_mark", _("Anotar envío…"), icon="send", shortcut="Ctrl+M", primary=True
        )
        self._save.setToolTip(_("Guardar el documento tal como se emitió (Ctrl+P)"))
        self._save.clicked.connect(lambda: self._about_current(self.save_asked))
        self._mark.clicked.connect(lambda: self._about_current(self.mark_asked))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.save_asked)
        side = QWidget()
        side.setObjectName("papers_side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview, 1)
        column.addWidget(self._story)
        self.set_body(side_by_side("papers_body", self.table, side, _SIZES), empty)
        self._choose(None)

    def show_papers(self, papers: Sequence[PaperView]) -> None:
        """Show the papers issued."""
        self.table.set_rows(papers)
        self.show_empty(empty=not papers)
        self.table.choose_first()

    def _about_current(self, signal: SignalInstance) -> None:
        current = self.table.current_row()
        if current is not None:
            signal.emit(current)

    def _choose(self, paper: PaperView | None) -> None:
        self._save.setEnabled(paper is not None)
        self._mark.setEnabled(paper is not None)
        self._story.setText(_story_of(paper) if paper is not None else "")
        self.chosen.emit(paper)


def _story_of(each: PaperView) -> str:
    """Return the number of a paper and everything done with it, a line each."""
    number = _("Número {number} · versión {version}").format(
        number=number_words(each.paper), version=each.paper.version
    )
    return "\n".join([number, *(filing_words(filing) for filing in each.paper.filings)])


def filing_words(filing: Filing) -> str:
    """Return one thing done with a paper: what, when, by which way and under which number."""
    parts = [act_words(filing.act), text.full_day(filing.day), filing.channel, filing.number]
    words = " · ".join(part for part in parts if part)
    return _("{words} · con justificante").format(words=words) if filing.attachment else words


@dataclass(frozen=True, slots=True)
class Marking:
    """What was done with a paper, as entered."""

    act: FilingAct
    day: date
    number: str
    channel: str
    scan: Path | None


class MarkDialog(FormDialog):
    """Asks what was done with a paper."""

    def __init__(self, paper: PaperView, today: date, parent: QWidget | None = None) -> None:
        self._act = ChoiceField(
            "mark_act", _("Qué se ha hecho"), [(act, act_words(act)) for act in FilingAct]
        )
        self._day = DateField("mark_day", _("Día"), required=True)
        self._channel = TextField(
            "mark_channel", _("Por dónde"), suggestions=["GESTIFOR", _("Registro electrónico"), _("En mano")]
        )
        self._number = TextField("mark_number", _("Número de registro"))
        self._scan = FileField(
            "mark_scan",
            _("Justificante escaneado"),
            patterns=_("Documentos (*.pdf *.png *.jpg *.jpeg)"),
            hint=_("Se guarda dentro del archivo del centro."),
        )
        form = Form("mark_form", [self._act, self._day, self._channel, self._number, (self._scan, 2)])
        title = _("Anotar qué se ha hecho con «{title}»").format(title=paper.title)
        super().__init__("mark_dialog", title, form, parent)
        self._day.set_value(today)

    def entered(self) -> Marking:
        """Return what was entered."""
        act, day = self._act.value(), self._day.value()
        assert act is not None  # noqa: S101 - a choice without «nothing» always has a value
        assert day is not None  # noqa: S101 - the field is required and the form was checked
        return Marking(act, day, self._number.value(), self._channel.value(), self._scan.value())
