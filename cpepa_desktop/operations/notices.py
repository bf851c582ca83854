"""Notices that came too late for a cause nobody could foresee: the exception, recorded with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cpepa_desktop.db import decisions
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.person_decisions import record_decision, subject_of
from cpepa_desktop.operations.workspace import Workspace

_RULE: Final = "notice_in_time"
_EXCEPTED: Final = "excepted"


def except_notice(ws: Workspace, course: str, id_number: str, reason: str) -> Changes:
    """Record that a notice came late for an unforeseen cause, proved and told when it happened (ap. 18.7).

    Raises ``Refused`` where the person has not left, the notice is not written, or the cause is not said.
    """
    enrolment = find_enrolment(ws, course, id_number)
    name = enrolment.person.listed_name
    if enrolment.left_on is None or enrolment.leaving_communicated_on is None:
        message = _("{name} no tiene una baja comunicada: escriba antes el día en que se comunicó.")
        raise Refused(message.format(name=name))
    if not reason.strip():
        raise Refused(_("Diga qué causa imprevista hubo y cómo se justificó. No se ha cambiado nada."))
    title = _("Admitir la comunicación tardía de la baja de {name}").format(name=name)
    record_decision(ws, title, _RULE, subject_of(course, enrolment), answer=_EXCEPTED, reason=reason)
    return Changes(title, frozenset({Kind.ENROLMENTS, Kind.ATTENDANCE}), course)


def excepted_notices(ws: Workspace, course: str, enrolled: Iterable[Enrolment]) -> frozenset[int]:
    """Return the enrolments of a course whose late notice has an exception recorded."""
    found = {each.subject for each in decisions.decisions(ws.db, course) if each.rule == _RULE}
    return frozenset(each.id for each in enrolled if subject_of(course, each) in found)
