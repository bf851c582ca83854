"""Bringing days without class from a file: asks which, shows what it would bring, and writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.holiday_intake import HolidayPreview, import_holidays, preview_holidays
from cpepa_desktop.ui.centre.columns import holiday_columns, scope_words
from cpepa_desktop.ui.centre.dialogs import TYPED_SCOPES
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, FileField, NumberField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.shell import Shell


class HolidayFileDialog(FormDialog):
    """Which file, of which year, and whose days they are where the file does not say."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        patterns = _("Listas y calendarios (*.csv *.txt *.xlsx *.ics)")
        self.file = FileField("holidays_file", _("Fichero"), patterns=patterns, required=True)
        hint = _("Un calendario escolar vale si empieza o acaba en este año.")
        self.year = NumberField("holidays_file_year", _("Año"), required=True, least=2000, hint=hint)
        self.year.set_value(year)
        self.kind: ChoiceField[HolidayScope] = ChoiceField(
            "holidays_kind",
            _("Tipo"),
            [(scope, scope_words(scope)) for scope in TYPED_SCOPES],
            hint=_("De los días de los que el fichero no diga otro."),
        )
        form = Form("holidays_file_form", [(self.file, 2), self.year, self.kind])
        title = _("Importar días sin clase")
        super().__init__("holidays_file_dialog", title, form, parent, accept=_("Leer el fichero"))

    def entered(self) -> tuple[Path, int, HolidayScope]:
        """Return the file, the year and the kind. The form was checked: all are there."""
        path, year, kind = self.file.value(), self.year.value(), self.kind.value()
        assert path is not None  # noqa: S101 - the field is required
        assert year is not None  # noqa: S101 - the field is required
        assert kind is not None  # noqa: S101 - a choice without «nothing» always has a value
        return path, year, kind


class HolidayIntake(QObject):
    """Imports days without class over the page of the centre."""

    def __init__(self, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view

    def ask_file(self, year: int) -> None:
        """Ask for a file of days of a year, and show what it would bring."""
        dialog = HolidayFileDialog(year, self._view)

        def read() -> None:
            path, year, kind = dialog.entered()
            preview = self._shell.work(
                _("Leyendo «{name}»…").format(name=path.name),
                lambda ws, _progress: preview_holidays(ws, path, year, kind),
                refused=dialog.form.show_refused,
            )
            if preview is not None:
                dialog.accept()
                self.show_preview(preview)

        dialog.submitted.connect(read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_preview(self, preview: HolidayPreview) -> None:
        """Show what a file would bring; it is written when accepted, all of it or nothing."""
        title = _("Importar días sin clase")
        dialog: IntakeDialog[Holiday] = IntakeDialog("holidays_intake", title, self._view)
        rows: TablePanel[Holiday] = TablePanel(
            "holidays_intake_rows",
            _("Días que se añadirán"),
            holiday_columns(),
            key=lambda holiday: (holiday.day, holiday.scope, holiday.municipality),
            empty=EmptyState("holidays_intake_empty", _("No hay ningún día nuevo.")),
        )
        rows.set_rows(preview.new)
        words = _("Fichero «{name}», {year}. Nada se escribe hasta que lo acepte.")
        said = words.format(name=preview.path.name, year=preview.year)
        if preview.known:
            count = len(preview.known)
            known = ngettext("{n} día ya estaba.", "{n} días ya estaban.", count).format(n=count)
            said = f"{said} {known}"
        dialog.show_intake(said, rows, preview.problems, preview.notices, in_part=False)

        def take() -> None:
            if self._shell.run(lambda: import_holidays(self._shell.workspace, preview)) is not None:
                dialog.accept()

        dialog.taken.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
