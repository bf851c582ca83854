"""What is asked of a course of an application, of an item of its checklist, and of its publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.catalogue import Offer, Province
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.application_view import ActionView, ItemView
from cpepa_desktop.operations.applications import ActionForm
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, NumberField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.pick import PickField
from cpepa_desktop.ui.planning.application.columns import action_words, offer_columns


class ActionDialog(FormDialog):
    """A course of the annex, where it is taught, and for how many."""

    def __init__(
        self,
        offers: Sequence[Offer],
        courses: Sequence[str],
        province: str,
        row: ActionView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.offer: PickField[Offer] = PickField(
            "action_offer",
            _("Acción formativa"),
            offer_columns(),
            key=lambda offer: (offer.code, offer.part),
            required=True,
            hint=_("Escriba parte del código o del título y elija con las flechas."),
        )
        self.province: ChoiceField[str] = ChoiceField(
            "action_province", _("Provincia"), [(str(each), str(each)) for each in Province]
        )
        self.participants = NumberField(
            "action_participants",
            _("Participantes"),
            hint=_("Vacío: todos los que subvenciona la convocatoria."),
        )
        self.course: ChoiceField[str] = ChoiceField(
            "action_course",
            _("Curso planificado"),
            [(code, code) for code in courses],
            nothing=_("Sin planificar"),
        )
        form = Form("action_form", [(self.offer, 2), self.province, self.participants, self.course])
        title = _("Cambiar {what}").format(what=action_words(row)) if row else _("Pedir una acción formativa")
        super().__init__("action_dialog", title, form, parent)
        self.offer.set_rows(offers)
        self.province.set_value(province)
        if row is not None:
            self._show(row)
        self.form.settle()

    def entered(self) -> ActionForm:
        """Return what is entered. The form was checked: the course of the annex is there."""
        offer = self.offer.value()
        assert offer is not None  # noqa: S101 - the field is required
        return ActionForm(
            speciality=offer.code,
            part=offer.part,
            province=self.province.value() or "",
            participants=self.participants.value(),
            course=self.course.value() or "",
        )

    def _show(self, row: ActionView) -> None:
        self.offer.panel.choose((row.action.speciality, row.action.part))
        self.province.set_value(row.action.province)
        self.participants.set_value(row.action.participants)
        self.course.set_value(row.action.course or None)


class ItemDialog(FormDialog):
    """How far an item of the checklist is, with a note and its paper."""

    def __init__(self, row: ItemView, parent: QWidget | None = None) -> None:
        self.state: ChoiceField[ItemState] = ChoiceField(
            "item_state", _("Estado"), [(state, state.label) for state in ItemState]
        )
        self.note = TextField(
            "item_note",
            _("Nota"),
            hint=_("Si ya se aportó a la administración: cuándo y ante qué órgano (ap. 12.4)."),
        )
        kept = _("Ya hay una copia: la nueva la sustituye.") if row.mark.attachment else ""
        self.scan = ScanField("item_scan", _("Copia"), hint=kept)
        form = Form("item_form", [self.state, (self.note, 2), (self.scan, 2)])
        title = _("{place}: {text}").format(place=row.item.citation.place, text=row.item.text)
        super().__init__("item_dialog", title, form, parent)
        self.state.set_value(row.mark.state)
        self.note.set_value(row.mark.note)
        self.form.settle()

    def entered(self) -> tuple[ItemState, str, Path | None]:
        """Return the state, the note and the paper."""
        return self.state.value() or ItemState.MISSING, self.note.value(), self.scan.value()


class PublicationDialog(FormDialog):
    """The day the call came out in the bulletin: the term counts from it."""

    def __init__(self, title: str, day: date | None, parent: QWidget | None = None) -> None:
        self.day = DateField(
            "publication_day",
            _("Publicada el"),
            hint=_("El día del Boletín Oficial de Aragón; el plazo se cuenta desde el siguiente."),
        )
        self.day.set_value(day)
        super().__init__("publication_dialog", title, Form("publication_form", [(self.day, 2)]), parent)
