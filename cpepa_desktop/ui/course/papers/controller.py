"""The papers of a course: shows each as it was issued or as it would print, and prints it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import PaperPerson, PaperScope, PaperSubject
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.course_papers import PaperLine, PaperRequest, course_papers, lines_of
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
        view.choice.changed.connect(self._list_others)
        bar.several_asked.connect(self._print_several)
        bar.folder_asked.connect(self.actions.open_folder)
        bar.copy_asked.connect(self._about_issued(self.actions.copy))
        bar.open_asked.connect(self._about_issued(self.actions.open))
        bar.mark_asked.connect(self._about_issued(self.actions.mark))
        bar.annul_asked.connect(self._about_issued(self.actions.annul))

    def forget(self) -> None:
        """Open the next course on its own week, on a document to print."""
        self._wanted = None
        self.view.choice.choose("")

    def reveal_detail(self, detail: str) -> None:
        """Show a document, named as ``attendance-sheet/2024-W07``; that of a person by their enrolment."""
        name, _slash, about = detail.partition("/")
        if name in DOCUMENTS:
            subject = _subject(DOCUMENTS[name].scope, about)
            self._wanted = PaperRequest(name, self.course, subject)
            day = subject.day if isinstance(subject, PaperPerson) else None
            self.view.choice.choose("" if DOCUMENTS[name].is_owed else name, day)
            self.view.lines.filter_box.clear()
        self.read()

    def read(self) -> None:
        """Read every paper of the course, and the one on screen."""
        self.shell.ask(self._read)

    def print(self) -> None:
        """Print the document chosen to a folder, and register it."""
        line = self.view.lines.current_row()
        if line is not None:
            self.actions.issue(line.request.kind, line.request.course, line.request.subject)

    def _read(self) -> None:
        lines = self._lines()
        self.view.show_lines(lines)
        known = [line.request for line in lines]
        if self._wanted not in known:
            self._wanted = _in_use(known, self._wanted, IsoWeek.of(self.workspace.clock.today()))
        if self._wanted is not None:
            self.view.lines.choose(self._wanted)
        self._show(self.view.lines.current_row())

    def _lines(self) -> tuple[PaperLine, ...]:
        kind, day = self.view.choice.kind(), self.view.choice.day()
        if kind:
            return lines_of(self.workspace, self.course, kind, day)
        return course_papers(self.workspace, self.course)

    def _list_others(self) -> None:
        if self.view.choice.day() is None:
            self.view.choice.choose(self.view.choice.kind(), self.workspace.clock.today())
        kind = self.view.choice.kind()
        self._wanted = PaperRequest(kind, self.course) if kind else None
        self.read()

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

    def _print_several(self) -> None:
        lines = self.shell.ask(self._lines)
        if lines is not None:
            self.batch.offer(lines)

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


def _subject(scope: PaperScope, about: str) -> PaperSubject:
    """Return what a place says a document is about, ``None`` where it leaves it open."""
    if not about:
        return None
    if scope in {PaperScope.WEEK, PaperScope.MONTH}:
        return IsoWeek.parse(about) if scope is PaperScope.WEEK else Month.parse(about)
    enrolment_id, _slash, day = about.partition("/")
    return PaperPerson(int(enrolment_id), date.fromisoformat(day) if day else None)


def _words(line: PaperLine) -> str:
    period = week_words(line)
    if line.request.week is not None:
        return _("{title}, semana {week}").format(title=line.title, week=period)
    return ", ".join(part for part in (line.title, line.person, period) if part)


def _in_use(known: list[PaperRequest], wanted: PaperRequest | None, today: IsoWeek) -> PaperRequest | None:
    """Return the sheet of the week of today; before the course that of its first week, after it of its last.

    Where a document was wanted without its week, it is one of that document.
    """
    kind = wanted.kind if wanted is not None else next(iter(DOCUMENTS))
    of_kind = [request for request in known if request.kind == kind] or known
    begun = [request for request in of_kind if request.week is not None and request.week <= today]
    return begun[-1] if begun else next(iter(of_kind), None)
