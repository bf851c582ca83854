"""Who teaches what of a course, by its sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.staff import CourseRole, Role
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import assign_block_trainers, assign_trainers, cancel_session
from cpepa_desktop.operations.teaching import (
    minutes_by_trainer,
    module_span,
    sessions_of,
    taught_by,
    teachers_validated_on,
    trainers_by_module,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, class_on, trainer


def test_the_hours_and_modules_of_a_teacher_come_from_their_sessions(
    ws: Workspace, course: CourseView
) -> None:
    ana = trainer(ws, 1)
    block = course.blocks[0]
    assign_block_trainers(ws, CODE, block.code, [ana.id])
    view = read_course(ws, CODE)
    assert minutes_by_trainer(view) == {ana.id: block.official_minutes}
    module = next(module for module in view.modules if block.id in module.block_ids)
    taught = taught_by(view, ana.id)
    assert [(line.code, line.minutes) for line in taught] == [(module.code, block.official_minutes)]
    assert trainers_by_module(view)[module.code] == {ana.id}
    assert taught_by(view, ana.id + 1) == ()


def test_a_cancelled_class_is_taught_by_nobody(ws: Workspace, course: CourseView) -> None:
    ana = trainer(ws, 1)
    _stretch, sessions = class_on(course, MONDAY)
    assign_trainers(ws, CODE, [sessions[0].id], [ana.id])
    cancel_session(ws, CODE, sessions[0].id, "Obras", None)
    view = read_course(ws, CODE)
    assert minutes_by_trainer(view) == {}
    assert sessions[0].id not in {session.id for session in sessions_of(view, [sessions[0].block_id])}


def test_a_module_lasts_from_its_first_class_to_its_last_and_practice_as_it_is_written(
    course: CourseView,
) -> None:
    first = course.modules[0]
    assert module_span(course, first)[0] == MONDAY
    last = next(module for module in course.modules if module.kind is ModuleKind.COMPLEMENTARY)
    assert module_span(course, last)[1] == course.last_day
    practice = next(module for module in course.modules if module.kind is ModuleKind.WORKPLACE)
    assert module_span(course, practice) == (None, None)
    assert isinstance(module_span(course, last)[0], date)
    assert practice.code not in trainers_by_module(course)


def test_teachers_are_validated_once_the_last_of_them_is_and_none_was_rejected_later() -> None:
    friday, monday = date(2024, 1, 12), MONDAY
    ana, eva = (
        CourseRole(1, Role.TEACHER, validated_on=friday),
        CourseRole(2, Role.TEACHER, validated_on=monday),
    )
    assert teachers_validated_on([ana, eva], [1, 2]) == monday
    assert teachers_validated_on([ana, eva], [1]) == friday
    assert teachers_validated_on([ana, eva], []) is None
    assert teachers_validated_on([ana], [1, 2]) is None
    assert teachers_validated_on([replace(ana, rejected_on=monday), eva], [1, 2]) is None
    assert teachers_validated_on([replace(ana, role=Role.TUTOR), eva], [1, 2]) is None
