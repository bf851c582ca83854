"""Where a course stands, and what keeps it from the next stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpepa_desktop.domain.course import Course, CourseView
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.people import Enrolment, SeatKind
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.course_papers import RECORDED, PaperLine, PaperStage, course_papers
from cpepa_desktop.operations.courses import read_course, stage_on
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.week_grid import WeekSummary, weeks_of
from cpepa_desktop.operations.workspace import Workspace

_CONDITIONS: Final = "conditions-sheet"
_PLANNED: Final = "planned"


class Reason(StrEnum):
    """What keeps a course from its next stage."""

    BLOCKS_WITHOUT_TRAINER = "blocks_without_trainer"
    NOBODY_ENROLLED = "nobody_enrolled"
    CONDITIONS_NOT_PRINTED = "conditions_not_printed"
    CONDITIONS_NOT_APPROVED = "conditions_not_approved"
    WEEKS_TO_ENTER = "weeks_to_enter"
    SHEETS_TO_PRINT = "sheets_to_print"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that is missing. ``place`` is the part of the course that mends it: a tab, a week of it."""

    reason: Reason
    count: int
    place: str


@dataclass(frozen=True, slots=True)
class CourseStage:
    """A course on the working day, as its header tells it. Minutes; ``stage`` as in ``CourseRow``."""

    course: Course
    first: date
    last: date | None
    official_minutes: int
    funded: int
    additional: int
    stage: str
    blockers: tuple[Blocker, ...]


def course_stage(ws: Workspace, code: str) -> CourseStage:
    """Return where a course stands. Raises ``Refused`` if it is unknown."""
    view = read_course(ws, code)
    stage = stage_on(view.course.start_on, view.last_day, ws.clock.today())
    in_class = [each for each in list_enrolments(ws, code) if each.left_on is None]
    additional = sum(each.seat_kind is SeatKind.ADDITIONAL for each in in_class)
    return CourseStage(
        course=view.course,
        first=view.course.start_on,
        last=view.last_day,
        official_minutes=view.official_minutes,
        funded=len(in_class) - additional,
        additional=additional,
        stage=stage,
        blockers=tuple(_blockers(ws, view, in_class, stage)),
    )


def _blockers(
    ws: Workspace, view: CourseView, in_class: Sequence[Enrolment], stage: str
) -> Iterator[Blocker]:
    code = view.course.code
    papers = course_papers(ws, code)
    without = {s.block_id for s in view.sessions if s.counts and not s.trainer_ids}
    if without:
        yield Blocker(Reason.BLOCKS_WITHOUT_TRAINER, len(without), "calendar")
    if not in_class:
        yield Blocker(Reason.NOBODY_ENROLLED, 1, "enrolments")
    yield from _conditions(ws, view, papers)
    if stage == _PLANNED:
        return
    owed = [week for week in weeks_of(ws, code) if _is_owed(week, ws.clock.today())]
    if owed:
        yield Blocker(Reason.WEEKS_TO_ENTER, len(owed), f"attendance/{owed[0].week}")
    sheets = [line for line in papers if line.request.kind == RECORDED and line.stage is PaperStage.TO_PRINT]
    past = [line for line in sheets if line.last is not None and line.last < ws.clock.today()]
    if past:
        yield Blocker(Reason.SHEETS_TO_PRINT, len(past), f"papers/{RECORDED}/{past[0].request.week}")


def _conditions(ws: Workspace, view: CourseView, papers: Sequence[PaperLine]) -> Iterator[Blocker]:
    """Ask for the conditions sheet, and for its approval where a call pays (guide 10.2.2)."""
    place = f"papers/{_CONDITIONS}"
    paper = next((line.paper for line in papers if line.request.kind == _CONDITIONS), None)
    if paper is None:
        yield Blocker(Reason.CONDITIONS_NOT_PRINTED, 1, place)
    elif call_of(ws, view.course).pays and FilingAct.APPROVED not in {each.act for each in paper.filings}:
        yield Blocker(Reason.CONDITIONS_NOT_APPROVED, 1, place)


def _is_owed(week: WeekSummary, today: date) -> bool:
    """Say whether a week is over and not all of it entered."""
    return week.last < today and week.entered < week.cells
