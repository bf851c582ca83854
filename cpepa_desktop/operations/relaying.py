"""Another day to begin a course: what would happen, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cpepa_desktop.db import courses, enrolments
from cpepa_desktop.db import pauses as pause_table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calendar_comparison import WhatIf, clashes_of, compare
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.gates import refuse_early_start
from cpepa_desktop.operations.laying import (
    LastDayChoice,
    Relaid,
    block_trainers,
    lay_again,
    runs_since,
    with_missing,
    write_relaid,
)
from cpepa_desktop.operations.laying_limits import LastDay, calendar_notices
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.workspace import Workspace

KINDS = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.ATTENDANCE, Kind.PLANNING, Kind.CENTRE})
"""What has to be read again where a calendar is laid again."""


class CourseDays:
    """Says on which days a course may have class: no holiday, and no pause of its own."""

    def __init__(self, ws: Workspace, pauses: tuple[Pause, ...]) -> None:
        self.calendar = ClassCalendar(ws)
        self._pauses = pauses

    def is_class_day(self, day: date) -> bool:
        """Say whether ``day`` can have class."""
        return self.calendar.is_class_day(day) and not any(pause.covers(day) for pause in self._pauses)


def what_if(
    ws: Workspace, course: str, start: date, last_day: LastDay = LastDay.ASK, reason: str = ""
) -> WhatIf:
    """Return what a course would be like if it began on ``start``; nothing is written.

    Raises ``Refused`` where it cannot begin on another day at all: something of it was taught, entered or
    sent already, or a day that is known forbids that start.
    """
    view = read_course(ws, course)
    relaid, notices = _begun_on(ws, view, start, LastDayChoice(last_day, reason))
    return compare(ws, relaid, notices)


@redates
def change_start(
    ws: Workspace, course: str, start: date, last_day: LastDay = LastDay.ASK, reason: str = ""
) -> Changes:
    """Lay a whole course again from another day, with the trainers, rooms and modes that its blocks have.

    Who was to join on the first day joins on the new one. Raises ``Refused`` as `what_if` does, where a room
    or a trainer would be taken twice, and where the last day is short and nobody says what to do with it.
    """
    view = read_course(ws, course)
    choice = _with_known_reason(view, LastDayChoice(last_day, reason))
    relaid, notices = _begun_on(ws, view, start, choice)
    refuse_if_clashing(ws, relaid)
    first = relaid.new_stretches[0].day
    name = _("Cambiar el inicio de {course} al {day}").format(course=course, day=day_words(first))
    with ws.operation(name):
        write_relaid(ws, relaid, choice)
        courses.change(ws.db, relaid.after.course)
        joined = _move_joinings(ws, view, first)
    return Changes(name, KINDS, course, (*notices, *moved_words(relaid), *joined))


def refuse_if_clashing(ws: Workspace, relaid: Relaid) -> None:
    """Raise ``Refused`` where what was laid again takes a room or a trainer that another course has."""
    problems = clashes_of(ws, relaid)
    if problems:
        raise Refused(_("Coincide con otro curso. No se ha cambiado nada."), problems)


def moved_words(relaid: Relaid) -> tuple[str, ...]:
    """Return in words what has moved: the last day, and the cancelled classes that are none any more."""
    found = []
    was, now = relaid.before.last_day, relaid.after.last_day
    if was and now and was != now:
        message = _("El curso acaba el {now}; antes, el {was}.")
        found.append(message.format(now=day_words(now), was=day_words(was)))
    stays = {session.id for session in relaid.after.sessions}
    gone = sum(not session.counts and session.id not in stays for session in relaid.before.sessions)
    if gone:
        message = ngettext(
            "{n} clase cancelada deja de figurar: sus horas están en el calendario nuevo.",
            "{n} clases canceladas dejan de figurar: sus horas están en el calendario nuevo.",
            gone,
        )
        found.append(message.format(n=gone))
    return (*found, *relaid.notices)


def workplace_notice(view: CourseView, last: date) -> Iterator[str]:
    """Yield a sentence where the practical module would begin before the last day of class."""
    for module in view.modules:
        if module.kind is ModuleKind.WORKPLACE and module.from_day and module.from_day <= last:
            message = _("Las prácticas empiezan el {day}, antes de que acaben las clases: revise sus fechas.")
            yield message.format(day=day_words(module.from_day))


def _begun_on(
    ws: Workspace, view: CourseView, start: date, choice: LastDayChoice
) -> tuple[Relaid, tuple[str, ...]]:
    """Return a course laid again from ``start`` and what to know of it."""
    _refuse_if_begun(view)
    call = call_of(ws, view.course)
    days = CourseDays(ws, pause_table.pauses(ws.db, view.course.id))
    runs = with_missing(runs_since(view, date.min), view, block_trainers(ws, view))
    relaid = lay_again(ws, view, call, runs, date.min, start, days.is_class_day, choice)
    first = relaid.new_stretches[0].day
    refuse_early_start(ws, view.course.code, first)
    course = replace(view.course, start_on=first)
    relaid = replace(relaid, after=replace(relaid.after, course=course))
    return relaid, tuple(_notices(view, call, days.calendar, start, relaid))


def _refuse_if_begun(view: CourseView) -> None:
    if view.course.started_on is not None:
        message = _(
            "Consta que el curso {course} empezó el {day}. No se ha cambiado nada: quite antes ese inicio, o "
            "ponga el curso en pausa."
        )
        raise Refused(message.format(course=view.course.code, day=day_words(view.course.started_on)))
    if view.course.renounced_on is not None:
        message = _("El curso {course} consta como renunciado el {day}. No se ha cambiado nada.")
        raise Refused(message.format(course=view.course.code, day=day_words(view.course.renounced_on)))


def _with_known_reason(view: CourseView, choice: LastDayChoice) -> LastDayChoice:
    """Return the choice, or that a short last day stays so for the reason it had already."""
    if choice.wanted is LastDay.ASK and view.course.short_day_reason:
        return LastDayChoice(LastDay.KEEP, view.course.short_day_reason)
    return choice


def _notices(
    view: CourseView, call: Call, calendar: ClassCalendar, start: date, relaid: Relaid
) -> Iterator[str]:
    first, last = relaid.new_stretches[0].day, relaid.new_stretches[-1].day
    yield from calendar_notices(start, call, calendar, first, last)
    selection = view.course.selection_on
    if selection is not None and selection > first:
        message = _("La selección es el {day}, después de empezar: revise su fecha.")
        yield message.format(day=day_words(selection))
    yield from workplace_notice(view, last)


def _move_joinings(ws: Workspace, view: CourseView, first: date) -> tuple[str, ...]:
    """Write that who was to join on the first day, or would now join before it, joins on the new one."""
    found = [each for each in enrolments.enrolments(ws.db, view.course.id) if _joins_anew(each, view, first)]
    seats = {use.enrolment_id: use for use in enrolments.seats(ws.db, view.course.id)}
    for enrolment in found:
        enrolments.change(ws.db, replace(enrolment, joined_on=first))
        use = seats.get(enrolment.id)
        if use is not None:
            enrolments.vacate(ws.db, enrolment.id)
            enrolments.occupy(ws.db, use.seat_id, enrolment.id, first, use.to_day)
    if not found:
        return ()
    message = ngettext(
        "{n} persona se incorpora el primer día, {day}.",
        "{n} personas se incorporan el primer día, {day}.",
        len(found),
    )
    return (message.format(n=len(found), day=day_words(first)),)


def _joins_anew(enrolment: Enrolment, view: CourseView, first: date) -> bool:
    joined = enrolment.joined_on
    if joined == first or (enrolment.left_on is not None and enrolment.left_on < first):
        return False
    return joined == view.course.start_on or joined < first
