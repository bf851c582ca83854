"""What is asked of a line of a budget, of a service of support, and of who pays for a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, MinutesField, NumberField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


class BudgetDialog(FormDialog):
    """A line of the budget of a course."""

    def __init__(self, line: BudgetLine | None = None, parent: QWidget | None = None) -> None:
        self._line = line or BudgetLine(0, 0, LineKind.EXPENSE, "", 0)
        self.concept = TextField("budget_concept", _("Concepto"), required=True)
        self.kind: ChoiceField[LineKind] = ChoiceField(
            "budget_kind", _("Gasto o ingreso"), [(kind, kind.label) for kind in LineKind]
        )
        self.amount = NumberField(
            "budget_amount", _("Importe"), unit="€", required=True, hundredths=True, hint=_("Como 1.200,50")
        )
        self.note = TextField("budget_note", _("Nota"))
        form = Form("budget_form", [(self.concept, 2), self.kind, self.amount, (self.note, 2)])
        title = _("Cambiar «{concept}»").format(concept=line.concept) if line else _("Línea del presupuesto")
        super().__init__("budget_dialog", title, form, parent)
        self.concept.set_value(self._line.concept)
        self.kind.set_value(self._line.kind)
        self.amount.set_value(self._line.cents if line else None)
        self.note.set_value(self._line.note)
        self.form.settle()

    def entered(self) -> BudgetLine:
        """Return the line as entered. The form was checked: the amount is there."""
        return replace(
            self._line,
            concept=self.concept.value(),
            kind=self.kind.value() or self._line.kind,
            cents=self.amount.value() or 0,
            note=self.note.value(),
        )


class SupportDialog(FormDialog):
    """A service of support for a person with a disability (ap. 17.5; guide 10.2.11)."""

    def __init__(
        self,
        people: Sequence[tuple[int, str]],
        support: DisabilitySupport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._support = support or DisabilitySupport(0, 0, SupportService.SUPPORT, 0)
        self.person: ChoiceField[int] = ChoiceField("support_person", _("Persona"), people, required=True)
        self.service: ChoiceField[SupportService] = ChoiceField(
            "support_service", _("Servicio"), [(each, each.label) for each in SupportService]
        )
        self.minutes = MinutesField(
            "support_hours",
            _("Horas que se piden"),
            required=True,
            hint=_("No más que las de la acción formativa."),
        )
        self.requested_on = DateField("support_requested", _("Pedido el"))
        self.approved_on = DateField("support_approved", _("Aprobado el"))
        self.approved = MinutesField("support_approved_hours", _("Horas aprobadas"))
        self.note = TextField(
            "support_note", _("Necesidad"), hint=_("Por qué hace falta, como en la solicitud.")
        )
        form = Form(
            "support_form",
            [
                self.person,
                self.service,
                self.minutes,
                self.requested_on,
                self.approved_on,
                self.approved,
                (self.note, 2),
            ],
        )
        super().__init__("support_dialog", _("Apoyo a la discapacidad"), form, parent)
        if support is not None:
            self._show(support)
        self.form.settle()

    def entered(self) -> DisabilitySupport:
        """Return the service as entered. The form was checked: the person and the hours are there."""
        return replace(
            self._support,
            enrolment_id=self.person.value() or 0,
            service=self.service.value() or self._support.service,
            minutes=self.minutes.value() or 0,
            requested_on=self.requested_on.value(),
            approved_on=self.approved_on.value(),
            approved_minutes=self.approved.value(),
            note=self.note.value(),
        )

    def _show(self, support: DisabilitySupport) -> None:
        self.person.set_value(support.enrolment_id)
        self.service.set_value(support.service)
        self.minutes.set_value(support.minutes)
        self.requested_on.set_value(support.requested_on)
        self.approved_on.set_value(support.approved_on)
        self.approved.set_value(support.approved_minutes)
        self.note.set_value(support.note)


class PayerDialog(FormDialog):
    """Which local entity pays for a course."""

    def __init__(
        self,
        course: str,
        entities: Sequence[tuple[int, str]],
        chosen: int | None,
        parent: QWidget | None = None,
    ) -> None:
        self.entity: ChoiceField[int] = ChoiceField(
            "payer_entity",
            _("Entidad local"),
            entities,
            nothing=_("Ninguna"),
            hint=_("Se escriben en Planificación, «Entidades locales»."),
        )
        title = _("Quién paga el curso {course}").format(course=course)
        super().__init__("payer_dialog", title, Form("payer_form", [(self.entity, 2)]), parent)
        self.entity.set_value(chosen)
        self.form.settle()
