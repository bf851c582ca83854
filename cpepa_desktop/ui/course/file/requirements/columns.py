"""The gates of a course as rows, each with the paper behind it and what is done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.gate_entry import PAPER_OF_GATE
from cpepa_desktop.operations.gate_states import GateState
from cpepa_desktop.ui.official_papers.words import paper_line
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table import Column
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate with the paper behind it, ``None`` where there is none.

    ``is_deferred`` says that what is pending of the course is on record outside the program.
    """

    state: GateState
    paper: OfficialPaper | None = None
    is_deferred: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether nobody has said yet when the gate was met, and it prevents a start."""
        return self.state.answer is Answer.PENDING and not self.state.is_warning


def rows_of(
    states: Sequence[GateState], papers: Sequence[OfficialPaper], *, is_deferred: bool
) -> tuple[GateRow, ...]:
    """Return the gates of a course, each with the paper of its kind."""
    of_kind = {paper.kind: paper for paper in reversed(papers)}
    return tuple(
        GateRow(
            state,
            of_kind.get(PAPER_OF_GATE[state.gate]) if state.gate in PAPER_OF_GATE else None,
            is_deferred=is_deferred,
        )
        for state in states
    )


def gate_columns() -> tuple[Column[GateRow], ...]:
    """Return the columns of the gates of a course."""
    return (
        Column(_("Requisito"), _title, tooltip=_title, width=28, stretched=True),
        Column(
            _("Se cumple"),
            lambda row: gate_badge(row).words,
            icon=lambda row: gate_badge(row).icon,
            wash=lambda row: gate_badge(row).wash,
            tooltip=_standing,
            width=14,
        ),
        Column(_("Día"), lambda row: row.state.day, width=11),
        Column(_("Escrito"), _paper, tooltip=_paper_in_full, width=22),
        Column(_("Artículo"), lambda row: str(row.state.verdict.citation), tooltip=_citation, width=22),
    )


def gate_badge(row: GateRow) -> Badge:
    """Return how a gate stands: one that only warns never says no, one deferred says where it is."""
    plain = badge_of(row.state.verdict)
    if row.state.is_warning and row.state.answer is not Answer.YES:
        return Badge(_("Aviso"), "warning", theme.Wash.WARNING)
    if row.is_deferred and row.is_open:
        return Badge(_("Consta fuera"), plain.icon, plain.wash)
    return plain


def act_words(row: GateRow | None) -> str:
    """Return the words of what is done about a gate."""
    if row is None:
        return _("Apuntar…")
    if row.paper is not None:
        return _("Cambiar el escrito…")
    return {
        "authorisation_received": _("Apuntar autorización…"),
        "agreement_signed": _("Firmar convenio…"),
        "grant_resolved": _("Apuntar concesión…"),
        "conditions_sheet_approved": _("Apuntar aprobación…"),
        "selection_record_sent": _("Enviar acta de selección…"),
        "insurance_formalised": _("Apuntar seguro…"),
        "directorate_resolution": _("Apuntar resolución…"),
    }[row.state.gate]


def _title(row: GateRow) -> str:
    return rule_title(row.state.gate)


def _standing(row: GateRow) -> str:
    """Return what the word of a gate leaves out."""
    if row.state.is_warning:
        return _("No impide empezar el curso")
    if row.is_deferred and row.is_open:
        return _("Pendiente: alguien dejó dicho que consta fuera del programa")
    return ""


def _paper(row: GateRow) -> str:
    """Return the number of a paper and who issued it: its kind is that of the gate."""
    if row.paper is None:
        return ""
    return ", ".join(filter(None, (row.paper.number, row.paper.body))) or row.paper.kind.label


def _paper_in_full(row: GateRow) -> str:
    return paper_line(row.paper) if row.paper else ""


def _citation(row: GateRow) -> str:
    return str(row.state.verdict.citation)
