"""The columns by which a speciality, a part of it or a module is found in the catalogue."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.requestables import Requestable
from cpepa_desktop.ui.parts.table import Align, Column


def speciality_columns() -> tuple[Column[Requestable], ...]:
    """Return the columns of whole specialities."""
    return (
        Column(_("Código"), lambda row: row.code, width=11),
        Column(_("Especialidad"), lambda row: row.title, tooltip=lambda row: row.title, stretched=True),
        Column(_("Nivel"), lambda row: row.level, align=Align.RIGHT, width=6),
    )


def subject_columns() -> tuple[Column[Requestable], ...]:
    """Return the columns of what a yearly request can ask for."""
    code, title, level = speciality_columns()
    return (
        code,
        Column(_("Parte o módulo"), lambda row: row.part or _("Completo"), width=14),
        title,
        level,
        Column(
            _("Horas"),
            lambda row: row.minutes,
            text=lambda row: hours_words(row.minutes),
            align=Align.RIGHT,
            width=8,
        ),
    )
