"""Does what an `ObligationsPanel` asks for, the same for a course and for the whole centre."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import CourseEvent
from cpepa_desktop.operations import obligations
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.explained_deadlines import explain_obligation
from cpepa_desktop.ui.exports import open_folder
from cpepa_desktop.ui.obligations.dialogs import EventDialog, EventsDialog, WithdrawalDialog
from cpepa_desktop.ui.obligations.filing import ask_filing
from cpepa_desktop.ui.obligations.panel import ObligationsPanel
from cpepa_desktop.ui.obligations.words import title_of
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.parts import choose, theme
from cpepa_desktop.ui.parts.asking import ask_in
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

COURSE_AGENDA: Final = "agenda"
CENTRE_AGENDA: Final = "agenda-centre"


class ObligationActions(QObject):
    """What can be done with obligations over a page."""

    def __init__(self, shell: Shell, view: PageView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._papers = PaperActions(shell, view)

    def attend(self, panel: ObligationsPanel) -> None:
        """Do what a panel asks for about one obligation."""
        panel.open_wanted.connect(self.open)
        panel.filing_wanted.connect(self.file)
        panel.withdrawal_wanted.connect(self.withdraw)
        panel.why_wanted.connect(self.explain)

    def open(self, obligation: DatedObligation) -> None:
        """Go to the part of the course where an obligation is met."""
        self._shell.go("course", obligation.course, obligation.place)

    def file(self, obligations: Sequence[DatedObligation]) -> None:
        """Ask how some obligations were met at once, and write it down."""
        ask_filing(self._view, self._shell, *obligations)

    def withdraw(self, obligation: DatedObligation) -> None:
        """Ask why what was filed does not count, and write it down."""
        dialog = WithdrawalDialog(obligation, self._view)
        given = obligation.course, obligation.name, obligation.subject
        ask_in(
            self._shell,
            dialog,
            lambda: obligations.withdraw_filing(self._shell.workspace, *given, dialog.reason.value() or ""),
        )

    def explain(self, obligation: DatedObligation) -> None:
        """Show how each of its days was reckoned, and by which text."""
        figures = self._shell.ask(lambda: explain_obligation(self._shell.workspace, obligation))
        if figures is not None:
            show_why(title_of(obligation), figures, self._view, chosen="due")

    def show_events(self, course: str) -> None:
        """Show what has happened to a course, to be added to and taken from."""
        dialog = EventsDialog(course, self._view)

        def read() -> None:
            dialog.show_events(self._events(course))

        def remove(event: CourseEvent) -> None:
            given = course, event.event, event.day
            self._shell.run(lambda: obligations.remove_event(self._shell.workspace, *given))
            read()

        def add() -> None:
            asked = EventDialog(self._shell.clock.today(), dialog)
            asked.accepted.connect(read)
            ask_in(
                self._shell,
                asked,
                lambda: obligations.record_event(self._shell.workspace, course, *asked.entered()),
            )

        dialog.add_wanted.connect(add)
        dialog.remove_wanted.connect(remove)
        dialog.finished.connect(dialog.deleteLater)
        read()
        dialog.open()

    def export(self, course: str = "") -> None:
        """Ask for a file and write there the terms of a course, or of the whole centre, as a calendar."""
        from cpepa_desktop.operations.agenda import (  # noqa: PLC0415 - brings a library few sessions need
            write_calendar,
        )

        shell, settings = self._shell, self._shell.settings
        path = choose.choose_to_save(
            self._view,
            _("Llevar los plazos a un calendario"),
            _("Calendario (*.ics)"),
            settings.export_folder(),
            _("plazos-{course}.ics").format(course=course.replace("/", "-") or _("centro")),
        )
        if path is None:
            return
        settings.remember_export_folder(path.parent)
        written = shell.work(
            _("Preparando el calendario…"), lambda ws, _progress: write_calendar(ws, path, course)
        )
        if written is not None:
            self._view.banner.say(
                _("Los plazos están en «{path}». Ábralo con su programa de calendario.").format(path=written),
                theme.Wash.OK,
                act=(_("Abrir la carpeta"), lambda: open_folder(written.parent)),
            )

    def print_course(self, course: str) -> None:
        """Print the agenda of a course to a folder and register it."""
        self._papers.issue(COURSE_AGENDA, course)

    def print_centre(self, year: SchoolYear) -> None:
        """Print the agenda of a school year, of as many courses as it has, to a folder and register it."""
        self._papers.issue(CENTRE_AGENDA, subject=year, is_long=True)

    def _events(self, course: str) -> Sequence[CourseEvent]:
        return self._shell.ask(lambda: obligations.events_of(self._shell.workspace, course)) or ()
