"""Writing what somebody does in a course, its validation and contract, and what they prove for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from cpepa_desktop.db import centres
from cpepa_desktop.db import staff as table
from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.staff import CourseRole, Proof, Role, TrainerProof
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.teaching import minutes_by_trainer
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.staffing import (
    preparer_teaches,
)

RoleForm = CourseRole
"""What is written of a role is what is read of it."""

_KINDS: Final = frozenset({Kind.PLANNING})


def save_role(ws: Workspace, course: str, role: RoleForm) -> Changes:
    """Write what somebody does in a course, its contract and the state of its validation.

    Raises ``Refused``: somebody the centre does not know, a preparer who does not teach in the action (Guía
    10.3.2), a contract that ends before it begins, or days of the validation to come or in a wrong order.
    """
    view = read_course(ws, course)
    trainer = _trainer(ws, role.trainer_id)
    _check_days(ws, role)
    notices = _check_preparer(view, role, trainer) if role.role is Role.PREPARER else ()
    kept = replace(role, minutes=None) if role.role is Role.TEACHER else role
    name = _("{name}: {role} en {course}").format(
        name=trainer.full_name, role=role.role.label.lower(), course=course
    )
    with ws.operation(name):
        table.save_role(ws.db, view.course.id, kept)
    return Changes(name, _KINDS, course, notices)


def remove_role(ws: Workspace, course: str, trainer_id: int, role: Role) -> Changes:
    """Take a role away, its contract and validation with it; what they teach stays in the sessions."""
    trainer = _trainer(ws, trainer_id)
    found = find_course(ws, course)
    if not any((each.trainer_id, each.role) == (trainer_id, role) for each in table.roles(ws.db, found.id)):
        message = _("{name} ya no tiene anotada esa función en el curso. Actualice la lista.")
        raise Refused(message.format(name=trainer.full_name))
    name = _("Quitar a {name} de {course}: {role}").format(
        name=trainer.full_name, course=course, role=role.label.lower()
    )
    with ws.operation(name):
        table.remove_role(ws.db, found.id, trainer_id, role)
    return Changes(name, _KINDS, course)


@dataclass(frozen=True, slots=True)
class ProofForm:
    """What is said of a proof; empty words take it away, and without a ``scan`` the one kept stays."""

    proof: Proof
    text: str
    scan: Path | None = None


def save_proof(
    ws: Workspace, trainer_id: int, speciality: str, proof: Proof, text: str, scan: Path | None = None
) -> Changes:
    """Write what a trainer proves for a speciality, as `save_proofs` does."""
    return save_proofs(ws, trainer_id, speciality, [ProofForm(proof, text, scan)])


def save_proofs(ws: Workspace, trainer_id: int, speciality: str, forms: Iterable[ProofForm]) -> Changes:
    """Write some proofs of a trainer for a speciality, all at once.

    Raises ``Refused`` for a scan without words, or one that cannot be read.
    """
    trainer = _trainer(ws, trainer_id)
    kept = {each.proof: each for each in table.proofs(ws.db, speciality) if each.trainer_id == trainer_id}
    name = _("Acreditación de {name} para {speciality}").format(name=trainer.full_name, speciality=speciality)
    with ws.operation(name):
        for form in forms:
            words = form.text.strip()
            if form.scan and not words:
                message = _("{proof}: escriba en qué consiste, además de su fichero. No se ha guardado nada.")
                raise Refused(message.format(proof=form.proof.label))
            known = kept.get(form.proof)
            scan = keep_file(ws, form.scan) if form.scan else known.attachment if known else None
            if words:
                table.save_proof(ws.db, TrainerProof(trainer_id, speciality, form.proof, words, scan))
            elif known:
                table.remove_proof(ws.db, trainer_id, speciality, form.proof)
    return Changes(name, _KINDS)


def _trainer(ws: Workspace, trainer_id: int) -> Trainer:
    found = next((trainer for trainer in centres.trainers(ws.db) if trainer.id == trainer_id), None)
    if found is None:
        raise Refused(_("Esa persona no es docente del centro: añádala antes en «Centro»."))
    return found


def _check_days(ws: Workspace, role: CourseRole) -> None:
    if role.contract_from and role.contract_to and role.contract_to < role.contract_from:
        message = _("El contrato no puede acabar el {last}, antes de empezar. No se ha guardado nada.")
        raise Refused(message.format(last=day_words(role.contract_to)))
    for day in (role.sent_on, role.validated_on, role.rejected_on):
        if day and day > ws.clock.today():
            message = _("El {day} aún no ha llegado. No se ha guardado nada.")
            raise Refused(message.format(day=day_words(day)))
    if role.validated_on and role.sent_on and role.validated_on < role.sent_on:
        message = _("No pudo validarse el {day}: se envió después, el {sent}. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(role.validated_on), sent=day_words(role.sent_on)))
    if role.minutes is not None and role.minutes <= 0:
        raise Refused(_("Las horas han de ser más de cero, o quedar vacías. No se ha guardado nada."))


def _check_preparer(view: CourseView, role: CourseRole, trainer: Trainer) -> tuple[str, ...]:
    minutes = minutes_by_trainer(view)
    verdict = preparer_teaches(minutes.get(role.trainer_id, 0) if minutes else None)
    sentence = missing_sentence(verdict, trainer.full_name)
    if verdict.answer is Answer.NO:
        raise Refused(_("{sentence} No se ha guardado nada.").format(sentence=sentence))
    return (sentence,) if verdict.answer is Answer.PENDING else ()
