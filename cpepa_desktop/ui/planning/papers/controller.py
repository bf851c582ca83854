"""The official papers of the centre: reads them all and writes them down."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.ui.official_papers.editor import PaperEditor
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.planning.papers.view import PapersView
from cpepa_desktop.ui.shell import Shell


class OfficialPapersSection(Part):
    """The section «Escritos»; ``papers/7`` is a paper by its id."""

    depends_on = frozenset({Kind.PLANNING, Kind.COURSE})
    view: PapersView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        view = PapersView()
        super().__init__(shell, view, parent)
        self.editor = PaperEditor(self)
        self.editor.serve(view.panel, self._chosen_kind)
        view.add_wanted.connect(view.panel.add_wanted)

    def read(self) -> None:
        """Read every paper."""
        papers = self.shell.ask(lambda: list_official_papers(self.workspace))
        if papers is not None:
            self.view.show_papers(papers)

    def reveal_detail(self, detail: str) -> None:
        """Show a paper, named by its id."""
        self.read()
        if detail.isdecimal():
            self.view.choose(int(detail))

    def _chosen_kind(self) -> OfficialPaperKind:
        """Return what a new paper is to begin with: what is being looked at."""
        return self.view.kind.value() or OfficialPaperKind.AUTHORISATION
