"""Who does what in a course, and what each trainer proves for a speciality, in the file."""

from __future__ import annotations

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role, TrainerProof

_ROLES = """
SELECT trainer_id, role, minutes, tutoring, validated_on, contract, contract_from, contract_to,
       collective_agreement, sent_on, rejected_on
FROM course_role WHERE course_id = ? ORDER BY trainer_id, role
"""
_SAVE_ROLE = """
INSERT INTO course_role (course_id, trainer_id, role, minutes, tutoring, validated_on, contract,
       contract_from, contract_to, collective_agreement, sent_on, rejected_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (course_id, trainer_id, role) DO UPDATE SET minutes = excluded.minutes,
       tutoring = excluded.tutoring, validated_on = excluded.validated_on, contract = excluded.contract,
       contract_from = excluded.contract_from, contract_to = excluded.contract_to,
       collective_agreement = excluded.collective_agreement, sent_on = excluded.sent_on,
       rejected_on = excluded.rejected_on
"""
_REMOVE_ROLE = "DELETE FROM course_role WHERE course_id = ? AND trainer_id = ? AND role = ?"
_PROOFS = """
SELECT trainer_id, speciality, proof, text, attachment FROM trainer_proof WHERE speciality = ?
ORDER BY trainer_id, proof
"""
_SAVE_PROOF = """
INSERT INTO trainer_proof (trainer_id, speciality, proof, text, attachment) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (trainer_id, speciality, proof) DO UPDATE SET text = excluded.text,
       attachment = excluded.attachment
"""
_REMOVE_PROOF = "DELETE FROM trainer_proof WHERE trainer_id = ? AND speciality = ? AND proof = ?"


def roles(db: Database, course_id: int) -> tuple[CourseRole, ...]:
    """Return what each does in a course, by trainer and role."""
    return tuple(
        CourseRole(
            trainer_id=trainer_id,
            role=Role(role),
            minutes=minutes,
            tutoring=tutoring,
            validated_on=to_day(validated),
            contract=Contract(contract),
            contract_from=to_day(contract_from),
            contract_to=to_day(contract_to),
            collective_agreement=agreement,
            sent_on=to_day(sent),
            rejected_on=to_day(rejected),
        )
        for (
            trainer_id,
            role,
            minutes,
            tutoring,
            validated,
            contract,
            contract_from,
            contract_to,
            agreement,
            sent,
            rejected,
        ) in db.execute(_ROLES, (course_id,))
    )


def save_role(db: Database, course_id: int, role: CourseRole) -> None:
    """Write what a trainer does in a course."""
    values = (
        course_id,
        role.trainer_id,
        role.role,
        role.minutes,
        role.tutoring,
        day_text(role.validated_on),
        role.contract,
        day_text(role.contract_from),
        day_text(role.contract_to),
        role.collective_agreement,
        day_text(role.sent_on),
        day_text(role.rejected_on),
    )
    db.execute(_SAVE_ROLE, values)


def remove_role(db: Database, course_id: int, trainer_id: int, role: Role) -> None:
    """Take a role of a trainer out of a course."""
    db.execute(_REMOVE_ROLE, (course_id, trainer_id, role))


def proofs(db: Database, speciality: str) -> tuple[TrainerProof, ...]:
    """Return what every trainer proves for a speciality."""
    return tuple(
        TrainerProof(trainer_id, code, Proof(proof), text, attachment)
        for trainer_id, code, proof, text, attachment in db.execute(_PROOFS, (speciality,))
    )


def save_proof(db: Database, proof: TrainerProof) -> None:
    """Write what a trainer proves for a speciality."""
    values = (proof.trainer_id, proof.speciality, proof.proof, proof.text, proof.attachment)
    db.execute(_SAVE_PROOF, values)


def remove_proof(db: Database, trainer_id: int, speciality: str, proof: Proof) -> None:
    """Take a proof away."""
    db.execute(_REMOVE_PROOF, (trainer_id, speciality, proof))
