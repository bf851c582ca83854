"""The stage of each course, derived from its papers and its days; nobody writes a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cpepa_desktop.db import calls as versions
from cpepa_desktop.db.milestones import Milestones, milestones
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_in
from cpepa_desktop.operations.gate_states import OPENING, closed_gates, gate_states
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.deadlines import Counting, opening_day

_OPENING_OF_PREREGISTRATION: Final = "preregistration_opening"
_NOTHING: Final[Milestones] = {}


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What the stage of a course hangs on. ``last_day`` is ``None`` where nothing is on its calendar."""

    course: Course
    call: Call
    last_day: date | None
    known: Milestones


def stage_of(facts: StageFacts, today: date, is_working_day: Callable[[date], bool]) -> Stage:
    """Return how far a course has come on ``today``.

    A course past its planned start whose gates are closed, and of which no attendance is entered, has not
    started: it stays where its papers leave it.
    """
    course, known = facts.course, facts.known
    if course.renounced_on is not None:
        return Stage.RENOUNCED
    if "closed" in known:
        return Stage.CLOSED
    if "justified" in known:
        return Stage.JUSTIFIED
    if facts.last_day is not None and facts.last_day < today:
        return Stage.FINISHED
    return Stage.RUNNING if _has_started(facts, today) else _before_start(facts, today, is_working_day)


def came_to(facts: StageFacts, is_working_day: Callable[[date], bool]) -> Stage | None:
    """Return how far a course had come on the day it was renounced, ``None`` where it was not."""
    day = facts.course.renounced_on
    if day is None:
        return None
    return stage_of(replace(facts, course=replace(facts.course, renounced_on=None)), day, is_working_day)


def _before_start(facts: StageFacts, today: date, is_working_day: Callable[[date], bool]) -> Stage:
    if _is_authorised(facts, today):
        is_selecting = today < facts.course.start_on and _is_selecting(facts, today, is_working_day)
        return Stage.IN_SELECTION if is_selecting else Stage.AUTHORISED
    return Stage.REQUESTED if "requested" in facts.known else Stage.PLANNED


def stages_of(
    ws: Workspace, courses: Iterable[Course], last_days: Mapping[int, date | None]
) -> dict[int, Stage]:
    """Return the stage of each course on the working day, in questions that do not grow with the courses."""
    calls = {row.id: call_in(row.content, row.call) for row in versions.call_versions(ws.db)}
    known, today = milestones(ws.db), ws.clock.today()
    is_working_day = WorkingCalendar(ws).is_working_day
    found = {}
    for course in courses:
        call, last_day = calls[course.call_version_id], last_days.get(course.id)
        facts = StageFacts(course, call, last_day, known.get(course.id, _NOTHING))
        found[course.id] = stage_of(facts, today, is_working_day)
    return found


def facts_of(ws: Workspace, course: Course, last_day: date | None) -> StageFacts:
    """Return what the stage of one course hangs on."""
    version = versions.call_version(ws.db, course.call_version_id)
    known = milestones(ws.db, course.id).get(course.id, _NOTHING)
    return StageFacts(course, call_in(version.content, version.call), last_day, known)


def _has_started(facts: StageFacts, today: date) -> bool:
    """Say whether a course runs: somebody said so, it has attendance, or nothing prevents its start."""
    course = facts.course
    if course.started_on is not None:
        return course.started_on <= today
    if today < course.start_on:
        return False
    states = gate_states(facts.call, facts.known, course.start_on)
    is_deferred = "gates_deferred" in facts.known
    return "attendance" in facts.known or not closed_gates(states, with_pending=not is_deferred)


def _is_authorised(facts: StageFacts, today: date) -> bool:
    """Say whether the paper that opens the course would let it start on its day, or now where that passed."""
    day = max(facts.course.start_on, today)
    states = gate_states(facts.call, facts.known, day)
    return any(state.gate in OPENING and state.answer is Answer.YES for state in states)


def _is_selecting(facts: StageFacts, today: date, is_working_day: Callable[[date], bool]) -> bool:
    deadline = facts.call.deadlines.get(_OPENING_OF_PREREGISTRATION)
    if deadline is None or deadline.due is None or not deadline.is_active:
        return facts.course.selection_on is not None
    return opening_day(deadline.due, facts.course.start_on, Counting(is_working_day)) <= today
