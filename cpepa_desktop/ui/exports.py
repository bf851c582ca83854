"""Takes the tables of all pages to files: asks where, writes, and says where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import choose, theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.table import ExportWish
from cpepa_desktop.ui.shell import Shell


class TableExports:
    """Writes what tables ask for, and says so in ``notices``."""

    def __init__(self, shell: Shell, notices: Banner) -> None:
        self._shell = shell
        self._notices = notices

    def export(self, wish: ExportWish, parent: QWidget) -> None:
        """Ask for a file and write the rows there."""
        from cpepa_desktop.operations import tables  # noqa: PLC0415 - brings a library few sessions need

        listing, settings = wish.listing, self._shell.settings
        path = choose.choose_to_save(
            QApplication.activeModalWidget() or parent,
            _("Exportar la tabla"),
            _("Hoja de cálculo (*.xlsx)") if wish.kind == tables.XLSX else _("Texto CSV (*.csv)"),
            settings.export_folder(),
            tables.proposed_name(listing, wish.kind),
        )
        if path is None:
            return
        settings.remember_export_folder(path.parent)
        written = self._shell.ask(lambda: tables.export_table(listing, path))
        if written is not None:
            self._say_written(written, len(listing.rows))

    def _say_written(self, path: Path, rows: int) -> None:
        words = ngettext("Se ha escrito {n} fila en «{path}».", "Se han escrito {n} filas en «{path}».", rows)
        self._notices.say(
            words.format(n=rows, path=path),
            theme.Wash.OK,
            act=(_("Abrir la carpeta"), lambda: open_folder(path.parent)),
        )


def open_folder(folder: Path) -> bool:
    """Show a folder in the program of the system that shows folders. Return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
