"""Where a course stands and what keeps it from the next stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.db import courses
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.course_life import renounce_course
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.obligations import FilingForm, file_obligation, withdraw_filing
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.papers import mark_paper, print_paper
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.stage import Blocker, Reason, course_stage
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, bare, enrolled, own_request, planned, trainer

FIRST_WEEK, SECOND_WEEK = IsoWeek(2024, 3), IsoWeek(2024, 4)
SATURDAY, NEXT_MONDAY = date(2024, 1, 20), date(2024, 1, 22)


def _reasons(ws: Workspace) -> list[Reason]:
    return [blocker.reason for blocker in course_stage(ws, CODE).blockers]


def _assign(ws: Workspace, view: CourseView) -> None:
    teacher = trainer(ws, 1)
    for block in view.blocks:
        assign_block_trainers(ws, CODE, block.code, [teacher.id])


def _ready(ws: Workspace, tmp_path: Path) -> CourseView:
    """Plan a course that nobody pays, with everything that its start needs."""
    view = planned(ws, own_request())
    enrolled(ws)
    _assign(ws, view)
    print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    return view


def test_a_course_just_planned_lacks_trainers_people_and_its_conditions_sheet(
    ws: Workspace, course: CourseView
) -> None:
    found = course_stage(ws, CODE)
    assert found.stage is Stage.PLANNED
    assert (found.funded, found.additional) == (0, 0)
    assert found.official_minutes == 380 * 60
    assert found.last == course.last_day
    assert found.blockers == (
        Blocker(Reason.BLOCKS_WITHOUT_TRAINER, len(course.blocks), "calendar"),
        Blocker(Reason.NOBODY_ENROLLED, 1, "enrolments"),
        Blocker(Reason.CONDITIONS_NOT_PRINTED, 1, "papers/conditions-sheet"),
    )


def test_each_blocker_goes_when_it_is_mended(ws: Workspace, course: CourseView, tmp_path: Path) -> None:
    _assign(ws, course)
    assert _reasons(ws) == [Reason.NOBODY_ENROLLED, Reason.CONDITIONS_NOT_PRINTED]
    enrolled(ws)
    assert _reasons(ws) == [Reason.CONDITIONS_NOT_PRINTED]
    printed = print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    assert _reasons(ws) == [Reason.CONDITIONS_NOT_APPROVED]
    mark_paper(ws, printed.paper.id, FilingAct.SENT, ws.clock.today())
    assert _reasons(ws) == [Reason.CONDITIONS_NOT_APPROVED]
    mark_paper(ws, printed.paper.id, FilingAct.APPROVED, ws.clock.today())
    assert _reasons(ws) == []


def test_a_course_that_nobody_pays_needs_no_approval(ws: Workspace, tmp_path: Path) -> None:
    _ready(ws, tmp_path)
    assert _reasons(ws) == []


def test_closed_gates_come_first_each_with_where_it_is_met(ws: Workspace) -> None:
    bare(ws)
    assert course_stage(ws, CODE).blockers[:3] == (
        Blocker(Reason.GRANT_RESOLVED, 1, "file/requirements"),
        Blocker(Reason.SELECTION_RECORD_SENT, 1, "file/deadlines"),
        Blocker(Reason.INSURANCE_FORMALISED, 1, "file/requirements"),
    )


def test_a_course_past_its_start_with_closed_gates_says_why_it_does_not_run(ws: Workspace) -> None:
    bare(ws, own_request())
    ws.clock = at(NEXT_MONDAY)
    late = OfficialPaper(
        0, OfficialPaperKind.AUTHORISATION, received_on=date(2024, 1, 16), courses=(CourseServed(CODE),)
    )
    assert course_stage(ws, CODE).stage is Stage.PLANNED
    save_official_paper(ws, late)
    found = course_stage(ws, CODE)
    assert found.stage is Stage.AUTHORISED
    assert found.blockers[0] == Blocker(Reason.AUTHORISATION_RECEIVED, 1, "file/requirements", is_late=True)
    assert Reason.WEEKS_TO_ENTER not in _reasons(ws)


def _approve_on_paper(ws: Workspace) -> None:
    kind, served = OfficialPaperKind.CONDITIONS_APPROVAL, (CourseServed(CODE),)
    save_official_paper(ws, OfficialPaper(0, kind, issued_on=ws.clock.today(), courses=served))


def test_a_sheet_made_elsewhere_and_approved_is_not_asked_for(ws: Workspace, course: CourseView) -> None:
    _assign(ws, course)
    _approve_on_paper(ws)
    assert _reasons(ws) == [Reason.NOBODY_ENROLLED]


def test_an_approval_on_paper_counts_until_the_sheet_is_corrected(ws: Workspace, tmp_path: Path) -> None:
    view = planned(ws)
    enrolled(ws)
    print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    _approve_on_paper(ws)
    assert Reason.CONDITIONS_NOT_APPROVED not in _reasons(ws)
    _assign(ws, view)
    print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    assert _reasons(ws) == [Reason.CONDITIONS_NOT_APPROVED]


def test_a_course_renounced_waits_for_nothing(ws: Workspace, course: CourseView) -> None:
    with ws.operation("Renunciar"):
        courses.change(
            ws.db, replace(course.course, renounced_on=ws.clock.today(), renounce_reason="Sin aula")
        )
    found = course_stage(ws, CODE)
    assert (found.stage, found.blockers, found.came_to) == (Stage.RENOUNCED, (), Stage.PLANNED)


@pytest.mark.parametrize(
    ("day", "stage"), [(date(2024, 1, 14), Stage.PLANNED), (date(2024, 1, 15), Stage.RUNNING)]
)
def test_a_course_renounced_says_how_far_it_had_come_by_then(
    ws: Workspace, tmp_path: Path, day: date, stage: Stage
) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(date(2024, 3, 1))
    assert course_stage(ws, CODE).came_to is None
    renounce_course(ws, CODE, day, "Sin alumnado")
    assert course_stage(ws, CODE).came_to is stage


def test_who_has_left_is_not_in_class(ws: Workspace, tmp_path: Path) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(date(2024, 1, 16))
    someone = enrolled(ws, 2)
    withdraw(ws, CODE, str(someone.person.document), Withdrawal(date(2024, 1, 16), LeaveCause.OTHER))
    assert course_stage(ws, CODE).funded == 1


@pytest.mark.parametrize(("day", "owed"), [(date(2024, 1, 19), []), (SATURDAY, [Reason.WEEKS_TO_ENTER])])
def test_a_week_is_owed_once_its_last_class_is_over(
    ws: Workspace, tmp_path: Path, day: date, owed: list[Reason]
) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(day)
    found = course_stage(ws, CODE)
    assert found.stage is Stage.RUNNING
    assert [blocker.reason for blocker in found.blockers] == owed


def test_a_week_entered_owes_its_sheet_and_then_nothing(ws: Workspace, tmp_path: Path) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(NEXT_MONDAY)
    assert course_stage(ws, CODE).blockers == (Blocker(Reason.WEEKS_TO_ENTER, 1, f"attendance/{FIRST_WEEK}"),)
    fill_week(ws, CODE, FIRST_WEEK)
    sheet = f"papers/attendance-sheet-recorded/{FIRST_WEEK}"
    assert course_stage(ws, CODE).blockers == (Blocker(Reason.SHEETS_TO_PRINT, 1, sheet),)
    print_paper(ws, "attendance-sheet-recorded", CODE, FIRST_WEEK, tmp_path)
    assert _reasons(ws) == []


@pytest.mark.usefixtures("course")
def test_a_week_whose_sheet_was_handed_in_waits_for_no_paper(ws: Workspace) -> None:
    enrolled(ws)
    ws.clock = at(NEXT_MONDAY)
    fill_week(ws, CODE, FIRST_WEEK)
    assert Reason.SHEETS_TO_PRINT in _reasons(ws)
    file_obligation(ws, CODE, "attendance_weekly", str(FIRST_WEEK), FilingForm(NEXT_MONDAY, number="1"))
    assert Reason.SHEETS_TO_PRINT not in _reasons(ws)
    withdraw_filing(ws, CODE, "attendance_weekly", str(FIRST_WEEK), "Era de otro curso")
    assert Reason.SHEETS_TO_PRINT in _reasons(ws)


def test_weeks_are_counted_and_the_first_is_gone_to(ws: Workspace, tmp_path: Path) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(date(2024, 1, 29))
    fill_week(ws, CODE, FIRST_WEEK)
    print_paper(ws, "attendance-sheet-recorded", CODE, FIRST_WEEK, tmp_path)
    assert course_stage(ws, CODE).blockers == (
        Blocker(Reason.WEEKS_TO_ENTER, 1, f"attendance/{SECOND_WEEK}"),
    )


def test_a_finished_course_still_says_what_is_missing(ws: Workspace, tmp_path: Path) -> None:
    _ready(ws, tmp_path)
    ws.clock = at(date(2024, 12, 1))
    found = course_stage(ws, CODE)
    assert found.stage is Stage.FINISHED
    (weeks,) = found.blockers
    assert weeks.reason is Reason.WEEKS_TO_ENTER
    assert weeks.count > 10


def test_an_unknown_course_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="24/999"):
        course_stage(ws, "24/999")
