"""Columns of the catalogue and of the structure of one speciality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpepa_desktop.domain.catalogue import Certificate, Module, Unit
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.catalogue import OfferRow, StructureState
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge

INDENT = "\N{EM SPACE}\N{EM SPACE}"


def structure_badge(state: StructureState) -> Badge:
    """Return whether it is known what an offer teaches."""
    return {
        StructureState.OFFICIAL: Badge(_("Establecida"), "ok", Wash.OK),
        StructureState.CENTRE: Badge(_("Del centro"), "edit", Wash.OK),
        StructureState.MISSING: Badge(_("Sin establecer"), "unknown", Wash.WARNING),
    }[state]


def offer_columns() -> tuple[Column[OfferRow], ...]:
    """Return the columns of the catalogue."""
    return (
        Column(_("Código"), lambda row: row.code, width=10),
        Column(_("Parte"), lambda row: row.part, width=8),
        Column(_("Denominación"), lambda row: row.title, tooltip=lambda row: row.title, stretched=True),
        Column(_("Familia"), lambda row: row.family, hidden=True),
        Column(_("Nivel"), lambda row: row.level, align=Align.RIGHT, width=4),
        Column(
            _("Horas"),
            lambda row: row.hours,
            text=lambda row: f"{row.hours} h",
            align=Align.RIGHT,
            width=5,
            measure=Measure.HOURS,
        ),
        Column(
            _("Estructura"),
            lambda row: structure_badge(row.structure).words,
            icon=lambda row: structure_badge(row.structure).icon,
            wash=lambda row: structure_badge(row.structure).wash,
            width=12,
        ),
    )


@dataclass(frozen=True, slots=True)
class StructureLine:
    """One line of a structure: a module, a unit of it, or the practical module."""

    place: int
    code: str
    title: str
    hours: int | None
    is_unit: bool = False
    note: str = ""


def structure_lines(modules: Sequence[Module], certificate: Certificate | None) -> tuple[StructureLine, ...]:
    """Return modules with their units under them, and the practical module at the end."""
    lines: list[StructureLine] = []
    for module in modules:
        unknown = _("unidades sin establecer") if module.units is None else ""
        lines.append(StructureLine(len(lines), module.code, module.title, module.hours, note=unknown))
        lines += [_unit_line(len(lines) + at, unit) for at, unit in enumerate(module.units or ())]
    if certificate is not None:
        workplace = certificate.workplace
        code = workplace.code or _("MP sin establecer")
        title = _("Módulo de formación práctica")
        lines.append(StructureLine(len(lines), code, title, workplace.hours, note=workplace.note or ""))
    return tuple(lines)


def _unit_line(place: int, unit: Unit) -> StructureLine:
    note = _("común a varios módulos") if unit.shared else ""
    return StructureLine(place, unit.code, unit.title, unit.hours, is_unit=True, note=note)


def structure_columns() -> tuple[Column[StructureLine], ...]:
    """Return the columns of a structure."""
    return (
        Column(
            _("Código"),
            lambda line: line.code,
            text=lambda line: f"{INDENT}{line.code}" if line.is_unit else line.code,
            sort_key=lambda line: line.place,
            width=11,
        ),
        Column(_("Denominación"), lambda line: line.title, tooltip=_tooltip, width=10, stretched=True),
        Column(
            _("Horas"),
            lambda line: line.hours,
            text=lambda line: _("sin establecer") if line.hours is None else f"{line.hours} h",
            align=Align.RIGHT,
            tooltip=_tooltip,
            width=7,
            measure=Measure.HOURS,
        ),
    )


def _tooltip(line: StructureLine) -> str:
    return f"{line.title}\n{line.note}" if line.note else line.title
