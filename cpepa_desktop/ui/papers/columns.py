"""Columns of the list of papers, and what became of a paper in words."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.papers import FilingAct, IssuedPaper, PaperState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.parts.table import Column
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge

_NUMBERS_A_YEAR: Final = 100_000


def act_words(act: FilingAct) -> str:
    """Return what was done with a paper."""
    return {
        FilingAct.SENT: _("Enviado"),
        FilingAct.APPROVED: _("Aprobado"),
        FilingAct.HANDED_OUT: _("Entregado"),
    }[act]


def paper_badge(paper: IssuedPaper) -> Badge:
    """Return what became of a paper, by the last thing done with it."""
    if paper.state is PaperState.REPLACED:
        return Badge(_("Sustituido"), "refresh", Wash.QUIET)
    if paper.state is PaperState.ANNULLED:
        return Badge(_("Anulado"), "no", Wash.QUIET)
    if not paper.filings:
        return Badge(_("Por presentar"), "pending", Wash.WARNING)
    act = paper.filings[-1].act
    icons = {FilingAct.SENT: "send", FilingAct.APPROVED: "approved", FilingAct.HANDED_OUT: "hand-out"}
    return Badge(act_words(act), icons[act], Wash.OK)


def title_words(each: PaperView) -> str:
    """Return the title of a paper, with its week where it has one."""
    return f"{each.title} · {each.paper.week}" if each.paper.week else each.title


def number_words(paper: IssuedPaper) -> str:
    """Return the number of a paper within its kind and year."""
    return f"{paper.number}/{paper.year}"


def columns() -> tuple[Column[PaperView], ...]:
    """Return the columns of the list of papers."""
    return (
        Column(_("Documento"), title_words, tooltip=title_words, width=22, stretched=True),
        Column(
            _("Número"),
            lambda each: number_words(each.paper),
            sort_key=lambda each: each.paper.year * _NUMBERS_A_YEAR + each.paper.number,
            hidden=True,
        ),
        Column(_("Curso"), lambda each: each.paper.course, width=15),
        Column(_("Impreso"), lambda each: each.paper.printed_on, width=11),
        Column(
            _("Estado"),
            lambda each: paper_badge(each.paper).words,
            icon=lambda each: paper_badge(each.paper).icon,
            wash=lambda each: paper_badge(each.paper).wash,
            width=13,
        ),
    )
