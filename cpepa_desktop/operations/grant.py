"""What a call would grant for a course, what it grants to one already planned, and what it asks of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.db import courses
from cpepa_desktop.db.official_papers import official_papers
from cpepa_desktop.domain.call import Call, Parameter
from cpepa_desktop.domain.catalogue import Offer, Province
from cpepa_desktop.domain.course import Course, ModuleKind, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import Advance, AdvanceKind, GrantEstimate, GrantRequest, GrantTerms
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import listed
from cpepa_desktop.operations.calls import call_of, choose_call
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.offers import Own, centre_certificates, find_offer
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.grant import (
    advance_amount,
    grant_amount,
    grant_part_cap,
    product_unit,
    result_unit,
)

_LAST_FIGURES: Final = date.max
_ADVANCES: Final = tuple((kind, f"advance_{kind}_share") for kind in AdvanceKind)


def estimate(ws: Workspace | None, request: GrantRequest) -> GrantEstimate:
    """Return what a call would grant for a course, planned or not, without a file open too.

    Raises ``Refused``: a call that pays nothing, a speciality or part it does not print, a province without a
    rate, participants outside what the call pays for, or a figure that the centre has still to write.
    """
    call = choose_call(ws, request.call).call
    _refuse_if_free(call)
    route = Route.CALL if Route.CALL in call.routes else call.routes[0]
    offer = find_offer(centre_certificates(ws), call, request.speciality, request.part, route)
    return _estimate(request, call, offer, (offer.minutes, call.complementary_minutes))


def grant_of_course(ws: Workspace, code: str) -> GrantEstimate | None:
    """Return the grant of a course by its own hours, ``None`` where its call pays nothing.

    Raises ``Refused`` as `estimate` does, or where the course is unknown.
    """
    course = find_course(ws, code)
    return _grant(ws, course, centre_certificates(ws), resolved_by_course(ws))


def grants_of(ws: Workspace, wanted: Iterable[Course]) -> Iterator[tuple[Course, GrantEstimate | None, str]]:
    """Yield some courses, each with its grant or with why it cannot be reckoned.

    What the centre has typed and what was resolved is read once for all of them.
    """
    own, resolved = centre_certificates(ws), resolved_by_course(ws)
    for course in wanted:
        try:
            yield course, _grant(ws, course, own, resolved), ""
        except Refused as refusal:
            yield course, None, refusal.message


def resolved_by_course(ws: Workspace) -> Mapping[str, int]:
    """Return, by course, the cents that its last resolution grants; a course that none names is not there."""
    return {
        served.course: served.cents
        for paper in official_papers(ws.db)
        if paper.kind is OfficialPaperKind.GRANT
        for served in paper.courses
        if served.cents is not None
    }


def _grant(ws: Workspace, course: Course, own: Own, resolved: Mapping[str, int]) -> GrantEstimate | None:
    call = call_of(ws, course)
    if not call.pays:
        return None
    offer = find_offer(own, call, course.speciality, course.part, course.route)
    request = GrantRequest(call.id, course.speciality, course.part, course.province, day=course.start_on)
    return _estimate(request, call, offer, _minutes(ws, course), resolved.get(course.code))


def _estimate(
    request: GrantRequest,
    call: Call,
    offer: Offer,
    minutes: tuple[int, int],
    resolved: int | None = None,
) -> GrantEstimate:
    day = request.day or _LAST_FIGURES
    province = _province(call, request.province)
    terms = _terms(call, day)
    _refuse_participants(request.participants, terms.seats)
    rate = _rate(call, offer, province, day)
    titles = (offer.title, call.title)
    return _reckon(replace(request, province=province), titles, minutes, rate, terms, resolved)


def _reckon(
    request: GrantRequest,
    titles: tuple[str, str],
    minutes: tuple[int, int],
    rate: Decimal,
    terms: GrantTerms,
    resolved: int | None = None,
) -> GrantEstimate:
    """Return a grant with its parts, units and advances.

    ``titles`` are the speciality's and the call's, ``minutes`` those of the annex and the complementary ones.
    """
    participants = terms.seats.value if request.participants is None else request.participants
    estimated = grant_amount(sum(minutes), rate, participants)
    granted = estimated if resolved is None else resolved
    return GrantEstimate(
        request=request,
        title=titles[0],
        call_title=titles[1],
        minutes=minutes[0],
        complementary_minutes=minutes[1],
        rate=rate,
        participants=participants,
        terms=terms,
        estimated=estimated,
        resolved=resolved,
        product_cap=grant_part_cap(granted, terms.product_share),
        result_cap=grant_part_cap(granted, terms.result_share),
        product_unit=product_unit(rate, terms.product_share),
        result_unit=result_unit(granted, terms.result_share, terms.result_divisor),
        advances=tuple(
            Advance(kind, advance_amount(granted, share), share) for kind, share in terms.advances
        ),
    )


def _terms(call: Call, day: date) -> GrantTerms:
    return GrantTerms(
        seats=call.count("subsidised_seats", day),
        product_share=call.share("product_share", day),
        result_share=call.share("result_share", day),
        result_divisor=call.count("result_divisor", day),
        advances=tuple((kind, call.share(name, day)) for kind, name in _ADVANCES if call.gives(name, day)),
    )


def _rate(call: Call, offer: Offer, province: Province, day: date) -> Decimal:
    """Return euros per participant and hour: the call's own for the province, or else the annex's."""
    own = f"unit_cost_{province.lower()}"
    if own in call.histories:
        return call.unit_cost(own, day).value
    rate = offer.rate(province)
    if rate is None:
        message = _(
            "No hay módulo económico de {code} en la provincia de {province}: la convocatoria «{call}» no lo "
            "da. No se ha calculado nada; elija otra provincia u otra convocatoria."
        )
        raise Refused(message.format(code=offer.code, province=province, call=call.title))
    return rate


def _province(call: Call, name: str) -> Province:
    found = next((each for each in call.provinces if each.casefold() == name.strip().casefold()), None)
    if found is None:
        message = _(
            "No hay módulo económico para la provincia «{province}»: la convocatoria «{call}» es de {known}. "
            "No se ha calculado nada."
        )
        known = listed(call.provinces)
        raise Refused(message.format(province=name, call=call.title, known=known))
    return found


def _refuse_if_free(call: Call) -> None:
    if not call.pays:
        message = _("«{call}» no concede subvención: no hay importe que estimar.")
        raise Refused(message.format(call=call.title))


def _refuse_participants(participants: int | None, seats: Parameter[int]) -> None:
    if participants is None or 1 <= participants <= seats.value:
        return
    message = _(
        "La subvención es de 1 a {most} participantes ({citation}) y se piden {wanted}. No se ha calculado "
        "nada: escriba cuántos participantes se subvencionan."
    )
    raise Refused(message.format(most=seats.value, citation=seats.citation, wanted=participants))


def _minutes(ws: Workspace, course: Course) -> tuple[int, int]:
    """Return the minutes of a course without and of its complementary modules."""
    modules = courses.modules(ws.db, course.id)
    extra = {key for each in modules if each.kind is ModuleKind.COMPLEMENTARY for key in each.block_ids}
    lengths = {block.id: block.official_minutes for block in courses.blocks(ws.db, course.id)}
    complementary = sum(minutes for key, minutes in lengths.items() if key in extra)
    return sum(lengths.values()) - complementary, complementary
