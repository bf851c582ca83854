"""Dialogs about the file: the list of backups, which course, what the program is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cpepa_desktop import __version__
from cpepa_desktop.domain.backups import Backup
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.file.columns import columns
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel

_LIST_SIZE: Final = (640, 480)
_ABOUT_WIDTH: Final = 460


class BackupsDialog(QDialog):
    """The backups of the open file, to choose one to restore.

    Signals:
        restore_asked: the person wants to restore a backup; carries its path.
        other_asked: the person wants to look for a backup elsewhere.
    """

    restore_asked = Signal(object)
    other_asked = Signal()

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Restaurar una copia de seguridad")
        self.setObjectName("backups_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.size_on_screen(*_LIST_SIZE))
        empty = EmptyState(
            "backups_empty",
            _("Todavía no hay ninguna copia. Se hace una sola cada media hora con cambios y al cerrar."),
            icon="backup",
        )
        self.table = TablePanel(
            "backups", _("Copias de seguridad"), columns(), key=lambda made: made.path, empty=empty
        )
        self.table.set_rows(backups)
        self.table.choose_first()
        intro = theme.label(
            _(
                "Cada copia se abrió y se comparó con el archivo cuando se hizo. Antes de restaurar se "
                "guarda otra del estado actual, así que nada se pierde."
            ),
            "backups_intro",
            theme.Role.QUIET,
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.setObjectName("backups_buttons")
        self.buttons.rejected.connect(self.reject)
        restore = button("backups_restore", _("Restaurar"), icon="backup", primary=True)
        restore.setEnabled(bool(backups))
        restore.clicked.connect(self._ask_restore)
        other = button("backups_other", _("Otro archivo…"))
        other.clicked.connect(self.other_asked)
        self.buttons.addButton(restore, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(other, QDialogButtonBox.ButtonRole.ResetRole)
        self.table.opened.connect(lambda made: self.restore_asked.emit(made.path))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, "backups_title", theme.Role.HEADING))
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)

    def _ask_restore(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.restore_asked.emit(chosen.path)


class ChooseCourseDialog(FormDialog):
    """Asks which course."""

    def __init__(
        self, title: str, courses: Sequence[tuple[str, str]], chosen: str, parent: QWidget | None = None
    ) -> None:
        self._course = ChoiceField("choose_course_code", _("Curso"), courses, required=True)
        self._course.set_value(chosen or None)
        form = Form("choose_course", [self._course], columns=1)
        super().__init__("choose_course_dialog", title, form, parent, accept=_("Exportar…"))

    def course(self) -> str:
        """Return the code of the course chosen."""
        return self._course.value() or ""


class AboutDialog(QDialog):
    """What the program is, its version and its licence."""

    def __init__(self, file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Acerca de CPEPA Desktop")
        self.setObjectName("about_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        words = [
            _("Certificados de profesionalidad en centros de personas adultas y de formación de Aragón."),
            _("Versión {version}").format(version=__version__),
            _("Software libre, licencia GPL 3 o posterior. El programa no se conecta a ninguna red."),
        ]
        if file is not None:
            words.append(_("Archivo abierto: {path}").format(path=text.breakable(file)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("about_buttons")
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(icons.icon_label("courses", "accent", icons.LARGE))
        layout.addWidget(theme.label("CPEPA Desktop", "about_title", theme.Role.TITLE))
        for at, line in enumerate(words):
            layout.addWidget(theme.label(line, f"about_line_{at}"))
        layout.addWidget(buttons)
        theme.fit_words(self, _ABOUT_WIDTH)
