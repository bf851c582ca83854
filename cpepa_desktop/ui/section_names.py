"""The sections that pages have, by the name each is gone to by: the pages and the palette say the same words.

They are here and not in the pages, which are made only when somebody goes there.
"""

from __future__ import annotations

from cpepa_desktop.domain.texts import _


def planning_sections() -> dict[str, str]:
    """Return the sections of «Planificación», in the order of a coordinator's year."""
    return {
        "calendar": _("Calendario"),
        "agenda": _("Plazos"),
        "request": _("Petición anual"),
        "application": _("Solicitud de subvención"),
        "accreditations": _("Acreditaciones"),
        "entities": _("Entidades locales"),
        "papers": _("Escritos"),
    }


def file_sections() -> dict[str, str]:
    """Return the sections of «Expediente» of a course, in the order in which a course needs them."""
    return {
        "requirements": _("Requisitos"),
        "deadlines": _("Plazos"),
        "staff": _("Profesorado"),
        "funding": _("Financiación"),
    }
