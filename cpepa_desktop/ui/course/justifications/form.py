"""One justification: who and why, when, and what it covers, which is proposed while the rest is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.justification_proposals import APPOINTMENTS, JustificationForm
from cpepa_desktop.operations.justifications import JustificationView
from cpepa_desktop.ui.course.justifications.proposal import ProposalField
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import (
    CheckField,
    ChoiceField,
    ClockField,
    DateField,
    FileField,
    MinutesField,
    TextField,
)
from cpepa_desktop.ui.parts.form import AnyField, Form, FormDialog
from cpepa_desktop.ui.parts.keys import give_keys
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.parts.why import WHY_KEY

_SIZE: Final = (1040, 780)
_WITH_TOWN: Final = APPOINTMENTS | {AbsenceCause.D}


class JustificationDialog(FormDialog):
    """A justification to be written or changed.

    Signals:
        facts_changed: something of which the proposal depends was changed.
    """

    facts_changed = Signal()

    def __init__(
        self,
        people: Sequence[Enrolment],
        changed: JustificationView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._make_fields(people, changed)
        form = Form(
            "justification_form",
            [
                _("Quién y por qué"),
                self.person,
                self.cause,
                _("Cuándo"),
                *self._of_when,
                (self.proposal, 2),
                self.proof,
                self.note,
                *([self.drops_proof] if changed and changed.proof_name else []),
            ],
        )
        title = _("Cambiar el justificante") if changed else _("Nuevo justificante")
        super().__init__("justification_dialog", title, form, parent)
        self.resize(theme.size_on_screen(*_SIZE))
        give_keys(self.proposal.why, WHY_KEY, self)
        if changed:
            self._show(changed)
        facts: tuple[AnyField, ...] = (self.person, self.cause, *self._of_when)
        for field in facts:
            field.changed.connect(self._settle_and_tell)
        self.settle()
        form.settle()

    def facts(self) -> JustificationForm | None:
        """Return what is entered, ``None`` while the person or the first day is missing or makes no sense."""
        try:
            id_number, cause, first = self.person.value(), self.cause.value(), self.first.value()
            if id_number is None or cause is None or first is None:
                return None
            is_town = cause in _WITH_TOWN and self.other_town.value()
            is_appointment = cause in APPOINTMENTS
            return JustificationForm(
                id_number,
                cause,
                first,
                last=None if is_appointment else self.last.value(),
                appointment_minute=self.at.value() if is_appointment else None,
                ended=self.ended.value() if is_appointment else None,
                other_town=is_town,
                travel_minutes=self.travel.value() if is_town and is_appointment else None,
                granted_minutes=self.granted.value() if cause is AbsenceCause.G else None,
            )
        except NotUnderstood:
            return None

    def entered(self) -> JustificationForm:
        """Return what is entered with its document and its note. The form was checked."""
        facts = self.facts()
        assert facts is not None  # noqa: S101 - the fields it needs are required
        return replace(
            facts,
            proof=self.proof.value(),
            note=self.note.value(),
            drops_proof=self.drops_proof.value(),
        )

    def settle(self) -> None:
        """Ask only for what the cause needs."""
        cause = self.cause.value()
        is_appointment = cause in APPOINTMENTS
        shown: dict[AnyField, bool] = {
            self.last: not is_appointment,
            self.at: is_appointment,
            self.ended: is_appointment,
            self.other_town: cause in _WITH_TOWN,
            self.travel: is_appointment and self.other_town.value(),
            self.granted: cause is AbsenceCause.G,
        }
        for field, is_shown in shown.items():
            field.setVisible(is_shown)
            field.setEnabled(is_shown)

    def _settle_and_tell(self) -> None:
        self.settle()
        self.facts_changed.emit()

    def _make_fields(self, people: Sequence[Enrolment], changed: JustificationView | None) -> None:
        offered = [each for each in people if changed is None or each.id == changed.enrolment.id]
        self.person: ChoiceField[str] = ChoiceField(
            "person",
            _("Persona"),
            [(each.person.document.number, each.person.listed_name) for each in offered],
            required=True,
        )
        self.cause: ChoiceField[AbsenceCause] = ChoiceField(
            "cause", _("Causa"), [(each, f"{each}) {each.label}") for each in AbsenceCause], required=True
        )
        self.first = DateField("first", _("Día, o primer día"), required=True)
        self.last = DateField("last", _("Último día"), hint=_("Vacío, ese día solo."))
        self.at = ClockField("appointment_minute", _("Hora de la cita"), hint=_("Por ejemplo 10:30."))
        self.ended = ClockField("ended", _("Terminó a las"), hint=_("Si se sabe."))
        self.other_town = CheckField("other_town", _("Fue en otra localidad"))
        self.travel = MinutesField(
            "travel_minutes", _("Viaje en transporte público"), unit=_("horas"), hint=_("Vacío, una hora.")
        )
        self.granted = MinutesField(
            "granted_minutes", _("Tiempo que conceden los servicios"), unit=_("horas")
        )
        self._of_when: tuple[AnyField, ...] = (
            self.first,
            self.last,
            self.at,
            self.ended,
            self.other_town,
            self.travel,
            self.granted,
        )
        self.proposal = ProposalField("proposal", _("Qué justifica"))
        kept = _("Guardado: {name}. Elija otro para cambiarlo.").format(
            name=changed.proof_name if changed else ""
        )
        self.proof = FileField(
            "proof",
            _("Documento"),
            patterns=_("Documentos (*.pdf *.png *.jpg *.jpeg);;Todos (*)"),
            hint=kept if changed and changed.proof_name else _("El parte, la citación o el contrato."),
        )
        self.drops_proof = CheckField("drops_proof", _("Quitar el documento guardado"))
        self.note = TextField("note", _("Nota"))

    def _show(self, changed: JustificationView) -> None:
        row = changed.row
        self.cause.set_value(changed.cause)
        self.first.set_value(row.event_day or changed.first)
        self.last.set_value(changed.last if changed.last != self.first.value() else None)
        self.at.set_value(row.appointment_minute)
        self.other_town.set_value(row.other_town)
        self.travel.set_value(row.travel_minutes)
        self.note.set_value(row.note)
