"""What a change of trainers or of the way of teaching may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.db import sessions as table
from cpepa_desktop.domain.course import CourseView, ModuleKind, SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.staff import CourseRole, Role
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import assign_block, assign_block_trainers, assign_trainers, set_mode
from cpepa_desktop.operations.staff_writing import save_role
from cpepa_desktop.operations.teaching import sessions_of
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, request, rows, trainer

FRIDAY = date(2024, 1, 12)


def test_a_third_trainer_of_a_module_is_refused_and_the_second_taken(
    ws: Workspace, course: CourseView
) -> None:
    ana, berta, carla = (trainer(ws, number).id for number in (1, 2, 3))
    first, second, third = (session.id for session in sessions_of(course, course.modules[0].block_ids)[:3])
    assign_trainers(ws, CODE, [first], [ana])
    assign_trainers(ws, CODE, [second], [berta])
    before = rows(ws)
    with pytest.raises(Refused, match="demasiados formadores") as refusal:
        assign_trainers(ws, CODE, [third], [carla])
    code = course.modules[0].code
    assert refusal.value.problems[0].message == (
        f"{code}: Lo imparten 3 personas y pueden hacerlo 2 "
        "(EPE/873/2023, Guía 10.3.1; ESS/1897/2013, art. 30.1)."
    )
    assert rows(ws) == before


def test_a_module_that_came_with_too_many_may_be_given_fewer(ws: Workspace, course: CourseView) -> None:
    trainers = [trainer(ws, number).id for number in (1, 2, 3, 4)]
    sessions = sessions_of(course, course.modules[0].block_ids)
    with ws.operation("Importar"):
        for session, trainer_id in zip(sessions, trainers, strict=False):
            table.set_trainers(ws.db, session.id, [trainer_id])
    assign_trainers(ws, CODE, [sessions[3].id], [trainers[0]])
    with pytest.raises(Refused, match="demasiados formadores"):
        assign_trainers(ws, CODE, [sessions[4].id], [trainers[3]])


def test_a_block_and_a_class_given_to_another_block_are_judged_alike(
    ws: Workspace, course: CourseView
) -> None:
    trainers = [trainer(ws, number).id for number in (1, 2, 3)]
    with pytest.raises(Refused, match="demasiados formadores"):
        assign_block_trainers(ws, CODE, course.blocks[0].code, trainers)
    assign_block_trainers(ws, CODE, course.blocks[0].code, trainers[:2])
    module = next(module for module in course.modules if course.blocks[0].id not in module.block_ids)
    theirs = sessions_of(course, module.block_ids)[0]
    assign_trainers(ws, CODE, [theirs.id], [trainers[2]])
    with ws.operation("Importar"):
        freed = sessions_of(course, [course.blocks[0].id])[0]
        table.remove_session(ws.db, freed.id)
    with pytest.raises(Refused, match="demasiados formadores"):
        assign_block(ws, CODE, theirs.id, course.blocks[0].code)


def test_a_course_is_not_planned_with_three_trainers_and_is_with_two(ws: Workspace) -> None:
    trainers = tuple(trainer(ws, number).id for number in (1, 2, 3))
    assert preview_course(ws, request(trainers=trainers[:2])).stretches
    with pytest.raises(Refused) as refusal:
        preview_course(ws, request(trainers=trainers))
    assert "Lo imparten 3 personas" in refusal.value.problems[0].message


def test_who_teaches_the_complementary_module_is_told_to_be_validated_before(
    ws: Workspace, course: CourseView
) -> None:
    ana = trainer(ws, 1)
    module = next(module for module in course.modules if module.kind is ModuleKind.COMPLEMENTARY)
    changes = assign_block_trainers(ws, CODE, module.code, [ana.id])
    assert "Falta validar a quien lo imparte" in changes.notices[0]
    save_role(ws, CODE, CourseRole(ana.id, Role.TEACHER, validated_on=FRIDAY))
    last = sessions_of(course, module.block_ids)[-1]
    assert assign_trainers(ws, CODE, [last.id], []).notices == ()
    assert assign_trainers(ws, CODE, [last.id], [ana.id]).notices == ()


def test_some_of_a_module_at_a_distance_is_pending_while_its_hours_in_the_room_are_not_known(
    ws: Workspace, course: CourseView
) -> None:
    session = sessions_of(course, course.modules[0].block_ids)[0]
    notice, *_moved = set_mode(ws, CODE, [session.id], SessionMode.VIRTUAL).notices
    assert notice.startswith(f"{course.modules[0].code}: Hay 5 h por aula virtual y no constan")
    (moved,) = set_mode(ws, CODE, [session.id], SessionMode.IN_PERSON).notices
    assert moved.startswith("Ya no tiene plazo: «Enviar el informe final de conexiones")


def test_the_last_class_of_a_module_may_be_its_test_and_that_is_told(
    ws: Workspace, course: CourseView
) -> None:
    last = sessions_of(course, course.modules[0].block_ids)[-1]
    words = " ".join(set_mode(ws, CODE, [last.id], SessionMode.BIMODAL).notices)
    assert "si en ella se hace la prueba final" in words


def test_a_whole_course_at_a_distance_is_refused_and_all_but_one_class_is_not(
    ws: Workspace, course: CourseView
) -> None:
    everything = [session.id for session in course.sessions]
    before = rows(ws)
    with pytest.raises(Refused, match="no puede usarse así") as refusal:
        set_mode(ws, CODE, everything, SessionMode.VIRTUAL)
    assert "nunca puede ser todo" in refusal.value.problems[0].message
    assert rows(ws) == before
    assert set_mode(ws, CODE, everything[1:], SessionMode.VIRTUAL).notices


def test_a_course_of_its_own_means_stays_in_the_room_in_part_too(ws: Workspace) -> None:
    view = planned(ws, own_request())
    with pytest.raises(Refused, match="no puede usarse así"):
        set_mode(ws, CODE, [session.id for session in view.sessions], SessionMode.VIRTUAL)


def test_a_course_of_level_one_is_flagged_and_not_refused(ws: Workspace, course: CourseView) -> None:
    with ws.operation("Nivel 1"):
        ws.db.execute("UPDATE course SET level = 1")
    session = replace(course.sessions[0])
    notices = set_mode(ws, CODE, [session.id], SessionMode.VIRTUAL).notices
    assert any("curso de nivel 1" in notice for notice in notices)
    assert read_course(ws, CODE).sessions[0].mode is SessionMode.VIRTUAL
