"""What is asked once before lines are ticked as typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import DateField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


class TypedDialog(FormDialog):
    """On which day something is typed and under which number."""

    def __init__(self, typed_on: date, number: str, parent: QWidget | None = None) -> None:
        self.typed_on = DateField("typed_on", _("Tecleado el"), required=True)
        self.typed_on.set_value(typed_on)
        hint = _("El que da el programa al guardar. Vacío si no da ninguno.")
        self.number = TextField("typed_number", _("Número"), hint=hint)
        self.number.set_value(number)
        form = Form("typed_form", [self.typed_on, self.number])
        super().__init__("typed_dialog", _("Día y número de lo tecleado"), form, parent)
