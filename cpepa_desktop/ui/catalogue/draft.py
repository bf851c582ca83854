"""The structure of a speciality while a person is typing it, and the document it is handed in as."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cpepa_desktop.domain.catalogue import Certificate, Module, Offer


class LineKind(StrEnum):
    """What a line of the draft is."""

    MODULE = "module"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A module or, under it, a unit. What is not typed is empty; a unit uses code, title and hours alone."""

    kind: LineKind
    code: str = ""
    title: str = ""
    hours: int | None = None
    competence_unit: str = ""
    in_person_hours: int | None = None
    square_metres: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A speciality, or one part of it, as typed."""

    code: str
    part: str
    title: str
    family: str
    level: int
    offer_hours: int
    workplace_code: str
    workplace_hours: int | None
    source: str
    lines: tuple[DraftLine, ...]


def draft_of(offer: Offer, certificate: Certificate | None, modules: Sequence[Module]) -> Draft:
    """Return the draft to begin with: what is known of an offer, and nothing invented."""
    workplace = certificate.workplace if certificate is not None else None
    # The annex prints its titles in capitals; a certificate has them in sentence case.
    is_part = certificate is None or certificate.module(offer.part) is not None
    return Draft(
        code=offer.code,
        part=offer.part,
        title=offer.title if certificate is None or is_part else certificate.title,
        family=offer.family,
        level=offer.level,
        offer_hours=offer.hours,
        workplace_code=(workplace.code or "") if workplace else "",
        workplace_hours=workplace.hours if workplace else None,
        source="",
        lines=tuple(line for module in modules for line in _lines_of(module)),
    )


def total_hours(lines: Sequence[DraftLine]) -> int:
    """Return the hours of the action: modules without units, and each unit once whoever shares it."""
    units = {unit.code or at: unit.hours or 0 for at, unit in _numbered_units(lines)}
    modules = (module for module, of_module in _grouped(lines) if not of_module)
    return sum(units.values()) + sum(module.hours or 0 for module in modules)


def draft_to_json(draft: Draft) -> str:
    """Return the document that ``operations.catalogue.complete_speciality`` reads and checks whole."""
    shared = _shared_units(draft.lines)
    return json.dumps(
        {
            "code": draft.code,
            "title": draft.title,
            "family": draft.family,
            "level": draft.level,
            "formative_hours": total_hours(draft.lines),
            "modules": [_module_object(module, units, shared) for module, units in _grouped(draft.lines)],
            "workplace_module": {
                "code": draft.workplace_code or None,
                "hours": draft.workplace_hours,
                "note": None,
            },
            "source": draft.source,
            "origin": "centre",
            "part": draft.part or None,
            "offer_hours": draft.offer_hours,
        },
        ensure_ascii=False,
    )


def line_of_path(lines: Sequence[DraftLine], path: str) -> int | None:
    """Return which line a path such as ``$.modules[1].formative_units[0].hours`` speaks of, from 0."""
    numbers = [
        int(part.partition("]")[0]) for part in path.split("[")[1:] if part.partition("]")[0].isdigit()
    ]
    if not numbers or ".modules[" not in path:
        return None
    at_module = [at for at, line in enumerate(lines) if line.kind is LineKind.MODULE]
    if numbers[0] >= len(at_module):
        return None
    unit = numbers[1] + 1 if len(numbers) > 1 else 0
    return min(at_module[numbers[0]] + unit, len(lines) - 1)


def _lines_of(module: Module) -> Iterator[DraftLine]:
    yield DraftLine(
        LineKind.MODULE,
        module.code,
        module.title,
        module.hours,
        module.competence_unit,
        module.in_person_minimum_hours,
        module.square_metres,
    )
    for unit in module.units or ():
        yield DraftLine(LineKind.UNIT, unit.code, unit.title, unit.hours)


def _grouped(lines: Sequence[DraftLine]) -> list[tuple[DraftLine, list[DraftLine]]]:
    """Return each module with its units. A unit before any module belongs to none and is left out."""
    groups: list[tuple[DraftLine, list[DraftLine]]] = []
    for line in lines:
        if line.kind is LineKind.MODULE:
            groups.append((line, []))
        elif groups:
            groups[-1][1].append(line)
    return groups


def _numbered_units(lines: Sequence[DraftLine]) -> list[tuple[int, DraftLine]]:
    return [(at, unit) for at, unit in enumerate(u for _module, units in _grouped(lines) for u in units)]


def _shared_units(lines: Sequence[DraftLine]) -> frozenset[str]:
    modules_of: dict[str, set[int]] = {}
    for at, (_module, units) in enumerate(_grouped(lines)):
        for unit in units:
            modules_of.setdefault(unit.code, set()).add(at)
    return frozenset(code for code, modules in modules_of.items() if len(modules) > 1)


def _module_object(
    module: DraftLine, units: Sequence[DraftLine], shared: frozenset[str]
) -> dict[str, object]:
    return {
        "code": module.code,
        "title": module.title,
        "hours": module.hours,
        "unit_of_competence": module.competence_unit,
        "formative_units": [
            {"code": unit.code, "title": unit.title, "hours": unit.hours, "shared": unit.code in shared}
            for unit in units
        ],
        "in_person_minimum_hours": module.in_person_hours,
        "square_metres": module.square_metres,
    }
