"""The papers that a course should have, which of them it has, and printing several at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.papers import (
    FilingAct,
    IssuedPaper,
    PaperPerson,
    PaperScope,
    PaperState,
    PaperSubject,
)
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.progress import Stopped, Told, counted, untold
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.paper_subjects import period_of, subject_words
from cpepa_desktop.operations.papers import (
    DOCUMENTS,
    PaperKind,
    PrintedPaper,
    documents_of_courses,
    is_owed,
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
    ON_REQUEST = "on_request"
    KEPT = "kept"


_FILED: Final = {
    FilingAct.SENT: PaperStage.SENT,
    FilingAct.APPROVED: PaperStage.APPROVED,
    FilingAct.HANDED_OUT: PaperStage.HANDED_OUT,
}


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A paper to print: which document, of which course and, but where it is of all of it, of what in it."""

    kind: str
    course: str
    subject: PaperSubject = None

    @property
    def week(self) -> IsoWeek | None:
        """Return its week, ``None`` where the paper is not weekly."""
        return self.subject if isinstance(self.subject, IsoWeek) else None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of a course: ``paper`` is the one in force, ``None`` where there is none.

    ``first`` and ``last`` are the days of class of its week or month, ``person`` whom it is about.
    ``earlier`` are those replaced or annulled, the newest first.
    """

    request: PaperRequest
    title: str
    stage: PaperStage
    first: date | None = None
    last: date | None = None
    paper: IssuedPaper | None = None
    earlier: tuple[IssuedPaper, ...] = ()
    person: str = ""


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
    desk = _Desk(ws, course)
    return tuple(line for kind in documents_of_courses() if kind.is_owed for line in desk.lines(kind))


def lines_of(ws: Workspace, course: str, kind: str, day: date | None = None) -> tuple[PaperLine, ...]:
    """Return every paper of one document that a course may have, by week, month or person.

    ``day`` is that of the papers of a person on a day; the working day where it is not said. Raises
    ``Refused`` for an unknown course.
    """
    return tuple(_Desk(ws, course, day).lines(DOCUMENTS[kind]))


def papers_under_way(ws: Workspace) -> tuple[PaperLine, ...]:
    """Return every paper that the courses under way should have, by course."""
    running = [row.code for row in list_courses(ws) if row.stage is Stage.RUNNING]
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
                made.append(print_paper(ws, request.kind, request.course, request.subject, folder))
            except Refused as answer:
                refused.append(Problem(answer.message, where=request_words(ws, request)))
            except EnvironmentFault as fault:
                refused.append(Problem(fault.message, where=request_words(ws, request)))
                break
    count = len(made)
    name = ngettext("Imprimir {n} documento", "Imprimir {n} documentos", count).format(n=count)
    left = len(wanted) - len(made) - len(refused)
    return BatchPrinted(tuple(made), tuple(refused), left, Changes(name, frozenset({Kind.PAPERS})))


def request_words(ws: Workspace, request: PaperRequest) -> str:
    """Return a paper in words: course, document and what in the course it is about."""
    about = subject_words(ws, request.course, request.subject)
    return " · ".join(part for part in (request.course, title_of(request.kind), about) if part)


def stage_of(paper: IssuedPaper) -> PaperStage:
    """Return how far an issued paper has come, by the last thing done with it."""
    if paper.filings:
        return _FILED[paper.filings[-1].act]
    return PaperStage.PRINTED if is_owed(paper.kind) else PaperStage.KEPT


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a paper can be about, as the register keeps it and as its line tells it."""

    subject: PaperSubject = None
    period: str = ""
    first: date | None = None
    last: date | None = None
    week: WeekSummary | None = None
    enrolment: Enrolment | None = None


class _Desk:
    """What there is and could be of the papers of a course, each thing read once."""

    def __init__(self, ws: Workspace, course: str, day: date | None = None) -> None:
        self._course = course
        self._today = ws.clock.today()
        self._day = day or self._today
        self._weeks = weeks_of(ws, course)
        self._enrolled = list_enrolments(ws, course)
        self._issued: dict[tuple[str, str, int | None], list[IssuedPaper]] = defaultdict(list)
        for view in list_papers(ws, course):
            paper = view.paper
            self._issued[paper.kind, paper.period, paper.person_id].append(paper)

    def lines(self, kind: PaperKind) -> Iterator[PaperLine]:
        """Yield the papers of a document."""
        for topic in self._topics(kind.scope):
            person = topic.enrolment.person if topic.enrolment else None
            versions = self._issued[kind.name, topic.period, person.id if person else None]
            current = next((paper for paper in versions if paper.state is PaperState.ISSUED), None)
            yield PaperLine(
                PaperRequest(kind.name, self._course, topic.subject),
                kind.title,
                stage_of(current) if current else self._stage(kind, topic),
                topic.first,
                topic.last,
                current,
                tuple(paper for paper in versions if paper is not current),
                person.listed_name if person else "",
            )

    def _topics(self, scope: PaperScope) -> Iterator[_Topic]:
        if scope is PaperScope.COURSE:
            yield _Topic()
        elif scope is PaperScope.WEEK:
            for week in self._weeks:
                yield _Topic(week.week, str(week.week), week.first, week.last, week)
        elif scope is PaperScope.MONTH:
            for month in self._months():
                yield _Topic(month, str(month), month.first, month.last)
        else:
            day = self._day if scope is PaperScope.PERSON_DAY else None
            for enrolment in self._enrolled:
                subject = PaperPerson(enrolment.id, day)
                yield _Topic(subject, period_of(subject), day, day, enrolment=enrolment)

    def _months(self) -> tuple[Month, ...]:
        days = (day for week in self._weeks for day in (week.first, week.last))
        return tuple(dict.fromkeys(Month.of(day) for day in days))

    def _stage(self, kind: PaperKind, topic: _Topic) -> PaperStage:
        return _unprinted(kind, topic.week, self._today) if kind.is_owed else PaperStage.ON_REQUEST


def _unprinted(kind: PaperKind, week: WeekSummary | None, today: date) -> PaperStage:
    if week is None:
        return PaperStage.TO_PRINT
    if IsoWeek.of(today) < week.week:
        return PaperStage.LATER
    if kind.name == RECORDED and week.entered < week.cells:
        return PaperStage.INCOMPLETE
    return PaperStage.TO_PRINT
