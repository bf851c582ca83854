"""Columns of the list of people."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.people import PersonSummary
from cpepa_desktop.ui.parts.table import Column, Total


def columns() -> tuple[Column[PersonSummary], ...]:
    """Return the columns of the list of people."""
    return (
        Column(_("Apellidos, nombre"), lambda each: each.person.listed_name, width=24, stretched=True),
        Column(_("Documento"), lambda each: str(each.person.document), width=10),
        Column(_("Nacimiento"), lambda each: each.person.birth_date, width=12),
        Column(_("Teléfono"), lambda each: each.person.phone, width=12, hidden=True),
        Column(_("Correo"), lambda each: each.person.email, width=22, hidden=True),
        Column(_("Municipio"), lambda each: each.person.municipality, width=16, hidden=True),
        Column(_("Código postal"), lambda each: each.person.postal_code, width=8, hidden=True),
        Column(_("Documentos anteriores"), _earlier, hidden=True),
        Column(
            _("Cursos"),
            lambda each: ", ".join(each.courses),
            tooltip=lambda each: "\n".join(each.courses),
            width=16,
            total=Total.COUNT,
        ),
    )


def _earlier(each: PersonSummary) -> str:
    return " ".join(str(document) for document in each.person.earlier_documents)
