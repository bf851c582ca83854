"""The staff of a course comes with it: roles whole, and proofs where the file knows nothing of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.db import sessions
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role
from cpepa_desktop.operations.dossier import export_course, import_course
from cpepa_desktop.operations.files import new_file
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.staff import course_staff
from cpepa_desktop.operations.staff_writing import save_proof, save_role
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CENTRE, CODE, ENTITY, KEPT, own_request, planned, trainer

DAY = date(2024, 1, 8)


@pytest.fixture
def dossier(ws: Workspace, course: CourseView, tmp_path: Path) -> bytes:
    """Give the dossier of a course with a teacher who tutors and proves their training."""
    ana = trainer(ws, 1)
    assign_block_trainers(ws, CODE, course.blocks[0].code, [ana.id])
    tutor = CourseRole(
        ana.id,
        Role.TUTOR,
        90,
        "L 14:00",
        contract=Contract.TEMPORARY,
        contract_from=DAY,
        contract_to=DAY,
        collective_agreement="Enseñanza",
        sent_on=DAY,
        rejected_on=DAY,
    )
    save_role(ws, CODE, tutor)
    scan = tmp_path / "título.pdf"
    scan.write_bytes(b"%PDF-1.7")
    save_proof(ws, ana.id, "SSCS0208", Proof.ACADEMIC, "Grado", scan)
    return export_course(ws, CODE)


def test_roles_and_proofs_come_whole_with_their_scan(ws: Workspace, dossier: bytes, tmp_path: Path) -> None:
    other = new_file(tmp_path / "otro.cpepa", ws.clock, "Eva", entity=ENTITY, centre=CENTRE)
    import_course(other, dossier)
    (before,), (after,) = course_staff(ws, CODE).members, course_staff(other, CODE).members
    key = after.trainer.id
    assert [replace(role.role, trainer_id=key) for role in before.roles] == [
        role.role for role in after.roles
    ]
    assert [replace(proof, trainer_id=key) for proof in before.proofs] == list(after.proofs)
    assert other.file.attachments.get(after.proofs[0].attachment or "") == b"%PDF-1.7"
    other.file.close()


def test_a_proof_that_the_file_has_stays_as_it_is(ws: Workspace, dossier: bytes, tmp_path: Path) -> None:
    other = new_file(tmp_path / "otro.cpepa", ws.clock, "Eva", entity=ENTITY, centre=CENTRE)
    ana = trainer(other, 1)
    save_proof(other, ana.id, "SSCS0208", Proof.ACADEMIC, "Diplomatura")
    import_course(other, dossier)
    (member,) = course_staff(other, CODE).members
    assert [proof.text for proof in member.proofs] == ["Diplomatura"]
    other.file.close()


def test_a_course_that_passes_the_limits_comes_in_and_that_is_told(
    ws: Workspace, course: CourseView, tmp_path: Path
) -> None:
    trainers = [trainer(ws, number).id for number in (1, 2, 3)]
    with ws.operation("Como vino"):
        for session, key in zip(course.sessions, trainers, strict=False):
            sessions.set_trainers(ws.db, session.id, [key])
    data = export_course(ws, CODE)
    other = new_file(tmp_path / "otro.cpepa", ws.clock, "Eva", entity=ENTITY, centre=CENTRE)
    ana = trainer(other, 1)
    afternoon = own_request(code="24/002", timetable="L-V 16:00-20:00", trainers=(ana.id,), **KEPT)
    planned(other, afternoon)
    told = " ".join(import_course(other, data).notices)
    assert "Lo imparten 3 personas y pueden hacerlo 2" in told
    assert "Docente 1 Gil, lun 15 ene 2024: El día sumaría 9 h y el máximo es 8 h" in told
    other.file.close()
