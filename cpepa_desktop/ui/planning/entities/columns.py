"""The local entities as rows."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.local_entities import LocalEntityView
from cpepa_desktop.ui.parts.table import Column


def entity_columns() -> tuple[Column[LocalEntityView], ...]:
    """Return the columns of the local entities."""
    return (
        Column(_("Entidad"), lambda row: row.entity.name, tooltip=lambda row: row.entity.name, width=26),
        Column(_("CIF"), lambda row: row.entity.cif or _("sin establecer"), width=12),
        Column(_("Contacto"), contact_words, tooltip=contact_words, width=21),
        Column(
            _("Qué paga"),
            lambda row: row.entity.pays,
            tooltip=lambda row: row.entity.pays,
            width=16,
            stretched=True,
        ),
        Column(_("Convenio"), agreement_words, tooltip=agreement_words, width=22),
        Column(_("Cursos"), lambda row: ", ".join(row.courses), width=13),
    )


def contact_words(row: LocalEntityView) -> str:
    """Return with whom to speak at a local entity, and how."""
    entity = row.entity
    who = f"{entity.contact_name} ({entity.contact_role})" if entity.contact_role else entity.contact_name
    return " · ".join(part for part in (who, entity.phone, entity.email) if part)


def agreement_words(row: LocalEntityView) -> str:
    """Return the agreements with a local entity, or that none is kept."""
    return "; ".join(row.agreements) or _("Sin convenio anotado")
