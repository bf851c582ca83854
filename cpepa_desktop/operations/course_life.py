"""The steps of a course's life that somebody takes: it is authorised, signed for, started, renounced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import courses as table
from cpepa_desktop.db import official_papers as paper_table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Course, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, listed
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.execution_window import window_notices
from cpepa_desktop.operations.gates import refuse_if_gated
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.deadlines import Counting, due_day
from cpepa_desktop.rules.regime import evaluation_regime

_KINDS: Final = frozenset({Kind.COURSE, Kind.PLANNING})
_RENUNCIATION: Final = "grant_renunciation"
_AUTHORISED_BY: Final = {
    Route.OWN: OfficialPaperKind.AUTHORISATION,
    Route.LOCAL: OfficialPaperKind.AUTHORISATION,
    Route.CALL: OfficialPaperKind.GRANT,
}
"""The paper that authorises a course, by who pays; the agreement of the others is signed."""

_WITH_AGREEMENT: Final = frozenset({Route.AGREEMENT, Route.LOCAL})


def authorise_courses(
    ws: Workspace, codes: Iterable[str], paper: OfficialPaper, scan: Path | None = None
) -> Changes:
    """Record one paper that authorises several courses: INAEM's authorisation or, in a call, their grant.

    Its kind and its courses are those named, whatever ``paper`` says. Raises ``Refused`` where none is named,
    for one under an agreement, for some that an authorisation opens and others a grant, and as
    `save_official_paper` does.
    """
    courses = [find_course(ws, code) for code in dict.fromkeys(codes)]
    kind = _authorised_by(courses)
    served = _served(paper, [course.code for course in courses])
    wanted = replace(paper, kind=kind, courses=served)
    changes = save_official_paper(ws, wanted, scan)
    regime = (words for each in courses for words in _regime_notices(each, call_of(ws, each), wanted))
    return replace(changes, notices=(*changes.notices, *regime))


def sign_agreement(
    ws: Workspace, codes: Iterable[str], paper: OfficialPaper, scan: Path | None = None
) -> Changes:
    """Record one signed agreement for every course it finances.

    Raises ``Refused`` where a course has none by who pays for it, or none is named, and as
    `save_official_paper` does.
    """
    wanted = list(dict.fromkeys(codes))
    if not wanted:
        raise Refused(_("Diga a qué cursos sirve el convenio. No se ha cambiado nada."))
    others = [code for code in wanted if find_course(ws, code).route not in _WITH_AGREEMENT]
    if others:
        message = _("Sin convenio por su financiación: {courses}. No se ha cambiado nada.")
        raise Refused(message.format(courses=listed(others)))
    signed = replace(paper, kind=OfficialPaperKind.AGREEMENT, courses=_served(paper, wanted))
    return save_official_paper(ws, signed, scan)


def start_course(ws: Workspace, code: str, day: date) -> Changes:
    """Record that a course started. What goes beyond the days of its call is told and not refused.

    Raises ``GateRefused`` where a gate prevents it, ``Refused`` for a day to come or before the one planned,
    and for a course that started already or was renounced.
    """
    course = find_course(ws, code)
    _check_start(course, day, ws.clock.today())
    refuse_if_gated(ws, code, day)
    last = read_course(ws, code).last_day or day
    notices = tuple(window_notices(call_of(ws, course), day, last))
    name = _("Inicio del curso {course}").format(course=code)
    with ws.operation(name):
        table.change(ws.db, replace(course, started_on=day))
    return Changes(name, _KINDS, code, notices)


def renounce_course(ws: Workspace, code: str, day: date, reason: str, number: str = "") -> Changes:
    """Record that a course is renounced, with its paper; whether it was in time is told, not judged.

    A legal act. Raises ``Refused`` without a reason, for a day to come, and for a course renounced already or
    over.
    """
    course = find_course(ws, code)
    last = read_course(ws, code).last_day
    _check_renunciation(course, day, reason, last, ws.clock.today())
    paper = OfficialPaper(
        0,
        OfficialPaperKind.RENUNCIATION,
        number=number.strip(),
        issued_on=day,
        note=reason.strip(),
        courses=(CourseServed(code),),
    )
    notices = tuple(_renunciation_notices(ws, course, day))
    name = _("Renuncia al curso {course}").format(course=code)
    with ws.operation(name, legal=True):
        table.change(ws.db, replace(course, renounced_on=day, renounce_reason=reason.strip()))
        paper_table.add(ws.db, paper)
    return Changes(name, _KINDS, code, notices)


def cancel_renunciation(ws: Workspace, code: str, reason: str) -> Changes:
    """Record that a renunciation does not stand; its paper stays. A legal act.

    Raises ``Refused`` without a reason, or for a course that is not renounced.
    """
    course = find_course(ws, code)
    if course.renounced_on is None:
        raise Refused(_("No consta ninguna renuncia al curso {course}.").format(course=code))
    if not reason.strip():
        raise Refused(_("Diga por qué la renuncia queda sin efecto. No se ha cambiado nada."))
    name = _("Renuncia sin efecto, curso {course}: {reason}").format(course=code, reason=reason.strip())
    with ws.operation(name, legal=True):
        table.change(ws.db, replace(course, renounced_on=None, renounce_reason=""))
    return Changes(name, _KINDS, code)


def _authorised_by(courses: Iterable[Course]) -> OfficialPaperKind:
    """Return the kind of the one paper that authorises courses. Raises ``Refused`` where none would."""
    named = tuple(courses)
    if not named:
        raise Refused(_("Diga a qué cursos sirve la autorización. No se ha cambiado nada."))
    signed = [course.code for course in named if course.route not in _AUTHORISED_BY]
    if signed:
        message = ngettext(
            "El curso {courses} se hace por convenio: no se autoriza, se firma. No se ha cambiado nada.",
            "Los cursos {courses} se hacen por convenio: no se autorizan, se firman. No se ha cambiado nada.",
            len(signed),
        )
        raise Refused(message.format(courses=listed(signed)))
    kinds = {_AUTHORISED_BY[course.route] for course in named}
    if len(kinds) > 1:
        message = _(
            "No hay un escrito que sirva a todos esos cursos: unos se abren con la autorización de INAEM y "
            "otros con la concesión de su convocatoria. No se ha cambiado nada: anote cada uno."
        )
        raise Refused(message)
    return kinds.pop()


def _served(paper: OfficialPaper, codes: Iterable[str]) -> tuple[CourseServed, ...]:
    """Return the courses that a paper serves, each with what the paper grants to it."""
    cents = {served.course: served.cents for served in paper.courses}
    return tuple(CourseServed(code, cents.get(code)) for code in codes)


def _regime_notices(course: Course, call: Call, paper: OfficialPaper) -> Iterator[str]:
    """Yield that the day of the authorisation asks for another evaluation regime than the one planned."""
    if course.regime_reason or paper.issued_on is None:
        return
    regime = evaluation_regime(
        course.start_on, paper.issued_on, call.day("evaluation_regime_cut", course.start_on).value
    )
    if regime is not course.regime:
        message = _(
            "Autorizado el {day}, al curso {course} le corresponde el otro régimen de evaluación: revíselo."
        )
        yield message.format(day=day_words(paper.issued_on), course=course.code)


def _check_start(course: Course, day: date, today: date) -> None:
    facts = {"course": course.code, "day": day_words(day)}
    if course.renounced_on is not None:
        raise Refused(_("Se renunció al curso {course}: no puede iniciarse.").format(**facts))
    if course.started_on is not None:
        message = _("El curso {course} ya consta iniciado el {started}. No se ha cambiado nada.")
        raise Refused(message.format(**facts, started=day_words(course.started_on)))
    if day > today:
        message = _("El {day} aún no ha llegado: el inicio se anota cuando el curso ha empezado.")
        raise Refused(message.format(**facts))
    if day < course.start_on:
        message = _(
            "El curso {course} está planificado desde el {planned} y no puede haber empezado el {day}. No se "
            "ha cambiado nada: cambie antes el inicio en su calendario."
        )
        raise Refused(message.format(**facts, planned=day_words(course.start_on)))


def _check_renunciation(course: Course, day: date, reason: str, last: date | None, today: date) -> None:
    if course.renounced_on is not None:
        message = _("Ya consta la renuncia al curso {course}, del {day}.")
        raise Refused(message.format(course=course.code, day=day_words(course.renounced_on)))
    if not reason.strip():
        raise Refused(_("Diga el motivo de la renuncia. No se ha cambiado nada."))
    if day > today:
        message = _("La renuncia lleva fecha del {day}, que aún no ha llegado. No se ha cambiado nada.")
        raise Refused(message.format(day=day_words(day)))
    if last is not None and day > last:
        message = _(
            "El curso {course} acabó el {last}: ya no se puede renunciar a él. No se ha cambiado nada."
        )
        raise Refused(message.format(course=course.code, last=day_words(last)))


def _renunciation_notices(ws: Workspace, course: Course, day: date) -> Iterator[str]:
    """Yield where a renunciation stands towards the limit its call sets, where it sets any."""
    deadline = call_of(ws, course).deadlines.get(_RENUNCIATION)
    if deadline is None or deadline.due is None or not deadline.is_active:
        return
    notified = _grant_notified(ws, course.code)
    citation = deadline.due.citation
    if notified is None:
        message = _(
            "No consta cuándo se notificó la concesión: el plazo para renunciar no se conoce ({citation})."
        )
        yield message.format(citation=citation)
        return
    limit = due_day(deadline.due, notified, Counting(WorkingCalendar(ws).is_working_day))
    if day > limit:
        message = _("El plazo para renunciar acabó el {limit} ({citation}): la renuncia es posterior.")
    else:
        message = _("La renuncia está en plazo, que acaba el {limit} ({citation}).")
    yield message.format(limit=day_words(limit), citation=citation)


def _grant_notified(ws: Workspace, code: str) -> date | None:
    """Return the day the grant was notified: the one its paper came, or its own where that is not known."""
    grants = [p for p in list_official_papers(ws, code) if p.kind is OfficialPaperKind.GRANT]
    return next((day for paper in grants if (day := paper.received_on or paper.issued_on)), None)
