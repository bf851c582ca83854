"""Sending a week and opening it again: what is asked before each."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import DateField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.reason import ReasonDialog


class LockDialog(FormDialog):
    """When a week was sent and under which number of the registry."""

    def __init__(self, week: str, today: date, parent: QWidget | None = None) -> None:
        self.sent_on = DateField("lock_sent_on", _("Enviada el"), required=True)
        self.sent_on.set_value(today)
        self.registry = TextField("lock_registry", _("Número de registro"), required=True)
        form = Form("lock_form", [self.sent_on, self.registry])
        title = _("Enviar y bloquear: {week}").format(week=week)
        super().__init__("lock_dialog", title, form, parent, accept=_("Bloquear la semana"))


class UnlockDialog(ReasonDialog):
    """Why a week that was sent is to be corrected."""

    def __init__(self, week: str, parent: QWidget | None = None) -> None:
        title = _("Desbloquear: {week}").format(week=week)
        super().__init__("unlock", title, _("Desbloquear la semana"), parent=parent)
