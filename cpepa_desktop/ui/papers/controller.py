"""Connects the page of papers to the operations on papers."""

from __future__ import annotations

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.view import MarkDialog, PapersView
from cpepa_desktop.ui.parts import choose, theme
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell


class PapersPage(Page):
    """The papers issued, to be read, saved again as they were, and marked."""

    depends_on = frozenset({Kind.PAPERS, Kind.COURSE})
    view: PapersView

    def __init__(self, shell: Shell) -> None:
        super().__init__(PapersView())
        self._shell = shell
        self._shown: str = ""
        self.view.chosen.connect(self._preview)
        self.view.save_asked.connect(self._save)
        self.view.mark_asked.connect(self._mark)

    def read(self) -> None:
        """Read the papers of every course."""
        self.view.show_papers(self._shell.ask(lambda: papers.list_papers(self._shell.workspace)) or ())

    def reveal(self, place: Place) -> None:
        """Show the paper whose id the place has."""
        self.view.table.filter_box.clear()
        self.view.table.choose(int(place.key))

    def _preview(self, chosen: PaperView | None) -> None:
        wanted = chosen.paper.sha256 if chosen is not None else ""
        if wanted != self._shown:
            self._shown = wanted
            self.view.preview.show_pdf(self._bytes_of(chosen) if chosen is not None else b"")

    def _bytes_of(self, chosen: PaperView) -> bytes:
        return self._shell.ask(lambda: papers.read_paper(self._shell.workspace, chosen.paper.id)) or b""

    def _save(self, chosen: PaperView) -> None:
        folder = choose.choose_folder(
            self.view, _("Carpeta donde guardar el documento"), self._shell.settings.last_folder()
        )
        if folder is None:
            return
        path = self._shell.ask(lambda: papers.save_paper(self._shell.workspace, chosen.paper.id, folder))
        if path is not None:
            self.view.banner.say(_("Guardado en «{path}».").format(path=path), theme.Wash.OK)

    def _mark(self, chosen: PaperView) -> None:
        dialog = MarkDialog(chosen, self._shell.workspace.clock.today(), self.view)
        dialog.submitted.connect(lambda: self._save_mark(dialog, chosen.paper.id))
        dialog.exec()
        dialog.deleteLater()

    def _save_mark(self, dialog: MarkDialog, paper_id: int) -> None:
        mark, workspace = dialog.entered(), self._shell.workspace
        saved = self._shell.run(
            lambda: papers.mark_paper(
                workspace,
                paper_id,
                mark.act,
                mark.day,
                number=mark.number,
                channel=mark.channel,
                scan=mark.scan,
            ),
            refused=dialog.form.show_refused,
        )
        if saved is not None:
            dialog.accept()
