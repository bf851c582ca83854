"""The dialog that asks why something is done, where that stays written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


class ReasonDialog(FormDialog):
    """Asks for a reason, under ``act``, the words of what is done then; ``hint`` says what becomes of it."""

    def __init__(
        self, name: str, title: str, act: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self.reason = TextField(f"{name}_reason", _("Motivo"), required=True, hint=hint)
        form = Form(f"{name}_form", [(self.reason, 2)])
        super().__init__(f"{name}_dialog", title, form, parent, accept=act)
