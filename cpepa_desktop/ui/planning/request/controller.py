"""The yearly request: reads it, writes its lines, submits it, and plans courses from it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.listing import Listing
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.yearly_requests import RequestLine, year_to_request
from cpepa_desktop.operations import yearly_requests
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.local_entities import list_local_entities
from cpepa_desktop.operations.request_sheet import request_sheet
from cpepa_desktop.operations.requestables import list_requestable
from cpepa_desktop.operations.tables import XLSX
from cpepa_desktop.operations.yearly_requests import RequestLineView
from cpepa_desktop.ui.courses.planning import Planning
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table.export import ExportWish, mime_of, taker_of
from cpepa_desktop.ui.planning.request.dialogs import LineDialog, LinkDialog
from cpepa_desktop.ui.planning.request.view import RequestSectionView
from cpepa_desktop.ui.planning.submission import SubmissionDialog, WithdrawDialog
from cpepa_desktop.ui.shell import Shell

PAPER = "yearly-request"


class RequestSection(Part):
    """The section «Petición anual». Its detail is the year that the school year asked for begins in."""

    depends_on = frozenset(
        {Kind.PLANNING, Kind.COURSE, Kind.SESSIONS, Kind.CENTRE, Kind.CATALOGUE, Kind.FILE}
    )
    view: RequestSectionView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, RequestSectionView(), parent)
        self._year = year_to_request(shell.clock.today())
        self._papers = PaperActions(shell, self.view)
        view, rows = self.view, self.view.rows
        rows.add_wanted.connect(lambda: self._edit(RequestLine(0, 0, "", "", Route.LOCAL)))
        rows.change_wanted.connect(lambda row: self._edit(row.line))
        rows.remove_wanted.connect(self._remove)
        view.move_wanted.connect(self._move)
        view.plan_wanted.connect(self._plan)
        view.link_wanted.connect(self._link)
        view.year_chosen.connect(self._look_at)
        view.submit_wanted.connect(self._submit)
        view.reopen_wanted.connect(self._reopen)
        view.print_wanted.connect(lambda: self._papers.issue(PAPER, subject=self._year))
        view.copy_wanted.connect(self._copy)
        view.export_wanted.connect(self._export)

    def read(self) -> None:
        """Read the request for the school year chosen."""
        self.shell.ask(self._read)

    def reveal_detail(self, detail: str) -> None:
        """Show the request for a school year, named by the year it begins in."""
        try:
            self._look_at(SchoolYear.parse(detail))
        except Refused:
            self.refresh()

    def detail(self) -> str:
        """Return the year that the school year shown begins in."""
        return str(self._year.begins_in)

    def _read(self) -> bool:
        years = {*yearly_requests.request_years(self.workspace), self._year}
        self.view.show_years(sorted(years, reverse=True), self._year)
        self.view.show_request(yearly_requests.read_request(self.workspace, self._year))
        return True

    def _look_at(self, year: SchoolYear) -> None:
        self._year = year
        self.read()

    def _edit(self, line: RequestLine) -> None:
        known = self.shell.ask(
            lambda: (list_requestable(self.workspace), list_local_entities(self.workspace))
        )
        if known is None:
            return
        subjects, entities = known
        dialog = LineDialog(line, subjects, [(each.id, each.name) for each in entities], self.view)
        self.ask_in(dialog, lambda: yearly_requests.save_line(self.workspace, self._year, dialog.entered()))

    def _remove(self, row: RequestLineView) -> None:
        self.write(lambda: yearly_requests.remove_line(self.workspace, self._year, row.line.id))

    def _move(self, row: RequestLineView, by: int) -> None:
        self.write(lambda: yearly_requests.move_line(self.workspace, self._year, row.line.id, by))

    def _plan(self, row: RequestLineView) -> None:
        """Go to the course of a line, or open the dialog of a new one as the line asks for it."""
        line, year = row.line, self._year
        if line.course:
            self.shell.go("course", line.course)
            return

        def link(code: str) -> None:
            self.write(lambda: yearly_requests.link_course(self.workspace, year, line.id, code))

        planning = Planning(self.shell, self.view)
        planning.made.connect(link)
        planning.open()
        planning.propose(line.speciality, line.part, line.route, line.starts_on)

    def _link(self, row: RequestLineView) -> None:
        rows = self.shell.ask(lambda: list_courses(self.workspace)) or ()
        of_line = [each for each in rows if each.speciality == row.line.speciality]
        dialog = LinkDialog(
            row.line, [(each.code, f"{each.code} · {each.title}") for each in of_line], self.view
        )
        self.ask_in(
            dialog,
            lambda: yearly_requests.link_course(
                self.workspace, self._year, row.line.id, dialog.course.value() or ""
            ),
        )

    def _submit(self) -> None:
        title = _("Presentar la petición del curso {year}").format(year=self._year)
        dialog = SubmissionDialog("submit", title, self.shell.clock.today(), self.view)
        self.ask_in(
            dialog, lambda: yearly_requests.submit_request(self.workspace, self._year, *dialog.entered())
        )

    def _reopen(self) -> None:
        title = _("Reabrir la petición del curso {year}").format(year=self._year)
        dialog = WithdrawDialog("reopen", title, self.view)
        self.ask_in(
            dialog,
            lambda: yearly_requests.withdraw_submission(self.workspace, self._year, dialog.reason.value()),
        )

    def _sheet(self) -> Listing | None:
        return self.shell.ask(lambda: request_sheet(self.workspace, self._year))

    def _copy(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            QGuiApplication.clipboard().setMimeData(mime_of(sheet))
            lines = len(sheet.rows)
            words = ngettext(
                "Copiada {n} línea, en el orden de la hoja.",
                "Copiadas {n} líneas, en el orden de la hoja.",
                lines,
            )
            self.view.banner.say(words.format(n=lines), theme.Wash.OK)

    def _export(self) -> None:
        sheet, taker = self._sheet(), taker_of(self.view)
        if sheet is not None and taker is not None:
            taker.export_table(ExportWish(sheet, XLSX))
