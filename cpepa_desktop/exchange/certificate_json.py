"""The structure of a certificate as JSON: one shape for official files, centres and storage."""

from __future__ import annotations

import json
from typing import Final

from cpepa_desktop.domain.catalogue import (
    WHOLE,
    Certificate,
    Confidence,
    Module,
    Origin,
    Part,
    Unit,
    WorkplaceModule,
)
from cpepa_desktop.domain.errors import EnvironmentFault, Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.document_reader import ROOT, DocumentReader, parse_json

NOT_LISTED: Final = "not_listed"
PART_NAMES: Final = ("A1", "A2")

_OFFICIAL_KEYS: Final = frozenset(
    {
        "code",
        "title",
        "family_code",
        "family",
        "area",
        "level",
        "qualification_code",
        "royal_decree",
        "royal_decree_modified_by",
        "boe_id",
        "total_hours",
        "formative_hours",
        "modules",
        "workplace_module",
        "annex_1_hours",
        "annex_1_parts",
        "reconciles_with_annex_1",
        "confidence",
        "source",
        "note",
    }
)
_CENTRE_KEYS: Final = _OFFICIAL_KEYS | {"origin", "version", "part", "offer_hours"}
_NULLABLE_KEYS: Final = frozenset(
    {"area", "total_hours", "annex_1_hours", "annex_1_parts", "reconciles_with_annex_1", "note"}
)
_MODULE_KEYS: Final = frozenset(
    {
        "code",
        "title",
        "hours",
        "unit_of_competence",
        "unit_of_competence_title",
        "formative_units",
        "transversal",
    }
)
_CENTRE_MODULE_KEYS: Final = _MODULE_KEYS | {"in_person_minimum_hours", "square_metres"}


def read_certificate(reader: DocumentReader, origin: Origin) -> Certificate:
    """Return one certificate from its object, with every problem noted at its path.

    A centre may leave out what only the annex says; the official file must give every key, be it null.
    """
    is_centre = origin is Origin.CENTRE
    reader.refuse_other_keys(_CENTRE_KEYS if is_centre else _OFFICIAL_KEYS)
    if not is_centre:
        reader.require(_NULLABLE_KEYS)
    reconciles = reader.optional_flag("reconciles_with_annex_1") if _is_listed(reader) else None
    parts, possible_splits = _read_parts(reader)
    return Certificate(
        code=reader.text("code"),
        title=reader.text("title"),
        family_code=(reader.optional_text("family_code") or "") if is_centre else reader.text("family_code"),
        family=reader.text("family"),
        area=reader.optional_text("area"),
        level=reader.whole("level"),
        qualification_code=reader.optional_text("qualification_code"),
        royal_decree=reader.optional_text("royal_decree"),
        modifications=_texts(reader, "royal_decree_modified_by", is_optional=is_centre),
        boe_id=reader.optional_text("boe_id"),
        total_hours=reader.optional_whole("total_hours"),
        formative_hours=reader.whole("formative_hours"),
        modules=tuple(_read_module(module, origin) for module in reader.objects("modules")),
        workplace=_read_workplace(reader.inner("workplace_module")),
        parts=parts,
        possible_splits=possible_splits,
        annex_hours=reader.optional_whole("annex_1_hours"),
        reconciles=reconciles,
        confidence=_read_confidence(reader, is_optional=is_centre),
        source=reader.text("source"),
        note=reader.optional_text("note"),
        origin=origin,
        version=(reader.optional_whole("version") or 1) if is_centre else 1,
        part=(reader.optional_text("part") or WHOLE) if is_centre else WHOLE,
        offer_hours=reader.optional_whole("offer_hours") if is_centre else None,
    )


def certificate_to_json(certificate: Certificate) -> str:
    """Return the certificate as one JSON document, always the same for the same certificate."""
    return json.dumps(certificate_to_dict(certificate), ensure_ascii=False, indent=1)


def certificate_from_json(text: str) -> Certificate:
    """Return what ``certificate_to_json`` wrote. Raise ``EnvironmentFault`` where the text was damaged."""
    problems: list[Problem] = []
    data = parse_json(text, problems)
    is_centre = isinstance(data, dict) and data.get("origin") == Origin.CENTRE
    reader = DocumentReader(data, ROOT, problems)
    certificate = read_certificate(reader, Origin.CENTRE if is_centre else Origin.OFFICIAL)
    if problems:
        raise EnvironmentFault(
            _(
                "La estructura de un certificado guardada en el archivo está dañada ({problem}). Restaure "
                "una copia de seguridad."
            ).format(problem=problems[0])
        )
    return certificate


def certificate_to_dict(certificate: Certificate) -> dict[str, object]:
    """Return the certificate in the shape and with the keys of the official file."""
    document: dict[str, object] = {
        "code": certificate.code,
        "title": certificate.title,
        "family_code": certificate.family_code or None,
        "family": certificate.family,
        "area": certificate.area,
        "level": certificate.level,
        "qualification_code": certificate.qualification_code,
        "royal_decree": certificate.royal_decree,
        "royal_decree_modified_by": list(certificate.modifications),
        "boe_id": certificate.boe_id,
        "total_hours": certificate.total_hours,
        "formative_hours": certificate.formative_hours,
        "modules": [_module_to_dict(module) for module in certificate.modules],
        "workplace_module": {
            "code": certificate.workplace.code,
            "hours": certificate.workplace.hours,
            "note": certificate.workplace.note,
        },
        "annex_1_hours": certificate.annex_hours,
        "annex_1_parts": _parts_to_dict(certificate),
        "reconciles_with_annex_1": NOT_LISTED if certificate.reconciles is None else certificate.reconciles,
        "confidence": certificate.confidence.value,
        "source": certificate.source,
        "note": certificate.note,
    }
    if certificate.origin is Origin.CENTRE:
        document |= {
            "origin": certificate.origin.value,
            "version": certificate.version,
            "part": certificate.part or None,
            "offer_hours": certificate.offer_hours,
        }
    return document


def _module_to_dict(module: Module) -> dict[str, object]:
    document: dict[str, object] = {
        "code": module.code,
        "title": module.title,
        "hours": module.hours,
        "unit_of_competence": module.competence_unit,
        "unit_of_competence_title": module.competence_title,
        "formative_units": None if module.units is None else [_unit_to_dict(unit) for unit in module.units],
        "transversal": module.transversal,
    }
    if module.in_person_minimum_hours is not None:
        document["in_person_minimum_hours"] = module.in_person_minimum_hours
    if module.square_metres is not None:
        document["square_metres"] = module.square_metres
    return document


def _unit_to_dict(unit: Unit) -> dict[str, object]:
    return {"code": unit.code, "title": unit.title, "hours": unit.hours, "shared": unit.shared}


def _parts_to_dict(certificate: Certificate) -> dict[str, object] | None:
    if not certificate.parts:
        return None
    document: dict[str, object] = {
        part.name: {"hours": part.hours, "modules": None if part.modules is None else list(part.modules)}
        for part in certificate.parts
    }
    document["inferred"] = any(part.inferred for part in certificate.parts)
    document["possible_splits"] = certificate.possible_splits
    return document


def _is_listed(reader: DocumentReader) -> bool:
    """Say whether the certificate is compared with the annex at all."""
    return not reader.equals("reconciles_with_annex_1", NOT_LISTED)


def _texts(reader: DocumentReader, key: str, *, is_optional: bool) -> tuple[str, ...]:
    return () if is_optional and not reader.holds(key) else reader.texts(key)


def _read_confidence(reader: DocumentReader, *, is_optional: bool) -> Confidence:
    if is_optional and not reader.holds("confidence"):
        return Confidence.HIGH
    value = reader.text("confidence")
    try:
        return Confidence(value)
    except ValueError:
        reader.note(_("Debe ser «high» o «medium»."), "confidence")
        return Confidence.MEDIUM


def _read_module(reader: DocumentReader, origin: Origin) -> Module:
    reader.refuse_other_keys(_CENTRE_MODULE_KEYS if origin is Origin.CENTRE else _MODULE_KEYS)
    reader.require({"formative_units"})
    has_units = reader.holds("formative_units")
    return Module(
        code=reader.text("code"),
        title=reader.text("title"),
        hours=reader.whole("hours"),
        competence_unit=reader.text("unit_of_competence"),
        competence_title=reader.optional_text("unit_of_competence_title"),
        units=tuple(_read_unit(unit) for unit in reader.objects("formative_units")) if has_units else None,
        transversal=reader.optional_flag("transversal"),
        in_person_minimum_hours=reader.optional_whole("in_person_minimum_hours"),
        square_metres=reader.optional_whole("square_metres"),
    )


def _read_unit(reader: DocumentReader) -> Unit:
    reader.refuse_other_keys({"code", "title", "hours", "shared"})
    return Unit(reader.text("code"), reader.text("title"), reader.whole("hours"), reader.flag("shared"))


def _read_workplace(reader: DocumentReader) -> WorkplaceModule:
    reader.refuse_other_keys({"code", "hours", "note"})
    return WorkplaceModule(
        reader.optional_text("code"), reader.optional_whole("hours"), reader.optional_text("note")
    )


def _read_parts(reader: DocumentReader) -> tuple[tuple[Part, ...], int | None]:
    """Return the two parts, none where the certificate is taught whole, and how many splits are possible."""
    if not reader.holds("annex_1_parts"):
        return (), None
    parts = reader.inner("annex_1_parts")
    parts.refuse_other_keys({*PART_NAMES, "inferred", "possible_splits"})
    inferred = parts.flag("inferred")
    read = tuple(_read_part(parts.inner(name), name, inferred=inferred) for name in PART_NAMES)
    return read, parts.optional_whole("possible_splits")


def _read_part(reader: DocumentReader, name: str, *, inferred: bool) -> Part:
    reader.refuse_other_keys({"hours", "modules"})
    modules = reader.texts("modules") if reader.holds("modules") else None
    return Part(name, reader.whole("hours"), modules, inferred)
