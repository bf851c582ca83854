"""What somebody does in a course and proves for it is written, changed and taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.staff import CourseStaff, StaffMember, course_staff
from cpepa_desktop.operations.staff_writing import remove_role, save_proof, save_role
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, rows, teaching, trainer

FRIDAY, TODAY = date(2024, 1, 5), date(2024, 1, 12)


def member(staff: CourseStaff, trainer_id: int) -> StaffMember:
    return next(each for each in staff.members if each.trainer.id == trainer_id)


def test_a_role_is_written_read_and_undone(ws: Workspace, course: CourseView) -> None:
    ana = teaching(ws, course)
    before = rows(ws)
    tutor = CourseRole(ana.id, Role.TUTOR, 600, "M 15:00-16:00", contract=Contract.PERMANENT, sent_on=FRIDAY)
    changes = save_role(ws, CODE, tutor)
    assert changes.course == CODE
    found = member(course_staff(ws, CODE), ana.id)
    assert found.role(Role.TUTOR) is not None
    assert next(role.role for role in found.roles if role.role.role is Role.TUTOR) == tutor
    assert found.role(Role.EVALUATOR) is None
    undo(ws)
    assert rows(ws) == before


def test_the_minutes_of_a_teacher_are_never_written(ws: Workspace, course: CourseView) -> None:
    ana = teaching(ws, course)
    save_role(ws, CODE, CourseRole(ana.id, Role.TEACHER, 60, sent_on=FRIDAY))
    role = member(course_staff(ws, CODE), ana.id).roles[0]
    assert (role.role.minutes, role.minutes) == (None, course.blocks[0].official_minutes)


def test_only_who_teaches_in_the_action_prepares_it(ws: Workspace, course: CourseView) -> None:
    teaching(ws, course)
    stranger = trainer(ws, 2)
    before = rows(ws)
    with pytest.raises(Refused, match="no imparte ninguna clase") as refusal:
        save_role(ws, CODE, CourseRole(stranger.id, Role.PREPARER, 60))
    assert "Guía 10.3.2" in refusal.value.message
    assert rows(ws) == before


def test_before_anybody_teaches_a_preparer_is_pending_and_said_so(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    ana = trainer(ws, 1)
    changes = save_role(ws, CODE, CourseRole(ana.id, Role.PREPARER, 60))
    assert "no se sabe si imparte" in changes.notices[0]
    verdicts = member(course_staff(ws, CODE), ana.id).roles[0].verdicts
    assert {verdict.answer for verdict in verdicts} == {Answer.PENDING}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"contract_from": TODAY, "contract_to": FRIDAY}, "antes de empezar"),
        ({"sent_on": date(2024, 1, 13)}, "aún no ha llegado"),
        ({"validated_on": date(2024, 1, 13)}, "aún no ha llegado"),
        ({"rejected_on": date(2024, 1, 13)}, "aún no ha llegado"),
        ({"sent_on": TODAY, "validated_on": FRIDAY}, "se envió después"),
        ({"minutes": 0}, "más de cero"),
    ],
)
def test_days_and_hours_that_cannot_be_are_refused_and_nothing_is_lost(
    ws: Workspace, course: CourseView, facts: dict[str, Any], words: str
) -> None:
    ana = teaching(ws, course)
    before = rows(ws)
    with pytest.raises(Refused, match=words):
        save_role(ws, CODE, replace(CourseRole(ana.id, Role.TUTOR), **facts))
    assert rows(ws) == before


@pytest.mark.parametrize(
    "facts",
    [
        {"contract_from": TODAY, "contract_to": TODAY},
        {"sent_on": TODAY, "validated_on": TODAY},
        {"minutes": 1},
    ],
)
def test_the_same_day_and_a_minute_are_taken(
    ws: Workspace, course: CourseView, facts: dict[str, Any]
) -> None:
    ana = teaching(ws, course)
    save_role(ws, CODE, replace(CourseRole(ana.id, Role.TUTOR), **facts))
    assert member(course_staff(ws, CODE), ana.id).role(Role.TUTOR)


def test_somebody_unknown_is_refused(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    with pytest.raises(Refused, match="no es docente del centro"):
        save_role(ws, CODE, CourseRole(99, Role.TUTOR))


def test_a_role_is_taken_away_once(ws: Workspace, course: CourseView) -> None:
    ana = teaching(ws, course)
    save_role(ws, CODE, CourseRole(ana.id, Role.EVALUATOR, 60))
    remove_role(ws, CODE, ana.id, Role.EVALUATOR)
    assert member(course_staff(ws, CODE), ana.id).role(Role.EVALUATOR) is None
    with pytest.raises(Refused, match="ya no tiene anotada"):
        remove_role(ws, CODE, ana.id, Role.EVALUATOR)


def test_a_proof_is_written_with_its_scan_changed_without_losing_it_and_taken_away(
    ws: Workspace, course: CourseView, tmp_path: Path
) -> None:
    ana = teaching(ws, course)
    scan = tmp_path / "título.pdf"
    scan.write_bytes(b"%PDF-1.7")
    save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, " Grado ", scan)
    save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, "Grado en Trabajo Social")
    proof = member(course_staff(ws, CODE), ana.id).proofs[0]
    assert proof.text == "Grado en Trabajo Social"
    assert proof.attachment is not None
    assert ws.file.attachments.get(proof.attachment) == b"%PDF-1.7"
    save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, "")
    assert member(course_staff(ws, CODE), ana.id).proofs == ()


def test_a_scan_without_words_or_that_is_not_there_is_refused(
    ws: Workspace, course: CourseView, tmp_path: Path
) -> None:
    ana = teaching(ws, course)
    with pytest.raises(Refused, match="escriba en qué consiste"):
        save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, " ", tmp_path)
    with pytest.raises(Refused, match="No se puede leer"):
        save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, "Grado", tmp_path / "no está.pdf")
