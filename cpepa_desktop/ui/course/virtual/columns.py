"""Who follows the class at a distance, what is kept of it, and what a log would write, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.virtual import Consent
from cpepa_desktop.domain.words import day_words, hours_words, listed
from cpepa_desktop.operations.connection_reckoning import ConnectedPerson
from cpepa_desktop.operations.connections import LogView, Unmatched
from cpepa_desktop.operations.virtual import PersonRow, RecordingRow
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.table import Align, Column


@dataclass(frozen=True, slots=True)
class ConnectedRow:
    """Somebody in a log, and whether the minutes already entered are to be changed."""

    person: ConnectedPerson
    is_overwritten: bool


def person_columns() -> tuple[Column[PersonRow], ...]:
    """Return the columns of the people of a course."""
    return (
        Column(_("Persona"), lambda row: row.enrolment.person.listed_name, width=18, stretched=True),
        Column(_("Motivo"), _reason, tooltip=_reason, width=16),
        Column(_("¿Autoriza grabar?"), _consent, tooltip=_consent_in_full, icon=_consent_icon, width=16),
        Column(_("Pendiente"), lambda row: row.pending, tooltip=lambda row: row.pending, width=16),
    )


def recording_columns() -> tuple[Column[RecordingRow], ...]:
    """Return the columns of the recordings."""
    return (
        Column(
            _("Clase"), lambda row: row.stretch.day, text=lambda row: day_words(row.stretch.day), width=16
        ),
        Column(_("Dónde se guarda"), lambda row: row.recording.place, width=16, stretched=True),
        Column(_("Destruida"), lambda row: row.recording.destroyed_on, width=12),
    )


def log_columns() -> tuple[Column[LogView], ...]:
    """Return the columns of the logs imported."""
    return (
        Column(
            _("Clase"), lambda row: row.stretch.day, text=lambda row: day_words(row.stretch.day), width=16
        ),
        Column(_("Registro"), lambda row: row.file_name, width=16, stretched=True),
        Column(_("Herramienta"), lambda row: row.tool, width=15),
        Column(_("Importado"), lambda row: row.imported_on, width=12),
    )


def connected_columns() -> tuple[Column[ConnectedRow], ...]:
    """Return the columns of who is in a log: its minutes beside those already entered."""
    return (
        Column(_("Persona"), lambda row: row.person.enrolment.person.listed_name, width=22, stretched=True),
        Column(_("Conectada"), _intervals, tooltip=_intervals, width=24),
        Column(
            _("Registro"),
            lambda row: row.person.minutes,
            text=lambda row: hours_words(row.person.minutes),
            align=Align.RIGHT,
            width=10,
        ),
        Column(
            _("Ya introducido"), lambda row: row.person.entered, text=_entered, align=Align.RIGHT, width=13
        ),
        Column(_("Por"), lambda row: row.person.matched_by.label, width=13),
        Column(_("Qué se hará"), outcome, tooltip=_reasoned, wash=_wash, icon=_icon, width=22),
    )


def unmatched_columns() -> tuple[Column[Unmatched], ...]:
    """Return the columns of who is nobody of the course yet."""
    return (
        Column(_("Nombre en el registro"), lambda row: row.name, width=22, stretched=True),
        Column(_("Correo"), lambda row: row.email, width=22),
        Column(
            _("Minutos"),
            lambda row: row.minutes,
            text=lambda row: hours_words(row.minutes),
            align=Align.RIGHT,
            width=9,
        ),
        Column(_("Puede ser"), _suggested, tooltip=_suggested, width=26),
    )


def outcome(row: ConnectedRow) -> str:
    """Return what becomes of somebody in a log, in words."""
    if row.person.problem:
        return _("no puede introducirse")
    if row.person.entered is None:
        return _("se introduce")
    if not row.person.is_conflict:
        return _("igual que lo introducido")
    return _("se cambia lo introducido") if row.is_overwritten else _("se deja lo introducido")


def _reasoned(row: ConnectedRow) -> str:
    return row.person.problem or outcome(row)


def _reason(row: PersonRow) -> str:
    reason = row.virtual.reason
    return ". ".join(part for part in (reason.label if reason else "", row.virtual.reason_note) if part)


def _consent(row: PersonRow) -> str:
    consent, day = row.virtual.consent, row.virtual.consent_on
    if consent is None or day is None:
        return ""
    answer = _("sí") if consent is Consent.GIVEN else _("no")
    return f"{answer} · {text.full_day(day)}"


def _consent_in_full(row: PersonRow) -> str:
    return row.virtual.consent.label if row.virtual.consent else ""


def _consent_icon(row: PersonRow) -> str:
    consent = row.virtual.consent
    return {"given": "ok", "refused": "no"}.get(consent or "", "")


def _intervals(row: ConnectedRow) -> str:
    return ", ".join(f"{one:%H:%M:%S}-{other:%H:%M:%S}" for one, other in row.person.attendee.intervals)


def _entered(row: ConnectedRow) -> str:
    return "" if row.person.entered is None else hours_words(row.person.entered)


def _wash(row: ConnectedRow) -> theme.Wash | None:
    if row.person.problem:
        return theme.Wash.DANGER
    return theme.Wash.WARNING if row.person.is_conflict else None


def _icon(row: ConnectedRow) -> str:
    if row.person.problem:
        return "no"
    return "warning" if row.person.is_conflict else "ok"


def _suggested(row: Unmatched) -> str:
    names = listed([f"«{each.person.listed_name}»" for each in row.suggestions], _("o"))
    return _("mismo nombre: {names}").format(names=names) if row.is_shared else names
