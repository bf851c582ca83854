"""The papers of a course: shows each as it was issued or as it would print, and prints it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.course_papers import PaperLine, PaperRequest, course_papers
from cpepa_desktop.operations.papers import DOCUMENTS, PaperView
from cpepa_desktop.ui.course.papers.view import PapersView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.papers.batch import BatchPrinting
from cpepa_desktop.ui.papers.columns import week_words
from cpepa_desktop.ui.papers.words import story_words
from cpepa_desktop.ui.shell import Shell


class PapersTab(Tab):
    """The tab «Documentos»."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL}
    view: PapersView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, PapersView(), parent)
        self._wanted: PaperRequest | None = None
        self.actions = PaperActions(shell, self.view)
        self.batch = BatchPrinting(shell, self.view, self.actions)
        view, bar = self.view, self.view.bar
        view.rested.connect(self._choose)
        view.print_wanted.connect(self.print)
        bar.paper_asked.connect(self._print_on_paper)
        bar.several_asked.connect(lambda: self.batch.ask(self.course))
        bar.folder_asked.connect(self.actions.open_folder)
        bar.copy_asked.connect(self._about_issued(self.actions.copy))
        bar.open_asked.connect(self._about_issued(self.actions.open))
        bar.mark_asked.connect(self._about_issued(self.actions.mark))
        bar.annul_asked.connect(self._about_issued(self.actions.annul))

    def forget(self) -> None:
        """Open the next course on its own week, on a document to print."""
        self._wanted = None

    def reveal_detail(self, detail: str) -> None:
        """Show a document of a week, named as ``attendance-sheet/2024-W07``."""
        name, _slash, week = detail.partition("/")
        if name in DOCUMENTS:
            self._wanted = PaperRequest(name, self.course, IsoWeek.parse(week) if week else None)
            self.view.lines.filter_box.clear()
        self.read()

    def read(self) -> None:
        """Read every paper of the course, and the one on screen."""
        self.shell.ask(self._read)

    def print(self) -> None:
        """Print the document chosen to a folder, and register it."""
        line = self.view.lines.current_row()
        folder = self.actions.choose_folder() if line is not None else None
        if line is None or folder is None:
            return
        wanted = line.request
        printed = self.shell.run(
            lambda: papers.print_paper(self.workspace, wanted.kind, wanted.course, wanted.subject, folder)
        )
        if printed is not None:
            self.actions.say_saved(printed.path)

    def _read(self) -> None:
        lines = course_papers(self.workspace, self.course)
        self.view.show_lines(lines)
        known = [line.request for line in lines]
        if self._wanted not in known:
            self._wanted = _in_use(known, self._wanted, IsoWeek.of(self.workspace.clock.today()))
        if self._wanted is not None:
            self.view.lines.choose(self._wanted)
        self._show(self.view.lines.current_row())

    def _choose(self, line: PaperLine | None) -> None:
        if self.course:
            self._wanted = line.request if line is not None else self._wanted
            self.shell.ask(lambda: self._show(line))

    def _show(self, line: PaperLine | None) -> None:
        self.view.print.setEnabled(line is not None)
        self.view.bar.offer(line.paper if line else None, can_print=line is not None)
        self.view.say_missing("")
        if line is None:
            self.view.show_paper("", "", b"")
        elif line.paper is None:
            self._show_preview(line)
        else:
            self._show_issued(line)

    def _show_preview(self, line: PaperLine) -> None:
        ws, wanted = self.workspace, line.request
        try:
            missing = papers.missing_items(ws, wanted.kind, wanted.course, wanted.subject)
            data = papers.preview_paper(ws, wanted.kind, wanted.course, wanted.subject)
        except Refused as refused:
            self.view.print.setEnabled(False)
            self.view.bar.offer(None)
            self.view.say_missing(refused.message)
            self.view.show_paper("", "", b"")
            return
        message = _("Saldrá «Pendiente de completar» en: {items}.")
        self.view.say_missing(message.format(items="; ".join(missing)) if missing else "")
        caption = _("Vista previa: {title}").format(title=_words(line))
        self.view.show_paper(caption, story_words(None, line.earlier), data)

    def _show_issued(self, line: PaperLine) -> None:
        paper = line.paper
        assert paper is not None  # noqa: S101 - the caller has looked
        data = papers.read_paper(self.workspace, paper.id)
        if self._is_outdated(line):
            self.view.say_missing(
                _("Los datos han cambiado desde que se imprimió: al imprimirlo saldrá una versión nueva.")
            )
        caption = _("Emitido: {title}").format(title=_words(line))
        self.view.show_paper(caption, story_words(paper, line.earlier), data)

    def _is_outdated(self, line: PaperLine) -> bool:
        try:
            return line.paper is not None and papers.has_changed(self.workspace, line.paper)
        except Refused:
            return False  # what cannot be printed any more stays as it was issued

    def _print_on_paper(self) -> None:
        line = self.view.lines.current_row()
        if line is not None:
            self.actions.print_on_paper(lambda: self._issue(line), self.view.preview.page_count)

    def _issue(self, line: PaperLine) -> PaperView | None:
        """Return the paper of a line, issued now where it was not; what was issued is printed as it was."""
        if line.paper is not None:
            return PaperView(line.paper, line.title)
        wanted = line.request
        issued = self.shell.run(
            lambda: papers.issue_paper(self.workspace, wanted.kind, wanted.course, wanted.subject)
        )
        return PaperView(issued.paper, line.title) if issued is not None else None

    def _about_issued(self, act: Callable[[PaperView], None]) -> Callable[[], None]:
        def about() -> None:
            line = self.view.lines.current_row()
            if line is not None and line.paper is not None:
                act(PaperView(line.paper, line.title))

        return about


def _words(line: PaperLine) -> str:
    week = week_words(line)
    return _("{title}, semana {week}").format(title=line.title, week=week) if week else line.title


def _in_use(known: list[PaperRequest], wanted: PaperRequest | None, today: IsoWeek) -> PaperRequest | None:
    """Return the sheet of the week of today; before the course that of its first week, after it of its last.

    Where a document was wanted without its week, it is one of that document.
    """
    kind = wanted.kind if wanted is not None else next(iter(DOCUMENTS))
    of_kind = [request for request in known if request.kind == kind] or known
    begun = [request for request in of_kind if request.week is not None and request.week <= today]
    return begun[-1] if begun else next(iter(of_kind), None)
