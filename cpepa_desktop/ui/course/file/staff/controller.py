"""The staff of a course: reads it, writes roles and proofs down, and explains what the rules say of it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.staff import CourseRole, Role
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.explanations import Figure, explain, frame_of
from cpepa_desktop.operations.kept_files import copy_kept_file
from cpepa_desktop.operations.staff import CourseStaff, StaffedModule, course_staff, list_trainers
from cpepa_desktop.operations.staff_writing import remove_role, save_proofs, save_role
from cpepa_desktop.ui.course.file.staff.columns import StaffRow, staff_rows, subject_of, verdicts_of
from cpepa_desktop.ui.course.file.staff.dialogs import MissingDialog, ProofsDialog, RoleDialog
from cpepa_desktop.ui.course.file.staff.view import StaffView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.outside import Outside
from cpepa_desktop.ui.parts.verdicts import badge_of
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

_SEPARATOR: Final = "/"


class StaffTab(Tab):
    """The section «Profesorado» of the tab «Expediente»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.PLANNING, Kind.CENTRE, Kind.PEOPLE})
    view: StaffView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        view = StaffView()
        super().__init__(shell, view, parent)
        self._staff: CourseStaff | None = None
        self._outside = Outside(shell, self)
        view.add_wanted.connect(self._add)
        view.change_wanted.connect(self._change)
        view.remove_wanted.connect(self._remove)
        view.proofs_wanted.connect(self._prove)
        view.scans_wanted.connect(self._open_scans)
        view.missing_wanted.connect(self._tell_missing)
        view.why_wanted.connect(self._explain)

    def read(self) -> None:
        """Read the staff of the course."""
        self._staff = self.shell.ask(lambda: course_staff(self.workspace, self.course))
        if self._staff is not None:
            self.view.show_staff(self._staff)

    def _add(self) -> None:
        """Ask who does something; a role that nobody has and is chosen is what they will do."""
        row = self.view.roles.current_row()
        asked = row.asked if row is not None and row.member is None else Role.PREPARER
        trainers = self.shell.ask(lambda: list_trainers(self.workspace))
        if trainers is None:
            return
        dialog = RoleDialog(_("Añadir una función"), trainers, None, self.view)
        dialog.role.set_value(asked)
        dialog.form.settle()
        self._save_from(dialog)

    def _change(self, row: StaffRow) -> None:
        if row.member is None or row.written is None:
            return
        title = _("{name}: {role}").format(name=row.member.trainer.full_name, role=row.asked.label.lower())
        dialog = RoleDialog(title, [row.member.trainer], row.written, self.view)
        dialog.fix_who()
        self._save_from(dialog)

    def _save_from(self, dialog: RoleDialog) -> None:
        self.ask_in(dialog, lambda: save_role(self.workspace, self.course, dialog.entered()))

    def _remove(self, row: StaffRow) -> None:
        role: CourseRole | None = row.written
        if role is not None:
            self.write(lambda: remove_role(self.workspace, self.course, role.trainer_id, role.role))

    def _prove(self, row: StaffRow) -> None:
        staff, member = self._staff, row.member
        if staff is None or member is None:
            return
        title = _("Acreditación de {name} para {speciality}").format(
            name=member.trainer.full_name, speciality=staff.speciality
        )
        dialog = ProofsDialog(title, member.proofs, self.view)
        save = partial(save_proofs, self.workspace, member.trainer.id, staff.speciality)
        self.ask_in(dialog, lambda: save(dialog.entered()))

    def _open_scans(self, row: StaffRow) -> None:
        for proof in row.member.proofs if row.member else ():
            if proof.attachment is not None:
                self._outside.open_copy(partial(copy_kept_file, self.workspace, proof.attachment))

    def _tell_missing(self) -> None:
        if self._staff is not None:
            dialog = MissingDialog(self._staff, self.view)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _explain(self, row: StaffRow | StaffedModule | None) -> None:
        staff = self._staff
        frame = self.shell.ask(lambda: frame_of(self.workspace, self.course))
        if staff is None or frame is None:
            return
        rows: list[StaffRow | StaffedModule] = [*staff_rows(staff), *staff.modules]
        figures = [
            Figure(
                _key(each, verdict),
                f"{subject_of(each)}: {rule_title(verdict.rule).lower()}",
                badge_of(verdict).words,
                explain(verdict, frame),
            )
            for each in rows
            for verdict in verdicts_of(each)
        ]
        chosen = next((_key(row, verdict) for verdict in verdicts_of(row)), "") if row else ""
        title = _("Profesorado de {course}").format(course=self.course)
        show_why(title, figures, self.view, chosen=chosen)


def _key(row: StaffRow | StaffedModule, verdict: Verdict) -> str:
    return f"{subject_of(row)}{_SEPARATOR}{verdict.rule}"
