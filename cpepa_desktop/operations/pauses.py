"""Pausing a course and resuming it: what was planned from a day on is laid from the day it resumes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.db import pauses as table
from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calendar_comparison import WhatIf, compare
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.laying import LastDayChoice, Relaid, lay_again, runs_since, write_relaid
from cpepa_desktop.operations.laying_limits import LastDay, calendar_notices
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.relaying import (
    KINDS,
    CourseDays,
    moved_words,
    refuse_if_clashing,
    workplace_notice,
)
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Plan:
    """A change of the pauses of a course with the calendar it leads to."""

    relaid: Relaid
    notices: tuple[str, ...]


def list_pauses(ws: Workspace, course: str) -> tuple[Pause, ...]:
    """Return the pauses of a course, by day. Raises ``Refused`` for an unknown course."""
    return table.pauses(ws.db, find_course(ws, course).id)


def refuse_if_paused(ws: Workspace, course: str, day: date) -> None:
    """Raise ``Refused`` where a course is paused on ``day``: there can be no class."""
    for pause in list_pauses(ws, course):
        if pause.covers(day):
            message = _("El {day} el curso está en pausa: {words}. No se ha cambiado nada.")
            raise Refused(message.format(day=day_words(day), words=pause_words(pause)))


def pause_words(pause: Pause) -> str:
    """Return a pause in words: from when, until when, and why."""
    message = _("desde el {first} hasta que se reanuda el {resume} ({reason})")
    return message.format(
        first=day_words(pause.from_day), resume=day_words(pause.resume_on), reason=pause.reason
    )


def pause_on(pauses: tuple[Pause, ...], today: date) -> Pause | None:
    """Return the pause a course is in on ``today``, else the next one; ``None`` where there is neither."""
    return next((pause for pause in pauses if today < pause.resume_on), None)


def what_if_paused(ws: Workspace, course: str, pause: Pause) -> WhatIf:
    """Return what a course would be like with a pause; one with the key of another takes its place.

    Nothing is written. Raises ``Refused`` as `pause_course` does, but for rooms and trainers, which are told.
    """
    plan = _plan(ws, read_course(ws, course), pause, LastDayChoice())
    return compare(ws, plan.relaid, plan.notices)


def what_if_unpaused(ws: Workspace, course: str, pause_id: int) -> WhatIf:
    """Return what a course would be like without one of its pauses. Raises as `what_if_paused` does."""
    plan = _unpaused(ws, read_course(ws, course), _find(ws, course, pause_id), LastDayChoice())
    return compare(ws, plan.relaid, plan.notices)


@redates
def pause_course(
    ws: Workspace,
    course: str,
    from_day: date,
    resume_on: date,
    reason: str,
    last_day: LastDay = LastDay.ASK,
    last_day_reason: str = "",
) -> Changes:
    """Stop a course from a day on; what was planned since is laid from the day it resumes.

    Raises ``Refused``: no reason, days the wrong way round, a day out of the course or in another pause,
    classes given, entered, told of or sent from that day on, a room or trainer taken twice, or a last day
    that is short with nobody saying what to do with it.
    """
    view = read_course(ws, course)
    pause = Pause(0, from_day, resume_on, reason.strip())
    name = _("Poner en pausa el curso {course}").format(course=course)
    choice = LastDayChoice(last_day, last_day_reason)
    return _carry_out(ws, view, name, pause, choice, lambda: table.add(ws.db, view.course.id, pause))


@redates
def resume_course(
    ws: Workspace,
    course: str,
    pause_id: int,
    on: date,
    last_day: LastDay = LastDay.ASK,
    last_day_reason: str = "",
) -> Changes:
    """Say on which day a paused course has class again; what was to come is laid again from that day.

    Raises ``Refused`` for an unknown pause, and as `pause_course` does.
    """
    view = read_course(ws, course)
    known = _find(ws, course, pause_id)
    pause = Pause(known.id, known.from_day, on, known.reason)
    name = _("Reanudar el curso {course} el {day}").format(course=course, day=day_words(on))
    choice = LastDayChoice(last_day, last_day_reason)
    return _carry_out(ws, view, name, pause, choice, lambda: table.set_resume(ws.db, pause.id, on))


@redates
def cancel_pause(
    ws: Workspace, course: str, pause_id: int, last_day: LastDay = LastDay.ASK, last_day_reason: str = ""
) -> Changes:
    """Take a pause out: its classes are laid from the day it began. Raises ``Refused`` as the others."""
    view = read_course(ws, course)
    known = _find(ws, course, pause_id)
    name = _("Quitar la pausa de {course}").format(course=course)
    choice = LastDayChoice(last_day, last_day_reason)
    plan = _unpaused(ws, view, known, choice)
    return _write(ws, name, plan, choice, lambda: table.remove(ws.db, known.id))


def _carry_out(
    ws: Workspace,
    view: CourseView,
    name: str,
    pause: Pause,
    choice: LastDayChoice,
    write: Callable[[], object],
) -> Changes:
    return _write(ws, name, _plan(ws, view, pause, choice), choice, write)


def _write(
    ws: Workspace, name: str, plan: _Plan, choice: LastDayChoice, write: Callable[[], object]
) -> Changes:
    relaid = plan.relaid
    refuse_if_clashing(ws, relaid)
    with ws.operation(name):
        write()
        write_relaid(ws, relaid, choice)
    return Changes(name, KINDS, relaid.before.course.code, (*plan.notices, *moved_words(relaid)))


def _plan(ws: Workspace, view: CourseView, pause: Pause, choice: LastDayChoice) -> _Plan:
    others = _others(ws, view.course.code, pause)
    _check(view, pause, others)
    return _laid(ws, view, pause.from_day, pause.resume_on, (*others, pause), choice)


def _unpaused(ws: Workspace, view: CourseView, pause: Pause, choice: LastDayChoice) -> _Plan:
    others = _others(ws, view.course.code, pause)
    return _laid(ws, view, pause.from_day, pause.from_day, others, choice)


def _laid(
    ws: Workspace,
    view: CourseView,
    since: date,
    start: date,
    pauses: tuple[Pause, ...],
    choice: LastDayChoice,
) -> _Plan:
    call = call_of(ws, view.course)
    days = CourseDays(ws, pauses)
    runs = runs_since(view, since)
    relaid = lay_again(ws, view, call, runs, since, start, days.is_class_day, choice)
    first, last = relaid.new_stretches[0].day, relaid.new_stretches[-1].day
    notices = []
    if first != start:
        message = _("El {start} no hay clase: el curso se reanuda el {first}.")
        notices.append(message.format(start=day_words(start), first=day_words(first)))
    begun = view.course.start_on
    notices += calendar_notices(begun, call, days.calendar, begun, last)
    notices += workplace_notice(view, last)
    return _Plan(relaid, tuple(notices))


def _others(ws: Workspace, course: str, pause: Pause) -> tuple[Pause, ...]:
    return tuple(each for each in list_pauses(ws, course) if each.id != pause.id)


def _find(ws: Workspace, course: str, pause_id: int) -> Pause:
    for pause in list_pauses(ws, course):
        if pause.id == pause_id:
            return pause
    raise Refused(_("Esa pausa ya no está en el curso. Actualice el calendario."))


def _check(view: CourseView, pause: Pause, others: tuple[Pause, ...]) -> None:
    if not pause.reason:
        raise Refused(_("Escriba por qué se para el curso. No se ha cambiado nada."))
    if pause.resume_on <= pause.from_day:
        message = _("El curso no puede reanudarse el {resume} si se para el {first}. No se ha cambiado nada.")
        words = message.format(resume=day_words(pause.resume_on), first=day_words(pause.from_day))
        raise Refused(words)
    if pause.from_day <= view.course.start_on:
        message = _(
            "El curso empieza el {start}: para retrasarlo entero cambie su inicio. No se ha cambiado nada."
        )
        raise Refused(message.format(start=day_words(view.course.start_on)))
    for other in others:
        if pause.from_day < other.resume_on and other.from_day < pause.resume_on:
            message = _("El curso ya está en pausa {words}. No se ha cambiado nada.")
            raise Refused(message.format(words=pause_words(other)))
