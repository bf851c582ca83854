"""Columns of the lists of the first page."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.home.reading import AtRisk, Risk, WeekToEnter
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.stages import stage_badge
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import badge_of


def course_columns() -> tuple[Column[CourseRow], ...]:
    """Return the columns of the courses under way."""
    return (
        Column(_("Curso"), lambda row: row.code, width=15),
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
        Column(_("Curso"), lambda week: week.course, width=15),
        Column(
            _("Semana"),
            lambda week: text.short_period(week.summary.first, week.summary.last),
            sort_key=lambda week: week.summary.first.toordinal(),
            width=12,
            stretched=True,
        ),
        Column(_("Faltan"), lambda week: week.missing, text=_missing, align=Align.RIGHT, width=10),
    )


def risk_columns() -> tuple[Column[AtRisk], ...]:
    """Return the columns of the people at risk."""
    return (
        Column(_("Persona"), lambda each: each.enrolment.person.listed_name, width=14, stretched=True),
        Column(_("Curso"), lambda each: each.course, width=13),
        Column(_("Qué"), _what, tooltip=_questions, width=9),
        Column(
            _("Puede faltar"),
            lambda each: each.risks[0].spare_minutes,
            text=_spare_words,
            align=Align.RIGHT,
            width=11,
        ),
        Column(
            _("Estado"),
            lambda each: badge_of(each.risks[0].verdict).words,
            icon=lambda each: badge_of(each.risks[0].verdict).icon,
            wash=lambda each: badge_of(each.risks[0].verdict).wash,
            width=10,
        ),
    )


def paper_columns() -> tuple[Column[PaperView], ...]:
    """Return the columns of the papers that wait to be filed."""
    return (
        Column(_("Documento"), lambda each: each.title, stretched=True),
        Column(_("Curso"), lambda each: each.paper.course, width=15),
        Column(_("Semana"), lambda each: each.paper.week, width=10),
        Column(_("Impreso"), lambda each: each.paper.printed_on, width=12),
    )


def _dates(row: CourseRow) -> str:
    return text.period(row.start_on, row.last_day) if row.last_day else text.full_day(row.start_on)


def _missing(week: WeekToEnter) -> str:
    return ngettext("{n} casilla", "{n} casillas", week.missing).format(n=week.missing)


def _what(each: AtRisk) -> str:
    names = {"funded": _("Subvención"), "diploma_attendance": _("Diploma")}
    return ", ".join(risk.module or names[risk.verdict.rule] for risk in each.risks)


def _questions(each: AtRisk) -> str:
    return "\n".join(_question(risk) for risk in each.risks)


def _question(risk: Risk) -> str:
    parts = (risk.module, rule_title(risk.verdict.rule), badge_of(risk.verdict).words)
    return " · ".join(part for part in parts if part)


def _spare_words(each: AtRisk) -> str:
    spare = each.risks[0].spare_minutes
    return hours_words(spare) if spare >= 0 else _("nada")
