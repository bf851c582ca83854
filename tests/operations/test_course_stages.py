"""The stage of a course by its papers and its days, for each stage what makes it and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cpepa_desktop.db.milestones import Milestone
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import Course, Regime, Route
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.exchange.call_file import load_call, official_text
from cpepa_desktop.operations.course_stages import StageFacts, facts_of, stage_of, stages_of
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, bare, own_request

DAY = timedelta(days=1)
LAST = date(2024, 4, 30)
OPENING = date(2023, 11, 15)
GATES = ("grant_resolved", "conditions_sheet_approved", "selection_record_sent", "insurance_formalised")
SHUT = {gate: Milestone(MONDAY + DAY) for gate in GATES}
OPEN = {gate: Milestone(OPENING - DAY) for gate in GATES}
GRANTED = {"grant_resolved": OPEN["grant_resolved"]}
OWN = {"authorisation_received": Milestone(OPENING)}


def call_named(name: str) -> Call:
    text = official_text(name)
    assert text is not None
    return load_call(text, f"{name}.toml")


def stage(known: Mapping[str, Milestone], today: date, call: str = "EPE-873-2023", **facts: Any) -> Stage:  # noqa: ANN401 - of the course
    course = Course(
        1, CODE, call, 1, 1, "SSCS0208", "", "Título", 2, Route.CALL, "Zaragoza", MONDAY, "", Regime.RD659
    )
    last = facts.pop("last", LAST)
    return stage_of(
        StageFacts(replace(course, **facts), call_named(call), last, known),
        today,
        lambda day: day.weekday() < 5,
    )


def test_a_course_begins_planned_and_is_requested_by_what_was_submitted() -> None:
    assert stage({}, OPENING) is Stage.PLANNED
    assert stage({"requested": Milestone()}, OPENING) is Stage.REQUESTED


def test_the_paper_that_opens_it_authorises_a_course_until_people_are_looked_for() -> None:
    assert stage(GRANTED, OPENING - DAY) is Stage.AUTHORISED
    assert stage(GRANTED, OPENING) is Stage.IN_SELECTION
    assert stage(GRANTED, MONDAY - DAY) is Stage.IN_SELECTION
    assert stage({"insurance_formalised": Milestone(OPENING)}, OPENING) is Stage.PLANNED


def test_where_no_term_opens_the_preregistration_a_day_of_selection_does() -> None:
    assert stage(OWN, OPENING, "own-resources") is Stage.AUTHORISED
    assert stage(OWN, OPENING, "own-resources", selection_on=MONDAY - DAY) is Stage.IN_SELECTION
    assert stage({}, OPENING, "own-resources", selection_on=MONDAY - DAY) is Stage.PLANNED


def test_an_authorisation_later_than_the_start_planned_authorises_and_does_not_start() -> None:
    late = {"authorisation_received": Milestone(MONDAY + 3 * DAY)}
    assert stage(late, MONDAY + 3 * DAY, "own-resources") is Stage.AUTHORISED


def test_an_agreement_that_has_ended_authorises_nothing() -> None:
    ended = {"agreement_signed": Milestone(OPENING, MONDAY - DAY)}
    assert stage(ended, OPENING, "inaem-agreement") is Stage.PLANNED
    assert stage({"agreement_signed": Milestone(OPENING, MONDAY)}, OPENING, "inaem-agreement") in {
        Stage.AUTHORISED,
        Stage.IN_SELECTION,
    }


def test_a_course_runs_from_its_start_once_every_gate_is_open() -> None:
    assert stage(OPEN, MONDAY - DAY) is Stage.IN_SELECTION
    assert stage(OPEN, MONDAY) is Stage.RUNNING
    for gate in GATES:
        assert stage(OPEN | {gate: SHUT[gate]}, MONDAY) is not Stage.RUNNING
        assert stage({name: day for name, day in OPEN.items() if name != gate}, MONDAY) is not Stage.RUNNING


def test_a_course_with_closed_gates_runs_where_somebody_said_so_or_attendance_tells() -> None:
    assert stage({}, MONDAY) is Stage.PLANNED
    assert stage({"attendance": Milestone()}, MONDAY) is Stage.RUNNING
    assert stage({"attendance": Milestone()}, MONDAY - DAY) is Stage.PLANNED
    assert stage({}, MONDAY + DAY, started_on=MONDAY + DAY) is Stage.RUNNING
    assert stage(GRANTED, MONDAY, started_on=MONDAY + DAY) is Stage.AUTHORISED


def test_a_deferral_lets_pending_gates_run_and_not_those_that_say_no() -> None:
    deferred = {"gates_deferred": Milestone()}
    assert stage(deferred, MONDAY) is Stage.RUNNING
    assert stage(deferred | SHUT, MONDAY) is not Stage.RUNNING


def test_a_course_is_finished_after_its_last_day_whatever_its_gates() -> None:
    assert stage(OPEN, LAST) is Stage.RUNNING
    assert stage(OPEN, LAST + DAY) is Stage.FINISHED
    assert stage({}, LAST + DAY) is Stage.FINISHED
    assert stage(OPEN, LAST + DAY, last=None) is Stage.RUNNING


def test_justifying_and_closing_come_after_and_renouncing_over_everything() -> None:
    justified = OPEN | {"justified": Milestone(LAST + DAY)}
    closed = justified | {"closed": Milestone(LAST + 2 * DAY)}
    assert stage(justified, LAST + DAY) is Stage.JUSTIFIED
    assert stage(closed, LAST + DAY) is Stage.CLOSED
    assert stage(closed, LAST + DAY, renounced_on=LAST) is Stage.RENOUNCED


def test_one_course_and_all_of_them_are_read_alike(ws: Workspace) -> None:
    view = bare(ws, own_request())
    course = find_course(ws, CODE)
    facts = facts_of(ws, course, view.last_day)
    assert (facts.course, facts.last_day, facts.known) == (course, view.last_day, {})
    assert stages_of(ws, [course], {course.id: view.last_day}) == {course.id: Stage.PLANNED}


@pytest.mark.parametrize("courses", [1, 5])
def test_the_questions_asked_do_not_grow_with_the_courses(ws: Workspace, courses: int) -> None:
    for n in range(courses):
        bare(ws, own_request(code=f"24/{n}", start=MONDAY + 7 * n * DAY))
    asked: list[str] = []
    ws.db.conn.set_trace_callback(asked.append)
    stages_of(ws, (), {})
    ws.db.conn.set_trace_callback(None)
    assert len(asked) <= 5
