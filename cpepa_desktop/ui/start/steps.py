"""The four steps of a new centre, each a short form."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QVBoxLayout

from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.foundation import place_warnings, province_of
from cpepa_desktop.ui.parts import choose, theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.fields import ChoiceField, IdentityField, NumberField, TextField
from cpepa_desktop.ui.parts.form import AnyField, Form
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.start.fields import NewFileField, PostalCodeField, TaxCodeField


class CentreStep(Form):
    """Step 1: the centre, and the entity that signs for it."""

    def __init__(self) -> None:
        self.name = TextField(
            "foundation_name",
            _("Nombre del centro"),
            required=True,
            hint=_("Como aparece en los documentos."),
        )
        self.code = TextField("foundation_code", _("Código del centro"))
        self.head = TextField("foundation_head", _("Quien dirige el centro"))
        self.entity = TextField(
            "foundation_entity",
            _("Entidad titular"),
            hint=_("Quien firma con la Administración. Si se deja vacío, es el propio centro."),
        )
        self.cif = TaxCodeField("foundation_cif", _("CIF de la entidad"))
        super().__init__(
            "foundation_centre", [(self.name, 2), self.code, self.head, (self.entity, 2), self.cif]
        )


class AddressStep(Form):
    """Step 2: where the centre is. Its municipality says which local holidays have no class."""

    def __init__(self) -> None:
        self.address = TextField("foundation_address", _("Dirección"))
        self.postal_code = PostalCodeField("foundation_postal_code", _("Código postal"))
        self.municipality = TextField(
            "foundation_municipality",
            _("Municipio"),
            hint=_("Sus festivos locales se añaden en Centro; los de Aragón ya están."),
        )
        self.province: ChoiceField[str] = ChoiceField(
            "foundation_province",
            _("Provincia"),
            [(province.value, province.value) for province in Province],
            nothing=_("Sin establecer"),
        )
        super().__init__(
            "foundation_where", [(self.address, 2), self.postal_code, self.municipality, self.province]
        )
        self.postal_code.changed.connect(self._tell_province)

    def entered(self) -> tuple[str, str, str, str]:
        """Return address, postal code, municipality and province."""
        province = self.province.value() or ""
        return self.address.value(), self.postal_code.value(), self.municipality.value(), province

    def _tell_province(self) -> None:
        """Choose the province that the postal code is of."""
        try:
            province = province_of(self.postal_code.value())
        except NotUnderstood:  # still being typed
            return
        if province is not None:
            self.province.set_value(province.value)


class RoomStep(Form):
    """Step 3: a room and a trainer, where they are known already."""

    def __init__(self) -> None:
        self.room_name = TextField("foundation_room", _("Nombre del aula"))
        self.area = NumberField("foundation_area", _("Superficie"), unit="m²", hundredths=True, least=1)
        self.document = IdentityField("foundation_document", _("DNI o NIE"))
        self.trainer_name = TextField("foundation_trainer", _("Nombre"))
        self.surnames = TextField("foundation_surnames", _("Apellidos"))
        super().__init__(
            "foundation_room_step",
            [
                _("Un aula"),
                self.room_name,
                self.area,
                _("Una persona que dé clase"),
                (self.document, 2),
                self.trainer_name,
                self.surnames,
            ],
        )

    def check(self) -> bool:
        """Say what is wrong, and what is missing of what was begun. Return whether nothing is."""
        if not super().check():
            return False
        has_area, has_room = bool(self.area.value()), bool(self.room_name.value())
        wanting: list[AnyField] = [self.room_name] if has_area and not has_room else []
        wanting += self._wanting_of_trainer()
        for field in wanting:
            field.say(_("Falta este dato, o borre los de al lado."))
        if wanting:
            wanting[0].setFocus()
        return not wanting

    def room(self) -> Room | None:
        """Return the room, ``None`` where none was written."""
        name = self.room_name.value()
        return Room(0, name, self.area.value()) if name else None

    def trainer(self) -> Trainer | None:
        """Return the trainer, ``None`` where none was written."""
        document = self.document.value()
        if document is None:
            return None
        return Trainer(0, 0, self.trainer_name.value(), self.surnames.value(), str(document))

    def _wanting_of_trainer(self) -> list[AnyField]:
        has_document, has_name = self.document.value() is not None, bool(self.trainer_name.value())
        if has_document and not has_name:
            return [self.trainer_name]
        is_begun = has_name or bool(self.surnames.value())
        return [self.document] if is_begun and not has_document else []


class FileStep(Form):
    """Step 4: where the file is kept."""

    def __init__(self) -> None:
        self.path = NewFileField("foundation_path", _("Archivo del centro"), required=True)
        super().__init__("foundation_file", [(self.path, 2)])
        self.warnings = Banner("foundation_warnings")
        backups = theme.label(
            _(
                "Las copias de seguridad se hacen solas, en una carpeta a su lado: cada media hora con "
                "cambios y al cerrar. Cada una se abre y se compara antes de darla por buena."
            ),
            "foundation_backups",
            theme.Role.QUIET,
        )
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.warnings)
            layout.addWidget(backups)
        self._proposed = ""
        self.path.changed.connect(self.warn)

    def propose(self, centre: str) -> None:
        """Propose a file named as the centre, unless the person has written another."""
        if self.path.typed() == self._proposed:
            self._proposed = str(_free(_home_of_files() / f"{_file_name(centre)}.{choose.CENTRE_FILE}"))
            self.path.set_value(self._proposed)
            self.settle()
        self.warn()

    def warn(self) -> None:
        """Say what should be known of the place, before the file is in it."""
        found = place_warnings(Path(self.path.typed()).expanduser())
        if found:
            self.warnings.say("\n".join(found), theme.Wash.WARNING)
        else:
            self.warnings.clear()


def _file_name(centre: str) -> str:
    """Return a file name made of a centre's name."""
    plain = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in centre)
    return "-".join(plain.split()).casefold() or _("centro")


def _home_of_files() -> Path:
    """Return the folder of documents; where a computer has none, the person's own."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def _free(path: Path) -> Path:
    """Return ``path``, or the first of ``path-2``, ``path-3``… that is not there yet."""
    tried, number = path, 1
    while tried.exists():
        number += 1
        tried = path.with_stem(f"{path.stem}-{number}")
    return tried
