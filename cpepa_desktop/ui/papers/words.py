"""What became of a paper, in words: its state as a badge, its number, and everything done with it."""

from __future__ import annotations

from collections.abc import Sequence

from cpepa_desktop.domain.papers import Filing, FilingAct, IssuedPaper, PaperState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.course_papers import PaperStage, stage_of
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge


def act_words(act: FilingAct) -> str:
    """Return what was done with a paper."""
    return {
        FilingAct.SENT: _("Enviado"),
        FilingAct.APPROVED: _("Aprobado"),
        FilingAct.HANDED_OUT: _("Entregado"),
    }[act]


def stage_badge(stage: PaperStage) -> Badge:
    """Return how far a paper of a course has come."""
    return {
        PaperStage.LATER: Badge(_("Más adelante"), "calendar", Wash.QUIET),
        PaperStage.INCOMPLETE: Badge(_("Semana incompleta"), "to-do", Wash.QUIET),
        PaperStage.TO_PRINT: Badge(_("Por imprimir"), "print", Wash.WARNING),
        PaperStage.PRINTED: Badge(_("Por presentar"), "pending", Wash.WARNING),
        PaperStage.SENT: Badge(act_words(FilingAct.SENT), "send", Wash.OK),
        PaperStage.APPROVED: Badge(act_words(FilingAct.APPROVED), "approved", Wash.OK),
        PaperStage.HANDED_OUT: Badge(act_words(FilingAct.HANDED_OUT), "hand-out", Wash.OK),
        PaperStage.ON_REQUEST: Badge(_("Si se pide"), "print", Wash.QUIET),
        PaperStage.KEPT: Badge(_("Impreso"), "papers", Wash.QUIET),
    }[stage]


def paper_badge(paper: IssuedPaper) -> Badge:
    """Return what became of a paper, by the last thing done with it."""
    if paper.state is PaperState.REPLACED:
        return Badge(_("Sustituido"), "refresh", Wash.QUIET)
    if paper.state is PaperState.ANNULLED:
        return Badge(_("Anulado"), "no", Wash.QUIET)
    return stage_badge(stage_of(paper))


def number_words(paper: IssuedPaper) -> str:
    """Return the number of a paper within its kind and year."""
    return f"{paper.number}/{paper.year}"


def filing_words(filing: Filing) -> str:
    """Return one thing done with a paper: what, when, by which way and under which number."""
    parts = [act_words(filing.act), text.full_day(filing.day), filing.channel, filing.number]
    words = " · ".join(part for part in parts if part)
    return _("{words} · con justificante").format(words=words) if filing.attachment else words


def story_words(paper: IssuedPaper | None, earlier: Sequence[IssuedPaper] = ()) -> str:
    """Return the number of a paper, everything done with it and what it came after, a line each."""
    before = [
        _("Antes: {number} · {state}").format(
            number=number_words(each), state=paper_badge(each).words.lower()
        )
        for each in earlier
    ]
    if paper is None:
        return "\n".join(before)
    number = _("Número {number} · versión {version} · impreso el {day}").format(
        number=number_words(paper), version=paper.version, day=text.full_day(paper.printed_on)
    )
    return "\n".join([number, *(filing_words(filing) for filing in paper.filings), *before])
