"""Opens files in the programs of the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.shell import Shell


class Outside(QObject):
    """Opens copies of what the file keeps, which go when this program ends, and folders."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._copies: QTemporaryDir | None = None

    def open_copy(self, write: Callable[[Path], Path]) -> None:
        """Open the copy that ``write`` makes in the folder it is given."""
        if self._copies is None:
            self._copies = QTemporaryDir()
        folder = Path(self._copies.path())
        path = self._shell.ask(lambda: write(folder))
        if path is not None:
            self._open(path, _("No hay ningún programa que abra «{path}»."))

    def open_folder(self, folder: Path) -> None:
        """Open a folder."""
        self._open(folder, _("No se puede abrir la carpeta «{path}»."))

    def _open(self, path: Path, failure: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._shell.tell(EnvironmentFault(failure.format(path=path)))
