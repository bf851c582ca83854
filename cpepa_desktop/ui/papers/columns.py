"""Columns of the papers issued, of those a course should have, and of those that can be printed together."""

from __future__ import annotations

from datetime import date
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.course_papers import PaperLine
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.words import number_words, paper_badge, stage_badge
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Column

_NUMBERS_A_YEAR: Final = 100_000


def title_words(each: PaperView) -> str:
    """Return the title of a paper, with its person and its period where it has them."""
    return " · ".join(part for part in (each.title, each.paper.person, each.paper.period) if part)


def columns() -> tuple[Column[PaperView], ...]:
    """Return the columns of the list of papers issued."""
    return (
        Column(_("Documento"), title_words, tooltip=title_words, width=22, stretched=True),
        Column(
            _("Número"),
            lambda each: number_words(each.paper),
            sort_key=lambda each: each.paper.year * _NUMBERS_A_YEAR + each.paper.number,
            hidden=True,
        ),
        Column(_("Curso"), lambda each: each.paper.course, width=15),
        Column(_("Impreso"), lambda each: each.paper.printed_on, width=11),
        Column(
            _("Estado"),
            lambda each: paper_badge(each.paper).words,
            icon=lambda each: paper_badge(each.paper).icon,
            wash=lambda each: paper_badge(each.paper).wash,
            width=13,
        ),
    )


def line_columns() -> tuple[Column[PaperLine], ...]:
    """Return the columns of the papers that a course should have."""
    return (
        Column(_("Documento"), line_words, tooltip=_identity, width=18, stretched=True),
        Column(_("Semana"), week_words, tooltip=_week_tooltip, sort_key=_first_day, width=15),
        Column(
            _("Estado"),
            lambda line: stage_badge(line.stage).words,
            icon=lambda line: stage_badge(line.stage).icon,
            wash=lambda line: stage_badge(line.stage).wash,
            width=15,
        ),
        Column(_("Impreso"), lambda line: line.paper.printed_on if line.paper else None, width=11),
        Column(_("Presentado"), filed_on, width=11, hidden=True),
    )


def line_words(line: PaperLine) -> str:
    """Return what a paper is: whose it is first, where it is somebody's."""
    return f"{line.person} · {line.title}" if line.person else line.title


def batch_columns() -> tuple[Column[PaperLine], ...]:
    """Return the columns of the papers that can be printed together."""
    return (Column(_("Curso"), lambda line: line.request.course, width=14), *line_columns()[:-1])


def week_words(line: PaperLine) -> str:
    """Return «7 · 12–16 feb» of a week, the month or the day of others, nothing where there is none."""
    if line.first is None or line.last is None:
        return ""
    week = line.request.week
    period = text.short_period(line.first, line.last)
    return f"{week.week} · {period}" if week else period


def filed_on(line: PaperLine) -> date | None:
    """Return the day of the last thing done with a paper."""
    return line.paper.filings[-1].day if line.paper and line.paper.filings else None


def _first_day(line: PaperLine) -> int:
    return line.first.toordinal() if line.first else 0


def _week_tooltip(line: PaperLine) -> str:
    return text.period(line.first, line.last) if line.first and line.last else ""


def _identity(line: PaperLine) -> str:
    if line.paper is None:
        return line.title
    words = _("{title} {number}, versión {version}")
    return words.format(title=line.title, number=number_words(line.paper), version=line.paper.version)
