"""Columns of the list of people."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.people import PersonSummary
from cpepa_desktop.ui.parts.table import Column


def columns() -> tuple[Column[PersonSummary], ...]:
    """Return the columns of the list of people."""
    return (
        Column(_("Apellidos, nombre"), lambda each: each.person.listed_name, stretched=True),
        Column(_("Documento"), lambda each: str(each.person.document), width=13),
        Column(_("Nacimiento"), lambda each: each.person.birth_date, width=12),
        Column(_("Teléfono"), lambda each: each.person.phone, width=13),
        Column(
            _("Cursos"),
            lambda each: ", ".join(each.courses),
            tooltip=lambda each: "\n".join(each.courses),
            width=18,
        ),
    )
