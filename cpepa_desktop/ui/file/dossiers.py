"""What «Archivo» does with course dossiers: one in from another file, one out to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import courses, dossier
from cpepa_desktop.operations.dossier import DossierPreview
from cpepa_desktop.ui.file.view import ChooseCourseDialog
from cpepa_desktop.ui.parts import choose, dialogs, text
from cpepa_desktop.ui.shell import Shell


class DossierCommands:
    """Bringing a course in and writing one out, each asking what it needs."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell = shell
        self._window = window

    def import_course(self) -> None:
        """Ask for a course dossier and bring its course in."""
        path = choose.choose_to_open(
            self._window,
            _("Importar un expediente de curso"),
            _("Expedientes de curso (*.json)"),
            self._shell.settings.last_folder(),
        )
        if path is None:
            return
        data = self._shell.ask(lambda: _bytes_of(path))
        if data is not None and self._wants(data):
            self._shell.work_writing(
                _("Importar un expediente de curso"),
                lambda ws, progress: dossier.import_course(ws, data, progress.report),
                done=lambda changes: self._shell.go("course", changes.course),
            )

    def export_course(self, chosen: str = "") -> None:
        """Ask which course and where to, and write its dossier."""
        rows = self._shell.ask(lambda: courses.list_courses(self._shell.workspace)) or ()
        dialog = ChooseCourseDialog(
            _("Exportar el expediente de un curso"),
            [(row.code, f"{row.code} · {row.title}") for row in rows],
            chosen,
            self._window,
        )
        dialog.submitted.connect(dialog.accept)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._export(dialog.course())
        dialog.deleteLater()

    def _wants(self, data: bytes) -> bool:
        """Say what a dossier would bring, and ask. One with problems goes on, to be refused with them all."""
        preview = self._shell.work(
            _("Leyendo el expediente…"), lambda ws, _progress: dossier.preview_dossier(ws, data)
        )
        if preview is None or preview.problems:
            return preview is not None
        return dialogs.confirm(
            _("¿Importar el curso {code}?").format(code=preview.course),
            dossier_words(preview),
            _("Importar"),
            parent=self._window,
        )

    def _export(self, code: str) -> None:
        data = self._shell.ask(lambda: dossier.export_course(self._shell.workspace, code))
        if data is None:
            return
        path = choose.choose_to_save(
            self._window,
            _("Guardar el expediente"),
            _("Expedientes de curso (*.json)"),
            self._shell.settings.last_folder(),
            f"{code.replace('/', '-')}.json",
        )
        if path is not None:
            self._shell.ask(lambda: _write(path, data))


def dossier_words(preview: DossierPreview) -> str:
    """Return in a few lines what a dossier would bring."""
    learners = sum(person.is_learner for person in preview.people)
    trainers = sum(person.is_trainer for person in preview.people)
    known = sum(person.is_known for person in preview.people)
    lines = [preview.title]
    if preview.first_day and preview.last_day:
        lines.append(text.period(preview.first_day, preview.last_day))
    lines.append(
        _("Alumnado: {learners}. Docentes: {trainers}. Ya estaban en el archivo: {known}.").format(
            learners=learners, trainers=trainers, known=known
        )
    )
    lines.append(
        ngettext("{n} documento emitido", "{n} documentos emitidos", preview.papers).format(n=preview.papers)
    )
    return "\n".join([*lines, *preview.notices])


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = _("No se puede leer «{path}». No se ha cambiado nada; compruebe que existe y sus permisos.")
        raise EnvironmentFault(message.format(path=path)) from error


def _write(path: Path, data: bytes) -> int:
    try:
        return path.write_bytes(data)
    except OSError as error:
        message = _("No se puede escribir «{path}». Elija otra carpeta o compruebe el espacio del disco.")
        raise EnvironmentFault(message.format(path=path)) from error
