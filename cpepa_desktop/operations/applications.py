"""The application of the centre to a call: the courses it asks for, its checklist, and its submission.

What goes with it is data of the call (ap. 12); what the call limits (ap. 11.4 and 11.5), of the rules.
Once it is submitted it stands still, until somebody says why it was not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import applications as table
from cpepa_desktop.db import courses
from cpepa_desktop.domain.applications import Application, ApplicationAction, ItemMark, ItemState, ItemWhen
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.grant import GrantRequest
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.application_view import call_applied_to, read_application
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.grant import estimate
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.redating import Moved, redating_courses
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})
_STAGES: Final = frozenset({Kind.PLANNING, Kind.COURSE})


@dataclass(frozen=True, slots=True)
class ActionForm:
    """A course to ask for. ``course`` is the code of one already planned, ``""`` for none."""

    speciality: str
    part: str = ""
    province: str = ""
    participants: int | None = None
    course: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionForm:
    """How an application was submitted: the day, the number of the registry and its receipt."""

    day: date
    number: str
    scan: Path | None = None


def set_published(ws: Workspace, call_id: str, day: date | None) -> Changes:
    """Write the day the call came out in the bulletin, and tell which terms of its courses move with it.

    Raises ``Refused`` for a day to come.
    """
    _open_application(ws, call_id)
    if day is not None and day > ws.clock.today():
        raise Refused(_("El {day} aún no ha llegado. No se ha guardado nada.").format(day=day_words(day)))
    name = _("Publicación de la convocatoria {call}").format(call=call_id)
    with _telling(ws, call_id) as moved, ws.operation(name):
        table.publish(ws.db, table.begin(ws.db, call_id), day)
    return Changes(name, _KINDS, notices=moved.notices)


def save_action(ws: Workspace, call_id: str, form: ActionForm, action_id: int = 0) -> Changes:
    """Write a course that the application asks for; a new one where there is no ``action_id``.

    Raises ``Refused`` as `estimate` does, for a course of another call, or once it is submitted.
    """
    application = _open_application(ws, call_id)
    if action_id and action_id not in {each.id for each in application.actions}:
        raise Refused(_("Esa acción ya no está en la solicitud. No se ha cambiado nada: actualice la lista."))
    province = form.province.strip() or read_centre(ws).centre.province
    request = GrantRequest(call_id, form.speciality.strip(), form.part.strip(), province, form.participants)
    found = estimate(ws, request).request
    if form.course:
        _check_course(ws, call_id, form.course)
    action = ApplicationAction(
        action_id, 0, found.speciality, found.part, found.province, form.participants, form.course
    )
    words = " ".join(filter(None, (found.speciality, found.part)))
    name = (
        _("Cambiar la acción {action} de la solicitud")
        if action_id
        else _("Añadir la acción {action} a la solicitud")
    ).format(action=words)
    with ws.operation(name):
        table.save_action(ws.db, table.begin(ws.db, call_id), action)
    return Changes(name, _KINDS)


def add_planned_courses(ws: Workspace, call_id: str) -> Changes:
    """Add the courses planned under the call that the application does not name yet.

    Raises ``Refused`` where there is none, or once it is submitted.
    """
    application = _open_application(ws, call_id)
    named = {action.course for action in application.actions}
    new = [
        course
        for course in courses.courses(ws.db)
        if course.call == call_id and course.renounced_on is None and course.code not in named
    ]
    if not new:
        message = _("No hay cursos planificados con la convocatoria {call} que no estén ya en la solicitud.")
        raise Refused(message.format(call=call_id))
    name = ngettext(
        "Añadir {n} curso planificado a la solicitud",
        "Añadir {n} cursos planificados a la solicitud",
        len(new),
    ).format(n=len(new))
    with ws.operation(name):
        key = table.begin(ws.db, call_id)
        for course in new:
            action = ApplicationAction(
                0, 0, course.speciality, course.part, course.province, course=course.code
            )
            table.save_action(ws.db, key, action)
    return Changes(name, _KINDS)


def remove_action(ws: Workspace, call_id: str, action_id: int) -> Changes:
    """Take a course out of the application. Raises ``Refused`` once it is submitted."""
    _open_application(ws, call_id)
    name = _("Quitar una acción de la solicitud a {call}").format(call=call_id)
    with ws.operation(name):
        table.remove_action(ws.db, action_id)
    return Changes(name, _KINDS)


def mark_item(
    ws: Workspace, call_id: str, item: str, state: ItemState, note: str = "", scan: Path | None = None
) -> Changes:
    """Write how far an item is, with a note and its paper where given; the paper kept before stays.

    Raises ``Refused``: once it is submitted, an item that the call does not have, or one asked of everybody
    that is not needed and nobody says why (ap. 12.4: already in the hands of the administration).
    """
    application = _open_application(ws, call_id)
    found = next((each for each in call_applied_to(ws, call_id).application if each.key == item), None)
    if found is None:
        message = _("La convocatoria {call} no pide «{item}». No se ha cambiado nada.")
        raise Refused(message.format(call=call_id, item=item))
    if state is ItemState.NOT_NEEDED and found.when is ItemWhen.ALWAYS and not note.strip():
        message = _(
            "«{item}» se pide a todas las entidades. No se ha guardado nada: si ya se aportó, escriba en la "
            "nota cuándo y ante qué órgano."
        )
        raise Refused(message.format(item=found.text))
    name = _("{item}: {state}").format(item=found.text, state=state.label.lower())
    with ws.operation(name):
        kept = keep_file(ws, scan) if scan else application.mark(item).attachment
        mark = ItemMark(item, state, note.strip(), kept)
        table.save_mark(ws.db, table.begin(ws.db, call_id), mark)
    return Changes(name, _KINDS)


def submit_application(ws: Workspace, call_id: str, form: SubmissionForm) -> Changes:
    """Write that the application was submitted: a legal act, which undo stops at.

    Raises ``Refused`` with everything that it still needs, for a day to come or before the call came out,
    without the number of the registry, or where it was submitted already. A day after the term is told.
    """
    application = _open_application(ws, call_id)
    view = read_application(ws, call_id)
    problems = tuple(Problem(words) for words in (*_wrong_day(ws, application, form), *view.gaps))
    if problems:
        message = _(
            "La solicitud aún no puede darse por presentada. No se ha anotado nada: complete lo que falta."
        )
        raise Refused(message, problems)
    name = _("Presentar la solicitud de subvención a {call}").format(call=call_id)
    with ws.operation(name, legal=True):
        scan = keep_file(ws, form.scan) if form.scan else None
        table.submit(ws.db, application.id, form.day, form.number.strip(), scan)
    late = view.due is not None and form.day > view.due
    message = _("El plazo acabó el {due}: la solicitud consta presentada después.")
    notices = (message.format(due=day_words(view.due)),) if view.due and late else ()
    return Changes(name, _STAGES, notices=notices)


def withdraw_submission(ws: Workspace, call_id: str, reason: str) -> Changes:
    """Say that the application was not submitted after all, and why, so that it can be changed.

    Which terms run again is told. A legal act. Raises ``Refused`` without a reason, or where it was not
    submitted.
    """
    application = table.application(ws.db, call_id)
    if application.submitted_on is None:
        raise Refused(_("Esta solicitud no consta como presentada. No se ha cambiado nada."))
    if not reason.strip():
        raise Refused(_("Diga por qué: queda escrito en el historial. No se ha cambiado nada."))
    name = _("La solicitud a {call} no se presentó: {reason}").format(call=call_id, reason=reason.strip())
    with _telling(ws, call_id) as moved, ws.operation(name, legal=True):
        table.submit(ws.db, application.id, None)
    return Changes(name, _STAGES, notices=moved.notices)


def _telling(ws: Workspace, call_id: str) -> AbstractContextManager[Moved]:
    """Give what tells which terms of the courses of a call move."""
    return redating_courses(ws, [each.code for each in courses.courses(ws.db) if each.call == call_id])


def _open_application(ws: Workspace, call_id: str) -> Application:
    """Return an application that can still be changed. Raises ``Refused`` for one that was submitted."""
    call_applied_to(ws, call_id)
    application = table.application(ws.db, call_id)
    if application.submitted_on is not None:
        message = _(
            "La solicitud se presentó el {day} y ya no se cambia. No se ha guardado nada: si no se presentó, "
            "dígalo antes con su motivo."
        )
        raise Refused(message.format(day=day_words(application.submitted_on)))
    return application


def _check_course(ws: Workspace, call_id: str, code: str) -> None:
    course = courses.course(ws.db, code)
    if course is None or course.call != call_id:
        message = _(
            "El curso {course} no está planificado con la convocatoria {call}. No se ha guardado nada."
        )
        raise Refused(message.format(course=code, call=call_id))


def _wrong_day(ws: Workspace, application: Application, form: SubmissionForm) -> Iterator[str]:
    if form.day > ws.clock.today():
        yield _("El {day} aún no ha llegado.").format(day=day_words(form.day))
    if application.published_on and form.day < application.published_on:
        message = _("No pudo presentarse antes de publicarse la convocatoria, el {day}.")
        yield message.format(day=day_words(application.published_on))
    if not form.number.strip():
        yield _("Falta el número del registro.")
