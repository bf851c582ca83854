"""Bringing people in from a file: asks for it, shows what it would bring, and writes it when accepted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.intake import PersonRow
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import people
from cpepa_desktop.operations.people import PeoplePreview
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts import choose, course_words
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import Align, Column, TablePanel
from cpepa_desktop.ui.parts.work import Progress
from cpepa_desktop.ui.shell import Shell


class PeopleIntake(QObject):
    """Imports people over a page: to the file alone, or to a course too."""

    def __init__(self, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view

    def ask_file(self, course: str = "") -> None:
        """Ask for a file of people and show what it would bring to a course, or to the file alone."""
        patterns = _("Listas (*.csv *.txt *.xlsx)")
        folder = self._shell.settings.last_folder()
        path = choose.choose_to_open(self._view, _title(course), patterns, folder)
        if path is not None:
            self.read(path, course)

    def read(self, path: Path, course: str = "") -> None:
        """Read a file of people and show what it would bring."""
        preview = self._shell.work(
            _("Leyendo «{name}»…").format(name=path.name),
            lambda ws, _progress: people.preview_people(ws, path, course),
        )
        if preview is not None:
            self.show_preview(preview)

    def show_preview(self, preview: PeoplePreview) -> None:
        """Show what a file would bring; it is written, in another thread, when accepted."""
        dialog: IntakeDialog[PersonRow] = IntakeDialog("people_intake", _title(preview.course), self._view)
        rows: TablePanel[PersonRow] = TablePanel(
            "people_intake_rows",
            _("Personas que se matricularán") if preview.course else _("Personas que se añadirán"),
            intake_columns(),
            key=lambda row: (row.sheet, row.row),
            empty=EmptyState("people_intake_empty", _("Ninguna fila puede importarse.")),
        )
        rows.set_rows(preview.accepted)
        words = _("Fichero «{name}» para el curso {course}. Nada se escribe hasta que lo acepte.")
        if not preview.course:
            words = _("Fichero «{name}». Nada se escribe hasta que lo acepte.")
        dialog.show_intake(
            words.format(name=preview.path.name, course=preview.course),
            rows,
            preview.problems,
            preview.notices,
            in_part=True,
        )

        def take(*, only_valid: bool) -> None:
            if self._shell.work_writing(_title(preview.course), partial(_write, preview, only_valid)):
                dialog.accept()

        dialog.taken.connect(lambda: take(only_valid=False))
        dialog.taken_in_part.connect(lambda: take(only_valid=True))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def intake_columns() -> tuple[Column[PersonRow], ...]:
    """Return the columns of the people that a file would bring."""
    return (
        Column(_("Fila"), lambda row: row.row, align=Align.RIGHT, width=5),
        Column(_("Documento"), lambda row: str(row.identity), width=12),
        Column(_("Apellidos"), lambda row: row.surnames, stretched=True),
        Column(_("Nombre"), lambda row: row.name, width=16),
        Column(_("Nacimiento"), lambda row: row.birth_date, width=12),
        Column(_("Alta"), lambda row: row.joined_on, width=12),
        Column(
            _("Situación"),
            lambda row: course_words.status_words(row.employment_status),
            width=13,
        ),
    )


def _title(course: str) -> str:
    return _("Importar alumnado") if course else _("Importar personas")


def _write(preview: PeoplePreview, only_valid: bool, ws: Workspace, progress: Progress) -> Changes:  # noqa: FBT001 - bound by position
    return people.import_people(ws, preview, only_valid=only_valid, told=progress.report)
