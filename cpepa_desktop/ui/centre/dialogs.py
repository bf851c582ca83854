"""The forms of a classroom, a trainer, a holiday and a logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.centre.columns import scope_words
from cpepa_desktop.ui.parts.fields import (
    CheckField,
    ChoiceField,
    DateField,
    FileField,
    IdentityField,
    NumberField,
    TextField,
)
from cpepa_desktop.ui.parts.form import Form, FormDialog

TYPED_SCOPES = (
    HolidayScope.LOCAL,
    HolidayScope.SCHOOL,
    HolidayScope.CENTRE,
    HolidayScope.REGIONAL,
    HolidayScope.NATIONAL,
)


class RoomDialog(FormDialog):
    """A classroom with the title the centre uses it under."""

    def __init__(self, room: Room | None, parent: QWidget | None = None) -> None:
        self._id = room.id if room is not None else 0
        self._name = TextField("room_name", _("Nombre del aula"), required=True)
        self._area = NumberField("room_area", _("Superficie"), unit="m²", hundredths=True, least=1)
        self._title = TextField(
            "room_title",
            _("Título de uso"),
            suggestions=[_("Propiedad"), _("Cesión"), _("Alquiler"), _("Convenio")],
        )
        self._until = DateField("room_until", _("El título termina el"), hint=_("Vacío si no termina"))
        form = Form("room_form", [(self._name, 2), self._area, self._title, self._until])
        title = _("Nueva aula") if room is None else room.name
        super().__init__("room_dialog", title, form, parent)
        if room is not None:
            self._name.set_value(room.name)
            self._area.set_value(room.area_hundredths)
            self._title.set_value(room.title)
            self._until.set_value(room.title_until)

    def entered(self) -> Room:
        """Return the classroom as entered; a new one has the id 0."""
        return Room(
            self._id, self._name.value(), self._area.value(), self._title.value(), self._until.value()
        )


class TrainerDialog(FormDialog):
    """A trainer, who is a person of the file."""

    def __init__(self, trainer: Trainer | None, parent: QWidget | None = None) -> None:
        self._trainer = trainer
        self._document = IdentityField("trainer_document", _("DNI o NIE"), required=True)
        self._name = TextField("trainer_name", _("Nombre"), required=True)
        self._surnames = TextField("trainer_surnames", _("Apellidos"))
        self._email = TextField("trainer_email", _("Correo electrónico"))
        self._phone = TextField("trainer_phone", _("Teléfono"))
        self._speciality = TextField("trainer_speciality", _("Especialidad"))
        self._active = CheckField("trainer_active", _("Sigue impartiendo"))
        self._active.set_value(True)
        form = Form(
            "trainer_form",
            [
                self._document,
                self._speciality,
                self._name,
                self._surnames,
                self._phone,
                self._email,
                self._active,
            ],
        )
        title = _("Nuevo formador o formadora") if trainer is None else trainer.full_name
        super().__init__("trainer_dialog", title, form, parent)
        if trainer is not None:
            self._show(trainer)

    def entered(self) -> Trainer:
        """Return the trainer as entered; a new one has the id 0."""
        return Trainer(
            id=self._trainer.id if self._trainer else 0,
            person_id=self._trainer.person_id if self._trainer else 0,
            name=self._name.value(),
            surnames=self._surnames.value(),
            id_number=str(self._document.value() or ""),
            email=self._email.value(),
            phone=self._phone.value(),
            speciality=self._speciality.value(),
            active=self._active.value(),
        )

    def _show(self, trainer: Trainer) -> None:
        self._document.set_value(parse_identity(trainer.id_number))
        self._name.set_value(trainer.name)
        self._surnames.set_value(trainer.surnames)
        self._email.set_value(trainer.email)
        self._phone.set_value(trainer.phone)
        self._speciality.set_value(trainer.speciality)
        self._active.set_value(trainer.active)


class HolidayDialog(FormDialog):
    """A day without class."""

    def __init__(self, municipality: str, parent: QWidget | None = None) -> None:
        self._day = DateField("holiday_day", _("Día"), required=True)
        self._name = TextField("holiday_name", _("Nombre"), required=True)
        self._scope = ChoiceField(
            "holiday_scope",
            _("Tipo"),
            [(scope, scope_words(scope)) for scope in TYPED_SCOPES],
            hint=_("Los escolares y los del centro no tienen clase, pero cuentan en los plazos."),
        )
        self._municipality = TextField(
            "holiday_municipality", _("Municipio"), hint=_("Solo en los festivos locales")
        )
        self._municipality.set_value(municipality)
        form = Form("holiday_form", [self._day, self._name, self._scope, self._municipality])
        super().__init__("holiday_dialog", _("Nuevo día sin clase"), form, parent)

    def entered(self) -> Holiday:
        """Return the day as entered."""
        day, scope = self._day.value(), self._scope.value()
        assert day is not None  # noqa: S101 - the field is required and the form was checked
        assert scope is not None  # noqa: S101 - a choice without «nothing» always has a value
        municipality = self._municipality.value() if scope is HolidayScope.LOCAL else ""
        return Holiday(day, self._name.value(), scope, municipality)


class LogoDialog(FormDialog):
    """An image for the head of every paper, and what a screen reader says of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._file = FileField(
            "logo_file", _("Imagen"), patterns=_("Imágenes (*.png *.jpg *.jpeg)"), required=True
        )
        self._text = TextField(
            "logo_text",
            _("Texto alternativo"),
            required=True,
            hint=_("Lo que dice la imagen, para quien no la ve: «Gobierno de Aragón»"),
        )
        form = Form("logo_form", [(self._file, 2), (self._text, 2)])
        super().__init__("logo_dialog", _("Nuevo logotipo"), form, parent)

    def entered(self) -> tuple[Path, str]:
        """Return the file and its text."""
        path = self._file.value()
        assert path is not None  # noqa: S101 - the field is required and the form was checked
        return path, self._text.value()
