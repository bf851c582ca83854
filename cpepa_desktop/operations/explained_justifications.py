"""«¿Por qué?» of the minutes that a justification may cover, class by class."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.explanation_words import rule_formulas, rule_title
from cpepa_desktop.operations.explanations import Explanation, Figure, Frame, sources_of
from cpepa_desktop.operations.justification_proposals import Proposal, ProposedCell
from cpepa_desktop.operations.law_texts import articles_of


def proposal_figures(proposal: Proposal, frame: Frame) -> tuple[Figure, ...]:
    """Return what is proposed of each class, with the rule, its article and the figures of the call."""
    return tuple(
        Figure(
            str(cell.session_id),
            f"{day_words(cell.day)}, {clock_text(cell.start)}",
            hours_words(cell.minutes),
            _explanation(proposal, cell, frame),
        )
        for cell in proposal.cells
    )


def _explanation(proposal: Proposal, cell: ProposedCell, frame: Frame) -> Explanation:
    return Explanation(
        title=rule_title(proposal.rule) if proposal.rule else _("Horas que justifica la causa"),
        sentence=" ".join(part for part in (cell.why, cell.rest_why) if part),
        lines=(
            (_("Faltó"), hours_words(cell.missed)),
            (_("Con otro justificante"), hours_words(cell.justified)),
            (_("Se propone justificar"), hours_words(cell.minutes)),
            (_("Queda sin justificar"), hours_words(cell.unjustified)),
        ),
        citation=str(proposal.citation),
        formula=(rule_formulas()[proposal.rule],) if proposal.rule else (),
        articles=articles_of(proposal.citation),
        sources=sources_of(frame, *proposal.figures),
    )
