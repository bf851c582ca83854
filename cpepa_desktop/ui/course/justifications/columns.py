"""The justifications of a course as rows."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.justifications import JustificationView
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.table import Align, Column, Total

_WASHES: Final = {
    JustificationState.PENDING: theme.Wash.WARNING,
    JustificationState.VALIDATED: theme.Wash.OK,
    JustificationState.REJECTED: theme.Wash.DANGER,
}
_ICONS: Final = {
    JustificationState.PENDING: "pending",
    JustificationState.VALIDATED: "ok",
    JustificationState.REJECTED: "no",
}


def justification_columns() -> tuple[Column[JustificationView], ...]:
    """Return the columns of the justifications of a course."""
    return (
        Column(
            _("Apellidos, nombre"), lambda row: row.enrolment.person.listed_name, width=16, stretched=True
        ),
        Column(_("Causa"), _cause, tooltip=_cause, width=24),
        Column(_("Días"), lambda row: row.first, text=_days, tooltip=_days, width=17),
        Column(
            _("Horas"),
            lambda row: row.minutes,
            text=lambda row: hours_words(row.minutes),
            align=Align.RIGHT,
            width=8,
            measure=Measure.MINUTES,
            total=Total.SUM,
        ),
        Column(
            _("Estado"),
            lambda row: row.row.state.label.capitalize(),
            tooltip=_state_in_full,
            wash=lambda row: _WASHES[row.row.state],
            icon=lambda row: _ICONS[row.row.state],
            width=18,
        ),
        Column(_("Decidido"), lambda row: row.row.decided_on, width=11, hidden=True),
        Column(_("Entregado"), lambda row: row.row.handed_in_on, tooltip=_registry, width=11),
        Column(_("Registro"), lambda row: row.row.registry, width=12, hidden=True),
        Column(
            _("Documento"),
            lambda row: row.proof_name or _("falta"),
            tooltip=lambda row: row.proof_name or _("No se ha guardado ningún documento"),
            icon=lambda row: "attach" if row.proof_name else "warning",
            width=14,
        ),
        Column(_("Nota"), lambda row: row.row.note, tooltip=lambda row: row.row.note, width=18, hidden=True),
    )


def _cause(row: JustificationView) -> str:
    return f"{row.cause}) {row.cause.label}"


def _days(row: JustificationView) -> str:
    return text.full_day(row.first) if row.first == row.last else text.period(row.first, row.last)


def _state_in_full(row: JustificationView) -> str:
    words = row.row.state.label.capitalize()
    return f"{words}, {text.full_day(row.row.decided_on)}" if row.row.decided_on else words


def _registry(row: JustificationView) -> str:
    return _("Registro {number}").format(number=row.row.registry) if row.row.registry else ""
