"""The official papers of the centre on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.official_papers.panel import OfficialPapersPanel
from cpepa_desktop.ui.official_papers.words import day_of
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField


class PapersView(PartView):
    """The papers of the kind and the school year chosen.

    Signals:
        add_wanted: the person wants to write the first paper down.
    """

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("official_papers", _("Escritos"))
        self.kind: ChoiceField[OfficialPaperKind] = ChoiceField(
            "official_papers_kind",
            _("Qué escritos"),
            [(kind, kind.label) for kind in OfficialPaperKind],
            nothing=_("Todos"),
        )
        self.year: ChoiceField[SchoolYear] = ChoiceField(
            "official_papers_year", _("De qué curso escolar"), nothing=_("De todos")
        )
        self.panel = OfficialPapersPanel("official_papers", _("Escritos"), self, lead=[self.kind, self.year])
        self._papers: tuple[OfficialPaper, ...] = ()
        self.kind.changed.connect(self._list)
        self.year.changed.connect(self._list)
        body = QWidget()
        body.setObjectName("official_papers_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel, 1)
        empty = EmptyState(
            "official_papers_empty",
            _(
                "Todavía no hay ningún escrito. Anote aquí autorizaciones, convenios, concesiones y pólizas: "
                "un mismo escrito puede servir a varios cursos, y sin ellos no empieza ninguno."
            ),
            action=_("Añadir un escrito…"),
            icon="papers",
        )
        empty.acted.connect(self.add_wanted)
        self.set_body(body, empty)
        self.start_at(self.panel.table.view)

    def show_papers(self, papers: Sequence[OfficialPaper]) -> None:
        """Show the papers of the centre, those of the kind and the year chosen."""
        self._papers = tuple(papers)
        years = {SchoolYear.of(day) for paper in papers if (day := day_of(paper)) is not None}
        self.year.set_choices([(year, str(year)) for year in sorted(years, reverse=True)])
        self.show_empty(empty=not papers)
        self._list()

    def choose(self, paper_id: int) -> None:
        """Make a paper the current one, whatever was chosen to be listed."""
        if not self.panel.table.choose(paper_id):
            self.kind.set_value(None)
            self.year.set_value(None)
            self._list()
            self.panel.table.choose(paper_id)

    def _list(self) -> None:
        self.panel.show_papers([paper for paper in self._papers if self._is_wanted(paper)])

    def _is_wanted(self, paper: OfficialPaper) -> bool:
        """Say whether a paper is listed; one without a day is of every year, so that nobody loses it."""
        kind, year, day = self.kind.value(), self.year.value(), day_of(paper)
        return kind in {None, paper.kind} and (year is None or day is None or year == SchoolYear.of(day))
