"""How a course is paid for: its grant with its advances and the caps of its call, or who pays instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.domain.budgets import Budget
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import AdvanceFacts, AdvanceKind, GrantEstimate
from cpepa_desktop.domain.law import Citation, Verdict
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import ObligationMet
from cpepa_desktop.operations.budgets import read_budget
from cpepa_desktop.operations.call_totals import CallTotals, totals_of_call
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.explanations import Figure, Frame, explain
from cpepa_desktop.operations.grant import grant_of_course
from cpepa_desktop.operations.grant_lines import GrantLine, grant_figures, grant_lines
from cpepa_desktop.operations.local_entities import list_local_entities
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.operations.supports import SupportView, list_supports, pays_support
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.grant import may_ask_advance


@dataclass(frozen=True, slots=True)
class FundingLine:
    """An amount with what it is the result of, and the verdict on it where a rule judges it."""

    figure: Figure
    formula: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """How a course is paid for. ``refusal`` says why a grant that is due cannot be reckoned.

    ``guarantee`` is the paper of the guarantee of an advance, ``None`` where there is none written down, and
    ``guarantee_asked`` where the call asks for one, ``None`` where it does not. ``grant`` is the paper of the
    resolution.
    """

    course: Course
    call: Call
    entity: LocalEntity | None
    estimate: GrantEstimate | None
    refusal: str
    lines: tuple[FundingLine, ...]
    budget: Budget
    supports: tuple[SupportView, ...]
    pays_support: bool
    guarantee_asked: Citation | None
    guarantee: OfficialPaper | None
    grant: OfficialPaper | None

    @property
    def is_paid(self) -> bool:
        """Say whether the call of the course pays for it."""
        return self.call.pays


def read_funding(ws: Workspace, code: str) -> Funding:
    """Return how a course is paid for. Raises ``Refused`` where it is unknown."""
    course = find_course(ws, code)
    call = call_of(ws, course)
    papers = list_official_papers(ws, code)
    estimate, refusal = _try_grant(ws, code)
    guarantee = call.optional("advance_guarantee", course.start_on)
    return Funding(
        course=course,
        call=call,
        entity=next((each for each in list_local_entities(ws) if each.id == course.local_entity_id), None),
        estimate=estimate,
        refusal=refusal,
        lines=_lines(ws, course, call, papers, estimate) if estimate else (),
        budget=read_budget(ws, code),
        supports=list_supports(ws, code),
        pays_support=pays_support(ws, code),
        guarantee_asked=guarantee.citation if guarantee and guarantee.value else None,
        guarantee=_last(papers, OfficialPaperKind.GUARANTEE),
        grant=_last(papers, OfficialPaperKind.GRANT),
    )


def advance_facts(ws: Workspace, course: Course, grant: OfficialPaper | None) -> AdvanceFacts:
    """Return what the conditions of the advances of a course look at.

    The request that follows the start is of the single advance where the initial one was not asked for.
    """
    met = {each.name: each.met for each in course_obligations(ws, course.code) if each.met}
    return AdvanceFacts(
        today=ws.clock.today(),
        notified_on=(grant.received_on or grant.issued_on) if grant else None,
        started_on=_start_proved(call_of(ws, course), course, met),
        asked=_asked(met),
    )


def _start_proved(call: Call, course: Course, met: dict[str, ObligationMet]) -> date | None:
    """Return when the start was proved: by its declaration (Guía 10.1.4), or as it is where none is asked."""
    declaration = call.deadlines.get("start_declaration")
    if declaration is None or not declaration.is_active:
        return course.started_on
    declared = met.get("start_declaration")
    return declared.day if declared else None


def _asked(met: dict[str, ObligationMet]) -> frozenset[AdvanceKind]:
    asked = {AdvanceKind.INITIAL} if "advance_initial" in met else set()
    if "advance_after_start" in met:
        asked.add(AdvanceKind.AFTER_START if asked else AdvanceKind.SINGLE)
    return frozenset(asked)


def _try_grant(ws: Workspace, code: str) -> tuple[GrantEstimate | None, str]:
    try:
        return grant_of_course(ws, code), ""
    except Refused as refusal:
        return None, refusal.message


def _lines(
    ws: Workspace,
    course: Course,
    call: Call,
    papers: tuple[OfficialPaper, ...],
    estimate: GrantEstimate,
) -> tuple[FundingLine, ...]:
    facts = advance_facts(ws, course, _last(papers, OfficialPaperKind.GRANT))
    frame = Frame(call, course.start_on)
    asked = {
        f"advance_{each.kind}": _judged(call, course.start_on, facts, estimate, each.kind)
        for each in estimate.advances
    }
    amounts = (
        _line(line, figure, asked.get(line.key), frame)
        for line, figure in zip(grant_lines(estimate), grant_figures(estimate), strict=True)
    )
    return (*amounts, *_caps(totals_of_call(ws, course.call, course.start_on), frame))


def _judged(
    call: Call, day: date, facts: AdvanceFacts, estimate: GrantEstimate, kind: AdvanceKind
) -> Verdict | None:
    advance = estimate.advance(kind)
    if advance is None:
        return None
    has_end = call.gives("advance_initial_until", day)
    until = call.day("advance_initial_until", day) if has_end else None
    return may_ask_advance(kind, facts, advance.share, until)


def _line(line: GrantLine, figure: Figure, verdict: Verdict | None, frame: Frame) -> FundingLine:
    """Return an amount; of an advance, explained by when it can be asked for, with its arithmetic."""
    product = line.formula.removesuffix(f" = {line.value}")
    if verdict is None:
        return FundingLine(figure, product)
    explained = explain(verdict, frame)
    explained = replace(explained, formula=(*explained.formula, line.formula))
    return FundingLine(replace(figure, explanation=explained), product, verdict)


def _caps(totals: CallTotals, frame: Frame) -> tuple[FundingLine, ...]:
    found = (
        ("request_cap", _("Pedido a la convocatoria"), totals.asked, totals.request),
        (
            "grant_cap",
            _("Concedido y por resolver"),
            totals.granted + totals.expected,
            totals.grant,
        ),
    )
    return tuple(
        _cap(Figure(key, label, money_words(cents), explain(verdict, frame)), verdict)
        for key, label, cents, verdict in found
        if verdict
    )


def _cap(figure: Figure, verdict: Verdict) -> FundingLine:
    return FundingLine(figure, figure.explanation.formula[-1], verdict)


def _last(papers: tuple[OfficialPaper, ...], kind: OfficialPaperKind) -> OfficialPaper | None:
    return next((paper for paper in reversed(papers) if paper.kind is kind), None)
