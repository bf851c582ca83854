"""The amounts, the support and the budget of a course as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.money import unit_words
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.funding import FundingLine
from cpepa_desktop.operations.supports import SupportView
from cpepa_desktop.ui.parts.table import Align, Column, Total
from cpepa_desktop.ui.parts.text import full_day, money
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of

_ADVANCE: Final = "may_ask_advance"
_ASKED: Final = "already_asked"


def line_columns() -> tuple[Column[FundingLine], ...]:
    """Return the columns of the amounts of a grant."""
    return (
        Column(_("Importe"), lambda row: row.figure.label, tooltip=lambda row: row.figure.label, width=27),
        Column(
            _("Cálculo"), lambda row: row.formula, tooltip=lambda row: row.formula, width=24, stretched=True
        ),
        Column(_("Resultado"), lambda row: row.figure.value, align=Align.RIGHT, width=15),
        Column(
            _("Cómo está"),
            lambda row: state_badge(row.verdict).words if row.verdict else "",
            icon=lambda row: state_badge(row.verdict).icon if row.verdict else "",
            wash=lambda row: state_badge(row.verdict).wash if row.verdict else None,
            tooltip=lambda row: explain(row.verdict).sentence if row.verdict else "",
            width=18,
        ),
    )


def support_columns() -> tuple[Column[SupportView], ...]:
    """Return the columns of the services of support."""
    return (
        Column(_("Persona"), lambda row: row.person.listed_name, width=22, stretched=True),
        Column(
            _("Servicio"),
            lambda row: row.support.service.label,
            tooltip=lambda row: row.support.service.label,
            width=28,
        ),
        Column(
            _("Horas"),
            lambda row: row.support.minutes,
            text=lambda row: hours_words(row.support.minutes),
            align=Align.RIGHT,
            width=8,
        ),
        Column(_("Por hora"), _rate, align=Align.RIGHT, width=11),
        Column(
            _("Importe"),
            lambda row: row.cents,
            text=lambda row: _amount(row.cents),
            measure=Measure.CENTS,
            total=Total.SUM,
            align=Align.RIGHT,
            width=12,
        ),
        Column(
            _("Pedido"),
            lambda row: row.support.requested_on,
            text=lambda row: (
                full_day(row.support.requested_on) if row.support.requested_on else _("Sin pedir")
            ),
            icon=lambda row: "send" if row.support.requested_on else "to-do",
            wash=lambda row: None if row.support.requested_on else Wash.WARNING,
            width=14,
        ),
        Column(
            _("Aprobado"),
            lambda row: row.approved_cents,
            text=_approved,
            measure=Measure.CENTS,
            total=Total.SUM,
            tooltip=_approved,
            width=20,
        ),
    )


def budget_columns() -> tuple[Column[BudgetLine], ...]:
    """Return the columns of a budget."""
    return (
        Column(_("Concepto"), lambda row: row.concept, width=24, stretched=True),
        Column(
            _("Gasto"),
            lambda row: row.cents if row.kind is LineKind.EXPENSE else None,
            text=lambda row: money(row.cents) if row.kind is LineKind.EXPENSE else "",
            measure=Measure.CENTS,
            total=Total.SUM,
            align=Align.RIGHT,
            width=14,
        ),
        Column(
            _("Ingreso"),
            lambda row: row.cents if row.kind is LineKind.INCOME else None,
            text=lambda row: money(row.cents) if row.kind is LineKind.INCOME else "",
            measure=Measure.CENTS,
            total=Total.SUM,
            align=Align.RIGHT,
            width=14,
        ),
        Column(_("Nota"), lambda row: row.note, tooltip=lambda row: row.note, width=20),
    )


def state_badge(verdict: Verdict) -> Badge:
    """Return in a word how an advance stands, or a cap."""
    plain = badge_of(verdict)
    if verdict.reason == _ASKED:
        return Badge(_("Ya pedido"), "send", Wash.OK)
    words = _advance_words() if verdict.rule == _ADVANCE else _cap_words()
    return replace(plain, words=words[verdict.answer])


def _advance_words() -> dict[Answer, str]:
    return {Answer.YES: _("Puede pedirse"), Answer.NO: _("Ya no"), Answer.PENDING: _("Aún no")}


def _cap_words() -> dict[Answer, str]:
    return {
        Answer.YES: _("Dentro del límite"),
        Answer.NO: _("Pasa del límite"),
        Answer.PENDING: _("Por resolver"),
    }


def _rate(row: SupportView) -> str:
    return unit_words(row.rate.value, "h") if row.rate else _("Sin fijar")


def _amount(cents: int | None) -> str:
    return _("Sin importe") if cents is None else money(cents)


def _approved(row: SupportView) -> str:
    minutes = row.support.approved_minutes
    if minutes is None:
        return _("Sin resolver")
    return f"{hours_words(minutes)} · {_amount(row.approved_cents)}"
