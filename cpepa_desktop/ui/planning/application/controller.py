"""The application to a call: reads it, writes its courses and its checklist, submits and prints it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.papers import PaperCall
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import applications
from cpepa_desktop.operations.application_view import (
    ActionView,
    ApplicationView,
    ItemView,
    calls_to_apply_for,
    limit_figures,
    offers_to_apply_for,
    read_application,
)
from cpepa_desktop.operations.applications import SubmissionForm
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.grant_lines import grant_figures
from cpepa_desktop.operations.grant_paper import save_estimate
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.planning.application.columns import action_words
from cpepa_desktop.ui.planning.application.dialogs import ActionDialog, ItemDialog, PublicationDialog
from cpepa_desktop.ui.planning.application.view import ApplicationSectionView
from cpepa_desktop.ui.planning.submission import SubmissionDialog, WithdrawDialog
from cpepa_desktop.ui.shell import Shell

PAPER = "grant-application"


class ApplicationSection(Part):
    """The section «Solicitud de subvención». Its detail is the call applied to."""

    depends_on = frozenset({Kind.PLANNING, Kind.COURSE, Kind.CENTRE, Kind.CATALOGUE, Kind.FILE})
    view: ApplicationSectionView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, ApplicationSectionView(), parent)
        self._call = ""
        self._shown: ApplicationView | None = None
        self._papers = PaperActions(shell, self.view)
        view, rows = self.view, self.view.rows
        rows.add_wanted.connect(lambda: self._ask_action(None))
        rows.change_wanted.connect(self._ask_action)
        rows.remove_wanted.connect(self._remove)
        view.call_chosen.connect(self._look_at)
        view.courses_wanted.connect(self._bring_courses)
        view.estimate_wanted.connect(self._save_estimate)
        view.grant_asked.connect(self._explain_grant)
        view.item_wanted.connect(self._edit_item)
        view.ready_wanted.connect(self._mark_ready)
        view.limits_asked.connect(self._explain_limits)
        view.publication_wanted.connect(self._publish)
        view.submit_wanted.connect(self._submit)
        view.reopen_wanted.connect(self._reopen)
        view.print_wanted.connect(lambda: self._papers.issue(PAPER, subject=PaperCall(self._call)))

    def read(self) -> None:
        """Read the application to the call chosen."""
        self.shell.ask(self._read)

    def reveal_detail(self, detail: str) -> None:
        """Show the application to a call, named by its id; an unknown one is passed over."""
        calls = self.shell.ask(lambda: calls_to_apply_for(self.workspace)) or ()
        if detail in dict(calls):
            self._look_at(detail)

    def detail(self) -> str:
        """Return the call applied to."""
        return self._call

    def _read(self) -> bool:
        calls = calls_to_apply_for(self.workspace)
        if self._call not in dict(calls):
            self._call = calls[0][0]
        self._shown = read_application(self.workspace, self._call)
        self.view.show_calls(calls, self._call)
        self.view.show_application(self._shown)
        return True

    def _look_at(self, call: str) -> None:
        self._call = call
        self.read()

    def _ask_action(self, row: ActionView | None) -> None:
        ws, call = self.workspace, self._call
        known = self.shell.ask(lambda: (offers_to_apply_for(ws, call), list_courses(ws), read_centre(ws)))
        if known is None:
            return
        offers, courses, centre = known
        codes = [each.code for each in courses if each.call == call]
        dialog = ActionDialog(offers, codes, centre.centre.province, row, self.view)
        key = row.action.id if row else 0
        self.ask_in(dialog, lambda: applications.save_action(ws, call, dialog.entered(), key))

    def _remove(self, row: ActionView) -> None:
        self.write(lambda: applications.remove_action(self.workspace, self._call, row.action.id))

    def _bring_courses(self) -> None:
        self.write(lambda: applications.add_planned_courses(self.workspace, self._call))

    def _save_estimate(self, row: ActionView) -> None:
        estimate = row.estimate
        folder = self._papers.choose_folder() if estimate else None
        if estimate is None or folder is None:
            return
        request = estimate.request
        name = "-".join(filter(None, ("estimacion", request.speciality, request.part, request.province)))
        path = self.shell.ask(lambda: save_estimate(self.workspace, request, folder / f"{name}.pdf"))
        if path is not None:
            self._papers.say_saved(path)

    def _explain_grant(self, row: ActionView) -> None:
        if row.estimate is not None:
            show_why(action_words(row), grant_figures(row.estimate), self.view)

    def _explain_limits(self) -> None:
        shown = self._shown
        if shown is not None:
            figures = self.shell.ask(lambda: limit_figures(self.workspace, shown))
            show_why(_("Límites de la convocatoria"), figures or (), self.view)

    def _edit_item(self, row: ItemView) -> None:
        dialog = ItemDialog(row, self.view)
        self.ask_in(
            dialog,
            lambda: applications.mark_item(self.workspace, self._call, row.item.key, *dialog.entered()),
        )

    def _mark_ready(self, row: ItemView) -> None:
        self.write(
            lambda: applications.mark_item(
                self.workspace, self._call, row.item.key, ItemState.READY, row.mark.note
            )
        )

    def _publish(self) -> None:
        day = self._shown.application.published_on if self._shown else None
        dialog = PublicationDialog(self._title(), day, self.view)
        self.ask_in(
            dialog, lambda: applications.set_published(self.workspace, self._call, dialog.day.value())
        )

    def _submit(self) -> None:
        today = self.shell.clock.today()
        dialog = SubmissionDialog("application_sent", self._title(), today, self.view, has_number=True)
        self.ask_in(
            dialog,
            lambda: applications.submit_application(
                self.workspace, self._call, SubmissionForm(*dialog.entered())
            ),
        )

    def _reopen(self) -> None:
        dialog = WithdrawDialog("application_reopened", self._title(), self.view)
        self.ask_in(
            dialog,
            lambda: applications.withdraw_submission(self.workspace, self._call, dialog.reason.value()),
        )

    def _title(self) -> str:
        title = self._shown.call_title if self._shown else self._call
        return _("Solicitud de subvención: {call}").format(call=title)
