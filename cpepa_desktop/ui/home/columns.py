"""Columns of the lists of the first page."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.operations.explanations import rule_title
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.home.reading import AtRisk, WeekToEnter
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.stages import stage_badge
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import badge_of


def course_columns() -> tuple[Column[CourseRow], ...]:
    """Return the columns of the courses under way."""
    return (
        Column(_("Curso"), lambda row: row.code, width=11),
        Column(_("Denominación"), lambda row: row.title, tooltip=lambda row: row.title, stretched=True),
        Column(_("Fechas"), _dates, sort_key=lambda row: row.start_on.toordinal(), width=23),
        Column(_("Personas"), lambda row: row.people, align=Align.RIGHT, width=8),
        Column(
            _("Estado"),
            lambda row: stage_badge(row.stage).words,
            icon=lambda row: stage_badge(row.stage).icon,
            wash=lambda row: stage_badge(row.stage).wash,
            width=13,
        ),
    )


def week_columns() -> tuple[Column[WeekToEnter], ...]:
    """Return the columns of the weeks with attendance not entered."""
    return (
        Column(_("Curso"), lambda week: week.course, width=11),
        Column(
            _("Semana"),
            lambda week: text.period(week.summary.first, week.summary.last),
            sort_key=lambda week: week.summary.first.toordinal(),
            stretched=True,
        ),
        Column(_("Faltan"), lambda week: week.missing, text=_missing, align=Align.RIGHT, width=12),
    )


def risk_columns() -> tuple[Column[AtRisk], ...]:
    """Return the columns of the people at risk."""
    return (
        Column(_("Persona"), lambda risk: risk.enrolment.person.listed_name, stretched=True),
        Column(_("Curso"), lambda risk: risk.course, width=11),
        Column(_("Qué"), _what, tooltip=lambda risk: rule_title(risk.verdict.rule), width=10),
        Column(_("Puede faltar"), _spare, text=_spare_words, align=Align.RIGHT, width=11),
        Column(
            _("Estado"),
            lambda risk: badge_of(risk.verdict).words,
            icon=lambda risk: badge_of(risk.verdict).icon,
            wash=lambda risk: badge_of(risk.verdict).wash,
            width=11,
        ),
    )


def paper_columns() -> tuple[Column[PaperView], ...]:
    """Return the columns of the papers that wait to be filed."""
    return (
        Column(_("Documento"), lambda each: each.title, stretched=True),
        Column(_("Curso"), lambda each: each.paper.course, width=11),
        Column(_("Semana"), lambda each: each.paper.week, width=10),
        Column(_("Impreso"), lambda each: each.paper.printed_on, width=12),
    )


def _dates(row: CourseRow) -> str:
    return text.period(row.start_on, row.last_day) if row.last_day else text.full_day(row.start_on)


def _missing(week: WeekToEnter) -> str:
    return ngettext("{n} casilla", "{n} casillas", week.missing).format(n=week.missing)


def _what(risk: AtRisk) -> str:
    return risk.module or _("Acción")


def _spare(risk: AtRisk) -> int:
    numbers = risk.verdict.numbers
    reachable, required = numbers.get("reachable_minutes"), numbers.get("required_minutes")
    return int(reachable) - int(required) if isinstance(reachable, int) and isinstance(required, int) else 0


def _spare_words(risk: AtRisk) -> str:
    spare = _spare(risk)
    return hours_words(spare) if spare >= 0 else _("nada")
