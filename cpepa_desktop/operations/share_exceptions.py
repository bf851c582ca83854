"""The exception to the share of attendance: a decision with its reason, never automatic, that can be revoked.

Exceptionally, and for a duly justified absence, who attended the exception's share and passed every module
may be held to have finished (EFP/942/2022, art. 11.3). It says nothing of evaluation and accreditation.
"""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.exception_records import RULE, record_exception, share_exceptions
from cpepa_desktop.operations.explanation_words import share_words
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.share_exception import may_be_excepted

_KINDS: Final = frozenset({Kind.ENROLMENTS, Kind.ATTENDANCE})


def may_decide_exception(ws: Workspace, course: str) -> tuple[PersonStatus, ...]:
    """Return the people of a course for whom the exception may be decided on, or was."""
    found = find_course(ws, course)
    call = call_of(ws, found)
    if not call.pays or not call.gives(RULE, found.start_on):
        return ()
    share = call.share(RULE, found.start_on)
    return tuple(
        person
        for person in course_status(ws, course).people
        if person.exception or may_be_excepted(person.verdicts["funded"], person.tally.justified, share)
    )


def decide_exception(ws: Workspace, course: str, id_number: str, reason: str) -> Changes:
    """Record that somebody is held to have finished below the share, for a reason.

    Raises ``Refused`` where the reason is missing, or the exception is not for this person.
    """
    enrolment = find_enrolment(ws, course, id_number)
    name = enrolment.person.listed_name
    if not reason.strip():
        raise Refused(_("Diga el motivo de la excepción y qué la justifica. No se ha cambiado nada."))
    if enrolment.id not in {person.enrolment.id for person in may_decide_exception(ws, course)}:
        raise Refused(_not_for(ws, course, name))
    title = _("Excepción de asistencia de {name}").format(name=name)
    record_exception(ws, title, course, enrolment, reason, is_granted=True)
    notice = _("Sólo vale con todos los módulos aprobados: queda pendiente de la evaluación.")
    return Changes(title, _KINDS, course, (notice,))


def revoke_exception(ws: Workspace, course: str, id_number: str, reason: str) -> Changes:
    """Record that an exception no longer stands, and why. Raises ``Refused`` where there is none."""
    enrolment = find_enrolment(ws, course, id_number)
    name = enrolment.person.listed_name
    if not reason.strip():
        raise Refused(_("Diga por qué se revoca la excepción. No se ha cambiado nada."))
    if enrolment.id not in share_exceptions(ws, course, [enrolment]):
        raise Refused(_("{name} no tiene ninguna excepción que revocar.").format(name=name))
    title = _("Revocar la excepción de asistencia de {name}").format(name=name)
    record_exception(ws, title, course, enrolment, reason, is_granted=False)
    return Changes(title, _KINDS, course)


def _not_for(ws: Workspace, course: str, name: str) -> str:
    found = find_course(ws, course)
    call = call_of(ws, found)
    if not call.gives(RULE, found.start_on):
        return _("La convocatoria de {course} no admite esta excepción.").format(course=course)
    message = _(
        "La excepción es para quien ya no alcanza la asistencia que se pide, ha asistido al menos al {share} "
        "y tiene faltas justificadas y validadas: no es el caso de {name}. No se ha cambiado nada."
    )
    return message.format(share=share_words(call.share(RULE, found.start_on).value), name=name)
