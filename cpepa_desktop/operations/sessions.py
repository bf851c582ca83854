"""Changing a planned calendar: move, split, cancel and replace sessions; change block, trainer or mode."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.db import attendance, courses, decisions
from cpepa_desktop.db import sessions as table
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, Session, SessionMode, SessionState, Stretch
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.clashes import course_clashes
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.execution_window import placed_notices
from cpepa_desktop.operations.laying_limits import day_limits, day_sentence
from cpepa_desktop.operations.pauses import refuse_if_paused
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.teaching_checks import check_modes, check_trainers
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.scheduling import block_hours, daily_hours

_STRETCHES_A_DAY = 2
_MINUTES_A_DAY = 24 * 60
_KINDS = frozenset({Kind.SESSIONS, Kind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a session is to stand: a day and its first minute."""

    day: date
    start: int

    def end(self, minutes: int) -> int:
        return self.start + minutes


@redates
def move_session(
    ws: Workspace, course: str, session_id: int, day: date, start_minute: int, reason: str = ""
) -> Changes:
    """Give a session another day or hour.

    Raises ``Refused``: cancelled or with attendance entered, in the middle of its stretch, or a place before
    the course, on a holiday, past midnight, already with class or with two stretches, that makes the day too
    long, or takes a room or a trainer. A day left under the daily minimum needs a ``reason``, which is kept
    (EPE/873/2023, ap. 18.11).
    """
    view = read_course(ws, course)
    session, stretch = _find(view, session_id)
    _refuse_if_fixed(ws, course, session, stretch)
    place = _Place(day, start_minute)
    name = _("Mover la clase del {day}").format(day=day_words(stretch.day))
    with ws.operation(name):
        _take_out(ws, view, session, stretch)
        _put(ws, course, replace(session, state=SessionState.PLANNED), place, stretch.room_id)
        notices = _check(ws, course, {stretch.day, day}, reason, placed=day)
    return Changes(name, _KINDS, course, notices)


@redates
def split_session(ws: Workspace, course: str, session_id: int, first_minutes: int) -> Changes:
    """Make two sessions of one, the first of ``first_minutes``, both of the same block and trainers."""
    view = read_course(ws, course)
    session, stretch = _find(view, session_id)
    _refuse_if_fixed(ws, course, session, stretch)
    if not 0 < first_minutes < session.minutes:
        message = _("La clase dura {minutes}: la primera parte ha de ser más corta y durar algo.")
        raise Refused(message.format(minutes=hours_words(session.minutes)))
    name = _("Dividir la clase del {day}").format(day=day_words(stretch.day))
    with ws.operation(name):
        for later in reversed(_siblings(view, stretch)):
            if later.position > session.position:
                table.set_position(ws.db, later.id, later.position + 1)
        table.change_session(ws.db, replace(session, minutes=first_minutes))
        second = replace(
            session, id=0, position=session.position + 1, minutes=session.minutes - first_minutes
        )
        table.add_session(ws.db, second)
    return Changes(name, _KINDS, course)


@redates
def cancel_session(
    ws: Workspace, course: str, session_id: int, reason: str, replacement: tuple[date, int] | None
) -> Changes:
    """Cancel a session with its reason and, where it is known, put what replaces it on a day and minute.

    Until it is replaced its hours stay due and nothing on the course is final. Raises ``Refused`` without a
    reason, with attendance entered, or for a place that `move_session` would refuse.
    """
    if not reason.strip():
        raise Refused(_("Escriba por qué se cancela la clase. No se ha cambiado nada."))
    view = read_course(ws, course)
    session, stretch = _find(view, session_id)
    _refuse_if_fixed(ws, course, session, stretch)
    name = _("Cancelar la clase del {day}").format(day=day_words(stretch.day))
    with ws.operation(name):
        cancelled = replace(session, state=SessionState.CANCELLED, reason=reason.strip())
        table.change_session(ws.db, cancelled)
        days, placed = {stretch.day}, None
        if replacement:
            _put_replacement(ws, course, session, _Place(*replacement), stretch.room_id)
            placed = replacement[0]
            days.add(placed)
        notices = _check(ws, course, days, reason, placed=placed)
    return Changes(name, _KINDS, course, notices)


@redates
def replace_session(
    ws: Workspace, course: str, session_id: int, day: date, start_minute: int, reason: str = ""
) -> Changes:
    """Put what replaces a cancelled session on a day and minute. Raises as `move_session` does."""
    view = read_course(ws, course)
    session, stretch = _find(view, session_id, cancelled=True)
    if any(other.replaces_id == session.id and other.counts for other in view.sessions):
        raise Refused(_("Esa clase ya tiene quien la sustituye."))
    name = _("Sustituir la clase cancelada del {day}").format(day=day_words(stretch.day))
    with ws.operation(name):
        _put_replacement(ws, course, session, _Place(day, start_minute), stretch.room_id)
        notices = _check(ws, course, {day}, reason, placed=day)
    return Changes(name, _KINDS, course, notices)


@redates
def assign_block(ws: Workspace, course: str, session_id: int, block_code: str) -> Changes:
    """Give a session to another block. Raises ``Refused`` where that block would have more than its hours."""
    view = read_course(ws, course)
    session, stretch = _find(view, session_id)
    _refuse_if_fixed(ws, course, session, stretch)
    block = next((block for block in view.blocks if block.code == block_code), None)
    if block is None:
        known = ", ".join(block.code for block in view.blocks)
        raise Refused(_("El curso no tiene el bloque {code}: {known}.").format(code=block_code, known=known))
    name = _("Dar la clase del {day} a {block}").format(day=day_words(stretch.day), block=block_code)
    with ws.operation(name):
        table.change_session(ws.db, replace(session, block_id=block.id))
        after = read_course(ws, course)
        notices = _check(ws, course, set())
        notices += check_trainers(ws, view, after) + check_modes(ws, after, [session.id])
    return Changes(name, _KINDS, course, notices)


def assign_trainers(
    ws: Workspace, course: str, session_ids: Sequence[int], trainer_ids: Sequence[int]
) -> Changes:
    """Make trainers those of some sessions.

    Raises ``Refused`` where one would be in two places at once or have too long a day, or a module too many.
    """
    view = read_course(ws, course)
    days = {_find(view, session_id)[1].day for session_id in session_ids}
    refuse_if_locked(ws, course, days)
    name = ngettext(
        "Asignar formadores a {count} clase", "Asignar formadores a {count} clases", len(session_ids)
    ).format(count=len(session_ids))
    with ws.operation(name):
        for session_id in session_ids:
            table.set_trainers(ws.db, session_id, trainer_ids)
        notices = _check(ws, course, days) + check_trainers(ws, view, read_course(ws, course))
    return Changes(name, frozenset({Kind.SESSIONS}), course, notices)


def assign_block_trainers(ws: Workspace, course: str, block_code: str, trainer_ids: Sequence[int]) -> Changes:
    """Make trainers those of a block and of every session of it not yet held. Raises as `assign_trainers`."""
    view = read_course(ws, course)
    block = next((block for block in view.blocks if block.code == block_code), None)
    if block is None:
        raise Refused(_("El curso no tiene el bloque {code}.").format(code=block_code))
    wanted = [s for s in view.sessions if s.block_id == block.id and s.state is SessionState.PLANNED]
    refuse_if_locked(ws, course, {_find(view, session.id)[1].day for session in wanted})
    name = _("Asignar formadores a {block}").format(block=block_code)
    with ws.operation(name):
        courses.set_block_trainers(ws.db, block.id, trainer_ids)
        for session in wanted:
            table.set_trainers(ws.db, session.id, trainer_ids)
        notices = _check(ws, course, {_find(view, session.id)[1].day for session in wanted})
        notices += check_trainers(ws, view, read_course(ws, course))
    return Changes(name, frozenset({Kind.SESSIONS}), course, notices)


@redates
def set_mode(ws: Workspace, course: str, session_ids: Sequence[int], mode: SessionMode) -> Changes:
    """Give some sessions in person, by virtual classroom or both at once.

    Raises ``Refused`` where more would be at a distance than the law leaves (see `check_modes`).
    """
    view = read_course(ws, course)
    refuse_if_locked(ws, course, {_find(view, session_id)[1].day for session_id in session_ids})
    name = ngettext(
        "Cambiar la modalidad de {count} clase", "Cambiar la modalidad de {count} clases", len(session_ids)
    ).format(count=len(session_ids))
    with ws.operation(name):
        for session_id in session_ids:
            table.change_session(ws.db, replace(_find(view, session_id)[0], mode=mode))
        notices = check_modes(ws, read_course(ws, course), session_ids)
    return Changes(name, _KINDS, course, notices)


def _find(view: CourseView, session_id: int, *, cancelled: bool = False) -> tuple[Session, Stretch]:
    session = next((s for s in view.sessions if s.id == session_id), None)
    if session is None:
        raise Refused(_("Esa clase ya no existe. Actualice el calendario."))
    if session.counts is cancelled:
        raise Refused(_("Esa clase no está cancelada.") if cancelled else _("Esa clase está cancelada."))
    return session, next(stretch for stretch in view.stretches if stretch.id == session.stretch_id)


def _refuse_if_fixed(ws: Workspace, course: str, session: Session, stretch: Stretch) -> None:
    """Refuse to change a class of a week that was sent, or with attendance entered."""
    refuse_if_locked(ws, course, [stretch.day])
    if attendance.has_entries(ws.db, session.id):
        message = _("La clase del {day} tiene asistencia introducida: bórrela antes de cambiar la clase.")
        raise Refused(message.format(day=day_words(stretch.day)))


def _refuse_if_told_of(ws: Workspace, stretch: Stretch) -> None:
    if table.is_told_of(ws.db, stretch.id):
        message = _(
            "La clase del {day} tiene incidencias, grabaciones o conexiones anotadas: quítelas antes de "
            "moverla o cancélela y póngale otra que la sustituya. No se ha cambiado nada."
        )
        raise Refused(message.format(day=day_words(stretch.day)))


def _siblings(view: CourseView, stretch: Stretch) -> list[Session]:
    return [session for session in view.sessions if session.stretch_id == stretch.id]


def _take_out(ws: Workspace, view: CourseView, session: Session, stretch: Stretch) -> None:
    """Take a session out of its stretch, which ends or begins that much earlier or later."""
    counting = [other for other in _siblings(view, stretch) if other.counts]
    start, end = stretch.start, stretch.end
    if session is counting[-1]:
        end -= session.minutes
    elif session is counting[0]:
        start += session.minutes
    else:
        raise Refused(_("La clase está en medio de un tramo: mueva antes la que va detrás."))
    table.remove_session(ws.db, session.id)
    if len(_siblings(view, stretch)) == 1:
        _refuse_if_told_of(ws, stretch)
        table.remove_stretch(ws.db, stretch.id)
        _renumber(ws, view.course.code, stretch.day)
    else:
        table.set_clock(ws.db, stretch.id, stretch.n, start, end)


def _put_replacement(
    ws: Workspace, course: str, cancelled: Session, place: _Place, room_id: int | None
) -> None:
    fresh = replace(cancelled, id=0, state=SessionState.PLANNED, reason="", replaces_id=cancelled.id)
    _put(ws, course, fresh, place, room_id)


def _put(ws: Workspace, course: str, session: Session, place: _Place, room_id: int | None) -> None:
    """Write a session at a place: at the end of a stretch that ends there, or as a stretch of its own."""
    view = read_course(ws, course)
    live = _live(view, place.day)
    end = place.end(session.minutes)
    _check_place(ws, view, place, end)
    before = next((stretch for stretch in live if stretch.end == place.start), None)
    if before:
        table.set_clock(ws.db, before.id, before.n, before.start, end)
        position = max(other.position for other in _siblings(view, before)) + 1
        table.add_session(ws.db, replace(session, id=0, stretch_id=before.id, position=position))
        return
    if len(live) == _STRETCHES_A_DAY:
        message = _("El {day} ya tiene dos tramos de clase. No se ha cambiado nada.")
        raise Refused(message.format(day=day_words(place.day)))
    free = 1 + max((stretch.n for stretch in view.stretches if stretch.day == place.day), default=0)
    stretch = Stretch(0, place.day, free, place.start, end, room_id)
    stretch_id = table.add_stretch(ws.db, view.course.id, stretch)
    table.add_session(ws.db, replace(session, id=0, stretch_id=stretch_id, position=1))
    _renumber(ws, course, place.day)


def _check_place(ws: Workspace, view: CourseView, place: _Place, end: int) -> None:
    """Refuse a place in a sent week, before the course, on a holiday, past midnight, or already taken."""
    refuse_if_locked(ws, view.course.code, [place.day])
    refuse_if_paused(ws, view.course.code, place.day)
    day = day_words(place.day)
    holiday = ClassCalendar(ws).holiday(place.day)
    if holiday:
        message = _("El {day} no hay clase: {name}. No se ha cambiado nada.")
        raise Refused(message.format(day=day, name=holiday.name))
    if place.day < view.course.start_on:
        message = _("El curso empieza el {start}: no puede haber clase el {day}. No se ha cambiado nada.")
        raise Refused(message.format(start=day_words(view.course.start_on), day=day))
    if end > _MINUTES_A_DAY:
        raise Refused(_("La clase acabaría después de medianoche. No se ha cambiado nada."))
    if any(place.start < other.end and other.start < end for other in _live(view, place.day)):
        message = _("El {day} ya hay clase a esa hora. No se ha cambiado nada.")
        raise Refused(message.format(day=day))


def _live(view: CourseView, day: date) -> list[Stretch]:
    """Return the stretches of a day in which some session counts, by the clock."""
    return [
        stretch
        for stretch in view.stretches
        if stretch.day == day and any(session.counts for session in _siblings(view, stretch))
    ]


def _renumber(ws: Workspace, course: str, day: date) -> None:
    """Give the stretches of a day numbers by the clock, the wholly cancelled after those with class."""
    view = read_course(ws, course)
    of_day, live = [stretch for stretch in view.stretches if stretch.day == day], _live(view, day)
    in_order = sorted(of_day, key=lambda stretch: (stretch not in live, stretch.start, stretch.end))
    if in_order == of_day and all(n == stretch.n for n, stretch in enumerate(of_day, start=1)):
        return
    highest = max(stretch.n for stretch in of_day)
    # Every number is freed first, because each is taken only once.
    for first, stretches in ((highest + 1, of_day), (1, in_order)):
        for n, stretch in enumerate(stretches, start=first):
            table.set_clock(ws.db, stretch.id, n, stretch.start, stretch.end)


def _check(
    ws: Workspace,
    course: str,
    days: Iterable[date],
    reason: str | None = None,
    *,
    placed: date | None = None,
) -> tuple[str, ...]:
    """Judge a calendar as it now stands; raises ``Refused``, which takes the whole operation back.

    A day under the minimum is told in the notices where there is a ``reason``, which is kept, and where the
    change is none of its hours (``None``); so is a class ``placed`` after the days of the call.
    """
    view = read_course(ws, course)
    call = call_of(ws, view.course)
    _check_blocks(view, call)
    notices: list[str] = []
    for day in sorted(days):
        notices += _check_day(ws, view, call, day, reason)
    problems = course_clashes(ws, view, set(days))
    if problems:
        raise Refused(_("Coincide con otro curso. No se ha cambiado nada."), problems)
    return (*notices, *(placed_notices(call, view, placed) if placed else ()))


def _check_blocks(view: CourseView, call: Call) -> None:
    limit = call.minutes("day_limit", view.course.start_on)
    for block in view.blocks:
        scheduled = sum(s.minutes for s in view.sessions if s.block_id == block.id and s.counts)
        if block_hours(scheduled, block.official_minutes, limit.citation).answer is Answer.NO:
            message = _("{block} tendría {scheduled} y son {official}. No se ha cambiado nada.")
            raise Refused(
                message.format(
                    block=block.code,
                    scheduled=hours_words(scheduled),
                    official=hours_words(block.official_minutes),
                )
            )


def _check_day(ws: Workspace, view: CourseView, call: Call, day: date, reason: str | None) -> list[str]:
    ids = {stretch.id for stretch in view.stretches if stretch.day == day}
    minutes = sum(s.minutes for s in view.sessions if s.counts and s.stretch_id in ids)
    if not minutes:
        return []
    verdict = daily_hours(minutes, *day_limits(call, view.course.start_on))
    if verdict.answer is Answer.YES:
        return []
    sentence = f"{day_words(day).capitalize()}. {day_sentence(verdict)}"
    if verdict.reason == "too_long":
        raise Refused(sentence)
    if reason is not None:
        _keep_reason(ws, view, day, verdict, reason.strip())
    return [sentence]


def _keep_reason(ws: Workspace, view: CourseView, day: date, verdict: Verdict, reason: str) -> None:
    """Write why a day stays under the minimum. Raises ``Refused`` where nobody says it."""
    if not reason:
        message = _("{day}. {sentence} Escriba el motivo para dejarlo así. No se ha cambiado nada.")
        raise Refused(message.format(day=day_words(day).capitalize(), sentence=day_sentence(verdict)))
    subject, moment = f"{view.course.code}/{day.isoformat()}", ws.clock.now().isoformat()
    decisions.add(ws.db, Decision(verdict.rule, subject, verdict.reason, reason, ws.actor, moment))
