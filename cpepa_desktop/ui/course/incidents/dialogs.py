"""What is asked of an incident, and of telling some to the administration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.incidents import IncidentForm, IncidentView
from cpepa_desktop.ui.parts.fields import ChoiceField, ClockField, DateField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


class IncidentDialog(FormDialog):
    """The day, the hour, the cause and the justification of an incident (guide 10.2.10)."""

    def __init__(self, title: str, people: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        self.day = DateField("incident_day", _("Día"), required=True)
        self.minute = ClockField("incident_minute", _("Hora"), required=True, hint=_("Como 9:00"))
        self.who: ChoiceField[int] = ChoiceField(
            "incident_who", _("A quién afecta"), people, nothing=_("Todo el grupo")
        )
        self.what = TextField("incident_what", _("Qué ocurrió"), required=True)
        self.cause = TextField("incident_cause", _("Causa"))
        self.justification = TextField("incident_justification", _("Justificación"))
        self.communicated = DateField(
            "incident_communicated", _("Comunicada el"), hint=_("Vacía mientras no se haya comunicado.")
        )
        form = Form(
            "incident_form",
            [
                self.day,
                self.minute,
                (self.who, 2),
                (self.what, 2),
                (self.cause, 2),
                (self.justification, 2),
                self.communicated,
            ],
        )
        super().__init__("incident_dialog", title, form, parent)

    def show_incident(self, view: IncidentView) -> None:
        """Show what is known of an incident, to be changed."""
        incident = view.incident
        self.day.set_value(view.day)
        self.minute.set_value(incident.minute)
        self.who.set_value(incident.enrolment_id)
        self.what.set_value(incident.what)
        self.cause.set_value(incident.cause)
        self.justification.set_value(incident.justification)
        self.communicated.set_value(incident.communicated_on)
        self.form.settle()

    def entered(self) -> IncidentForm:
        """Return what is entered. The form was checked: the day and the hour are there."""
        day, minute = self.day.value(), self.minute.value()
        assert day is not None  # noqa: S101 - the field is required
        assert minute is not None  # noqa: S101 - the field is required
        return IncidentForm(
            day=day,
            minute=minute,
            what=self.what.value(),
            cause=self.cause.value(),
            justification=self.justification.value(),
            enrolment_id=self.who.value(),
            communicated_on=self.communicated.value(),
        )


class CommunicatedDialog(FormDialog):
    """On which day some incidents were told to the administration."""

    def __init__(self, title: str, today: date, parent: QWidget | None = None) -> None:
        self.day = DateField("communicated_day", _("Comunicadas el"), required=True)
        self.day.set_value(today)
        super().__init__("communicated_dialog", title, Form("communicated_form", [self.day]), parent)
