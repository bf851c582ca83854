"""The catalogue as the centre looks at it, and the structures it completes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.catalogue import Certificate, Missing, Offer, Origin, Structure
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.catalogue_file import load_official, read_structure
from cpepa_desktop.exchange.certificate_json import certificate_to_json
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.offers import Own, centre_certificates, offers_of, structure_for
from cpepa_desktop.operations.workspace import Workspace


class StructureState(StrEnum):
    """Whether it is known what an offer teaches, and from whom."""

    OFFICIAL = "official"
    CENTRE = "centre"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer as the catalogue lists it."""

    code: str
    part: str
    title: str
    family: str
    hours: int
    level: int
    priority: bool
    structure: StructureState
    note: str


@dataclass(frozen=True, slots=True)
class SpecialityView:
    """A speciality with every way of offering it and what each teaches."""

    code: str
    title: str
    offers: tuple[Offer, ...]
    certificate: Certificate | None
    structures: Mapping[str, Structure | Missing]


def list_offers(ws: Workspace | None, text: str = "") -> tuple[OfferRow, ...]:
    """Return the offers whose code, title or family has every word of ``text``, accents forgiven.

    Without a file open, the official ones alone.
    """
    own = centre_certificates(ws)
    codes = dict.fromkeys([offer.code for offer in load_official().offers] + [code for code, _part in own])
    codes |= dict.fromkeys(certificate.code for certificate in load_official().certificates)
    words = folded(text).split()
    rows = [_row(own, offer) for code in codes for offer in offers_of(own, code)]
    return tuple(row for row in rows if _matches(row, words))


def show_speciality(ws: Workspace | None, code: str) -> SpecialityView:
    """Return a speciality with its offers and structures. Raises ``Refused`` where nobody knows it."""
    own = centre_certificates(ws)
    offers = offers_of(own, code.upper())
    if not offers:
        message = _("No se conoce la especialidad «{code}»: compruebe el código en el catálogo.")
        raise Refused(message.format(code=code))
    typed = [certificate for (of, _part), certificate in own.items() if of == code.upper()]
    certificate = typed[0] if typed else load_official().certificate(code.upper())
    return SpecialityView(
        code.upper(),
        certificate.title if certificate else offers[0].title,
        offers,
        certificate,
        {offer.part: structure_for(own, offer) for offer in offers},
    )


def complete_speciality(ws: Workspace, text: str) -> Changes:
    """Keep the structure of a speciality as the centre has typed it, as a new version with its source.

    Courses already planned keep theirs. Raises ``Refused`` with every problem and its path; the blocks, each
    shared unit once, must add up to the printed hours.
    """
    certificate, problems = read_structure(text.encode(), load_official())
    if certificate is None:
        raise Refused(_("La especialidad no está completa. No se ha guardado nada."), problems)
    content = certificate_to_json(certificate)
    name = _("Completar la especialidad {code}").format(code=certificate.code)
    with ws.operation(name):
        table.keep_certificate(
            ws.db, certificate.code, sha256_of(content), content, certificate.source, Origin.CENTRE
        )
    return Changes(name, frozenset({Kind.CATALOGUE}))


def _row(own: Own, offer: Offer) -> OfferRow:
    is_own = (offer.code, offer.part) in own or (offer.code, "") in own
    known = not isinstance(structure_for(own, offer), Missing)
    state = StructureState.CENTRE if is_own else StructureState.OFFICIAL
    certificate = load_official().certificate(offer.code)
    return OfferRow(
        offer.code,
        offer.part,
        certificate.title if certificate else offer.title,
        offer.family,
        offer.hours,
        offer.level,
        offer.priority,
        state if known else StructureState.MISSING,
        offer.note,
    )


def _matches(row: OfferRow, words: list[str]) -> bool:
    text = folded(f"{row.code} {row.part} {row.title} {row.family}")
    return all(word in text for word in words)
