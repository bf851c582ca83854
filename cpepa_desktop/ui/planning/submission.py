"""What is asked of handing something in to the administration, and of taking that back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import DateField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.reason import ReasonDialog


class SubmissionDialog(FormDialog):
    """The day and the number that something was handed in under, and the receipt."""

    def __init__(
        self,
        name: str,
        title: str,
        today: date,
        parent: QWidget | None = None,
        *,
        has_number: bool = False,
    ) -> None:
        """Ask for them. ``has_number`` says that nothing is handed in without one."""
        self.day = DateField(f"{name}_day", _("Presentada el"), required=True)
        self.day.set_value(today)
        self.number = TextField(f"{name}_number", _("Número de registro"), required=has_number)
        self.scan = ScanField(f"{name}_scan", _("Justificante"))
        form = Form(f"{name}_form", [self.day, self.number, (self.scan, 2)])
        super().__init__(f"{name}_dialog", title, form, parent, accept=_("Anotar que se presentó"))

    def entered(self) -> tuple[date, str, Path | None]:
        """Return the day, the number and the receipt. The form was checked: the day is there."""
        day = self.day.value()
        assert day is not None  # noqa: S101 - the field is required
        return day, self.number.value(), self.scan.value()


class WithdrawDialog(ReasonDialog):
    """Why something was not handed in after all, so that it can be changed."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        hint = _("Queda en el historial con su fecha.")
        super().__init__(name, title, _("Reabrir"), hint=hint, parent=parent)
