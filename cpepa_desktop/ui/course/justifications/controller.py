"""The justifications of a course: reads them, writes them, and takes note of what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import justifications, share_exceptions
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.explained_justifications import proposal_figures
from cpepa_desktop.operations.explanations import frame_of
from cpepa_desktop.operations.justification_proposals import Proposal, propose
from cpepa_desktop.operations.justifications import JustificationView
from cpepa_desktop.ui.course.justifications.form import JustificationDialog
from cpepa_desktop.ui.course.justifications.view import (
    DecisionDialog,
    ExceptionDialog,
    HandInDialog,
    JustificationsDialog,
)
from cpepa_desktop.ui.parts import dialogs, theme
from cpepa_desktop.ui.parts.form import FormDialog
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

_SHOWN = frozenset({Kind.ATTENDANCE, Kind.ENROLMENTS, Kind.PEOPLE, Kind.FILE})


def open_outside(path: Path) -> bool:
    """Open a file with the program that the system has for it. Return whether it could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class JustificationsController(QObject):
    """Shows the justifications of a course while their dialog is open, and goes with it."""

    def __init__(
        self,
        shell: Shell,
        course: str,
        parent: QWidget | None = None,
        *,
        show_outside: Callable[[Path], bool] = open_outside,
    ) -> None:
        view = JustificationsDialog(parent)
        super().__init__(view)
        self.view = view
        self._shell = shell
        self._course = course
        self._show_outside = show_outside
        # Proofs speak of people's health: what is opened is a copy that goes with the dialog.
        self._copies: QTemporaryDir | None = None
        self.view.name(_("Justificantes de {course}").format(course=course))
        self.view.add_wanted.connect(self.add)
        self.view.exception_wanted.connect(self.decide_exception)
        self.view.change_wanted.connect(self.change)
        self.view.proof_wanted.connect(self._open_proof)
        self.view.remove_wanted.connect(self._remove)
        self.view.hand_in_wanted.connect(self._hand_in)
        self.view.validate_wanted.connect(lambda rows: self._decide(rows, JustificationState.VALIDATED))
        self.view.reject_wanted.connect(lambda rows: self._decide(rows, JustificationState.REJECTED))
        self.view.wait_wanted.connect(self._wait)
        self.view.finished.connect(self._leave)
        shell.changed.connect(self._on_changes)
        self.read()

    def show(self) -> None:
        """Open the dialog over its parent."""
        self.view.open()

    def read(self) -> None:
        """Read the justifications of the course."""
        rows = self._shell.ask(
            lambda: justifications.list_justifications(self._shell.workspace, self._course)
        )
        self.view.show_rows(rows or ())

    def add(self) -> None:
        """Ask for a new justification."""
        self._ask(None)

    def change(self, row: JustificationView) -> None:
        """Ask for what is to change of a justification."""
        self._ask(row)

    def decide_exception(self) -> None:
        """Ask who is held to have finished below the share of attendance, and why."""
        workspace, course = self._shell.workspace, self._course
        people = self._shell.ask(lambda: share_exceptions.may_decide_exception(workspace, course))
        if not people:
            message = _(
                "Nadie está en el caso de la excepción: es para quien ya no alcanza el 75 %, asistió al "
                "menos al 65 % y tiene faltas justificadas y validadas (EFP/942/2022, art. 11.3)."
            )
            self.view.banner.say(message, theme.Wash.QUIET)
            return
        dialog = ExceptionDialog(people, self.view)

        def decide() -> Changes:
            act = share_exceptions.revoke_exception
            if dialog.is_granted.value():
                act = share_exceptions.decide_exception
            return act(workspace, course, dialog.person.value() or "", dialog.reason.value())

        self._ask_in(dialog, decide)

    def _ask(self, changed: JustificationView | None) -> None:
        people = self._shell.ask(lambda: list_enrolments(self._shell.workspace, self._course))
        if not people:
            self.view.banner.say(_("Todavía no hay nadie en el curso."), theme.Wash.WARNING)
            return
        dialog = JustificationDialog(people, changed, self.view)
        editing = _Editing(self._shell, self._course, dialog, changed)
        dialog.facts_changed.connect(editing.propose)
        dialog.proposal.why_wanted.connect(editing.explain)
        editing.begin()
        self._ask_in(dialog, editing.write)

    def _ask_in(self, dialog: FormDialog, operation: Callable[[], Changes]) -> None:
        def submit() -> None:
            if self._shell.run(operation, refused=dialog.form.show_refused) is not None:
                self.view.banner.clear()
                dialog.accept()

        dialog.submitted.connect(submit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _decide(self, rows: Sequence[JustificationView], state: JustificationState) -> None:
        workspace = self._shell.workspace
        dialog = DecisionDialog(state, len(rows), workspace.clock.today(), self.view)
        self._ask_in(
            dialog,
            lambda: justifications.change_state(
                workspace, self._course, _keys(rows), state, dialog.day.value()
            ),
        )

    def _wait(self, rows: Sequence[JustificationView]) -> None:
        pending = JustificationState.PENDING
        self._write(
            lambda: justifications.change_state(self._shell.workspace, self._course, _keys(rows), pending)
        )

    def _hand_in(self, rows: Sequence[JustificationView]) -> None:
        workspace = self._shell.workspace
        dialog = HandInDialog(len(rows), workspace.clock.today(), self.view)
        self._ask_in(
            dialog,
            lambda: justifications.hand_in(
                workspace,
                self._course,
                _keys(rows),
                dialog.day.value() or workspace.clock.today(),
                dialog.registry.value(),
            ),
        )

    def _remove(self, rows: Sequence[JustificationView]) -> None:
        sentence = ngettext(
            "Lo que cubre quedará sin justificar. Se puede deshacer.",
            "Lo que cubren quedará sin justificar. Se puede deshacer.",
            len(rows),
        )
        title = ngettext("¿Quitar {n} justificante?", "¿Quitar {n} justificantes?", len(rows))
        if dialogs.confirm(title.format(n=len(rows)), sentence, _("Quitar"), parent=self.view):
            self._write(
                lambda: justifications.remove_justifications(self._shell.workspace, self._course, _keys(rows))
            )

    def _write(self, operation: Callable[[], Changes]) -> None:
        if self._shell.run(operation, refused=self._say) is not None:
            self.view.banner.clear()

    def _say(self, refused: Refused) -> None:
        lines = [refused.message, *(str(problem) for problem in refused.problems)]
        self.view.banner.say("\n".join(lines), theme.Wash.WARNING)

    def _open_proof(self, row: JustificationView) -> None:
        found = self._shell.ask(
            lambda: justifications.read_proof(self._shell.workspace, self._course, row.row.id)
        )
        if found is None:
            return
        name, data = found
        self._copies = self._copies or QTemporaryDir()
        path = Path(self._copies.path()) / Path(name).name
        path.write_bytes(data)
        if not self._show_outside(path):
            message = _("No hay ningún programa que abra «{name}». El documento sigue guardado.")
            self._shell.tell(EnvironmentFault(message.format(name=name)))

    def _on_changes(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN and changes.course in {"", self._course}:
            self.read()

    def _leave(self) -> None:
        self._shell.changed.disconnect(self._on_changes)
        if self._copies is not None:
            self._copies.remove()
        self.view.deleteLater()


class _Editing(QObject):
    """The proposal of a justification that is being written, kept up with what is typed."""

    def __init__(
        self, shell: Shell, course: str, dialog: JustificationDialog, changed: JustificationView | None
    ) -> None:
        super().__init__(dialog)
        self._shell = shell
        self._course = course
        self._dialog = dialog
        self._changed = changed
        self._proposal: Proposal | None = None

    def begin(self) -> None:
        """Show what is proposed at first: of one that is being changed, what it covers."""
        self.propose()
        if self._changed is not None and self._proposal is not None:
            covered = {each.session_id: each.minutes for each in self._changed.covers}
            self._dialog.proposal.set_value(covered)

    def propose(self) -> None:
        """Propose again what the justification may cover."""
        facts = self._dialog.facts()
        self._proposal = None
        if facts is None:
            self._dialog.proposal.show_nothing(_("Escriba el día para ver qué se puede justificar."))
            return
        key = self._changed.row.id if self._changed else None
        self._proposal = self._shell.ask(
            lambda: propose(self._shell.workspace, self._course, facts, key), refused=self._decline
        )
        if self._proposal is not None:
            self._dialog.form.banner.clear()
            self._dialog.proposal.show_proposal(self._proposal)

    def explain(self) -> None:
        """Show why each class is justified as it is."""
        proposal = self._proposal
        if proposal is not None:
            frame = frame_of(self._shell.workspace, self._course)
            show_why(_("Qué justifica y por qué"), proposal_figures(proposal, frame), self._dialog)

    def write(self) -> Changes:
        """Write the justification as it is on screen."""
        workspace, form = self._shell.workspace, self._dialog.entered()
        cells = self._dialog.proposal.value()
        if self._changed is None:
            return justifications.add_justification(workspace, self._course, form, cells)
        return justifications.change_justification(workspace, self._course, self._changed.row.id, form, cells)

    def _decline(self, refused: Refused) -> None:
        problems = [problem.message for problem in refused.problems]
        self._dialog.proposal.show_nothing(" ".join([refused.message, *problems]))


def _keys(rows: Sequence[JustificationView]) -> list[int]:
    return [row.row.id for row in rows]
