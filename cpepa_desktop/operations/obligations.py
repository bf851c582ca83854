"""Obligations met, and what happens to a course that terms are counted from.

Filing is a legal act: undo stops at it, and a filing that was wrong is withdrawn with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cpepa_desktop.db import obligations as table
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.call import Side
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.obligations import OBLIGATIONS, Anchor
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.timeline import CourseEvent, ObligationMet
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.course_lookup import find_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.obligation_words import event_words, pending_words
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.week_locks import lock_of
from cpepa_desktop.operations.workspace import Workspace

EVENTS: Final = (
    Anchor.PUBLICITY_STARTED,
    Anchor.CHANGE,
    Anchor.REQUIREMENT,
    Anchor.RECORDINGS_NEEDED,
    Anchor.JUSTIFICATION_CLOSED,
)
"""What happens to a course that only its centre knows. The first two are planned before they happen."""

_PLANNED: Final = frozenset({Anchor.PUBLICITY_STARTED, Anchor.CHANGE})
_KINDS: Final = frozenset({Kind.PLANNING, Kind.ENROLMENTS, Kind.ATTENDANCE})
_WEEKLY: Final = "attendance_weekly"


@dataclass(frozen=True, slots=True)
class FilingForm:
    """How an obligation was met: the day, by which channel, under which number, and the scan of its proof."""

    day: date
    channel: str = ""
    number: str = ""
    scan: Path | None = None


def file_obligation(ws: Workspace, course: str, name: str, subject: str, form: FilingForm) -> Changes:
    """Write that an obligation was met. One met late is taken, with a notice that says how late.

    Raises ``Refused``: an obligation the course has not, one met already, a day to come, one before what it
    hangs on, or a scan that cannot be read.
    """
    return file_together(ws, (find_obligation(ws, course, name, subject),), form)


def file_together(ws: Workspace, obligations: Sequence[DatedObligation], form: FilingForm) -> Changes:
    """Write that several obligations were met at once, with one number and one scan: all of them or none.

    Raises ``Refused`` as `file_obligation` does, for the first that cannot be.
    """
    for each in obligations:
        _check_day(ws, each, form.day)
    title = _filing_title(obligations)
    with ws.operation(title, legal=True):
        scan = keep_file(ws, form.scan) if form.scan else None
        met = ObligationMet(form.day, form.channel.strip(), form.number.strip(), scan)
        for each in obligations:
            table.file(ws.db, find_course(ws, each.course).id, each.name, each.subject, met)
            table.mark(ws.db, each.name, each.subject, form.day, None)
    courses = {each.course for each in obligations}
    notices = dict.fromkeys(notice for each in obligations for notice in _notices(ws, each, form.day))
    return Changes(title, _KINDS, courses.pop() if len(courses) == 1 else "", tuple(notices))


def withdraw_filing(ws: Workspace, course: str, name: str, subject: str, reason: str) -> Changes:
    """Write that a filing does not count, and why; the obligation is open again and may be filed anew.

    Raises ``Refused`` without a reason, or where nothing was filed here.
    """
    obligation = find_obligation(ws, course, name, subject)
    course_id = find_course(ws, course).id
    filings = table.filings(ws.db, Scope.one(course_id))
    filing = next(
        (f for f in filings if (f.course_id, f.name, f.subject) == (course_id, name, subject)), None
    )
    if filing is None:
        message = _(
            "«{text}» no se ha dado por presentado en este curso. No se ha cambiado nada: si la cumple un "
            "documento, anúlelo en Documentos."
        )
        raise Refused(message.format(text=_of(obligation)))
    if not reason.strip():
        raise Refused(_("Diga por qué se retira: queda escrito en el historial. No se ha retirado nada."))
    title = _("Retirar la presentación de «{text}» de {course}: {reason}").format(
        text=_of(obligation), course=course, reason=reason.strip()
    )
    with ws.operation(title, legal=True):
        table.withdraw(ws.db, course_id, name, subject, ws.clock.today(), reason.strip())
        table.mark(ws.db, name, subject, None, filing.met.day)
    return Changes(title, _KINDS, course)


def find_obligation(ws: Workspace, course: str, name: str, subject: str) -> DatedObligation:
    """Return an obligation of a course. Raises ``Refused`` where there is none, naming those near it."""
    found = [each for each in course_obligations(ws, course) if each.name == name]
    if not found:
        raise Refused(_no_such_name(ws, course, name))
    obligation = next((each for each in found if each.subject == subject), None)
    if obligation is None:
        raise Refused(_no_such_subject(found, subject))
    return obligation


def events_of(ws: Workspace, course: str) -> tuple[CourseEvent, ...]:
    """Return what was written as happened to a course, by event and day. Raises ``Refused`` if unknown."""
    key = find_course(ws, course).id
    return table.events(ws.db, Scope.one(key)).get(key, ())


@redates
def record_event(ws: Workspace, course: str, event: Anchor, day: date, note: str = "") -> Changes:
    """Write that something happened to a course; terms are counted from it.

    Raises ``Refused``: something that the file knows by itself, a day to come of what is not planned, or the
    same written already.
    """
    if event not in EVENTS:
        message = _("{event} no se anota aquí: el programa ya lo sabe. Lo que se anota es: {known}.")
        known = ", ".join(event_words(each) for each in EVENTS)
        raise Refused(message.format(event=event_words(event).capitalize(), known=known))
    if day > ws.clock.today() and event not in _PLANNED:
        message = _("El {day} aún no ha llegado. No se ha anotado nada.").format(day=day_words(day))
        raise Refused(message, (Problem(_("Ese día aún no ha llegado."), column=_("Día")),))
    if any((each.event, each.day) == (event, day) for each in events_of(ws, course)):
        message = _("Ya está anotado el {day}: {event}.")
        raise Refused(message.format(day=day_words(day), event=event_words(event)))
    title = _("Anotar {event} el {day} en {course}").format(
        event=event_words(event), day=day_words(day), course=course
    )
    with ws.operation(title):
        table.add_event(ws.db, find_course(ws, course).id, CourseEvent(event, day, note.strip()))
    return Changes(title, _KINDS, course)


@redates
def remove_event(ws: Workspace, course: str, event: Anchor, day: date) -> Changes:
    """Take away what was written as happened on a day.

    Raises ``Refused`` where it is not written, or something was filed for it.
    """
    if all((each.event, each.day) != (event, day) for each in events_of(ws, course)):
        raise Refused(_("Ese hecho ya no está anotado. No se ha cambiado nada."))
    if any(each.subject == day.isoformat() and each.met for each in course_obligations(ws, course)):
        message = _("Lo que se presentó por el {day} sigue en pie: retírelo antes. No se ha quitado nada.")
        raise Refused(message.format(day=day_words(day)))
    title = _("Quitar {event} del {day} en {course}").format(
        event=event_words(event), day=day_words(day), course=course
    )
    with ws.operation(title):
        table.remove_event(ws.db, find_course(ws, course).id, event, day)
    return Changes(title, _KINDS, course)


def _filing_title(obligations: Sequence[DatedObligation]) -> str:
    first, others = obligations[0], len(obligations) - 1
    title = _("Presentar «{text}» de {course}").format(text=_of(first), course=first.course)
    if not others:
        return title
    words = ngettext("{title} y {n} obligación más", "{title} y {n} obligaciones más", others)
    return words.format(title=title, n=others)


def _check_day(ws: Workspace, obligation: DatedObligation, day: date) -> None:
    if obligation.met:
        message = _("«{text}» ya consta: se presentó el {day}{number}. No se ha anotado nada.")
        number = _(" con el número {number}").format(number=obligation.met.number)
        raise Refused(
            message.format(
                text=_of(obligation),
                day=day_words(obligation.met.day),
                number=number if obligation.met.number else "",
            )
        )
    if day > ws.clock.today():
        message = _("El {day} aún no ha llegado. No se ha anotado nada.").format(day=day_words(day))
        raise Refused(message, (Problem(_("Ese día aún no ha llegado."), column=_("Día")),))
    first = _earliest(ws, obligation)
    if first and day < first:
        message = _(
            "«{text}» no pudo presentarse el {day}: antes del {first} no se puede. No se ha anotado nada."
        )
        problem = Problem(_("No pudo ser antes del {day}.").format(day=day_words(first)), column=_("Día"))
        raise Refused(
            message.format(text=_of(obligation), day=day_words(day), first=day_words(first)), (problem,)
        )


def _earliest(ws: Workspace, obligation: DatedObligation) -> date | None:
    """Return the first day on which an obligation can be met, ``None`` where any will do.

    Raises ``Refused`` where that hangs on what has not happened. Who is to join may be registered before, and
    the sheet of a week is whole with its last class.
    """
    if obligation.anchor is Anchor.WEEK:
        week = IsoWeek.parse(obligation.subject)
        view = read_course(ws, obligation.course)
        held = {session.stretch_id for session in view.sessions if session.counts}
        days = (each.day for each in view.stretches if each.id in held and IsoWeek.of(each.day) == week)
        return max(days, default=None)
    if obligation.opens:
        return obligation.opens
    if obligation.side is not Side.AFTER or obligation.anchor in {Anchor.JOINING, Anchor.FIXED}:
        return None
    if obligation.waits_for:
        message = _("«{text}» no puede presentarse todavía: está {pending}. No se ha anotado nada.")
        pending = pending_words(obligation.waits_for)
        raise Refused(message.format(text=_of(obligation), pending=pending))
    return obligation.event


def _notices(ws: Workspace, obligation: DatedObligation, day: date) -> tuple[str, ...]:
    notices = []
    if obligation.due and day > obligation.due:
        days = (day - obligation.due).days
        words = ngettext(
            "Se presentó {n} día después del plazo, que acababa el {due} ({citation}).",
            "Se presentó {n} días después del plazo, que acababa el {due} ({citation}).",
            days,
        )
        notices.append(words.format(n=days, due=day_words(obligation.due), citation=obligation.citation))
        if obligation.consequence:
            notices.append(obligation.consequence)
    if obligation.name == _WEEKLY and not lock_of(ws, obligation.course, IsoWeek.parse(obligation.subject)):
        notices.append(_("La semana sigue abierta: bloquéela en Asistencia para que lo enviado no cambie."))
    return tuple(notices)


def _of(obligation: DatedObligation) -> str:
    return ", ".join(filter(None, (obligation.text, obligation.subject_words)))


def _no_such_name(ws: Workspace, course: str, name: str) -> str:
    owed = sorted({each.name for each in course_obligations(ws, course)})
    if name in OBLIGATIONS:
        message = _("El curso {course} no tiene la obligación «{name}». Las que tiene son: {known}.")
        return message.format(course=course, name=name, known=", ".join(owed))
    if near := get_close_matches(name, OBLIGATIONS, n=3):
        message = _("No hay ninguna obligación «{name}». ¿Quería decir {near}?")
        return message.format(name=name, near=_(" o ").join(near))
    message = _("No hay ninguna obligación «{name}». Las que tiene el curso {course} son: {known}.")
    return message.format(name=name, course=course, known=", ".join(owed))


def _no_such_subject(found: Sequence[DatedObligation], subject: str) -> str:
    known = ", ".join(
        f"{each.subject} ({each.subject_words})" if each.subject else _("el curso entero") for each in found
    )
    if not subject:
        message = _("«{text}» se presenta por separado: diga de qué. Lo que hay es: {known}.")
        return message.format(text=found[0].text, known=known)
    message = _("«{text}» no tiene «{subject}». Lo que hay es: {known}.")
    return message.format(text=found[0].text, subject=subject, known=known)
