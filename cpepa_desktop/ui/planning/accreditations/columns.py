"""The accreditations of the centre and what specialities ask for, as rows."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.accreditations import AccreditationView
from cpepa_desktop.operations.speciality_needs import NeedView
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge


def accreditation_columns(today: date) -> tuple[Column[AccreditationView], ...]:
    """Return the columns of the accreditations, told as they stand on ``today``."""
    return (
        Column(_("Código"), lambda row: row.speciality, width=11),
        Column(
            _("Especialidad"), lambda row: row.title, tooltip=lambda row: row.title, width=18, stretched=True
        ),
        Column(
            _("Situación"),
            lambda row: state_badge(row, today).words,
            icon=lambda row: state_badge(row, today).icon,
            wash=lambda row: state_badge(row, today).wash,
            tooltip=lambda row: "\n".join((*row.warnings, *row.missing)),
            width=15,
        ),
        Column(_("Número"), lambda row: row.accreditation.number if row.accreditation else "", width=15),
        Column(
            _("Desde"),
            lambda row: row.accreditation.day if row.accreditation else None,
            text=_since,
            icon=lambda row: "warning" if _lacks_day(row) else "",
            wash=lambda row: Wash.WARNING if _lacks_day(row) else None,
            width=13,
        ),
        Column(
            _("Hasta"),
            lambda row: row.accreditation.until if row.accreditation else None,
            text=_until,
            icon=lambda row: "warning" if _is_too_short(row) else "",
            wash=lambda row: Wash.WARNING if _is_too_short(row) else None,
            tooltip=lambda row: "\n".join(row.warnings),
            width=14,
        ),
        Column(
            _("Plazas"),
            lambda row: row.accreditation.places if row.accreditation else None,
            align=Align.RIGHT,
            width=7,
        ),
    )


def need_columns() -> tuple[Column[NeedView], ...]:
    """Return the columns of what a speciality asks for."""
    return (
        Column(_("Tipo"), lambda row: row.need.kind.label, width=13),
        Column(_("Qué exige"), lambda row: row.asked, tooltip=_need_in_full, width=20, stretched=True),
        Column(
            _("Se cumple"),
            lambda row: need_badge(row.answer).words,
            icon=lambda row: need_badge(row.answer).icon,
            wash=lambda row: need_badge(row.answer).wash,
            width=12,
        ),
        Column(_("Con qué"), lambda row: row.met_with, tooltip=lambda row: row.met_with, width=20),
        Column(
            _("Dónde lo dice"), lambda row: row.need.source, tooltip=lambda row: row.need.source, width=18
        ),
    )


def state_badge(row: AccreditationView, today: date) -> Badge:
    """Return how an accreditation stands on a day."""
    given = row.accreditation
    if given is None:
        return Badge(_("Sin acreditar"), "unknown", Wash.QUIET)
    if given.is_in_force(today):
        return Badge(_("En vigor"), "ok", Wash.OK)
    if given.day is None:
        return Badge(_("Pendiente"), "pending", Wash.QUIET)
    return Badge(_("Terminada"), "no", Wash.DANGER)


def need_badge(answer: Answer) -> Badge:
    """Return whether something asked for is met."""
    return {
        Answer.YES: Badge(_("Sí"), "ok", Wash.OK),
        Answer.NO: Badge(_("No"), "no", Wash.DANGER),
        Answer.PENDING: Badge(_("Pendiente"), "pending", Wash.QUIET),
    }[answer]


def _lacks_day(row: AccreditationView) -> bool:
    return row.accreditation is not None and row.accreditation.day is None


def _is_too_short(row: AccreditationView) -> bool:
    return bool(row.warnings) and not _lacks_day(row)


def _since(row: AccreditationView) -> str:
    given = row.accreditation
    if given is None:
        return ""
    return text.full_day(given.day) if given.day else _("Falta")


def _until(row: AccreditationView) -> str:
    given = row.accreditation
    if given is None:
        return ""
    return text.full_day(given.until) if given.until else _("Sin término")


def _need_in_full(row: NeedView) -> str:
    return "\n".join(part for part in (row.asked, row.need.source, row.met_with) if part)
