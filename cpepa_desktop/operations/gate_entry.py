"""What is said at once of the gates of a course, by who was going to enter its first attendance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db.milestones import Milestone
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.gate_states import GATES
from cpepa_desktop.operations.gates import course_gates, write_deferral
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.official_papers import late_for, list_official_papers, write_official_paper
from cpepa_desktop.operations.redating import redating
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING, Kind.COURSE})

PAPER_OF_GATE: Final[Mapping[str, OfficialPaperKind]] = MappingProxyType(
    {
        "authorisation_received": OfficialPaperKind.AUTHORISATION,
        "agreement_signed": OfficialPaperKind.AGREEMENT,
        "grant_resolved": OfficialPaperKind.GRANT,
        "conditions_sheet_approved": OfficialPaperKind.CONDITIONS_APPROVAL,
        "insurance_formalised": OfficialPaperKind.INSURANCE,
        "directorate_resolution": OfficialPaperKind.DIRECTORATE_RESOLUTION,
    }
)
"""Which paper meets each gate. That of the selection record is met by sending it."""

SELECTION_RECORD: Final = "selection_record"
"""The obligation whose filing meets the gate of the selection record."""


@dataclass(frozen=True, slots=True)
class GateEntry:
    """What is known of a gate: the day it was met, and the number of what proves it."""

    gate: str
    day: date
    number: str = ""


def enter_gates(
    ws: Workspace, course: str, first_day: date, entries: Sequence[GateEntry], reason: str = ""
) -> Changes:
    """Write when the gates of a course were met, and with a reason that the rest is on record elsewhere.

    Each becomes the paper of its gate, or the filing of the selection record. All of it is one operation save
    that filing, a legal act of its own that goes last. Raises ``Refused`` with a problem for each day that is
    still to come or does not open its gate on ``first_day``; nothing is written then. What an attempt wrote
    whose filing was refused is not written twice.
    """
    problems = tuple(_problems(entries, first_day, ws.clock.today()))
    if problems:
        message = _("Con esos días el curso no podía empezar. No se ha anotado nada: corríjalos.")
        raise Refused(message, problems)
    news = _news(ws, course, entries)
    done = [_write_papers(ws, course, [each for each in news if each.gate in PAPER_OF_GATE], reason)]
    done += [_file(ws, course, each) for each in news if each.gate not in PAPER_OF_GATE]
    kinds: frozenset[Kind] = frozenset().union(*(changes.kinds for changes in done))
    notices = tuple(notice for changes in done for notice in changes.notices)
    return Changes(done[0].operation, kinds, course, notices)


def _problems(entries: Iterable[GateEntry], first_day: date, today: date) -> Iterator[Problem]:
    for entry in entries:
        verdict = GATES[entry.gate].judge(Milestone(entry.day), first_day)
        if entry.day > today:
            yield Problem(_("Ese día aún no ha llegado."), where=entry.gate)
        elif verdict.answer is Answer.NO:
            yield Problem(explain(verdict).sentence, where=entry.gate)


def _news(ws: Workspace, course: str, entries: Iterable[GateEntry]) -> list[GateEntry]:
    known = {(state.gate, state.day) for state in course_gates(ws, course)}
    return [entry for entry in entries if (entry.gate, entry.day) not in known]


def _write_papers(ws: Workspace, course: str, entries: Iterable[GateEntry], reason: str) -> Changes:
    name = _("Requisitos para empezar {course}").format(course=course)
    with redating(ws, course) as moved, ws.operation(name):
        written = [write_official_paper(ws, _paper(ws, course, each)) for each in entries]
        if reason.strip():
            write_deferral(ws, course, reason)
    late = [notice for paper in written for notice in late_for(ws, paper)]
    return Changes(name, _KINDS, course, (*late, *moved.notices))


def _file(ws: Workspace, course: str, entry: GateEntry) -> Changes:
    form = FilingForm(entry.day, number=entry.number.strip())
    return file_obligation(ws, course, SELECTION_RECORD, "", form)


def _paper(ws: Workspace, course: str, entry: GateEntry) -> OfficialPaper:
    """Return the paper that meets a gate: that of the course whose day was not known, or a new one."""
    kind = PAPER_OF_GATE[entry.gate]
    undated = (
        paper
        for paper in list_official_papers(ws, course)
        if paper.kind is kind and paper.issued_on is None and paper.received_on is None
    )
    paper = next(undated, OfficialPaper(0, kind, courses=(CourseServed(course),)))
    numbered = replace(paper, number=entry.number.strip() or paper.number)
    if kind is OfficialPaperKind.AUTHORISATION:
        return replace(numbered, received_on=entry.day)
    return replace(numbered, issued_on=entry.day)
