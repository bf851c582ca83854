"""What a course can teach: the official catalogue together with what the centre has completed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import WHOLE, Certificate, Missing, Offer, Structure
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.catalogue_file import load_official
from cpepa_desktop.exchange.certificate_json import certificate_from_json
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.structure import certificate_offer, structure_of

NO_CALL: Final = ""
"""The call of an offer that no annex prints."""

Own = Mapping[tuple[str, str], Certificate]
"""The last structure the centre has typed of each speciality and part: read once, asked many times."""


@dataclass(frozen=True, slots=True)
class Teachable:
    """An offer with the certificate it comes from and what a course of it teaches."""

    offer: Offer
    certificate: Certificate
    structure: Structure


def centre_certificates(ws: Workspace | None) -> Own:
    """Return what the centre has typed, nothing without a file open."""
    if ws is None:
        return {}
    found: dict[tuple[str, str], Certificate] = {}
    for row in table.centre_certificates(ws.db):
        certificate = certificate_from_json(row.content)
        found.setdefault((certificate.code, certificate.part), certificate)
    return found


def offers_of(own: Own, code: str) -> tuple[Offer, ...]:
    """Return every way of offering a speciality: the printed ones, then those only the centre knows."""
    offers = {offer.part: offer for offer in load_official().offers_of(code)}
    known = [(part, certificate) for (of, part), certificate in own.items() if of == code]
    official = load_official().certificate(code)
    if official and not offers and not known:
        known.append((WHOLE, official))
    for part, certificate in known:
        own_offer = certificate_offer(certificate, NO_CALL, part)
        if own_offer:
            offers.setdefault(part, own_offer)
    return tuple(offers.values())


def certificate_for(own: Own, code: str, part: str) -> Certificate | None:
    """Return what to teach from: the centre's own for that part or for the whole, else the official."""
    return own.get((code, part)) or own.get((code, WHOLE)) or load_official().certificate(code)


def structure_for(own: Own, offer: Offer) -> Structure | Missing:
    """Return what a course of ``offer`` teaches, or what is not known of it."""
    return structure_of(certificate_for(own, offer.code, offer.part), offer)


def find_offer(own: Own, call: Call, code: str, part: str, route: Route) -> Offer:
    """Return the way of offering a speciality that a course of a call has.

    Raises ``Refused``: unknown speciality or part, or one that the call does not print (only a call's own
    route is bound to its annex).
    """
    offers = offers_of(own, code)
    if not offers:
        message = _(
            "No se conoce la especialidad «{code}». Búsquela en el catálogo o complétela con sus módulos."
        )
        raise Refused(message.format(code=code))
    offer = next((offer for offer in offers if offer.part == part), None)
    if offer is None:
        raise Refused(_unknown_part(code, part, offers))
    if route is Route.CALL and offer.call != call.offers:
        message = _("El anexo de la convocatoria {call} no incluye {code}: elija otra vía de financiación.")
        raise Refused(message.format(call=call.id, code=code))
    return offer


def teachable(ws: Workspace, call: Call, code: str, part: str, route: Route) -> Teachable:
    """Return what a course of that speciality and part teaches.

    Raises ``Refused`` as `find_offer` does, or for one whose structure is not established.
    """
    own = centre_certificates(ws)
    offer = find_offer(own, call, code, part, route)
    structure = structure_for(own, offer)
    certificate = certificate_for(own, code, part)
    if isinstance(structure, Missing) or certificate is None:
        raise Refused(structure.reason if isinstance(structure, Missing) else code)
    return Teachable(offer, certificate, structure)


def _unknown_part(code: str, part: str, offers: tuple[Offer, ...]) -> str:
    parts = [offer.part for offer in offers]
    if not part:
        message = _("{code} no se oferta completo: indique la parte ({parts}).")
        return message.format(code=code, parts=", ".join(parts))
    if parts == [WHOLE]:
        return _("{code} se oferta completo y no tiene partes: deje la parte vacía.").format(code=code)
    known = ", ".join(part or _("completo") for part in parts)
    return _("{code} no tiene la parte «{part}». Las que hay son: {known}.").format(
        code=code, part=part, known=known
    )
