"""What is asked of an accreditation, and of what a speciality asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.requestables import Requestable
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, NumberField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.pick import PickField
from cpepa_desktop.ui.planning.subjects import speciality_columns


class AccreditationDialog(FormDialog):
    """An accreditation with its scan. Its speciality is chosen once: another one is another accreditation."""

    def __init__(
        self, row: Accreditation, specialities: Sequence[Requestable], parent: QWidget | None = None
    ) -> None:
        self._row = row
        self.speciality: PickField[Requestable] = PickField(
            "accreditation_speciality",
            _("Especialidad"),
            speciality_columns(),
            key=lambda each: each.code,
            required=True,
            hint=_("Escriba parte del código o del título y elija con las flechas."),
        )
        self.number = TextField("accreditation_number", _("Número"))
        self.places = NumberField("accreditation_places", _("Plazas"), least=1)
        self.day = DateField("accreditation_day", _("Fecha"), hint=_("Sin ella no consta que esté en vigor"))
        self.until = DateField("accreditation_until", _("Termina el"), hint=_("Vacía si no termina"))
        self.note = TextField("accreditation_note", _("Observaciones"))
        self.scan = ScanField(
            "accreditation_scan",
            _("Escaneo"),
            hint=_("Ya hay uno guardado: otro lo sustituye.") if row.attachment else "",
        )
        form = Form(
            "accreditation_form",
            [
                (self.speciality, 2),
                self.number,
                self.places,
                self.day,
                self.until,
                (self.note, 2),
                (self.scan, 2),
            ],
        )
        title = _("Acreditación de {code}").format(code=row.speciality)
        super().__init__("accreditation_dialog", title if row.id else _("Nueva acreditación"), form, parent)
        self._show(specialities)

    def entered(self) -> Accreditation:
        """Return the accreditation as entered. The form was checked: its speciality is there."""
        chosen = self.speciality.value()
        return replace(
            self._row,
            speciality=self._row.speciality if self._row.id or chosen is None else chosen.code,
            number=self.number.value(),
            day=self.day.value(),
            until=self.until.value(),
            places=self.places.value(),
            note=self.note.value(),
        )

    def scanned(self) -> Path | None:
        """Return the scan to be kept, ``None`` for none."""
        return self.scan.value()

    def _show(self, specialities: Sequence[Requestable]) -> None:
        row = self._row
        self.speciality.set_rows(specialities)
        self.speciality.panel.choose(row.speciality)
        self.number.set_value(row.number)
        self.places.set_value(row.places)
        self.day.set_value(row.day)
        self.until.set_value(row.until)
        self.note.set_value(row.note)
        self.form.settle()
        if row.id:
            self.speciality.hide()
            self.speciality.setEnabled(False)
            self.number.setFocus()


class NeedDialog(FormDialog):
    """What a speciality asks for, as its royal decree says it, and how the centre meets it."""

    def __init__(
        self,
        need: SpecialityNeed,
        rooms: Sequence[tuple[int, str]],
        trainers: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        self._need = need
        self.kind: ChoiceField[NeedKind] = ChoiceField(
            "need_kind", _("Tipo"), [(kind, kind.label) for kind in NeedKind]
        )
        self.name = TextField("need_name", _("Qué exige"), required=True)
        self.area = NumberField("need_area", _("Superficie"), unit="m²", hundredths=True, least=1)
        self.people = NumberField("need_people", _("Para cuántas personas"), least=1)
        self.source = TextField(
            "need_source", _("Dónde lo dice"), hint=_("El real decreto y el lugar: RD 1379/2008, anexo I, IV")
        )
        self.room: ChoiceField[int] = ChoiceField("need_room", _("Aula"), rooms, nothing=_("Ninguna todavía"))
        self.trainer: ChoiceField[int] = ChoiceField(
            "need_trainer", _("Formador o formadora"), trainers, nothing=_("Nadie todavía")
        )
        self.met_on = DateField("need_met_on", _("Se cumple desde"), hint=_("Vacía mientras esté pendiente"))
        self.note = TextField("need_note", _("Con qué se cumple"))
        form = Form(
            "need_form",
            [
                _("Lo que se exige"),
                self.kind,
                self.source,
                (self.name, 2),
                self.area,
                self.people,
                _("Cómo lo cumple el centro"),
                (self.room, 2),
                (self.trainer, 2),
                self.met_on,
                self.note,
            ],
        )
        title = _("Requisito de {code}") if need.id else _("Nuevo requisito de {code}")
        super().__init__("need_dialog", title.format(code=need.speciality), form, parent)
        self.kind.changed.connect(self.settle)
        self._show()

    def settle(self) -> None:
        """Ask for what is said of the kind chosen: only rooms are measured, only trainers are people."""
        kind = self.kind.value()
        for field, asked in (
            (self.area, kind is NeedKind.ROOM),
            (self.people, kind is NeedKind.ROOM),
            (self.room, kind is NeedKind.ROOM),
            (self.trainer, kind is NeedKind.TRAINER),
        ):
            field.setVisible(asked)
            field.setEnabled(asked)
        self.form.close_gaps()

    def entered(self) -> SpecialityNeed:
        """Return what is asked for as entered. The form was checked."""
        is_room, is_trainer = self.room.isEnabled(), self.trainer.isEnabled()
        return replace(
            self._need,
            kind=self.kind.value() or self._need.kind,
            name=self.name.value(),
            area_hundredths=self.area.value() if is_room else None,
            people=self.people.value() if is_room else None,
            source=self.source.value(),
            room_id=self.room.value() if is_room else None,
            trainer_id=self.trainer.value() if is_trainer else None,
            met_on=self.met_on.value(),
            note=self.note.value(),
        )

    def _show(self) -> None:
        need = self._need
        self.kind.set_value(need.kind)
        self.name.set_value(need.name)
        self.area.set_value(need.area_hundredths)
        self.people.set_value(need.people)
        self.source.set_value(need.source)
        self.room.set_value(need.room_id)
        self.trainer.set_value(need.trainer_id)
        self.met_on.set_value(need.met_on)
        self.note.set_value(need.note)
        self.settle()
        self.form.settle()
