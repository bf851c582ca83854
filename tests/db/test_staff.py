"""Roles of a course and proofs of trainers, in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import centres, staff
from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role, TrainerProof
from tests.db.small_centre import fill, memory, write


@pytest.fixture
def small() -> Iterator[Database]:
    """Give a small centre in memory."""
    db = memory()
    fill(db)
    yield db
    db.close()


def trainer_in(db: Database) -> int:
    """Give a person the role of trainer."""
    return centres.add_trainer(db, 1, "", active=True)


def test_a_role_is_one_a_trainer_and_kind_and_keeps_everything_said_of_it(small: Database) -> None:
    with write(small):
        trainer = trainer_in(small)
        whole = CourseRole(
            trainer_id=trainer,
            role=Role.TUTOR,
            minutes=90,
            tutoring="L 14:00",
            validated_on=date(2024, 1, 10),
            contract=Contract.TEMPORARY,
            contract_from=date(2024, 1, 1),
            contract_to=date(2024, 6, 30),
            collective_agreement="Enseñanza no reglada",
            sent_on=date(2024, 1, 3),
            rejected_on=date(2024, 1, 5),
        )
        staff.save_role(small, 1, CourseRole(trainer, Role.TUTOR, 60))
        staff.save_role(small, 1, whole)
        staff.save_role(small, 1, CourseRole(trainer, Role.EVALUATOR))
    assert staff.roles(small, 1) == (CourseRole(trainer, Role.EVALUATOR), whole)
    with write(small):
        staff.remove_role(small, 1, trainer, Role.TUTOR)
    assert staff.roles(small, 1) == (CourseRole(trainer, Role.EVALUATOR),)
    assert staff.roles(small, 2) == ()


def test_a_proof_is_one_a_trainer_speciality_and_letter(small: Database) -> None:
    with write(small):
        trainer = trainer_in(small)
        first = TrainerProof(trainer, "SSCS0208", Proof.ACADEMIC, "Grado en Trabajo Social")
        staff.save_proof(small, TrainerProof(trainer, "SSCS0208", Proof.ACADEMIC, "Diplomatura"))
        staff.save_proof(small, first)
        staff.save_proof(small, TrainerProof(trainer, "ADGG0408", Proof.TEACHING, "Máster"))
    assert staff.proofs(small, "SSCS0208") == (first,)
    with write(small):
        staff.remove_proof(small, trainer, "SSCS0208", Proof.ACADEMIC)
    assert staff.proofs(small, "SSCS0208") == ()
