"""The staff of a course: roles, hours, proofs, contract and validation."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.staff import CourseRole, Proof, Role, Validation
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.staff import CourseStaff, StaffMember, course_staff, list_trainers
from cpepa_desktop.operations.staff_writing import save_proof, save_role
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, teaching, trainer

FRIDAY, TODAY = date(2024, 1, 5), date(2024, 1, 12)


def complementary(course: CourseView) -> str:
    return next(module.code for module in course.modules if module.kind is ModuleKind.COMPLEMENTARY)


def member(staff: CourseStaff, trainer_id: int) -> StaffMember:
    return next(each for each in staff.members if each.trainer.id == trainer_id)


def test_a_course_without_staff_says_what_it_misses(ws: Workspace, course: CourseView) -> None:
    staff = course_staff(ws, CODE)
    assert staff.members == ()
    assert staff.speciality == "SSCS0208"
    assert staff.unfilled == (Role.PREPARER, Role.TUTOR, Role.EVALUATOR)
    words = " ".join(staff.missing)
    assert "Todavía no se sabe quién lo imparte" in words
    assert "Tutoriza: falta decir quién." in staff.missing
    assert "Falta validar a quien lo imparte" in words
    assert [module.code for module in staff.modules][-1] == complementary(course)


def test_a_course_of_its_own_means_asks_nobody_to_tutor(ws: Workspace) -> None:
    planned(ws, own_request())
    staff = course_staff(ws, CODE)
    assert staff.unfilled == ()
    assert not any("falta decir quién" in line for line in staff.missing)


def test_who_teaches_is_there_without_a_row_with_the_minutes_of_the_sessions(
    ws: Workspace, course: CourseView
) -> None:
    ana = teaching(ws, course)
    found = member(course_staff(ws, CODE), ana.id)
    assert [role.role.role for role in found.roles] == [Role.TEACHER]
    assert found.roles[0].minutes == found.minutes == course.blocks[0].official_minutes
    assert found.roles[0].role.validation is Validation.NOT_SENT
    assert ana.id in {each.id for each in list_trainers(ws)}


def test_what_is_proved_and_sent_is_no_longer_missing(ws: Workspace, course: CourseView) -> None:
    ana = teaching(ws, course)
    save_role(ws, CODE, CourseRole(ana.id, Role.TEACHER, sent_on=FRIDAY))
    for proof in Proof:
        save_proof(ws, ana.id, "SSCS0208", proof, "Consta")
    staff = course_staff(ws, CODE)
    answers = {verdict.answer for verdict in member(staff, ana.id).roles[0].verdicts}
    assert answers == {Answer.YES}
    assert not any("Docente 1" in line for line in staff.missing)


def test_a_rejection_hours_and_tutoring_that_are_missing_are_told(ws: Workspace, course: CourseView) -> None:
    ana = teaching(ws, course)
    save_role(ws, CODE, CourseRole(ana.id, Role.TUTOR, sent_on=FRIDAY, rejected_on=FRIDAY))
    words = " ".join(course_staff(ws, CODE).missing)
    assert "Docente 1 Gil (tutoriza): rechazado el vie 5 ene 2024." in words
    assert "Docente 1 Gil (tutoriza): faltan las horas estimadas" in words
    assert "falta el horario de tutorías" in words


@pytest.mark.parametrize(("validated", "answer"), [(TODAY, Answer.YES), (None, Answer.PENDING)])
def test_the_complementary_module_wants_all_its_teachers_validated(
    ws: Workspace, course: CourseView, validated: date | None, answer: Answer
) -> None:
    ana, berta = trainer(ws, 1), trainer(ws, 2)
    assign_block_trainers(ws, CODE, complementary(course), [ana.id, berta.id])
    save_role(ws, CODE, CourseRole(ana.id, Role.TEACHER, validated_on=TODAY))
    save_role(ws, CODE, CourseRole(berta.id, Role.TEACHER, validated_on=validated))
    module = course_staff(ws, CODE).modules[-1]
    verdict = next(each for each in module.verdicts if each.rule == "complementary_validated")
    assert verdict.answer is answer
    assert module.trainers == ("Docente 1 Gil", "Docente 2 Gil")


def test_a_validation_that_was_rejected_later_validates_nobody(ws: Workspace, course: CourseView) -> None:
    ana = trainer(ws, 1)
    assign_block_trainers(ws, CODE, complementary(course), [ana.id])
    save_role(ws, CODE, CourseRole(ana.id, Role.TEACHER, validated_on=FRIDAY, rejected_on=TODAY))
    verdicts = course_staff(ws, CODE).modules[-1].verdicts
    found = next(each for each in verdicts if each.rule == "complementary_validated")
    assert (found.answer, found.reason) == (Answer.PENDING, "not_validated")
