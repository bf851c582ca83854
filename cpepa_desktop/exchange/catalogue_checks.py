"""What can be wrong in the structure of certificates: patterns, duplicates, contradictions and arithmetic."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cpepa_desktop.domain.catalogue import (
    WHOLE,
    Catalogue,
    Certificate,
    Confidence,
    Module,
    Offer,
    hours_once,
)
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.annex_csv import CERTIFICATE_CODE, MODULE_CODE, is_module
from cpepa_desktop.exchange.document_reader import ROOT

_UNIT_CODE: Final = re.compile(r"UF\d{4}")
_COMPETENCE_CODE: Final = re.compile(r"UC\d{4}_[123]")
_WORKPLACE_CODE: Final = re.compile(r"MP\d{4}")
_QUALIFICATION_CODE: Final = re.compile(r"[A-Z]{3}\d{3}_[123]")
_DECREE: Final = re.compile(r"RD \d{1,4}/(20\d\d)")
_BOE: Final = re.compile(r"BOE-A-(20\d\d)-\d{1,5}")
_UNIT_HOURS: Final = range(30, 91)
_LEVELS: Final = range(1, 4)


# What is wrong inside one certificate, whoever wrote it -----------------------------------------------------


def _structure_problems(certificate: Certificate, path: str) -> Iterator[Problem]:
    if certificate.level not in _LEVELS:
        yield Problem(_("El nivel debe ser 1, 2 o 3."), where=f"{path}.level")
    codes = [module.code for module in certificate.modules]
    if not codes or len(set(codes)) != len(codes):
        yield Problem(_("Falta algún módulo o hay uno repetido."), where=f"{path}.modules")
    for index, module in enumerate(certificate.modules):
        yield from _module_problems(module, f"{path}.modules[{index}]")
    yield from _total_problems(certificate, path)
    workplace = certificate.workplace.code
    if workplace and not _WORKPLACE_CODE.fullmatch(workplace):
        message = _("El código del módulo de prácticas debe ser como MP0029.")
        yield Problem(message, where=f"{path}.workplace_module.code")


def _module_problems(module: Module, path: str) -> Iterator[Problem]:
    if not MODULE_CODE.fullmatch(module.code):
        yield Problem(_("El código del módulo debe ser como MF1016_2."), where=f"{path}.code")
    competence = module.competence_unit
    if not _COMPETENCE_CODE.fullmatch(competence) or competence[2:] != module.code[2:]:
        message = _("La unidad de competencia debe llevar las cifras del módulo, como UC1016_2.")
        yield Problem(message, where=f"{path}.unit_of_competence")
    if not module.hours:
        yield Problem(_("Las horas deben ser más de cero."), where=f"{path}.hours")
    units = module.units or ()
    if units and sum(unit.hours for unit in units) != module.hours:
        message = _("Las unidades suman {units} h y el módulo tiene {module} h.")
        total = sum(unit.hours for unit in units)
        yield Problem(message.format(units=total, module=module.hours), where=f"{path}.formative_units")
    if len(units) == 1 or len({unit.code for unit in units}) != len(units):
        message = _("Un módulo tiene dos unidades distintas o más, o ninguna.")
        yield Problem(message, where=f"{path}.formative_units")
    for index, unit in enumerate(units):
        if not _UNIT_CODE.fullmatch(unit.code) or unit.hours not in _UNIT_HOURS:
            message = _("Una unidad tiene un código como UF0127 y entre 30 y 90 horas.")
            yield Problem(message, where=f"{path}.formative_units[{index}]")


def _total_problems(certificate: Certificate, path: str) -> Iterator[Problem]:
    once = hours_once(certificate.modules)
    if once != certificate.formative_hours:
        message = _("Los módulos suman {once} h, cada unidad compartida una vez, y no {printed} h.")
        text = message.format(once=once, printed=certificate.formative_hours)
        yield Problem(text, where=f"{path}.formative_hours")
    workplace, total = certificate.workplace.hours, certificate.total_hours
    if workplace is not None and total is not None and certificate.formative_hours + workplace != total:
        message = _("{formative} h de módulos y {workplace} h de prácticas no son {total} h.")
        text = message.format(formative=certificate.formative_hours, workplace=workplace, total=total)
        yield Problem(text, where=f"{path}.total_hours")


def _origin_problems(certificate: Certificate, path: str) -> Iterator[Problem]:
    """Yield what is wrong in the decree, its publication and the qualification, where they are given."""
    decree, boe = certificate.royal_decree or "", certificate.boe_id or ""
    year, published = _DECREE.fullmatch(decree), _BOE.fullmatch(boe)
    if not year or not published or int(published[1]) - int(year[1]) not in {0, 1}:
        message = _("El real decreto y su número del BOE deben ser como «RD 1379/2008» y «BOE-A-2008-14720».")
        yield Problem(message, where=f"{path}.royal_decree")
    for index, change in enumerate(certificate.modifications):
        if not _DECREE.fullmatch(change) or change == decree:
            message = _("Debe ser otro real decreto, como «RD 721/2011».")
            yield Problem(message, where=f"{path}.royal_decree_modified_by[{index}]")
    qualification = certificate.qualification_code
    if qualification and (
        not _QUALIFICATION_CODE.fullmatch(qualification)
        or qualification[:3] != certificate.code[:3]
        or qualification[-1] != str(certificate.level)
    ):
        message = _("La cualificación debe ser de la familia y del nivel del certificado, como SSC320_2.")
        yield Problem(message, where=f"{path}.qualification_code")


# What is wrong between certificates, and against the annex --------------------------------------------------


def certificate_problems(found: tuple[Certificate, ...]) -> Iterator[Problem]:
    """Yield what is wrong in and between the certificates of the official file, each with its JSON path."""
    for index, certificate in enumerate(found):
        path = f"{ROOT}[{index}]"
        code = certificate.code
        if not CERTIFICATE_CODE.fullmatch(code) or certificate.family_code != code[:3]:
            message = _("El código debe ser como SSCS0208 y empezar por el de su familia.")
            yield Problem(message, where=f"{path}.code")
        yield from _structure_problems(certificate, path)
        yield from _origin_problems(certificate, path)
    yield from _duplicates(found)
    yield from _contradictions(_facts(found))


def annex_disagreements(found: tuple[Certificate, ...], offers: tuple[Offer, ...]) -> Iterator[Problem]:
    """Yield where the certificates and the annex do not say the same, each with its JSON path."""
    families = {offer.family_code: offer.family for offer in offers}
    for index, certificate in enumerate(found):
        path = f"{ROOT}[{index}]"
        if certificate.family != families.get(certificate.family_code):
            yield Problem(_("La familia no se llama como en el anexo."), where=f"{path}.family")
        yield from _annex_problems(certificate, offers, path)


def _annex_problems(certificate: Certificate, offers: tuple[Offer, ...], path: str) -> Iterator[Problem]:
    rows = [offer for offer in offers if offer.code == certificate.code]
    printed = {offer.part: offer.hours for offer in rows if not is_module(offer.part)}
    for offer in rows:
        module = certificate.module(offer.part)
        if is_module(offer.part) and (module is None or module.hours != offer.hours):
            message = _("El anexo ofrece suelto el módulo {code} con {hours} h y aquí no está así.")
            yield Problem(message.format(code=offer.part, hours=offer.hours), where=f"{path}.modules")
        if not is_module(offer.part) and offer.level != certificate.level:
            yield Problem(_("El nivel no es el del anexo."), where=f"{path}.level")
    splits = _possible_splits(certificate, printed) if "A1" in printed else 0
    reconciles = (
        None
        if not printed
        else bool(splits)
        if "A1" in printed
        else hours_once(certificate.modules) == printed[WHOLE]
    )
    if reconciles != certificate.reconciles:
        message = _("No dice la verdad sobre si los módulos suman lo que imprime el anexo.")
        yield Problem(message, where=f"{path}.reconciles_with_annex_1")
    if certificate.annex_hours != (sum(printed.values()) if printed else None):
        yield Problem(_("Las horas no son las que imprime el anexo."), where=f"{path}.annex_1_hours")
    yield from _split_problems(certificate, printed, splits, path)


def _split_problems(
    certificate: Certificate, printed: Mapping[str, int], splits: int, path: str
) -> Iterator[Problem]:
    if certificate.parts and certificate.possible_splits != splits:
        message = _("Los repartos de módulos que dan esas horas son {splits}.").format(splits=splits)
        yield Problem(message, where=f"{path}.annex_1_parts.possible_splits")
    yield from _part_problems(certificate, printed, path)


def _part_problems(certificate: Certificate, printed: Mapping[str, int], path: str) -> Iterator[Problem]:
    where = f"{path}.annex_1_parts"
    if {part.name: part.hours for part in certificate.parts} != {
        name: hours for name, hours in printed.items() if name != WHOLE
    }:
        yield Problem(_("Las partes y sus horas no son las que imprime el anexo."), where=where)
        return
    for part in certificate.parts:
        modules = [certificate.module(code) for code in part.modules or ()]
        known = [module for module in modules if module is not None]
        if part.modules is not None and (len(known) < len(modules) or hours_once(known) != part.hours):
            message = _("Los módulos de la parte no son del certificado o no suman {hours} h.")
            yield Problem(message.format(hours=part.hours), where=f"{where}.{part.name}.modules")


def _possible_splits(certificate: Certificate, printed: Mapping[str, int]) -> int:
    """Return how many ways of dealing the modules into two parts give the hours the annex prints for each."""
    modules = certificate.modules
    count = 0
    for bits in itertools.product((False, True), repeat=len(modules)):
        first = [module for module, is_second in zip(modules, bits, strict=True) if not is_second]
        second = [module for module, is_second in zip(modules, bits, strict=True) if is_second]
        count += hours_once(first) == printed["A1"] and hours_once(second) == printed["A2"]
    return count


def _duplicates(found: tuple[Certificate, ...]) -> Iterator[Problem]:
    """Yield what one certificate alone may hold and two do: code, qualification, practical module."""
    seen: dict[tuple[str, str], str] = {}
    for index, certificate in enumerate(found):
        for key, value in (
            ("code", certificate.code),
            ("qualification_code", certificate.qualification_code),
            ("workplace_module.code", certificate.workplace.code),
        ):
            if value is None:
                continue
            if (key, value) in seen:
                message = _("{value} ya está en {first}.").format(value=value, first=seen[key, value])
                yield Problem(message, where=f"{ROOT}[{index}].{key}")
            seen.setdefault((key, value), f"{ROOT}[{index}]")


Fact = tuple[str, str, object, str]
"""What is said of what, and where: a code has one title and one number of hours wherever it stands."""


def _facts(found: Iterable[Certificate]) -> Iterator[Fact]:
    for index, certificate in enumerate(found):
        path = f"{ROOT}[{index}]"
        yield _("BOE de"), certificate.royal_decree or "", certificate.boe_id, f"{path}.boe_id"
        yield from _module_facts(certificate, path)


def _module_facts(certificate: Certificate, path: str) -> Iterator[Fact]:
    for index, module in enumerate(certificate.modules):
        where = f"{path}.modules[{index}]"
        yield _("Horas de"), module.code, module.hours, f"{where}.hours"
        yield _("Título de"), module.code, module.title, f"{where}.title"
        if module.units is not None:
            units = ", ".join(unit.code for unit in module.units)
            yield _("Unidades de"), module.code, units, f"{where}.formative_units"
        for number, unit in enumerate(module.units or ()):
            place = f"{where}.formative_units[{number}]"
            yield _("Horas de"), unit.code, unit.hours, f"{place}.hours"
            yield _("Título de"), unit.code, unit.title, f"{place}.title"


def _contradictions(facts: Iterable[Fact], known: Iterable[Fact] = ()) -> Iterator[Problem]:
    """Yield every fact of ``facts`` that another place, or ``known``, states otherwise."""
    stated = {(what, code): (value, where) for what, code, value, where in known}
    for what, code, value, where in facts:
        other, first = stated.setdefault((what, code), (value, where))
        if other != value:
            message = _("{what} {code}: aquí «{value}» y en {first} «{other}».")
            text = message.format(what=what, code=code, value=value, first=first, other=other)
            yield Problem(text, where=where)


def certificate_notices(found: Iterable[Certificate]) -> Iterator[Problem]:
    """Yield what is not established or is odd without being wrong, with its JSON path."""
    for index, certificate in enumerate(found):
        path = f"{ROOT}[{index}]"
        if certificate.total_hours is None or certificate.workplace.hours is None:
            message = _("{code}: sin establecer las horas totales o las de prácticas.")
            yield Problem(message.format(code=certificate.code), where=f"{path}.workplace_module")
        if certificate.reconciles is False:
            message = _("{code}: los módulos no suman lo que imprime el anexo.")
            yield Problem(message.format(code=certificate.code), where=f"{path}.reconciles_with_annex_1")
        for number, module in enumerate(certificate.modules):
            if module.units is None:
                message = _("{code}: sin establecer las unidades de {module}.")
                text = message.format(code=certificate.code, module=module.code)
                yield Problem(text, where=f"{path}.modules[{number}].formative_units")
            if int(module.code[-1]) > certificate.level:
                message = _("{code}: el módulo {module} es de un nivel superior al certificado.")
                text = message.format(code=certificate.code, module=module.code)
                yield Problem(text, where=f"{path}.modules[{number}].code")


# What a centre completes ------------------------------------------------------------------------------------


def centre_problems(certificate: Certificate, catalogue: Catalogue, call: str) -> Iterator[Problem]:
    """Yield everything wrong in a structure completed by a centre, each with its JSON path."""
    if not CERTIFICATE_CODE.fullmatch(certificate.code) and not MODULE_CODE.fullmatch(certificate.code):
        message = _("El código debe ser el de un certificado, como SSCS0208, o el de un módulo suelto.")
        yield Problem(message, where=f"{ROOT}.code")
    yield from _structure_problems(certificate, ROOT)
    if certificate.royal_decree or certificate.boe_id or certificate.modifications:
        yield from _origin_problems(certificate, ROOT)
    for index, module in enumerate(certificate.modules):
        if module.units is None:
            message = _("Escriba las unidades, o [] si el módulo no tiene.")
            yield Problem(message, where=f"{ROOT}.modules[{index}].formative_units")
        in_person = module.in_person_minimum_hours
        if in_person is not None and in_person > module.hours:
            message = _("El mínimo presencial no puede pasar de las horas del módulo.")
            yield Problem(message, where=f"{ROOT}.modules[{index}].in_person_minimum_hours")
    if is_module(certificate.part) and [module.code for module in certificate.modules] != [certificate.part]:
        message = _("La parte es un módulo suelto: debe haber solo ese módulo, {part}.")
        yield Problem(message.format(part=certificate.part), where=f"{ROOT}.modules")
    yield from _printed_problems(certificate, _printed(certificate.code, catalogue, call))
    sure = [known for known in catalogue.certificates if known.confidence is Confidence.HIGH]
    known_facts = (
        (what, code, value, _("el catálogo"))
        for known in sure
        for what, code, value, _where in _module_facts(known, "")
    )
    yield from _contradictions(_module_facts(certificate, ROOT), known_facts)


def _printed(code: str, catalogue: Catalogue, call: str) -> dict[str, int]:
    """Return the hours the annex prints for each part of a speciality."""
    return {offer.part: offer.hours for offer in catalogue.offers_of(code) if offer.call == call}


def _printed_problems(certificate: Certificate, printed: Mapping[str, int]) -> Iterator[Problem]:
    """Yield the differences with the hours printed in the annex or, outside it, with those authorised."""
    once = hours_once(certificate.modules)
    if certificate.part == WHOLE and "A1" in printed:
        yield from _completed_parts(certificate, printed)
    elif certificate.part in printed:
        if once != printed[certificate.part]:
            message = _(
                "Los módulos suman {once} h, cada unidad compartida una vez, y el anexo dice {hours} h."
            )
            text = message.format(once=once, hours=printed[certificate.part])
            yield Problem(text, where=f"{ROOT}.modules")
    elif certificate.offer_hours is None:
        message = _("Esta acción no está en el anexo: escriba las horas que tiene autorizadas.")
        yield Problem(message, where=f"{ROOT}.offer_hours")
    elif certificate.offer_hours != once:
        message = _("Los módulos suman {once} h y la acción autorizada tiene {hours} h.")
        text = message.format(once=once, hours=certificate.offer_hours)
        yield Problem(text, where=f"{ROOT}.offer_hours")


def _completed_parts(certificate: Certificate, printed: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what is wrong where the annex splits the certificate and the document describes it whole."""
    if any(part.modules is None for part in certificate.parts) or not certificate.parts:
        message = _(
            "El anexo divide este certificado en A1 y A2: diga qué módulos lleva cada parte, o describa solo "
            "una con la clave «part»."
        )
        yield Problem(message, where=f"{ROOT}.annex_1_parts")
        return
    halves = {name: hours for name, hours in printed.items() if not is_module(name)}
    yield from _part_problems(certificate, halves, ROOT)
