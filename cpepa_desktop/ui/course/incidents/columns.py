"""The incidents of a course as rows."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import short_day_words
from cpepa_desktop.operations.incidents import IncidentView
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Align, Column, Total


def incident_columns() -> tuple[Column[IncidentView], ...]:
    """Return the columns of the incidents of a course."""
    return (
        Column(_("Día"), lambda row: row.day, text=lambda row: short_day_words(row.day), width=11),
        Column(
            _("Hora"),
            lambda row: row.incident.minute,
            text=lambda row: text.clock(row.incident.minute),
            align=Align.RIGHT,
            width=6,
        ),
        Column(_("A quién afecta"), whom, tooltip=whom, width=20),
        Column(
            _("Qué ocurrió"),
            lambda row: row.incident.what,
            tooltip=lambda row: row.incident.what,
            width=22,
            stretched=True,
        ),
        Column(_("Causa"), lambda row: row.incident.cause, tooltip=lambda row: row.incident.cause, width=16),
        Column(
            _("Justificación"),
            lambda row: row.incident.justification,
            tooltip=lambda row: row.incident.justification,
            width=16,
        ),
        Column(
            _("Comunicada"),
            lambda row: row.incident.communicated_on,
            text=_communicated,
            icon=lambda row: "send" if row.incident.communicated_on else "to-do",
            width=15,
            total=Total.COUNT,
        ),
    )


def whom(row: IncidentView) -> str:
    """Return whom an incident concerns."""
    return row.person.listed_name if row.person else _("Todo el grupo")


def _communicated(row: IncidentView) -> str:
    day = row.incident.communicated_on
    return text.full_day(day) if day else _("Sin comunicar")
