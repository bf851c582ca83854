"""What a change of trainers or of the way of teaching may not do, and what it should be told about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cpepa_desktop.db import calls as versions
from cpepa_desktop.db import staff
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind, Session, SessionMode
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.certificate_json import certificate_from_json
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.teaching import (
    module_span,
    sessions_of,
    teachers_validated_on,
    trainers_by_module,
)
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.staffing import complementary_validated, module_trainers
from cpepa_desktop.rules.virtual_teaching import (
    virtual_final_test,
    virtual_level_one,
    virtual_module,
    virtual_whole_course,
)


def check_trainers(ws: Workspace, before: CourseView, after: CourseView) -> tuple[str, ...]:
    """Judge who teaches each module after a change, and return what is worth knowing.

    Raises ``Refused`` where somebody new makes a module have more trainers than it may (Guía 10.3.1); one
    that had too many already may be given fewer.
    """
    call = call_of(ws, after.course)
    was, becomes = trainers_by_module(before), trainers_by_module(after)
    problems = [
        Problem(missing_sentence(verdict, module))
        for module, trainers in becomes.items()
        if trainers - was.get(module, frozenset())
        and (verdict := _module_trainers(call, after, module, len(trainers)))
        and verdict.answer is Answer.NO
    ]
    if problems:
        raise Refused(_("Un módulo tendría demasiados formadores. No se ha cambiado nada."), tuple(problems))
    changed = {module for module, trainers in becomes.items() if trainers != was.get(module)}
    return tuple(_not_validated(ws, after, changed))


def crowded_modules(ws: Workspace, view: CourseView) -> tuple[str, ...]:
    """Return in words which modules of a course have more trainers than they may."""
    call = call_of(ws, view.course)
    found = (
        (module, _module_trainers(call, view, module, len(trainers)))
        for module, trainers in trainers_by_module(view).items()
    )
    return tuple(
        missing_sentence(verdict, module)
        for module, verdict in found
        if verdict is not None and verdict.answer is Answer.NO
    )


def check_modes(ws: Workspace, view: CourseView, session_ids: Collection[int]) -> tuple[str, ...]:
    """Judge what a course gives by virtual classroom once some sessions have changed, and return notices.

    Raises ``Refused``: more of a module at a distance than its certificate leaves, or the whole course (ap.
    18.12). What nobody has written is told and not refused.
    """
    changed = [session for session in view.sessions if session.id in set(session_ids)]
    if all(session.mode is SessionMode.IN_PERSON for session in changed):
        return ()
    verdicts = list(_judge_modes(ws, view, changed))
    problems = tuple(
        Problem(missing_sentence(verdict, subject))
        for verdict, subject in verdicts
        if verdict.answer is Answer.NO and verdict.rule != "virtual_level_one"
    )
    if problems:
        raise Refused(_("El aula virtual no puede usarse así. No se ha cambiado nada."), problems)
    return tuple(
        missing_sentence(verdict, subject)
        for verdict, subject in verdicts
        if verdict.answer is not Answer.YES
    )


def _judge_modes(
    ws: Workspace, view: CourseView, changed: Iterable[Session]
) -> Iterator[tuple[Verdict, str]]:
    call, day = call_of(ws, view.course), view.course.start_on
    blocks = {session.block_id for session in changed}
    modules = [module for module in view.modules if blocks & set(module.block_ids)]
    content = versions.certificate_version(ws.db, view.course.certificate_version_id).content
    certificate = certificate_from_json(content)
    for module in modules:
        known = certificate.module(module.code)
        minutes = _minutes(view, module, {SessionMode.VIRTUAL, SessionMode.BIMODAL})
        if module.kind is ModuleKind.FORMATIVE:
            in_person = known.in_person_minimum_minutes if known else None
            yield virtual_module(module.code, minutes, module.official_minutes, in_person), module.code
            if call.gives("virtual_final_test", day) and _ends_at_a_distance(view, module):
                allowed = call.flag("virtual_final_test", day)
                yield virtual_final_test(module.code, None, allowed), module.code
    counting = [session for session in view.sessions if session.counts]
    virtual = sum(each.minutes for each in counting if each.mode is SessionMode.VIRTUAL)
    at_a_distance = sum(each.minutes for each in counting if each.mode is not SessionMode.IN_PERSON)
    subject = view.course.code
    if call.gives("virtual_whole_course", day):
        whole = call.flag("virtual_whole_course", day)
        yield virtual_whole_course(virtual, sum(each.minutes for each in counting), whole), subject
    if call.gives("virtual_level_one", day):
        usual = call.flag("virtual_level_one", day)
        yield virtual_level_one(view.course.level, at_a_distance, usual), subject


def _minutes(view: CourseView, module: CourseModule, modes: Collection[SessionMode]) -> int:
    return sum(each.minutes for each in sessions_of(view, module.block_ids) if each.mode in modes)


def _ends_at_a_distance(view: CourseView, module: CourseModule) -> bool:
    """Say whether the last class of a module is at a distance: its test may be in it, nobody has said."""
    last = sessions_of(view, module.block_ids)[-1:]
    return any(session.mode is not SessionMode.IN_PERSON for session in last)


def _module_trainers(call: Call, view: CourseView, module: str, trainers: int) -> Verdict | None:
    if not call.gives("trainers_per_module", view.course.start_on):
        return None
    return module_trainers(module, trainers, call.count("trainers_per_module", view.course.start_on))


def _not_validated(ws: Workspace, view: CourseView, modules: Collection[str]) -> Iterator[str]:
    """Yield that who teaches the complementary module is to be validated before it, where they are not."""
    roles = staff.roles(ws.db, view.course.id)
    trainers = trainers_by_module(view)
    for module in view.modules:
        if module.kind is ModuleKind.COMPLEMENTARY and module.code in modules and trainers[module.code]:
            first, _last = module_span(view, module)
            validated = teachers_validated_on(roles, trainers[module.code])
            verdict = complementary_validated(module.code, first, validated)
            if verdict.answer is not Answer.YES:
                yield missing_sentence(verdict, module.code)
