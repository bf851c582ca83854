"""A grant line by line: what each amount is, how it is reckoned in figures, and by which place of the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cpepa_desktop.domain.grant import GrantEstimate
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.money import money_words, unit_words
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.explanation_words import rule_formulas, rule_title, share_words
from cpepa_desktop.operations.explanations import Explanation, Figure
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.rules.registry import RULES


@dataclass(frozen=True, slots=True)
class GrantLine:
    """An amount of a grant: its stable key, its name, the arithmetic with its figures, its value in words.

    ``rule`` is the rule that reckons it.
    """

    key: str
    label: str
    formula: str
    value: str
    citation: Citation
    rule: str


def grant_lines(estimate: GrantEstimate) -> tuple[GrantLine, ...]:
    """Return the grant, the two caps, the two units and the advances, in the order they are reckoned."""
    return (*_whole(estimate), *_parts(estimate), *_advances(estimate))


def grant_figures(estimate: GrantEstimate) -> tuple[Figure, ...]:
    """Return the same lines, each with what explains it."""
    return tuple(
        Figure(
            line.key,
            line.label,
            line.value,
            Explanation(
                title=rule_title(line.rule),
                sentence=_("{label}: {value}.").format(label=line.label, value=line.value),
                lines=basis_lines(estimate),
                citation=str(line.citation),
                formula=(rule_formulas()[line.rule], line.formula),
                articles=articles_of(line.citation),
            ),
        )
        for line in grant_lines(estimate)
    )


def basis_lines(estimate: GrantEstimate) -> tuple[tuple[str, str], ...]:
    """Return what a grant is reckoned from, each with its name."""
    terms = estimate.terms
    return (
        (_("Convocatoria"), estimate.call_title),
        (_("Acción formativa"), " ".join(filter(None, (estimate.request.speciality, estimate.request.part)))),
        (_("Provincia"), estimate.request.province),
        (_("Horas del anexo"), hours_words(estimate.minutes)),
        (_("Horas complementarias"), hours_words(estimate.complementary_minutes)),
        (_("Módulo económico"), unit_words(estimate.rate, "h")),
        (_("Participantes"), _of_seats(estimate.participants, terms.seats.value)),
    )


def _whole(estimate: GrantEstimate) -> Iterator[GrantLine]:
    hours = hours_words(estimate.minutes)
    if estimate.complementary_minutes:
        hours = f"({hours} + {hours_words(estimate.complementary_minutes)})"
    product = f"{hours} × {unit_words(estimate.rate, 'h')} × {_people(estimate.participants)}"
    estimated = money_words(estimate.estimated)
    rule = "grant_amount"
    citation = RULES[rule].citation
    yield GrantLine(
        "estimated", _("Subvención estimada"), f"{product} = {estimated}", estimated, citation, rule
    )
    if estimate.resolved is not None:
        granted = money_words(estimate.resolved)
        words = _("Importe de la resolución de concesión")
        yield GrantLine("resolved", _("Subvención concedida"), words, granted, citation, rule)


def _parts(estimate: GrantEstimate) -> Iterator[GrantLine]:
    terms, granted = estimate.terms, money_words(estimate.granted)
    product, result = terms.product_share, terms.result_share
    for key, label, share, cents in (
        ("product_cap", _("Máximo por producto"), product, estimate.product_cap),
        ("result_cap", _("Máximo por resultado"), result, estimate.result_cap),
    ):
        value = money_words(cents)
        formula = f"{share_words(share.value)} × {granted} = {value}"
        yield GrantLine(key, label, formula, value, share.citation, "grant_part_cap")
    unit = unit_words(estimate.product_unit, "h")
    formula = f"{share_words(product.value)} × {unit_words(estimate.rate, 'h')} = {unit}"
    yield GrantLine(
        "product_unit", _("Coste unitario por producto"), formula, unit, product.citation, "product_unit"
    )
    unit = unit_words(estimate.result_unit)
    formula = f"{share_words(result.value)} × {granted} ÷ {terms.result_divisor.value} = {unit}"
    citation = terms.result_divisor.citation
    yield GrantLine("result_unit", _("Coste unitario por resultado"), formula, unit, citation, "result_unit")


def _advances(estimate: GrantEstimate) -> Iterator[GrantLine]:
    for advance in estimate.advances:
        value = money_words(advance.cents)
        formula = f"{share_words(advance.share.value)} × {money_words(estimate.granted)} = {value}"
        yield GrantLine(
            f"advance_{advance.kind}",
            advance.kind.label,
            formula,
            value,
            advance.share.citation,
            "advance_amount",
        )


def _people(count: int) -> str:
    return ngettext("{n} participante", "{n} participantes", count).format(n=count)


def _of_seats(count: int, seats: int) -> str:
    return str(count) if count == seats else _("{n} de {seats}").format(n=count, seats=seats)
