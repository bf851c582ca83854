"""What the menu «Archivo» does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import backups, files
from cpepa_desktop.operations.foundation import found_centre
from cpepa_desktop.ui.file.view import AboutDialog, BackupsDialog
from cpepa_desktop.ui.parts import choose, dialogs, theme
from cpepa_desktop.ui.settings import PROGRAM
from cpepa_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from cpepa_desktop.ui.start.foundation import FoundationDialog

SAMPLE_NAME: Final = f"muestra.{choose.CENTRE_FILE}"


class FileCommands(QObject):
    """The commands on the file, each asking what it needs and telling what came of it."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window

    def new(self) -> None:
        """Ask for a new centre in four steps, make its file and open it."""
        from cpepa_desktop.ui.start.foundation import FoundationDialog  # noqa: PLC0415 - wanted once in a life

        dialog = FoundationDialog(self._window)
        dialog.submitted.connect(lambda: self._create(dialog))
        dialog.exec()
        dialog.deleteLater()

    def open(self) -> None:
        """Ask for a file and open it."""
        path = choose.choose_to_open(
            self._window, _("Abrir un archivo"), choose.centre_patterns(), self._shell.settings.last_folder()
        )
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file; where it cannot be written, offer to open it only for reading."""
        self._shell.open_file(path, failed=lambda fault: self._offer_reading(path, fault))
        if not path.exists():
            self._shell.settings.forget_file(path)

    def sample(self) -> None:
        """Open the sample centre of this computer, made first where there is none."""
        path = platformdirs.user_data_path(PROGRAM, appauthor=False, ensure_exists=True) / SAMPLE_NAME
        self.sample_at(path)

    def sample_at(self, path: Path) -> bool:
        """Open the sample centre at ``path``, made first where there is none. Return whether it is open."""
        if path.exists():
            return self._shell.open_file(path)
        from cpepa_desktop.operations.sample import make_sample  # noqa: PLC0415 - it brings all that fills a centre

        shell = self._shell
        made = shell.wait(
            _("Preparando el centro de muestra…"),
            lambda progress: make_sample(path, shell.clock, shell.actor, progress.report),
        )
        return made is not None and shell.open_file(made)

    def back_up(self) -> None:
        """Make a verified backup now."""
        self._shell.back_up()

    def restore(self) -> None:
        """Show the backups of the open file and restore the one chosen."""
        dialog = BackupsDialog(backups.list_backups(self._shell.workspace.file.path), self._window)
        dialog.restore_asked.connect(lambda path: self._restore(dialog, path))
        dialog.other_asked.connect(lambda: self._restore_other(dialog))
        dialog.exec()
        dialog.deleteLater()

    def check(self) -> None:
        """Check the whole file and tell what was found."""
        problems = self._shell.work(
            _("Comprobando el archivo…"), lambda workspace, _progress: files.check_file(workspace)
        )
        if problems is None:
            return
        if problems:
            title = ngettext("{n} problema", "{n} problemas", len(problems)).format(n=len(problems))
            words = _(
                "El archivo tiene datos que no encajan. No se ha cambiado nada: copie la lista y consulte, o "
                "restaure la última copia."
            )
            wash = theme.Wash.WARNING
        else:
            title = _("El archivo está bien")
            words = _("Se han comprobado los datos, sus relaciones y los documentos guardados.")
            wash = theme.Wash.OK
        dialog = dialogs.AnswerDialog(
            "check_dialog", title, words, wash=wash, problems=problems, parent=self._window
        )
        dialog.add_button("accept", _("Entendido"), QDialogButtonBox.ButtonRole.AcceptRole, primary=True)
        dialog.exec()
        dialog.deleteLater()

    def import_course(self) -> None:
        """Ask for a course dossier and bring its course in."""
        from cpepa_desktop.ui.file.dossiers import DossierCommands  # noqa: PLC0415 - it brings the whole schema

        DossierCommands(self._shell, self._window).import_course()

    def export_course(self, chosen: str = "") -> None:
        """Ask which course and where to, and write its dossier."""
        from cpepa_desktop.ui.file.dossiers import DossierCommands  # noqa: PLC0415 - it brings the whole schema

        DossierCommands(self._shell, self._window).export_course(chosen)

    def about(self) -> None:
        """Tell what the program is."""
        file = self._shell.workspace.file.path if self._shell.is_open else None
        dialog = AboutDialog(file, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _create(self, dialog: FoundationDialog) -> None:
        path, entered, shell = dialog.path(), dialog.entered(), self._shell
        if shell.open_made(lambda: found_centre(path, shell.clock, shell.actor, entered)):
            dialog.accept()

    def _offer_reading(self, path: Path, fault: EnvironmentFault) -> None:
        title, act = _("No se puede abrir para escribir"), _("Abrir solo para leer")
        if dialogs.confirm(title, fault.message, act, parent=self._window):
            self._shell.open_file(path, writable=False)

    def _restore(self, dialog: BackupsDialog, path: Path) -> None:
        words = _(
            "El archivo volverá a como estaba en esa copia. Lo hecho después se guarda en otra copia, por "
            "si hace falta."
        )
        if dialogs.confirm(_("¿Restaurar esta copia?"), words, _("Restaurar"), parent=dialog):
            dialog.accept()
            self._bring_back(path)

    def _bring_back(self, path: Path) -> None:
        refusals: list[Refused] = []
        self._shell.restore(path, refused=refusals.append)
        if refusals and dialogs.confirm(
            _("No se ha restaurado"),
            refusals[0].message,
            _("Restaurar de todos modos"),
            danger=True,
            parent=self._window,
        ):
            self._shell.restore(path, other_file=True)

    def _restore_other(self, dialog: BackupsDialog) -> None:
        path = choose.choose_to_open(
            dialog,
            _("Elegir una copia de seguridad"),
            choose.centre_patterns(),
            self._shell.settings.last_folder(),
        )
        if path is not None:
            self._restore(dialog, path)
