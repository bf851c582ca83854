"""The life of a course, its gates and its papers on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.file.requirements.columns import GateRow, act_words, gate_columns
from cpepa_desktop.ui.course.file.requirements.stage_line import StageLine
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.official_papers.panel import OfficialPapersPanel
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import ICON_NAME, button, rename_button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import why_button

_FEWEST_ROWS: Final = 2
_ROWS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Requirements:
    """What the section shows."""

    stage: Stage
    came_to: Stage | None
    is_authorised: bool
    gates: Sequence[GateRow]
    papers: Sequence[OfficialPaper]
    has_started: bool
    is_deferred: bool


class RequirementsView(TabView):
    """A line of stages, the gates with what is done about each, and under them the papers of the course.

    Signals:
        gate_wanted, why_wanted: about one gate; carry its row.
        start_wanted, renounce_wanted, defer_wanted: about the course.
    """

    gate_wanted = Signal(object)
    why_wanted = Signal(object)
    start_wanted = Signal()
    renounce_wanted = Signal()
    defer_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("requirements", _("Requisitos"))
        self.stages = StageLine()
        self.gates: TablePanel[GateRow] = TablePanel(
            "requirements_gates",
            _("Lo que debe cumplirse antes de empezar"),
            gate_columns(),
            key=lambda row: row.state.gate,
            filtered=False,
            empty=EmptyState(
                "requirements_none", _("Este curso no necesita nada antes de empezar."), icon="ok"
            ),
        )
        self.act = button(
            "requirements_act", act_words(None), icon="attach", shortcut="Ctrl+M", primary=True, owner=self
        )
        self.why = why_button("requirements_why", self)
        self.start = button(
            "requirements_start", _("Empezar el curso…"), icon="ok", shortcut="Ctrl+Return", owner=self
        )
        self.defer = button(
            "requirements_defer", _("Apuntar más tarde…"), icon="to-do", shortcut="Ctrl+L", owner=self
        )
        self.renounce = button(
            "requirements_renounce", _("Renunciar…"), icon="leave", shortcut="Ctrl+B", owner=self
        )
        self.papers = OfficialPapersPanel(
            "requirements_papers", _("Escritos del curso"), self, empty=_empty_papers(), filtered=False
        )
        self._is_deferred = self._is_renounced = False
        self._lay_out()
        self._connect()
        self.start_at(self.gates.view)

    def show_requirements(self, shown: Requirements) -> None:
        """Show where the course stands, its gates and its papers."""
        self.stages.show_stage(shown.stage, is_authorised=shown.is_authorised, came_to=shown.came_to)
        self._is_deferred = shown.is_deferred
        self._is_renounced = shown.stage is Stage.RENOUNCED
        self.gates.set_rows(shown.gates)
        if self.gates.current_row() is None:
            first = next((row for row in shown.gates if row.is_open), None)
            self.gates.choose(first.state.gate if first else None)
            self.gates.choose_first()
        self.papers.show_papers(shown.papers)
        is_pending = any(row.is_open for row in shown.gates)
        rename_button(self.defer, _("Volver a pedirlo…") if shown.is_deferred else _("Apuntar más tarde…"))
        rename_button(self.renounce, _("Anular la renuncia…") if self._is_renounced else _("Renunciar…"))
        self.defer.setEnabled(is_pending and not self._is_renounced)
        self.start.setEnabled(not shown.has_started and not self._is_renounced)
        self.gates.fit_rows(least=_FEWEST_ROWS, most=_ROWS_SHOWN)
        self.settle()

    def settle(self) -> None:
        """Name what is done about the gate chosen."""
        row = self.gates.current_row()
        rename_button(self.act, act_words(row))
        _emphasise(self.act, is_primary=row is not None and row.is_open)
        self.act.setEnabled(row is not None)
        self.why.setEnabled(row is not None)

    @property
    def is_deferred(self) -> bool:
        """Say whether somebody left said that what is pending is on record outside the program."""
        return self._is_deferred

    @property
    def is_renounced(self) -> bool:
        """Say whether the course was renounced."""
        return self._is_renounced

    def _connect(self) -> None:
        self.gates.chosen.connect(lambda _row: self.settle())
        self.gates.opened.connect(self.gate_wanted)
        self.act.clicked.connect(lambda: self.gates.about_current(self.gate_wanted.emit))
        self.why.clicked.connect(lambda: self.gates.about_current(self.why_wanted.emit))
        self.start.clicked.connect(self.start_wanted)
        self.defer.clicked.connect(self.defer_wanted)
        self.renounce.clicked.connect(self.renounce_wanted)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("requirements_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.stages)
        layout.addLayout(flow_of([self.act, self.why, self.start, self.defer, self.renounce]))
        layout.addWidget(self.gates)
        layout.addWidget(self.papers, 1)
        self.set_body(body)


def _emphasise(made: QPushButton, *, is_primary: bool) -> None:
    """Let a button stand out only while it is what is to be done next."""
    theme.set_role(made, theme.Role.PRIMARY if is_primary else theme.Role.PLAIN)
    made.setIcon(icons.icon(str(made.property(ICON_NAME)), "on_accent" if is_primary else "text"))


def _empty_papers() -> EmptyState:
    return EmptyState(
        "requirements_papers_empty",
        _("Todavía no hay ningún escrito de este curso: apunte el de cada requisito o añada otro."),
        icon="papers",
    )
