"""The staff of a course: who teaches, prepares, tutors and evaluates, and what the rules say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.db import centres
from cpepa_desktop.db import staff as table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.staff import CourseRole, Role, Taught, TrainerProof, Validation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.teaching import (
    minutes_by_trainer,
    module_span,
    taught_by,
    teachers_validated_on,
    trainers_by_module,
)
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.staffing import (
    complementary_validated,
    module_trainers,
    preparer_teaches,
    role_proved,
    told_before_start,
)

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
            verdicts.append(complementary_validated(module.code, first, teachers_validated_on(roles, here)))
        trainers = tuple(names[key] for key in here)
        yield StaffedModule(module.code, module.title, first, trainers, tuple(verdicts))


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
