"""What the printed estimate of a grant says, of a course or of what is not planned yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.grant import AdvanceKind, GrantEstimate, GrantRequest
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_of, choose_call
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.grant import estimate, grant_of_course
from cpepa_desktop.operations.grant_lines import basis_lines, grant_lines
from cpepa_desktop.operations.paper_head import centre_head, course_head
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports import grant_estimate
from cpepa_desktop.reports.grant_estimate import EstimateLine, GrantEstimatePaper
from cpepa_desktop.reports.parts.centre_head import CentreHead
from cpepa_desktop.reports.parts.course_head import CourseHead

_CAPS: Final = ("centre_request_cap", "centre_grant_cap")


def estimate_of_course(ws: Workspace, code: str) -> GrantEstimatePaper:
    """Return the grant of a course as it prints. Raises ``Refused`` where nobody pays for it."""
    found = grant_of_course(ws, code)
    if found is None:
        message = _("El curso {course} no tiene subvención: no hay estimación que imprimir.")
        raise Refused(message.format(course=code))
    view = read_course(ws, code)
    head = course_head(ws, view.course, (session.mode for session in view.sessions))
    return _paper(head, found, call_of(ws, view.course))


def save_estimate(ws: Workspace, request: GrantRequest, path: Path) -> Path:
    """Write the estimate of what may not be planned to a PDF, which is not registered, and return where.

    Raises ``Refused`` as `estimate` does, ``EnvironmentFault`` where it cannot be written.
    """
    found = estimate(ws, request)
    content = grant_estimate.pdf(_paper(centre_head(ws), found, choose_call(ws, request.call).call))
    try:
        path.write_bytes(content)
    except OSError as error:
        message = _("No se puede escribir «{path}» ({why}). Guárdelo en otra carpeta.")
        raise EnvironmentFault(message.format(path=path, why=error.strerror)) from None
    return path


def condition_words(call: Call, found: GrantEstimate) -> Iterator[str]:
    """Yield what an advance asks, and what the call limits, each with its place."""
    day = found.request.day or date.max
    if found.advance(AdvanceKind.INITIAL) and call.gives("advance_initial_until", day):
        until = call.day("advance_initial_until", day)
        message = _("El anticipo inicial se pide una vez notificada la concesión y hasta el {day} ({place}).")
        yield message.format(day=day_words(until.value), place=until.citation)
    if later := found.advance(AdvanceKind.AFTER_START) or found.advance(AdvanceKind.SINGLE):
        message = _(
            "El segundo anticipo, o en lugar de los dos el único, se pide una vez acreditado el inicio "
            "({place})."
        )
        yield message.format(place=later.share.citation)
    if found.advances and call.gives("advance_guarantee", day):
        guarantee = call.flag("advance_guarantee", day)
        if guarantee.value:
            message = _("Con aval en la Caja General de Depósitos, salvo exención ({place}).")
            yield message.format(place=guarantee.citation)
    messages = (
        _("Un centro no pide a la convocatoria más de {cap} ({place})."),
        _("A un centro no se le conceden en la convocatoria más de {cap} ({place})."),
    )
    for name, message in zip(_CAPS, messages, strict=True):
        if call.gives(name, day):
            cap = call.cents(name, day)
            yield message.format(cap=money_words(cap.value), place=cap.citation)


def _paper(head: CourseHead | CentreHead, found: GrantEstimate, call: Call) -> GrantEstimatePaper:
    return GrantEstimatePaper(
        head=head,
        about=" ".join(filter(None, (found.request.speciality, found.request.part))),
        basis=basis_lines(found),
        lines=tuple(
            EstimateLine(line.label, line.formula, line.value, str(line.citation))
            for line in grant_lines(found)
        ),
        conditions=tuple(condition_words(call, found)),
        is_resolved=found.resolved is not None,
    )
