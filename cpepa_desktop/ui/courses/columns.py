"""What the list of courses and the dialog of a new one show of each course, offer and block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.catalogue import OfferRow, StructureState
from cpepa_desktop.operations.course_planning import CoursePlan
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.ui.parts import course_words, theme
from cpepa_desktop.ui.parts.stages import stage_badge
from cpepa_desktop.ui.parts.table import Align, Column, Total


@dataclass(frozen=True, slots=True)
class BlockDays:
    """A block of a plan with its minutes and the days it goes over."""

    code: str
    minutes: int
    first: date
    last: date


def offered_words(code: str, part: str) -> str:
    """Return a speciality and its part as they are spoken of together, «SSCS0208 · A1»."""
    return f"{code} · {part}" if part else code


def course_columns() -> tuple[Column[CourseRow], ...]:
    """Return the columns of the list of courses."""
    return (
        Column(_("Código"), lambda row: row.code, width=14),
        Column(_("Especialidad"), lambda row: offered_words(row.speciality, row.part), width=11),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, width=14, stretched=True),
        Column(_("Vía"), lambda row: course_words.route_words(row.route), width=12),
        Column(_("Inicio"), lambda row: row.start_on, width=11),
        Column(_("Fin"), lambda row: row.last_day, width=11),
        Column(
            _("Horas"),
            lambda row: row.official_minutes,
            text=lambda row: hours_words(row.official_minutes),
            align=Align.RIGHT,
            width=6,
            measure=Measure.MINUTES,
            total=Total.SUM,
        ),
        Column(_("Personas"), lambda row: row.people, align=Align.RIGHT, width=7, total=Total.SUM),
        Column(
            _("Estado"),
            lambda row: stage_badge(row.stage).words,
            icon=lambda row: stage_badge(row.stage).icon,
            wash=lambda row: stage_badge(row.stage).wash,
            width=12,
        ),
    )


def offer_columns() -> tuple[Column[OfferRow], ...]:
    """Return the columns of the catalogue as a new course looks into it."""
    return (
        Column(_("Código"), lambda row: row.code, width=10),
        Column(_("Parte"), lambda row: row.part, text=lambda row: row.part or _("completo"), width=9),
        Column(_("Título"), lambda row: row.title, tooltip=_offer_tooltip, width=12, stretched=True),
        Column(
            _("Horas"),
            lambda row: row.hours,
            text=lambda row: f"{row.hours} h",
            align=Align.RIGHT,
            width=6,
            measure=Measure.HOURS,
        ),
        Column(_("Módulos"), structure_words, icon=_structure_icon, wash=_structure_wash, width=14),
    )


def block_columns() -> tuple[Column[BlockDays], ...]:
    """Return the columns of the blocks of a plan."""
    return (
        Column(_("Bloque"), lambda row: row.code, width=9),
        Column(
            _("Horas"),
            lambda row: row.minutes,
            text=lambda row: hours_words(row.minutes),
            align=Align.RIGHT,
            width=6,
            measure=Measure.MINUTES,
            total=Total.SUM,
        ),
        Column(_("Desde"), lambda row: row.first, width=11),
        Column(_("Hasta"), lambda row: row.last, width=11, stretched=True),
    )


def blocks_of(plan: CoursePlan) -> tuple[BlockDays, ...]:
    """Return the blocks of a plan with the days each goes over, in the order they are taught."""
    days: dict[str, list[date]] = {code: [] for code, _minutes in plan.blocks}
    for stretch in plan.stretches:
        for session in stretch.sessions:
            days[session.block].append(stretch.day)
    return tuple(
        BlockDays(code, minutes, min(days[code]), max(days[code]))
        for code, minutes in plan.blocks
        if days[code]
    )


def class_days(plan: CoursePlan) -> int:
    """Return on how many days there is class."""
    return len({stretch.day for stretch in plan.stretches})


def next_code(taken: Iterable[str], year: int) -> str:
    """Return the first code free of a year, as «2024-01»."""
    used = set(taken)
    number = 1
    while f"{year}-{number:02d}" in used:
        number += 1
    return f"{year}-{number:02d}"


def structure_words(row: OfferRow) -> str:
    """Return whether it is known what an offer teaches."""
    match row.structure:
        case StructureState.OFFICIAL:
            return _("conocidos")
        case StructureState.CENTRE:
            return _("del centro")
        case StructureState.MISSING:
            return _("sin establecer")


def _structure_icon(row: OfferRow) -> str:
    return "unknown" if row.structure is StructureState.MISSING else "check"


def _structure_wash(row: OfferRow) -> theme.Wash | None:
    return theme.Wash.WARNING if row.structure is StructureState.MISSING else None


def _offer_tooltip(row: OfferRow) -> str:
    return "\n".join(filter(None, (row.title, row.family, row.note)))
