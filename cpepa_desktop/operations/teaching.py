"""Who teaches what of a course, by its sessions: cancelled ones do not count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from cpepa_desktop.domain.course import CourseModule, CourseView, Session
from cpepa_desktop.domain.staff import CourseRole, Role, Taught, Validation


def sessions_of(view: CourseView, block_ids: Iterable[int]) -> tuple[Session, ...]:
    """Return the sessions that count of some blocks, by day and clock."""
    wanted = set(block_ids)
    return tuple(session for session in view.sessions if session.counts and session.block_id in wanted)


def module_span(view: CourseView, module: CourseModule) -> tuple[date | None, date | None]:
    """Return the first and the last day of a module: those of its sessions, or those written."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    found = [days[session.stretch_id] for session in sessions_of(view, module.block_ids)]
    return min(found, default=module.from_day), max(found, default=module.to_day)


def trainers_by_module(view: CourseView) -> dict[str, frozenset[int]]:
    """Return who teaches each module that has class, by the module's code."""
    return {
        module.code: frozenset(
            trainer_id
            for session in sessions_of(view, module.block_ids)
            for trainer_id in session.trainer_ids
        )
        for module in view.modules
        if module.block_ids
    }


def minutes_by_trainer(view: CourseView) -> dict[int, int]:
    """Return the minutes that each trainer teaches in a course, each session once."""
    minutes: dict[int, int] = defaultdict(int)
    for session in view.sessions:
        for trainer_id in session.trainer_ids if session.counts else ():
            minutes[trainer_id] += session.minutes
    return dict(minutes)


def taught_by(view: CourseView, trainer_id: int) -> tuple[Taught, ...]:
    """Return the modules that somebody teaches of a course, in order, with their minutes."""
    minutes: Mapping[int, int] = _minutes_by_block(view, trainer_id)
    lines = (
        Taught(module.code, module.title, sum(minutes.get(block_id, 0) for block_id in module.block_ids))
        for module in view.modules
    )
    return tuple(line for line in lines if line.minutes)


def _minutes_by_block(view: CourseView, trainer_id: int) -> dict[int, int]:
    minutes: dict[int, int] = defaultdict(int)
    for session in view.sessions:
        if session.counts and trainer_id in session.trainer_ids:
            minutes[session.block_id] += session.minutes
    return dict(minutes)


def teachers_validated_on(roles: Iterable[CourseRole], trainers: Collection[int]) -> date | None:
    """Return the day by which all of some trainers were validated to teach.

    ``None`` while one of them is not, or was rejected later, and where there is nobody.
    """
    validated = {
        role.trainer_id: role.validated_on
        for role in roles
        if role.role is Role.TEACHER and role.validation is Validation.VALIDATED
    }
    days = [day for trainer_id in trainers if (day := validated.get(trainer_id))]
    return max(days) if days and len(days) == len(trainers) else None
