"""What must hold of a person before they are written, wherever they come from."""

from __future__ import annotations

from cpepa_desktop.db import people as table
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace


def check_person(ws: Workspace, person: Person) -> None:
    """Refuse a person without a name, or with a document that somebody else has or had."""
    if not person.name.strip():
        raise Refused(_("Falta el nombre de la persona. No se ha guardado nada."))
    holder = table.holder(ws.db, person.document)
    if holder not in {None, person.id}:
        other = table.person(ws.db, holder or 0)
        message = _("El documento {number} ya es de {name}. No se ha guardado nada.")
        raise Refused(message.format(number=person.document, name=other.listed_name))
