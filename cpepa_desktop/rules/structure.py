"""What a course of an offer teaches: its modules in order and the blocks they are made of.

A block is a unit, or a module without units. A unit that two modules share is one block, taught and counted
once per course; the hours printed for the course are the sum of its blocks, never of its modules.
"""

from __future__ import annotations

from cpepa_desktop.domain.catalogue import (
    MINUTES_PER_HOUR,
    WHOLE,
    Certificate,
    Missing,
    MissingKind,
    Module,
    Offer,
    Structure,
    StructureBlock,
    Unit,
)
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.rules.registry import rule


@rule(Citation("EPE/873/2023", "ap. 7.1 y 7.4; RD 34/2008, art. 6"))
def structure_of(certificate: Certificate | None, offer: Offer) -> Structure | Missing:
    """Return what a course of ``offer`` teaches, or what is missing to tell it, in Spanish.

    ``certificate`` is the structure known for the offer's code, official or completed by the centre. Nothing
    is guessed: units not established, a part whose modules are not known and hours that do not add up are
    gaps.
    """
    if certificate is None:
        return Missing(
            MissingKind.CERTIFICATE,
            _(
                "La estructura de {code} está sin establecer. Complétela en el catálogo: módulos, unidades, "
                "horas y fuente."
            ).format(code=offer.code),
        )
    modules = _modules_of(certificate, offer)
    if isinstance(modules, Missing):
        return modules
    for module in modules:
        if module.units is None:
            return Missing(
                MissingKind.UNITS,
                _(
                    "Las unidades del módulo {module} de {code} están sin establecer. Complételas en el "
                    "catálogo."
                ).format(module=module.code, code=offer.code),
            )
    structure = Structure(offer.code, offer.part, modules, _blocks_of(modules))
    if structure.minutes != offer.minutes:
        return Missing(
            MissingKind.HOURS,
            _(
                "Los módulos de {code} {part} suman {found} h, cada unidad compartida una vez, y la acción "
                "tiene {printed} h. Corrija la estructura en el catálogo."
            ).format(
                code=offer.code,
                part=offer.part,
                found=structure.minutes // MINUTES_PER_HOUR,
                printed=offer.hours,
            ),
        )
    return structure


def certificate_offer(certificate: Certificate, call: str, part: str = WHOLE) -> Offer | None:
    """Return the offer of a certificate, or of one of its modules, that no annex prints.

    For the centre's own resources and local entities, which teach what they are authorised for and are paid
    nothing by it. ``None`` where the certificate has no such module or part.
    """
    hours = _authorised_hours(certificate, part)
    if hours is None:
        return None
    module = certificate.module(part)
    return Offer(
        call=call,
        code=certificate.code,
        part=part,
        title=certificate.title if module is None else module.title,
        family_code=certificate.family_code,
        family=certificate.family,
        hours=hours,
        level=certificate.level,
        printed_code=certificate.code,
    )


def _authorised_hours(certificate: Certificate, part: str) -> int | None:
    if certificate.part == part:
        return certificate.offer_hours or certificate.formative_hours
    module, half = certificate.module(part), certificate.part_named(part)
    if module is not None:
        return module.hours
    return None if half is None else half.hours


def _modules_of(certificate: Certificate, offer: Offer) -> tuple[Module, ...] | Missing:
    """Return the modules the offer teaches, in the order of the certificate."""
    if certificate.part == offer.part:
        return certificate.modules
    alone = certificate.module(offer.part)
    if alone is not None:
        return (alone,)
    half = certificate.part_named(offer.part)
    if half is None or half.modules is None:
        return Missing(
            MissingKind.PART,
            _("No se sabe qué módulos lleva la parte {part} de {code}. Complétela en el catálogo.").format(
                part=offer.part or _("completa"), code=offer.code
            ),
        )
    return tuple(module for module in certificate.modules if module.code in half.modules)


def _blocks_of(modules: tuple[Module, ...]) -> tuple[StructureBlock, ...]:
    """Return each unit, or module without units, once and in order, with every module it stands in."""
    pieces: dict[str, Module | Unit] = {}
    stands_in: dict[str, list[str]] = {}
    for module in modules:
        for piece in module.units or (module,):
            pieces.setdefault(piece.code, piece)
            stands_in.setdefault(piece.code, []).append(module.code)
    return tuple(
        StructureBlock(code, piece.title, piece.minutes, tuple(stands_in[code]))
        for code, piece in pieces.items()
    )
