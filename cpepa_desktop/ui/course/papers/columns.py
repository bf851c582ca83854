"""What can be printed of a course, and what was, as rows."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperKind, PaperView
from cpepa_desktop.ui.papers.columns import number_words, paper_badge
from cpepa_desktop.ui.parts.table import Column


def kind_columns() -> tuple[Column[PaperKind], ...]:
    """Return the columns of the documents that can be printed."""
    return (
        Column(_("Documento"), lambda kind: kind.title, stretched=True),
        Column(_("Cada cuánto"), lambda kind: _("semanal") if kind.weekly else _("del curso"), width=12),
    )


def issued_columns() -> tuple[Column[PaperView], ...]:
    """Return the columns of the papers issued for one course."""
    return (
        Column(_("Documento"), lambda each: each.title, tooltip=_identity, width=14, stretched=True),
        Column(_("Semana"), lambda each: each.paper.week, width=9),
        Column(_("Impreso"), lambda each: each.paper.printed_on, width=11),
        Column(
            _("Estado"),
            lambda each: paper_badge(each.paper).words,
            icon=lambda each: paper_badge(each.paper).icon,
            wash=lambda each: paper_badge(each.paper).wash,
            width=11,
        ),
    )


def _identity(each: PaperView) -> str:
    words = _("{title} {number}, versión {version}")
    return words.format(title=each.title, number=number_words(each.paper), version=each.paper.version)
