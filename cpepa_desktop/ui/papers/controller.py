"""Connects the page of papers to the operations on papers."""

from __future__ import annotations

from collections.abc import Callable

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.papers.batch import BatchPrinting
from cpepa_desktop.ui.papers.view import PapersView
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell


class PapersPage(Page):
    """The papers issued, to be read, printed and saved again as they were, and marked."""

    depends_on = frozenset({Kind.PAPERS, Kind.COURSE})
    view: PapersView

    def __init__(self, shell: Shell) -> None:
        super().__init__(PapersView())
        self._shell = shell
        self._shown: str = ""
        self.actions = PaperActions(shell, self.view)
        self.batch = BatchPrinting(shell, self.view, self.actions)
        bar = self.view.bar
        self.view.chosen.connect(self._preview)
        bar.copy_asked.connect(self._about_current(self.actions.copy))
        bar.open_asked.connect(self._about_current(self.actions.open))
        bar.mark_asked.connect(self._about_current(self.actions.mark))
        bar.annul_asked.connect(self._about_current(self.actions.annul))
        bar.paper_asked.connect(self._about_current(self._print))
        bar.folder_asked.connect(self.actions.open_folder)
        bar.several_asked.connect(self.batch.ask)

    def read(self) -> None:
        """Read the papers of every course."""
        self.view.show_papers(self._shell.ask(lambda: papers.list_papers(self._shell.workspace)) or ())

    def reveal(self, place: Place) -> None:
        """Show the paper whose id the place has."""
        self.view.table.filter_box.clear()
        self.view.table.choose(int(place.key))

    def _about_current(self, act: Callable[[PaperView], None]) -> Callable[[], None]:
        def about() -> None:
            current = self.view.table.current_row()
            if current is not None:
                act(current)

        return about

    def _print(self, chosen: PaperView) -> None:
        self.actions.print_on_paper(lambda: chosen, self.view.preview.page_count)

    def _preview(self, chosen: PaperView | None) -> None:
        wanted = chosen.paper.sha256 if chosen is not None else ""
        if wanted != self._shown:
            self._shown = wanted
            self.view.preview.show_pdf(self._bytes_of(chosen) if chosen is not None else b"")

    def _bytes_of(self, chosen: PaperView) -> bytes:
        return self._shell.ask(lambda: papers.read_paper(self._shell.workspace, chosen.paper.id)) or b""
