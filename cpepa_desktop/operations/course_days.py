"""The minutes that a course puts on the days of its trainers and of its learners, and whether they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from cpepa_desktop.db import enrolments
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.owed import owed_sessions
from cpepa_desktop.operations.persons_days import Learner, OtherDays, trainer_problems
from cpepa_desktop.operations.workspace import Workspace


def day_problems(ws: Workspace, view: CourseView, days: Collection[date]) -> tuple[Problem, ...]:
    """Return in words who would pass the maximum on one of ``days`` with this course as it stands.

    Learners by all the courses and the practice they are in (EPE/873/2023, ap. 18.11; RD 694/2017, art.
    3.6), trainers by all they teach.
    """
    wanted = set(days)
    enrolled = enrolments.enrolments(ws.db, view.course.id)
    others = OtherDays.of(ws, view, {each.person.id for each in enrolled})
    return (
        *trainer_problems(ws, view.course.code, _trainer_loads(view, wanted), others.most),
        *others.problems(_learner(view, each, wanted) for each in enrolled if others.has(each.person.id)),
    )


def refuse_if_day_too_long(others: OtherDays, view: CourseView, enrolment: Enrolment) -> tuple[str, ...]:
    """Raise ``Refused`` where a course would make some day of a person too long; return what is pending."""
    problems = long_days(others, view, enrolment)
    if problems:
        message = _("Con sus otros cursos el día sería demasiado largo. No se ha cambiado nada.")
        raise Refused(message, problems)
    return others.notices(_learners(others, view, [enrolment]))


def long_days(others: OtherDays, view: CourseView, enrolment: Enrolment) -> tuple[Problem, ...]:
    """Return in words that a course would make some day of a person too long; nothing where it would not."""
    return others.problems(_learners(others, view, [enrolment]))


def _learners(others: OtherDays, view: CourseView, enrolled: Iterable[Enrolment]) -> list[Learner]:
    days = {stretch.day for stretch in view.stretches}
    return [_learner(view, each, days) for each in enrolled if others.has(each.person.id)]


def _learner(view: CourseView, enrolment: Enrolment, days: Collection[date]) -> Learner:
    lengths = {session.id: session.minutes for session in view.sessions}
    minutes: dict[date, int] = defaultdict(int)
    for day, session_id in owed_sessions(view, enrolment):
        if day in days:
            minutes[day] += lengths[session_id]
    return Learner(enrolment.person.id, enrolment.person.listed_name, minutes)


def _trainer_loads(view: CourseView, days: Collection[date]) -> dict[int, dict[date, int]]:
    loads: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    by_stretch = {stretch.id: stretch.day for stretch in view.stretches if stretch.day in days}
    for session in view.sessions:
        day = by_stretch.get(session.stretch_id)
        if day and session.counts:
            for trainer_id in session.trainer_ids:
                loads[trainer_id][day] += session.minutes
    return loads
