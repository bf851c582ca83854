"""What is asked of a local entity."""

from __future__ import annotations

from dataclasses import astuple

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.start.fields import TaxCodeField


class EntityDialog(FormDialog):
    """A local entity, its contact and what it pays for."""

    def __init__(self, entity: LocalEntity | None, parent: QWidget | None = None) -> None:
        self._id = entity.id if entity else 0
        self.name = TextField("entity_title", _("Nombre"), required=True)
        self.cif = TaxCodeField("entity_cif", _("CIF"))
        self.municipality = TextField("entity_municipality", _("Municipio"))
        self.contact_name = TextField("entity_contact", _("Persona de contacto"))
        self.contact_role = TextField("entity_contact_role", _("Cargo"))
        self.phone = TextField("entity_phone", _("Teléfono"))
        self.email = TextField("entity_email", _("Correo electrónico"))
        self.pays = TextField(
            "entity_pays",
            _("Qué paga"),
            suggestions=[_("Los docentes"), _("Los docentes y el material"), _("Todos los gastos")],
            hint=_("Por ejemplo: los docentes y el material"),
        )
        self._texts = (
            self.name,
            self.cif,
            self.municipality,
            self.contact_name,
            self.contact_role,
            self.phone,
            self.email,
            self.pays,
        )
        name, *middle, pays = self._texts
        form = Form("entity_form", [(name, 2), *middle, (pays, 2)])
        super().__init__("entity_dialog", entity.name if entity else _("Nueva entidad local"), form, parent)
        if entity is not None:
            for field, text in zip(self._texts, astuple(entity)[1:], strict=True):
                field.set_value(text)
            self.form.settle()

    def entered(self) -> LocalEntity:
        """Return the local entity as entered; a new one has the id 0."""
        return LocalEntity(self._id, *(field.value() for field in self._texts))
