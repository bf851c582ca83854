"""Fields of the first steps: a tax code, a postal code, and where a new file goes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from cpepa_desktop.domain.identity import InvalidIdentity, check_cif
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import choose
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.text import NotUnderstood

_POSTAL_LENGTH: Final = 5


class TaxCodeField(TextField):
    """The CIF of an entity, verified as soon as the field is left."""

    def value(self) -> str:
        """Return the code in its one written form, empty for none. Raise ``NotUnderstood``."""
        typed = super().value()
        try:
            return check_cif(typed) if typed else ""
        except InvalidIdentity as error:
            raise NotUnderstood(str(error)) from error


class PostalCodeField(TextField):
    """A Spanish postal code."""

    def value(self) -> str:
        """Return the code, empty for none. Raise ``NotUnderstood`` for one without its five figures."""
        typed = super().value()
        if typed and not (typed.isdecimal() and len(typed) == _POSTAL_LENGTH):
            raise NotUnderstood(_("Un código postal tiene cinco cifras, como 50001."))
        return typed


class NewFileField(TextField):
    """Where a file that is not there yet is to be, typed or chosen."""

    def value(self) -> str:
        """Return the path with the ending of a centre's file, empty for none. Raise ``NotUnderstood``."""
        typed = super().value()
        if not typed:
            return ""
        path = Path(typed).expanduser()
        if path.suffix != f".{choose.CENTRE_FILE}":
            path = path.with_name(f"{path.name}.{choose.CENTRE_FILE}")
        if not path.parent.is_dir():
            raise NotUnderstood(_("La carpeta «{folder}» no existe: elija otra.").format(folder=path.parent))
        if path.exists():
            raise NotUnderstood(_("Ya hay un archivo con ese nombre: escriba otro, o ábralo."))
        return str(path)

    def typed(self) -> str:
        """Return what stands in the field, whether it makes sense or not."""
        return super().value()

    def _accompany(self, row: QHBoxLayout) -> None:
        chooser = button(f"{self.name}_choose", _("Elegir…"), icon="open")
        chooser.clicked.connect(self._choose)
        row.addWidget(chooser)

    def _choose(self) -> None:
        typed = Path(self.typed()).expanduser()
        path = choose.choose_to_save(
            self, self.label, choose.centre_patterns(), typed.parent, typed.name, overwrite=False
        )
        if path is not None:
            self.set_value(str(path))
            self.check()
            self.changed.emit()
