"""The gates of a course that comes in a dossier: its attendance is refused as if it were typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from cpepa_desktop.db.milestones import Milestone, Milestones
from cpepa_desktop.domain.course import SessionState
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.papers import FilingAct, PaperState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.calls import call_in
from cpepa_desktop.operations.gate_states import closed_gates, gate_states
from cpepa_desktop.operations.gates import RULE, gate_refusal, is_deferral
from cpepa_desktop.operations.workspace import Workspace

_GATE_OF_PAPER: Final = {
    OfficialPaperKind.AUTHORISATION: "authorisation_received",
    OfficialPaperKind.AGREEMENT: "agreement_signed",
    OfficialPaperKind.GRANT: "grant_resolved",
    OfficialPaperKind.CONDITIONS_APPROVAL: "conditions_sheet_approved",
    OfficialPaperKind.INSURANCE: "insurance_formalised",
    OfficialPaperKind.DIRECTORATE_RESOLUTION: "directorate_resolution",
}


def gate_problems(ws: Workspace, dossier: model.Dossier) -> tuple[Problem, ...]:
    """Return that the gates of a course prevent the start or the attendance its dossier brings, if they do.

    What is pending prevents none of a course that is over, or that says where it is on record.
    """
    days = _days_attended(dossier)
    if dossier.course.started_on is not None:
        days.add(dossier.course.started_on)
    if not days:
        return ()
    first, call = min(days), call_in(dossier.call.content, dossier.call.call)
    with_pending = not (_is_over(dossier, ws.clock.today()) or _is_deferred(dossier))
    closed = closed_gates(gate_states(call, _known(dossier), first), with_pending=with_pending)
    if not closed:
        return ()
    todo = _(
        "Anótelo en el archivo de origen, en Expediente, Requisitos, o deje dicho allí dónde consta, y "
        "exporte el expediente otra vez."
    )
    refusal = gate_refusal(dossier.course.code, first, closed, todo)
    return (Problem(refusal.message, where="$.official_papers"),)


def _days_attended(dossier: model.Dossier) -> set[date]:
    """Return the days of the sessions with attendance."""
    days = {record.key(session): record.day for record in dossier.stretches for session in record.sessions}
    return {
        days[cell.session]
        for enrolment in dossier.enrolments
        for cell in enrolment.attendance
        if cell.session in days
    }


def _is_over(dossier: model.Dossier, today: date) -> bool:
    held = (
        record.day
        for record in dossier.stretches
        if any(session.state is not SessionState.CANCELLED for session in record.sessions)
    )
    return max(held, default=today) < today


def _is_deferred(dossier: model.Dossier) -> bool:
    taken = [each for each in dossier.decisions if (each.rule, each.subject) == (RULE, dossier.course.code)]
    return bool(taken) and is_deferral(max(taken, key=lambda each: each.at).answer)


def _known(dossier: model.Dossier) -> Milestones:
    """Return the gates that a dossier says were met; of the same gate, the first known day."""
    found: dict[str, list[Milestone]] = defaultdict(list)
    for gate, milestone in _met(dossier):
        if milestone.day is not None:
            found[gate].append(milestone)
    return {gate: min(each, key=lambda one: one.day or date.max) for gate, each in found.items()}


def _met(dossier: model.Dossier) -> Iterator[tuple[str, Milestone]]:
    for paper in dossier.official_papers:
        if gate := _GATE_OF_PAPER.get(paper.kind):
            came = paper.received_on if paper.kind is OfficialPaperKind.AUTHORISATION else None
            yield gate, Milestone(came or paper.issued_on, paper.ends_on)
    for filed in dossier.obligation_filings:
        if filed.name == "selection_record" and filed.stands:
            yield "selection_record_sent", Milestone(filed.day)
    for printed in dossier.papers:
        if printed.kind == "conditions-sheet" and printed.state is not PaperState.ANNULLED:
            for filing in printed.filings:
                if filing.act is FilingAct.APPROVED:
                    yield "conditions_sheet_approved", Milestone(filing.day)
