"""What the yearly request can ask for: whole certificates, their parts as offered, and single modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR, WHOLE, Certificate, Offer
from cpepa_desktop.exchange.catalogue_file import load_official
from cpepa_desktop.operations.offers import Own, centre_certificates, certificate_for, offers_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Requestable:
    """A certificate, or the ``part`` of it or module that is wanted; ``minutes`` is its official length."""

    code: str
    part: str
    title: str
    level: int
    minutes: int


def list_requestable(ws: Workspace) -> tuple[Requestable, ...]:
    """Return all that can be asked for, by code: each offer, and each module of the certificates known."""
    own = centre_certificates(ws)
    return tuple(found for code in _codes(own) for found in requestable_of(own, code).values())


def list_specialities(ws: Workspace) -> tuple[Requestable, ...]:
    """Return every speciality of the catalogue by code, whole, or as first offered where only parts are."""
    own = centre_certificates(ws)
    return tuple(next(iter(requestable_of(own, code).values())) for code in _codes(own))


def requestable_of(own: Own, code: str) -> Mapping[str, Requestable]:
    """Return what can be asked for of a speciality, by its part; nothing where the catalogue lacks it."""
    offers, certificate = offers_of(own, code), certificate_for(own, code, WHOLE)
    found = {WHOLE: _whole(certificate)} if certificate else {}
    found |= {offer.part: _of_offer(offer, certificate_for(own, code, offer.part)) for offer in offers}
    if certificate is not None:
        for module in certificate.modules:
            single = Requestable(code, module.code, module.title, certificate.level, module.minutes)
            found.setdefault(module.code, single)
    return found


def _codes(own: Own) -> list[str]:
    codes = {offer.code for offer in load_official().offers} | {code for code, _part in own}
    return sorted(codes | {certificate.code for certificate in load_official().certificates})


def _whole(certificate: Certificate) -> Requestable:
    minutes = certificate.formative_hours * MINUTES_PER_HOUR
    return Requestable(certificate.code, WHOLE, certificate.title, certificate.level, minutes)


def _of_offer(offer: Offer, certificate: Certificate | None) -> Requestable:
    module = certificate.module(offer.part) if certificate else None
    title = module.title if module else certificate.title if certificate else offer.title
    return Requestable(offer.code, offer.part, title, offer.level, offer.minutes)
