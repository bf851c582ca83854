"""What is asked of a course that starts, and of one that is renounced."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import DateField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


class StartDialog(FormDialog):
    """The day a course started, the one planned to begin with."""

    def __init__(self, course: str, planned: date, parent: QWidget | None = None) -> None:
        self.day = DateField(
            "started_on",
            _("Empezó el"),
            required=True,
            hint=_("Si fue otro día que el planificado, cambie antes el inicio en el calendario."),
        )
        title = _("Empezar el curso {course}").format(course=course)
        form = Form("start_course_form", [(self.day, 2)])
        super().__init__("start_course_dialog", title, form, parent, accept=_("Empezar"))
        self.day.set_value(planned)


class RenounceDialog(FormDialog):
    """Why and when a course is renounced. ``limit`` says until when that may be done."""

    def __init__(self, course: str, today: date, limit: str, parent: QWidget | None = None) -> None:
        self.day = DateField("renounced_on", _("Presentada el"), required=True, hint=limit)
        self.number = TextField("renounce_number", _("Número de registro"))
        self.reason = TextField(
            "renounce_reason",
            _("Motivo"),
            required=True,
            hint=_("Es un acto formal: no se deshace, se deja sin efecto con otro motivo."),
        )
        title = _("Renunciar al curso {course}").format(course=course)
        form = Form("renounce_form", [self.day, self.number, (self.reason, 2)])
        super().__init__("renounce_dialog", title, form, parent, accept=_("Renunciar"))
        self.day.set_value(today)
