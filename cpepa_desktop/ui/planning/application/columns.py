"""The courses and the checklist of an application as rows."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.catalogue import Offer
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.application_view import ActionView, ItemView
from cpepa_desktop.ui.parts.table import Align, Column, Total
from cpepa_desktop.ui.parts.text import money
from cpepa_desktop.ui.parts.theme import Wash

STATE_ICONS: Final = {
    ItemState.MISSING: ("to-do", Wash.WARNING),
    ItemState.READY: ("ok", Wash.OK),
    ItemState.NOT_NEEDED: ("no", Wash.QUIET),
}


def action_columns() -> tuple[Column[ActionView], ...]:
    """Return the columns of the courses that an application asks for."""
    return (
        Column(_("N.º"), lambda row: row.action.position, align=Align.RIGHT, width=4),
        Column(_("Se pide"), action_words, width=15),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, width=16, stretched=True),
        Column(_("Prioritaria"), lambda row: _("Sí") if row.is_priority else _("No"), width=10),
        Column(_("Provincia"), lambda row: row.action.province, width=9),
        Column(
            _("Horas"),
            lambda row: row.estimate.total_minutes if row.estimate else None,
            text=lambda row: hours_words(row.estimate.total_minutes) if row.estimate else "",
            align=Align.RIGHT,
            width=7,
        ),
        Column(
            _("Personas"),
            lambda row: row.estimate.participants if row.estimate else row.action.participants,
            align=Align.RIGHT,
            width=8,
        ),
        Column(
            _("Importe"),
            lambda row: row.estimate.estimated if row.estimate else None,
            text=_amount,
            measure=Measure.CENTS,
            total=Total.SUM,
            tooltip=lambda row: row.refusal or _amount(row),
            wash=lambda row: Wash.WARNING if row.refusal else None,
            icon=lambda row: "warning" if row.refusal else "",
            align=Align.RIGHT,
            width=13,
        ),
        Column(_("Curso"), lambda row: row.action.course or _("Sin planificar"), width=15),
    )


def item_columns() -> tuple[Column[ItemView], ...]:
    """Return the columns of the checklist of an application."""
    return (
        Column(_("Apartado"), lambda row: row.item.citation.place, width=11),
        Column(
            _("Qué se aporta o se declara"),
            lambda row: row.item.text,
            tooltip=lambda row: row.item.text,
            width=24,
            stretched=True,
        ),
        Column(
            _("Cuándo"), lambda row: row.item.when.label, tooltip=lambda row: row.item.when.label, width=20
        ),
        Column(
            _("Estado"),
            lambda row: row.mark.state.label,
            icon=lambda row: STATE_ICONS[row.mark.state][0],
            wash=lambda row: STATE_ICONS[row.mark.state][1],
            width=14,
        ),
        Column(_("Nota"), lambda row: row.mark.note, tooltip=lambda row: row.mark.note, width=14),
        Column(_("Copia"), lambda row: _("Sí") if row.mark.attachment else _("No"), width=6),
    )


def offer_columns() -> tuple[Column[Offer], ...]:
    """Return the columns by which a course of the annex is found."""
    return (
        Column(_("Código"), lambda row: row.code, width=11),
        Column(_("Parte o módulo"), lambda row: row.part or _("Completo"), width=14),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, width=24, stretched=True),
        Column(
            _("Horas"),
            lambda row: row.minutes,
            text=lambda row: hours_words(row.minutes),
            align=Align.RIGHT,
            width=7,
        ),
        Column(_("Prioritaria"), lambda row: _("Sí") if row.priority else _("No"), width=10),
    )


def action_words(row: ActionView) -> str:
    """Return what a course asks for, as «ADGD0308 A1»."""
    return " ".join(filter(None, (row.action.speciality, row.action.part)))


def _amount(row: ActionView) -> str:
    return money(row.estimate.estimated) if row.estimate else _("Sin importe")
