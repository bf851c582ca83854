"""The papers of a course: previews what would be printed, prints it, and keeps track of what was issued."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.attendance import WeekSummary, weeks_of
from cpepa_desktop.operations.papers import DOCUMENTS, PaperKind, PaperView
from cpepa_desktop.ui.course.papers.view import PapersView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.papers.columns import number_words
from cpepa_desktop.ui.papers.view import MarkDialog, filing_words
from cpepa_desktop.ui.parts import choose, course_words, theme
from cpepa_desktop.ui.shell import Shell


class PapersTab(Tab):
    """The tab «Documentos»."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL}
    view: PapersView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, PapersView(), parent)
        self._kind = next(iter(DOCUMENTS.values()))
        self._weeks: tuple[WeekSummary, ...] = ()
        self._week: IsoWeek | None = None
        self._paper: PaperView | None = None
        view = self.view
        view.offer_kinds(tuple(DOCUMENTS.values()))
        view.kinds.choose(self._kind.name)
        view.kind_chosen.connect(self._choose_kind)
        view.week_chosen.connect(self._choose_week)
        view.issued_chosen.connect(self._choose_paper)
        view.print_wanted.connect(self.print)
        view.save_wanted.connect(self._save_again)
        view.mark_wanted.connect(self._mark)

    def forget(self) -> None:
        """Open the next course on its own week, on a document to print."""
        self._week = None
        self._paper = None

    def reveal_detail(self, detail: str) -> None:
        """Show a document of a week, named as ``attendance-sheet/2024-W07``."""
        name, _slash, week = detail.partition("/")
        if name in DOCUMENTS:
            self._kind, self._paper = DOCUMENTS[name], None
            self.view.kinds.choose(name)
        if week:
            self._week = IsoWeek.parse(week)
        self.read()

    def read(self) -> None:
        """Read the weeks, the papers issued, and the paper on screen."""
        self.shell.ask(self._read)

    def print(self) -> None:
        """Print the document chosen to a folder, and register it."""
        folder = choose.choose_folder(
            self.view, _("Carpeta donde guardar el documento"), self.shell.settings.last_folder()
        )
        if folder is None:
            return
        kind, week = self._kind, self._week_of_kind()
        printed = self.shell.run(
            lambda: papers.print_paper(self.workspace, kind.name, self.course, week, folder)
        )
        if printed is not None:
            self.view.banner.say(_("Guardado en «{path}».").format(path=printed.path), theme.Wash.OK)
            self.view.issued.choose(printed.paper.id)

    def _read(self) -> None:
        self._weeks = weeks_of(self.workspace, self.course)
        if not self._weeks:
            self.view.offer_weeks([], -1)
        else:
            known = [week.week for week in self._weeks]
            if self._week not in known:
                self._week = _week_in_use(known, IsoWeek.of(self.workspace.clock.today()))
            words = [course_words.week_words(week.week, week.first, week.last) for week in self._weeks]
            self.view.offer_weeks(words, known.index(self._week))
        self.view.show_issued(papers.list_papers(self.workspace, self.course))
        self._show()

    def _choose_kind(self, kind: PaperKind) -> None:
        self._kind, self._paper = kind, None
        self._show_if_read()

    def _choose_week(self, at: int) -> None:
        self._week, self._paper = self._weeks[at].week, None
        self._show_if_read()

    def _choose_paper(self, paper: PaperView) -> None:
        self._paper = paper
        self._show_if_read()

    def _show_if_read(self) -> None:
        if self.course:
            self._show()

    def _show(self) -> None:
        self.view.ask_week(is_weekly=self._kind.weekly)
        if self._paper is None:
            self._show_preview()
        else:
            self._show_issued(self._paper)

    def _show_preview(self) -> None:
        name, week = self._kind.name, self._week_of_kind()
        ws = self.workspace
        missing = self.shell.ask(
            lambda: papers.missing_items(ws, name, self.course, week), refused=self._cannot_print
        )
        if missing is None:
            return
        self.view.print.setEnabled(True)
        message = _("Saldrá «Pendiente de completar» en: {items}.")
        self.view.say_missing(message.format(items="; ".join(missing)) if missing else "")
        data = self.shell.ask(lambda: papers.preview_paper(ws, name, self.course, week))
        caption = _("Vista previa: {title}").format(title=self._kind.title)
        self.view.show_paper(caption, "", data or b"")

    def _cannot_print(self, refused: Refused) -> None:
        self.view.print.setEnabled(False)
        self.view.say_missing(refused.message)
        self.view.show_paper("", "", b"")

    def _show_issued(self, paper: PaperView) -> None:
        data = self.shell.ask(lambda: papers.read_paper(self.workspace, paper.paper.id))
        caption = _("Emitido: {title} {number}").format(title=paper.title, number=number_words(paper.paper))
        story = "\n".join(filing_words(filing) for filing in paper.paper.filings)
        self.view.show_paper(caption, story, data or b"")

    def _week_of_kind(self) -> IsoWeek | None:
        return self._week if self._kind.weekly else None

    def _save_again(self, paper: PaperView) -> None:
        folder = choose.choose_folder(
            self.view, _("Carpeta donde guardar el documento"), self.shell.settings.last_folder()
        )
        if folder is None:
            return
        path = self.shell.ask(lambda: papers.save_paper(self.workspace, paper.paper.id, folder))
        if path is not None:
            self.view.banner.say(_("Guardado en «{path}».").format(path=path), theme.Wash.OK)

    def _mark(self, paper: PaperView) -> None:
        dialog = MarkDialog(paper, self.workspace.clock.today(), self.view)

        def mark() -> Changes:
            done = dialog.entered()
            return papers.mark_paper(
                self.workspace,
                paper.paper.id,
                done.act,
                done.day,
                number=done.number,
                channel=done.channel,
                scan=done.scan,
            )

        self.ask_in(dialog, mark)


def _week_in_use(known: list[IsoWeek], today: IsoWeek) -> IsoWeek:
    """Return the week of today; before the course its first, after it its last."""
    begun = [week for week in known if week <= today]
    return begun[-1] if begun else known[0]
