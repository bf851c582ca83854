"""The staff of a course: who teaches, prepares, tutors and evaluates, with hours, proofs and validation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import centres
from cpepa_desktop.db import staff as table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.staff import CourseRole, Proof, Role, Taught, TrainerProof, Validation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.teaching import minutes_by_trainer, module_span, taught_by, trainers_by_module
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.staffing import (
    complementary_validated,
    module_trainers,
    preparer_teaches,
    role_proved,
    told_before_start,
)

RoleForm = CourseRole
"""What is written of a role is what is read of it."""

_KINDS: Final = frozenset({Kind.PLANNING})
_ASKED: Final = (Role.PREPARER, Role.TUTOR, Role.EVALUATOR)


@dataclass(frozen=True, slots=True)
class StaffRole:
    """A role of somebody, its minutes (those of the sessions for a teacher), and what the rules say of it."""

    role: CourseRole
    minutes: int | None
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works in a course: what they teach, what else they do, and what they prove."""

    trainer: Trainer
    taught: tuple[Taught, ...]
    minutes: int
    roles: tuple[StaffRole, ...]
    proofs: tuple[TrainerProof, ...]

    def role(self, role: Role) -> StaffRole | None:
        """Return a role, ``None`` where they do not have it."""
        return next((found for found in self.roles if found.role.role is role), None)


@dataclass(frozen=True, slots=True)
class StaffedModule:
    """A module of a course, who teaches it, and what the rules say of that."""

    code: str
    title: str
    first: date | None
    trainers: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class CourseStaff:
    """Everybody who works in a course, and what is still missing before it starts, in words.

    ``unfilled`` are the roles that the administration asks for and nobody has yet.
    """

    course: str
    speciality: str
    start: date
    members: tuple[StaffMember, ...]
    modules: tuple[StaffedModule, ...]
    unfilled: tuple[Role, ...]
    missing: tuple[str, ...]


def course_staff(ws: Workspace, course: str) -> CourseStaff:
    """Return the staff of a course, by surname. Raises ``Refused`` for an unknown one.

    Who teaches is read from the sessions; they need no row to be there.
    """
    view = read_course(ws, course)
    roles = table.roles(ws.db, view.course.id)
    proofs = table.proofs(ws.db, view.course.speciality)
    minutes = minutes_by_trainer(view)
    here = {role.trainer_id for role in roles} | set(minutes)
    trainers = [trainer for trainer in centres.trainers(ws.db) if trainer.id in here]
    call = call_of(ws, view.course)
    members = tuple(_member(view, each, roles, proofs, minutes) for each in trainers)
    modules = tuple(_modules(view, call, roles, {each.id: each.full_name for each in trainers}))
    unfilled = _unfilled(call, members)
    return CourseStaff(
        course=course,
        speciality=view.course.speciality,
        start=view.course.start_on,
        members=members,
        modules=modules,
        unfilled=unfilled,
        missing=tuple(_missing(unfilled, members, modules)),
    )


def list_trainers(ws: Workspace) -> tuple[Trainer, ...]:
    """Return the trainers of the centre who work in it now, by surname."""
    return tuple(trainer for trainer in centres.trainers(ws.db) if trainer.active)


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


def _member(
    view: CourseView,
    trainer: Trainer,
    roles: Sequence[CourseRole],
    proofs: Sequence[TrainerProof],
    minutes: Mapping[int, int],
) -> StaffMember:
    own = [role for role in roles if role.trainer_id == trainer.id]
    if trainer.id in minutes and not any(role.role is Role.TEACHER for role in own):
        own.append(CourseRole(trainer.id, Role.TEACHER))
    own_proofs = tuple(proof for proof in proofs if proof.trainer_id == trainer.id)
    taught = minutes.get(trainer.id, 0)
    return StaffMember(
        trainer=trainer,
        taught=taught_by(view, trainer.id),
        minutes=taught,
        roles=tuple(
            StaffRole(
                role,
                taught if role.role is Role.TEACHER else role.minutes,
                tuple(_judge(view, role, own_proofs, taught if minutes else None)),
            )
            for role in sorted(own, key=lambda role: list(Role).index(role.role))
        ),
        proofs=own_proofs,
    )


def _judge(
    view: CourseView, role: CourseRole, proofs: Sequence[TrainerProof], taught: int | None
) -> Iterator[Verdict]:
    yield told_before_start(role.sent_on, view.course.start_on)
    if role.role is Role.PREPARER:
        yield preparer_teaches(taught)
    else:
        yield role_proved(role.role, {proof.proof for proof in proofs})


def _modules(
    view: CourseView, call: Call, roles: Sequence[CourseRole], names: Mapping[int, str]
) -> Iterator[StaffedModule]:
    by_module = trainers_by_module(view)
    validated = {
        role.trainer_id: role.validated_on
        for role in roles
        if role.role is Role.TEACHER and role.validation is Validation.VALIDATED
    }
    for module in view.modules:
        if module.code not in by_module:
            continue
        here = sorted(by_module[module.code], key=lambda key: list(names).index(key))
        first, _last = module_span(view, module)
        verdicts = []
        if call.gives("trainers_per_module", view.course.start_on):
            most = call.count("trainers_per_module", view.course.start_on)
            verdicts.append(module_trainers(module.code, len(here), most))
        if module.kind is ModuleKind.COMPLEMENTARY:
            verdicts.append(complementary_validated(module.code, first, _last_validated(here, validated)))
        trainers = tuple(names[key] for key in here)
        yield StaffedModule(module.code, module.title, first, trainers, tuple(verdicts))


def _last_validated(trainers: Sequence[int], validated: Mapping[int, date | None]) -> date | None:
    """Return when all of them were validated, ``None`` while somebody is not or there is nobody."""
    days = [day for trainer_id in trainers if (day := validated.get(trainer_id))]
    return max(days) if days and len(days) == len(trainers) else None


def _unfilled(call: Call, members: Sequence[StaffMember]) -> tuple[Role, ...]:
    """Return the roles that nobody has, where the call has its staff registered."""
    registration = call.deadlines.get("trainer_registration")
    if registration is None or not registration.is_active:
        return ()
    return tuple(role for role in _ASKED if not any(member.role(role) for member in members))


def _missing(
    unfilled: Sequence[Role], members: Sequence[StaffMember], modules: Sequence[StaffedModule]
) -> Iterator[str]:
    for module in modules:
        for verdict in module.verdicts:
            if verdict.answer is not Answer.YES:
                yield missing_sentence(verdict, module.code)
    for role in unfilled:
        yield _("{role}: falta decir quién.").format(role=role.label)
    for member in members:
        for found in member.roles:
            yield from _missing_of(member, found)


def _missing_of(member: StaffMember, found: StaffRole) -> Iterator[str]:
    who = f"{member.trainer.full_name} ({found.role.role.label.lower()})"
    if found.role.validation is Validation.REJECTED and found.role.rejected_on:
        day = day_words(found.role.rejected_on)
        yield _("{who}: rechazado el {day}.").format(who=who, day=day)
    for verdict in found.verdicts:
        if verdict.answer is not Answer.YES:
            yield missing_sentence(verdict, who)
    if found.role.role is not Role.TEACHER and found.minutes is None:
        yield _("{who}: faltan las horas estimadas (Guía 10.3.2).").format(who=who)
    if found.role.role is Role.TUTOR and not found.role.tutoring:
        yield _("{who}: falta el horario de tutorías (Guía 10.3.2).").format(who=who)


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
