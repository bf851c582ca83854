"""«¿Por qué?» of who leaves: the notice, the exclusion proposed, and the leavers an action bears."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.status import CourseStatus, ExclusionProposal, PersonStatus
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, listed, month_words
from cpepa_desktop.operations.explanation_words import answer_word, rule_formulas, rule_title
from cpepa_desktop.operations.explanations import Explanation, Figure, Frame, explain, sources_of
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.rules.registry import RULES


def leaving_figures(person: PersonStatus, frame: Frame) -> Iterator[Figure]:
    """Yield whether somebody's leaving was told in time, and each month that proposes to exclude them."""
    if person.notice is not None:
        answer = answer_word(person.notice.answer).capitalize()
        explanation = explain(person.notice, frame)
        yield Figure("notice", rule_title("notice_in_time"), answer, explanation)
    for proposal in person.exclusions:
        yield _exclusion(proposal, frame)


def leavers_figure(status: CourseStatus, frame: Frame) -> Iterator[Figure]:
    """Yield how many have left of those the action bears, where the call says how many that is."""
    if status.leavers is not None:
        numbers = status.leavers.numbers
        value = _("{leavers} de {most} tolerados").format(
            leavers=numbers["leavers"], most=numbers["most_leavers"]
        )
        yield Figure("leavers", rule_title("leavers_borne"), value, explain(status.leavers, frame))


def _exclusion(proposal: ExclusionProposal, frame: Frame) -> Figure:
    citation = RULES["exclusions"].citation
    month = month_words(proposal.proposed_on)
    count = len(proposal.days)
    value = ngettext("{n} día en {month}", "{n} días en {month}", count).format(n=count, month=month)
    sentence = _(
        "Se propone excluirla desde el {day}: faltó sin justificar {days}. Decide el centro; un justificante "
        "que llegue después lo retira."
    )
    return Figure(
        f"exclusion/{proposal.proposed_on}",
        rule_title("exclusions"),
        value,
        Explanation(
            title=rule_title("exclusions"),
            sentence=sentence.format(
                day=day_words(proposal.proposed_on), days=listed([day_words(day) for day in proposal.days])
            ),
            lines=tuple((day_words(day), _("falta sin justificar")) for day in proposal.days),
            citation=str(citation),
            formula=(rule_formulas()["exclusions"],),
            articles=articles_of(citation),
            sources=sources_of(frame, "unjustified_per_month"),
        ),
    )
