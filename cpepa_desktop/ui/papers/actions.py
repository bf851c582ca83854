"""Does what a `PaperBar` asks for, the same on every list of papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.papers import PaperSubject
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.papers import PaperView, PrintedPaper
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.outside import Outside
from cpepa_desktop.ui.papers.dialogs import AnnulDialog, MarkDialog
from cpepa_desktop.ui.parts import choose, theme
from cpepa_desktop.ui.parts.asking import ask_in
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.parts.printing import ask_printer, print_pdfs
from cpepa_desktop.ui.shell import Shell


class PaperActions(QObject):
    """What can be done with an issued paper over a page."""

    def __init__(self, shell: Shell, view: PageView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._outside = Outside(shell, self)

    def choose_folder(self) -> Path | None:
        """Ask for a folder, beginning at the last one. Return ``None`` where the person desists."""
        settings = self._shell.settings
        folder = choose.choose_folder(
            self._view, _("Carpeta donde guardar el documento"), settings.papers_folder()
        )
        if folder is not None:
            settings.remember_papers_folder(folder)
        return folder

    def issue(
        self, kind: str, course: str = "", subject: PaperSubject = None, *, is_long: bool = False
    ) -> None:
        """Ask for a folder, print a paper there, register it and say where it is.

        One that ``is_long`` is printed in another thread while the person goes on.
        """
        folder = self.choose_folder()
        if folder is None:
            return

        def print_it(ws: Workspace) -> PrintedPaper:
            return papers.print_paper(ws, kind, course, subject, folder)

        if is_long:
            title = _("Imprimir «{paper}»").format(paper=papers.DOCUMENTS[kind].title)
            self._shell.work_writing(
                title, lambda ws, _progress: print_it(ws), done=lambda printed: self.say_saved(printed.path)
            )
            return
        printed = self._shell.run(lambda: print_it(self._shell.workspace))
        if printed is not None:
            self.say_saved(printed.path)

    def say_saved(self, path: Path) -> None:
        """Say where a paper was written."""
        self._view.banner.say(_("Guardado en «{path}».").format(path=path), theme.Wash.OK)

    def copy(self, paper: PaperView) -> None:
        """Save a copy of a paper as it was issued."""
        folder = self.choose_folder()
        if folder is None:
            return
        path = self._shell.ask(lambda: papers.save_paper(self._shell.workspace, paper.paper.id, folder))
        if path is not None:
            self.say_saved(path)

    def open(self, paper: PaperView) -> None:
        """Open a copy of a paper in the system's program; the copy goes when this program ends."""
        self._outside.open_copy(
            lambda folder: papers.save_paper(self._shell.workspace, paper.paper.id, folder)
        )

    def open_folder(self) -> None:
        """Open the folder where papers were saved last."""
        self._outside.open_folder(self._shell.settings.papers_folder())

    def print_on_paper(self, read: Callable[[], PaperView | None], pages: int) -> None:
        """Ask for a printer and print the paper that ``read`` gives once it is known that there is one.

        What it gives may be issued for this. ``pages`` is how many there are to choose from.
        """
        printer = self._shell.ask(lambda: ask_printer(self._view, pages))
        paper = read() if printer is not None else None
        if printer is not None and paper is not None:
            self.send([paper.paper.id], printer)

    def send(self, paper_ids: list[int], printer: QPrinter) -> bool:
        """Send papers to a printer, with progress. Return whether all were."""
        sent = self._shell.work(
            _("Enviando a la impresora…"),
            lambda ws, progress: print_pdfs(
                [papers.read_paper(ws, each) for each in paper_ids], printer, progress.report
            ),
        )
        if sent is not None:
            words = ngettext(
                "Se ha enviado {n} página a «{printer}».", "Se han enviado {n} páginas a «{printer}».", sent
            )
            self._view.banner.say(words.format(n=sent, printer=printer.printerName()), theme.Wash.OK)
        return sent is not None

    def mark(self, paper: PaperView) -> None:
        """Write down what was done with a paper."""
        dialog = MarkDialog(paper, self._shell.clock.today(), self._view)

        def write() -> Changes:
            done = dialog.entered()
            return papers.mark_paper(
                self._shell.workspace,
                paper.paper.id,
                done.act,
                done.day,
                number=done.number,
                channel=done.channel,
                scan=done.scan,
            )

        ask_in(self._shell, dialog, write)

    def annul(self, paper: PaperView) -> None:
        """Ask why a paper does not count, and write it down."""
        dialog = AnnulDialog(paper, self._view)
        ask_in(
            self._shell,
            dialog,
            lambda: papers.annul_paper(self._shell.workspace, paper.paper.id, dialog.reason()),
        )
