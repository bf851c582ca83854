"""The files opened last, in the menu «Archivo»."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import dialogs, icons
from cpepa_desktop.ui.settings import Settings


class RecentMenu(QMenu):
    """The files opened last, each by its number. One that is gone is told, and can be forgotten."""

    def __init__(self, settings: Settings, opened: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(_("&Recientes"), parent)
        self.setObjectName("menu_recent")
        self.setIcon(icons.icon("history"))
        self._settings = settings
        self._opened = opened
        self._fill()
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for at, path in enumerate(self._settings.known_files(), start=1):
            name = f"{path.stem} - {path.parent}".replace("&", "&&")
            action = self.addAction(f"&{at}  {name}")
            action.setObjectName(f"recent_{at}")
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if self.isEmpty():
            self.addAction(_("Todavía no se ha abierto ningún archivo")).setEnabled(False)

    def _open(self, path: Path) -> None:
        if path.is_file():
            self._opened(path)
        elif dialogs.confirm(
            _("El archivo ya no está"),
            _(
                "No se encuentra «{path}». No se ha perdido nada por abrirlo: puede haberse movido o "
                "cambiado de nombre, o estar en un disco que no está conectado."
            ).format(path=path),
            _("Quitarlo de la lista"),
            parent=self.parentWidget(),
        ):
            self._settings.forget_file(path)
