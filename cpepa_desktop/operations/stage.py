"""Where a course stands, and what keeps it from the next stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpepa_desktop.db.obligations import every_filing
from cpepa_desktop.domain.course import Course, CourseView
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.people import Enrolment, SeatKind
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.course_papers import RECORDED, PaperLine, PaperStage, course_papers
from cpepa_desktop.operations.course_stages import StageFacts, came_to, facts_of, stage_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.gate_states import closed_gates, gate_states
from cpepa_desktop.operations.week_grid import WeekSummary, weeks_of
from cpepa_desktop.operations.workspace import Workspace

_CONDITIONS: Final = "conditions-sheet"
_APPROVED: Final = "conditions_sheet_approved"
_WITH_CLASS: Final = frozenset({Stage.RUNNING, Stage.FINISHED})
_SETTLED: Final = frozenset({Stage.JUSTIFIED, Stage.CLOSED, Stage.RENOUNCED})


class Reason(StrEnum):
    """What keeps a course from its next stage: a gate, by its name, or something to be done."""

    AUTHORISATION_RECEIVED = "authorisation_received"
    AGREEMENT_SIGNED = "agreement_signed"
    GRANT_RESOLVED = "grant_resolved"
    SELECTION_RECORD_SENT = "selection_record_sent"
    INSURANCE_FORMALISED = "insurance_formalised"
    DIRECTORATE_RESOLUTION = "directorate_resolution"
    BLOCKS_WITHOUT_TRAINER = "blocks_without_trainer"
    NOBODY_ENROLLED = "nobody_enrolled"
    CONDITIONS_NOT_PRINTED = "conditions_not_printed"
    CONDITIONS_NOT_APPROVED = "conditions_not_approved"
    WEEKS_TO_ENTER = "weeks_to_enter"
    SHEETS_TO_PRINT = "sheets_to_print"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that is missing. ``place`` is the part of the course that mends it: a tab, a week of it.

    ``is_late`` says of a gate that it was met, but after the start or no longer in force then.
    """

    reason: Reason
    count: int
    place: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class CourseStage:
    """A course on the working day, as its header tells it. Minutes.

    ``came_to`` is how far one that was renounced had come by then, ``None`` of any other.
    """

    course: Course
    first: date
    last: date | None
    official_minutes: int
    funded: int
    additional: int
    stage: Stage
    blockers: tuple[Blocker, ...]
    came_to: Stage | None = None


def course_stage(ws: Workspace, code: str) -> CourseStage:
    """Return where a course stands. Raises ``Refused`` if it is unknown."""
    view = read_course(ws, code)
    facts = facts_of(ws, view.course, view.last_day)
    is_working_day = WorkingCalendar(ws).is_working_day
    stage = stage_of(facts, ws.clock.today(), is_working_day)
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
        blockers=() if stage in _SETTLED else tuple(_blockers(ws, view, facts, in_class, stage)),
        came_to=came_to(facts, is_working_day),
    )


def _blockers(
    ws: Workspace, view: CourseView, facts: StageFacts, in_class: Sequence[Enrolment], stage: Stage
) -> Iterator[Blocker]:
    code = view.course.code
    papers = course_papers(ws, code)
    yield from _gates(facts)
    without = {s.block_id for s in view.sessions if s.counts and not s.trainer_ids}
    if without:
        yield Blocker(Reason.BLOCKS_WITHOUT_TRAINER, len(without), "calendar")
    if not in_class:
        yield Blocker(Reason.NOBODY_ENROLLED, 1, "enrolments")
    yield from _conditions(facts, papers)
    if stage not in _WITH_CLASS:
        return
    owed = [week for week in weeks_of(ws, code) if _is_owed(week, ws.clock.today())]
    if owed:
        yield Blocker(Reason.WEEKS_TO_ENTER, len(owed), f"attendance/{owed[0].week}")
    filed = _weeks_filed(ws, view.course.id)
    sheets = [line for line in papers if line.request.kind == RECORDED and line.stage is PaperStage.TO_PRINT]
    past = [
        line
        for line in sheets
        if line.last is not None and line.last < ws.clock.today() and str(line.request.week) not in filed
    ]
    if past:
        yield Blocker(Reason.SHEETS_TO_PRINT, len(past), f"papers/{RECORDED}/{past[0].request.week}")


def _weeks_filed(ws: Workspace, course_id: int) -> frozenset[str]:
    """Return the weeks whose sheet was handed in, wherever it was made: they wait for no paper of ours."""
    standing = (each for each in every_filing(ws.db, course_id) if each.withdrawn_on is None)
    return frozenset(each.subject for each in standing if each.name == "attendance_weekly")


def _gates(facts: StageFacts) -> Iterator[Blocker]:
    """Ask for what must have happened before the start; what is on record elsewhere is not asked again."""
    course = facts.course
    states = gate_states(facts.call, facts.known, course.started_on or course.start_on)
    for state in closed_gates(states, with_pending="gates_deferred" not in facts.known):
        if state.gate != _APPROVED:
            yield Blocker(Reason(state.gate), 1, state.place, is_late=state.answer is Answer.NO)


def _conditions(facts: StageFacts, papers: Sequence[PaperLine]) -> Iterator[Blocker]:
    """Ask for the conditions sheet, and for its approval where a call pays (guide 10.2.3 and 10.2.4).

    A sheet made elsewhere, of which only the approval is kept, is not asked for again; one that replaces
    another has to be approved anew.
    """
    place = f"papers/{_CONDITIONS}"
    paper = next((line.paper for line in papers if line.request.kind == _CONDITIONS), None)
    is_known = _APPROVED in facts.known
    if paper is None and not is_known:
        yield Blocker(Reason.CONDITIONS_NOT_PRINTED, 1, place)
    elif paper is not None and facts.call.pays:
        is_approved = FilingAct.APPROVED in {each.act for each in paper.filings}
        if not is_approved and (paper.replaces_id is not None or not is_known):
            yield Blocker(Reason.CONDITIONS_NOT_APPROVED, 1, place)


def _is_owed(week: WeekSummary, today: date) -> bool:
    """Say whether a week is over and not all of it entered."""
    return week.last < today and week.entered < week.cells
