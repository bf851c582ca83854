"""Bringing attendance in from a file: asks for it, shows what it would bring, and writes it when accepted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.attendance_conflicts import OnConflict
from cpepa_desktop.operations.attendance_intake import (
    AttendancePreview,
    import_attendance,
    preview_attendance,
)
from cpepa_desktop.ui.course.attendance.gates import ask_gates, ask_or_tell, is_waiting
from cpepa_desktop.ui.course.attendance.intake import InputRow, difference_table, intake_table
from cpepa_desktop.ui.parts import choose
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.shell import Shell


class AttendanceIntake(QObject):
    """Imports attendance over a page."""

    def __init__(self, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view

    def ask_file(self, course: str) -> None:
        """Ask for a file of attendance and show what it would bring to a course."""
        patterns = _("Hojas de datos (*.csv *.txt *.xlsx)")
        folder = self._shell.settings.last_folder()
        path = choose.choose_to_open(self._view, _("Importar asistencia"), patterns, folder)
        if path is not None:
            self.read(path, course)

    def read(self, path: Path, course: str) -> None:
        """Read a file of attendance and show what it would bring."""
        preview = self._shell.work(
            _("Leyendo «{name}»…").format(name=path.name),
            lambda ws, _progress: preview_attendance(ws, path, course),
        )
        if preview is not None:
            self.show_preview(preview)

    def show_preview(self, preview: AttendancePreview) -> None:
        """Show what a file would bring; it is written when accepted.

        Where the course waits for its requirements they are asked for, and the file is read again.
        """
        rows = self._shell.ask(lambda: intake_table(self._shell.workspace, preview))
        if rows is None:
            return
        dialog: IntakeDialog[InputRow] = IntakeDialog(
            "attendance_intake", _("Importar asistencia"), self._view
        )
        words = _("Fichero «{name}» para el curso {course}. Nada se escribe hasta que lo acepte.")
        dialog.show_intake(
            words.format(name=preview.path.name, course=preview.course),
            rows,
            preview.problems,
            preview.notices,
            in_part=False,
        )
        if preview.conflicts:
            dialog.show_differences(
                difference_table(preview),
                len(preview.conflicts),
                _("Dejar lo que hay"),
                _("Escribir lo del fichero"),
                is_open=not preview.problems,
            )

        def take(on_conflict: OnConflict) -> None:
            if self._write(preview, on_conflict):
                dialog.accept()

        def show_again() -> None:
            dialog.reject()
            self.read(preview.path, preview.course)

        dialog.taken.connect(partial(take, OnConflict.OVERWRITE))
        dialog.taken_in_part.connect(partial(take, OnConflict.KEEP))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if is_waiting(preview.refusal):
            ask_gates(self._shell, preview.refusal, show_again, dialog)

    def _write(self, preview: AttendancePreview, on_conflict: OnConflict) -> bool:
        """Write what a file brings. Return whether it began."""
        again = partial(self._write, preview, on_conflict)
        return self._shell.work_writing(
            _("Importar asistencia"),
            lambda ws, job: import_attendance(ws, preview, job.report, on_conflict),
            refused=lambda refused: ask_or_tell(self._shell, refused, again, self._view),
        )
