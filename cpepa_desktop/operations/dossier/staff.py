"""The staff of a course, out of a file and into another: roles, contracts, validation and proofs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cpepa_desktop.db import staff
from cpepa_desktop.domain.staff import CourseRole, Role, TrainerProof
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


def role_records(roles: Iterable[CourseRole], names: Mapping[int, str]) -> tuple[model.RoleRecord, ...]:
    """Return what each does in a course, in an order of their own."""
    records = (
        model.RoleRecord(
            trainer=names[role.trainer_id],
            role=role.role,
            minutes=role.minutes,
            tutoring=role.tutoring,
            validated_on=role.validated_on,
            contract=role.contract,
            contract_from=role.contract_from,
            contract_to=role.contract_to,
            collective_agreement=role.collective_agreement,
            sent_on=role.sent_on,
            rejected_on=role.rejected_on,
        )
        for role in roles
    )
    return tuple(sorted(records, key=lambda record: (record.trainer, record.role)))


def proof_records(ws: Workspace, speciality: str, names: Mapping[int, str]) -> tuple[model.ProofRecord, ...]:
    """Return what those of a course prove for its speciality, in an order of their own."""
    records = (
        model.ProofRecord(names[proof.trainer_id], proof.proof, proof.text, proof.attachment)
        for proof in staff.proofs(ws.db, speciality)
        if proof.trainer_id in names
    )
    return tuple(sorted(records, key=lambda record: (record.trainer, record.proof)))


def write_staff(ws: Workspace, dossier: model.Dossier, course_id: int, trainers: Mapping[str, int]) -> None:
    """Write who does what in a course, and what they prove where the file knows nothing of it."""
    for record in dossier.roles:
        role = CourseRole(
            trainer_id=trainers[record.trainer],
            role=Role(record.role),
            minutes=record.minutes,
            tutoring=record.tutoring,
            validated_on=record.validated_on,
            contract=record.contract,
            contract_from=record.contract_from,
            contract_to=record.contract_to,
            collective_agreement=record.collective_agreement,
            sent_on=record.sent_on,
            rejected_on=record.rejected_on,
        )
        staff.save_role(ws.db, course_id, role)
    speciality = dossier.course.speciality
    known = {(proof.trainer_id, proof.proof) for proof in staff.proofs(ws.db, speciality)}
    for proved in dossier.proofs:
        key = trainers[proved.trainer]
        if (key, proved.proof) not in known:
            proof = TrainerProof(key, speciality, proved.proof, proved.text, proved.attachment)
            staff.save_proof(ws.db, proof)
