"""Laying a calendar again: what is still to be taught keeps its order and its minutes, on other days.

What follows one another in a block with the same trainers, mode and classroom is a run; runs are laid over
the days of class as blocks are when a course is planned, so that each keeps what was decided for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from cpepa_desktop.db import attendance, courses, decisions
from cpepa_desktop.db import sessions as table
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import Block, CourseView, Session, SessionMode, SessionState, Stretch
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import Timetable, TimetableError, parse_timetable
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calendars import freeze_years
from cpepa_desktop.operations.laying_limits import (
    LastDay,
    check_last_day,
    day_limits,
    laid_out,
    spread_notice,
)
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.scheduling import PlannedStretch, ShortLastDay, daily_hours, short_last_day

_MOST_DAYS_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Run:
    """Minutes of a block that follow one another, all given by the same trainers, in one mode and room."""

    block_id: int
    minutes: int
    trainer_ids: tuple[int, ...] = ()
    mode: SessionMode = SessionMode.IN_PERSON
    room_id: int | None = None
    replaces_id: int | None = None


@dataclass(frozen=True, slots=True)
class LastDayChoice:
    """What is to be done with a last day under the daily minimum, and why it may stay so."""

    wanted: LastDay = LastDay.ASK
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relaid:
    """A course before and after its classes from ``since`` on are laid again; nothing of it is written.

    The stretches and sessions of ``after`` that are new have keys below zero.
    """

    before: CourseView
    after: CourseView
    since: date
    short_last_day: ShortLastDay | None
    notices: tuple[str, ...]

    @property
    def new_stretches(self) -> tuple[Stretch, ...]:
        """Return the stretches that are laid, by day and clock."""
        return tuple(stretch for stretch in self.after.stretches if stretch.id < 0)


def runs_since(view: CourseView, since: date) -> tuple[Run, ...]:
    """Return what a course teaches from a day on, in order, with what is due of classes cancelled since.

    What stands for a class cancelled before that day goes on standing for it.
    """
    stretches = {stretch.id: stretch for stretch in view.stretches}
    made_up = {session.replaces_id for session in view.sessions if session.counts}
    going = {session.id for session in view.sessions if stretches[session.stretch_id].day >= since}
    runs: list[Run] = []
    for session in view.sessions:
        if session.id not in going or (not session.counts and session.id in made_up):
            continue
        run = Run(
            session.block_id,
            session.minutes,
            session.trainer_ids,
            session.mode,
            stretches[session.stretch_id].room_id,
            None if session.replaces_id in going else session.replaces_id,
        )
        runs.append(run)
    return tuple(_joined(runs))


def with_missing(
    runs: Sequence[Run], view: CourseView, trainers: Mapping[int, tuple[int, ...]]
) -> tuple[Run, ...]:
    """Return runs completed to the official minutes of each block, where it has its last ones.

    A block without any run comes after the blocks before it, with its ``trainers``.
    """
    found = list(runs)
    planned = Counter[int]()
    for run in runs:
        planned[run.block_id] += run.minutes
    for at, block in enumerate(view.blocks):
        missing = block.official_minutes - planned[block.id]
        if missing > 0:
            usual = Run(block.id, 0, trainers.get(block.id, ()), room_id=view.course.room_id)
            last = next((run for run in reversed(found) if run.block_id == block.id), usual)
            place = _end_of(found, view.blocks[: at + 1])
            found.insert(place, replace(last, minutes=missing, replaces_id=None))
    return tuple(_joined(found))


def lay_again(
    ws: Workspace,
    view: CourseView,
    call: Call,
    runs: Sequence[Run],
    since: date,
    start: date,
    is_class_day: Callable[[date], bool],
    choice: LastDayChoice,
) -> Relaid:
    """Return a course with ``runs`` laid from ``start`` on in place of all it has from ``since`` on.

    Raises ``Refused`` where some of that was taught, entered, told of or sent already, where nothing is left
    to teach, or where there is no day to teach on.
    """
    refuse_if_taught(ws, view, since)
    if not runs:
        raise Refused(_("No queda ninguna clase por dar. No se ha cambiado nada."))
    minutes = [(str(at), run.minutes) for at, run in enumerate(runs)]
    relay = partial(laid_out, _timetable(view), start, minutes, is_class_day)
    stretches = relay({})
    short = short_last_day(stretches, relay, *day_limits(call, start))
    notices: tuple[str, ...] = ()
    if short and short.proposal and choice.wanted is LastDay.SPREAD:
        stretches, notices = short.proposal, (spread_notice(short),)
    after = _view_with(view, since, runs, stretches)
    refuse_if_locked(ws, view.course.code, {stretch.day for stretch in stretches})
    return Relaid(view, after, since, short, notices)


def refuse_if_taught(ws: Workspace, view: CourseView, since: date) -> None:
    """Raise ``Refused`` where a class from a day on was held, is entered or told of, or its week was sent."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    refuse_if_locked(ws, view.course.code, {day for day in days.values() if day >= since})
    held = {days[s.stretch_id] for s in view.sessions if s.state is SessionState.HELD}
    entered = held | attendance.entered_by_day(ws.db, view.course.id).keys()
    told = table.told_days(ws.db, view.course.id)
    problems = [
        *_fixed(entered, since, _("El {day} ya hay asistencia introducida o clase impartida.")),
        *_fixed(told - entered, since, _("El {day} tiene incidencias, grabaciones o conexiones anotadas.")),
    ]
    if problems:
        message = _(
            "Hay clases que ya no pueden moverse. No se ha cambiado nada. Elija un día posterior, o borre "
            "antes lo que se introdujo."
        )
        raise Refused(message, tuple(problems))


def write_relaid(ws: Workspace, relaid: Relaid, choice: LastDayChoice) -> None:
    """Write what was laid again; to be called inside an operation.

    Raises ``Refused`` where its last day is short and nobody says to spread it, or to keep it and why.
    """
    check_last_day(relaid.short_last_day, choice.wanted, choice.reason)
    view = relaid.before
    if relaid.short_last_day and choice.wanted is LastDay.KEEP:
        _keep_reason(ws, view, relaid.short_last_day, choice.reason.strip())
    going = {stretch.id for stretch in view.stretches if stretch.day >= relaid.since}
    gone = {session.id for session in view.sessions if session.stretch_id in going}
    for session in view.sessions:  # what replaces a class that goes, or goes itself, holds it no longer
        if session.replaces_id is not None and (session.replaces_id in gone or session.id in gone):
            table.change_session(ws.db, replace(session, replaces_id=None))
    for session_id in sorted(gone):
        table.remove_session(ws.db, session_id)
    for stretch_id in sorted(going):
        table.remove_stretch(ws.db, stretch_id)
    new = relaid.new_stretches
    freeze_years(ws, {stretch.day.year for stretch in new})
    keys = {stretch.id: table.add_stretch(ws.db, view.course.id, stretch) for stretch in new}
    for session in relaid.after.sessions:
        if session.stretch_id in keys:
            table.add_session(ws.db, replace(session, id=0, stretch_id=keys[session.stretch_id]))


def _keep_reason(ws: Workspace, view: CourseView, short: ShortLastDay, reason: str) -> None:
    subject, moment = f"{view.course.code}/{short.day.isoformat()}", ws.clock.now().isoformat()
    decision = Decision(daily_hours.__name__, subject, "too_short", reason, ws.actor, moment)
    decisions.add(ws.db, decision)


def _fixed(days: set[date] | frozenset[date], since: date, sentence: str) -> Iterator[Problem]:
    for day in sorted(day for day in days if day >= since)[:_MOST_DAYS_NAMED]:
        yield Problem(sentence.format(day=day_words(day)))


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs, those that differ from the one before in their minutes alone as one with it."""
    waiting: Run | None = None
    for run in runs:
        if waiting and replace(waiting, minutes=run.minutes) == run:
            waiting = replace(waiting, minutes=waiting.minutes + run.minutes)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _end_of(runs: Sequence[Run], blocks: Sequence[Block]) -> int:
    """Return where the last run of the last of these blocks that has any ends, 0 where none has."""
    for block in reversed(blocks):
        ends = [at for at, run in enumerate(runs, start=1) if run.block_id == block.id]
        if ends:
            return ends[-1]
    return 0


def _timetable(view: CourseView) -> Timetable:
    try:
        return parse_timetable(view.course.timetable)
    except TimetableError as error:
        raise Refused(str(error)) from None


def _view_with(
    view: CourseView, since: date, runs: Sequence[Run], planned: Sequence[PlannedStretch]
) -> CourseView:
    """Return a course with what was laid in place of what it had from a day on."""
    kept = tuple(stretch for stretch in view.stretches if stretch.day < since)
    keys = {stretch.id for stretch in kept}
    stretches: list[Stretch] = []
    sessions: list[Session] = []
    for number, each in enumerate(planned, start=1):
        first = runs[int(each.sessions[0].block)]
        stretches.append(Stretch(-number, each.day, each.n, each.start, each.end, first.room_id))
        for position, part in enumerate(each.sessions, start=1):
            run = runs[int(part.block)]
            sessions.append(
                Session(
                    id=-len(sessions) - 1,
                    stretch_id=-number,
                    position=position,
                    block_id=run.block_id,
                    minutes=part.minutes,
                    mode=run.mode,
                    state=SessionState.PLANNED,
                    replaces_id=run.replaces_id,
                    trainer_ids=run.trainer_ids,
                )
            )
    held = tuple(session for session in view.sessions if session.stretch_id in keys)
    return replace(view, stretches=(*kept, *stretches), sessions=(*held, *sessions))


def block_trainers(ws: Workspace, view: CourseView) -> Mapping[int, tuple[int, ...]]:
    """Return the trainers of each block that has any."""
    return courses.block_trainers(ws.db, view.course.id)
