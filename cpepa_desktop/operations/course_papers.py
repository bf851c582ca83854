"""The papers that a course should have, which of them it has, and printing several at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.papers import FilingAct, IssuedPaper, PaperState
from cpepa_desktop.domain.progress import Stopped, Told, counted, untold
from cpepa_desktop.domain.texts import ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.papers import (
    DOCUMENTS,
    PaperKind,
    PrintedPaper,
    list_papers,
    print_paper,
    title_of,
)
from cpepa_desktop.operations.week_grid import WeekSummary, weeks_of
from cpepa_desktop.operations.workspace import Workspace

RECORDED: Final = "attendance-sheet-recorded"
"""The one paper that makes sense only once its week is typed."""


class PaperStage(StrEnum):
    """How far a paper of a course has come."""

    LATER = "later"
    INCOMPLETE = "incomplete"
    TO_PRINT = "to_print"
    PRINTED = "printed"
    SENT = "sent"
    APPROVED = "approved"
    HANDED_OUT = "handed_out"


_FILED: Final = {
    FilingAct.SENT: PaperStage.SENT,
    FilingAct.APPROVED: PaperStage.APPROVED,
    FilingAct.HANDED_OUT: PaperStage.HANDED_OUT,
}


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A paper to print: which document, of which course and, where it is weekly, of which week."""

    kind: str
    course: str
    week: IsoWeek | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that a course should have: ``paper`` is the one in force, ``None`` where there is none.

    ``first`` and ``last`` are the days of class of its week. ``earlier`` are those replaced or annulled, the
    newest first.
    """

    request: PaperRequest
    title: str
    stage: PaperStage
    first: date | None = None
    last: date | None = None
    paper: IssuedPaper | None = None
    earlier: tuple[IssuedPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchPrinted:
    """What came of printing several papers. ``left`` counts those that were not reached."""

    made: tuple[PrintedPaper, ...]
    refused: tuple[Problem, ...]
    left: int
    changes: Changes


def course_papers(ws: Workspace, course: str) -> tuple[PaperLine, ...]:
    """Return every paper that a course should have, by document and week.

    Raises ``Refused`` for an unknown course.
    """
    weeks = weeks_of(ws, course)
    issued = [view.paper for view in list_papers(ws, course)]
    today = ws.clock.today()
    lines = []
    for kind in DOCUMENTS.values():
        for week in weeks if kind.weekly else (None,):
            request = PaperRequest(kind.name, course, week.week if week else None)
            versions = [paper for paper in issued if _is_of(paper, request)]
            current = next((paper for paper in versions if paper.state is PaperState.ISSUED), None)
            lines.append(
                PaperLine(
                    request,
                    kind.title,
                    _stage(kind, week, current, today),
                    week.first if week else None,
                    week.last if week else None,
                    current,
                    tuple(paper for paper in versions if paper is not current),
                )
            )
    return tuple(lines)


def papers_under_way(ws: Workspace) -> tuple[PaperLine, ...]:
    """Return every paper that the courses under way should have, by course."""
    running = [row.code for row in list_courses(ws) if row.stage == "running"]
    return tuple(line for code in running for line in course_papers(ws, code))


def print_papers(
    ws: Workspace, wanted: Sequence[PaperRequest], folder: Path, told: Told = untold
) -> BatchPrinted:
    """Print several papers to a folder, each registered by itself, and say what came of each.

    ``told`` hears of each paper and may stop the rest: each paper is an act of its own, so those that were
    printed stay printed. One that cannot be is told with its reason and the others go on; a folder that
    cannot be written ends it.
    """
    made: list[PrintedPaper] = []
    refused: list[Problem] = []
    with suppress(Stopped):
        for request in counted(wanted, told):
            try:
                made.append(print_paper(ws, request.kind, request.course, request.week, folder))
            except Refused as answer:
                refused.append(Problem(answer.message, where=request_words(request)))
            except EnvironmentFault as fault:
                refused.append(Problem(fault.message, where=request_words(request)))
                break
    count = len(made)
    name = ngettext("Imprimir {n} documento", "Imprimir {n} documentos", count).format(n=count)
    left = len(wanted) - len(made) - len(refused)
    return BatchPrinted(tuple(made), tuple(refused), left, Changes(name, frozenset({Kind.PAPERS})))


def request_words(request: PaperRequest) -> str:
    """Return a paper in words: course, document and week."""
    parts = [request.course, title_of(request.kind), str(request.week or "")]
    return " · ".join(part for part in parts if part)


def _is_of(paper: IssuedPaper, request: PaperRequest) -> bool:
    return (paper.kind, paper.week) == (request.kind, str(request.week or ""))


def _stage(kind: PaperKind, week: WeekSummary | None, paper: IssuedPaper | None, today: date) -> PaperStage:
    if paper is not None:
        return _FILED[paper.filings[-1].act] if paper.filings else PaperStage.PRINTED
    if week is None:
        return PaperStage.TO_PRINT
    if IsoWeek.of(today) < week.week:
        return PaperStage.LATER
    if kind.name == RECORDED and week.entered < week.cells:
        return PaperStage.INCOMPLETE
    return PaperStage.TO_PRINT
