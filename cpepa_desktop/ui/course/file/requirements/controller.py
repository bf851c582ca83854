"""What a course needs before it starts: reads it, writes it down, starts the course or renounces it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations import course_life
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.explanations import Figure, explain, frame_of
from cpepa_desktop.operations.gate_entry import PAPER_OF_GATE, SELECTION_RECORD
from cpepa_desktop.operations.gate_states import OPENING, GateState
from cpepa_desktop.operations.gates import ask_gates_again, course_gates, defer_gates, deferral_of
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.stage import CourseStage, course_stage
from cpepa_desktop.ui.course.file.requirements.columns import GateRow, act_words, gate_badge, rows_of
from cpepa_desktop.ui.course.file.requirements.dialogs import RenounceDialog, StartDialog
from cpepa_desktop.ui.course.file.requirements.view import Requirements, RequirementsView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.obligations.filing import ask_filing
from cpepa_desktop.ui.official_papers.editor import PaperEditor
from cpepa_desktop.ui.parts.reason import ReasonDialog
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

_RENUNCIATION: Final = "grant_renunciation"
_AUTHORISING: Final = frozenset({OfficialPaperKind.AUTHORISATION, OfficialPaperKind.GRANT})


class RequirementsTab(Tab):
    """The section «Requisitos» of the tab «Expediente»; ``requirements/7`` is a paper by its id."""

    depends_on = frozenset(
        {Kind.COURSE, Kind.PLANNING, Kind.SESSIONS, Kind.PAPERS, Kind.ENROLMENTS, Kind.ATTENDANCE}
    )
    view: RequirementsView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        view = RequirementsView()
        super().__init__(shell, view, parent)
        self._stage: CourseStage | None = None
        self._gates: tuple[GateRow, ...] = ()
        self.editor = PaperEditor(self)
        self.editor.serve(view.papers, lambda: OfficialPaperKind.OTHER, lambda: (self.course,))
        view.gate_wanted.connect(self._meet)
        view.why_wanted.connect(self._explain)
        view.start_wanted.connect(self._start)
        view.defer_wanted.connect(self._defer)
        view.renounce_wanted.connect(self._renounce)

    def read(self) -> None:
        """Read where the course stands, its gates and its papers."""
        self.shell.ask(self._read)

    def reveal_detail(self, detail: str) -> None:
        """Show a paper, named by its id."""
        self.refresh()
        if detail.isdecimal():
            self.view.papers.table.choose(int(detail))

    def _read(self) -> None:
        ws, course = self.workspace, self.course
        self._stage = stage = course_stage(ws, course)
        papers, states = list_official_papers(ws, course), course_gates(ws, course)
        is_deferred = deferral_of(ws, course) is not None
        self._gates = rows_of(states, papers, is_deferred=is_deferred)
        self.view.show_requirements(
            Requirements(
                stage=stage.stage,
                came_to=stage.came_to,
                is_authorised=_is_authorised(states),
                gates=self._gates,
                papers=papers,
                has_started=stage.course.started_on is not None,
                is_deferred=is_deferred,
            )
        )

    def _meet(self, row: GateRow) -> None:
        """Ask for the paper that meets a gate, or for what is to be different in it."""
        gate = row.state.gate
        if row.paper is not None:
            self.editor.change(row.paper)
        elif gate in PAPER_OF_GATE:
            title = act_words(row).removesuffix("…")
            self.editor.ask(title, PAPER_OF_GATE[gate], self._save, self.course)
        else:
            self._file_selection_record(row)

    def _file_selection_record(self, row: GateRow) -> None:
        found = self.shell.ask(lambda: course_obligations(self.workspace, self.course)) or ()
        obligation = next((each for each in found if each.name == SELECTION_RECORD), None)
        if obligation is not None and obligation.met is None:
            ask_filing(self.view, self.shell, obligation)
        else:
            self.shell.go("course", self.course, row.state.place)

    def _save(self, paper: OfficialPaper, scan: Path | None) -> Changes:
        """Write down the paper of a gate, by the step in the life of a course that it is."""
        codes = [served.course for served in paper.courses]
        if paper.kind is OfficialPaperKind.AGREEMENT:
            return course_life.sign_agreement(self.workspace, codes, paper, scan)
        if paper.kind in _AUTHORISING:
            return course_life.authorise_courses(self.workspace, codes, paper, scan)
        return save_official_paper(self.workspace, paper, scan)

    def _explain(self, row: GateRow) -> None:
        frame = self.shell.ask(lambda: frame_of(self.workspace, self.course))
        if frame is None:
            return
        figures = [
            Figure(
                each.state.gate,
                rule_title(each.state.gate),
                gate_badge(each).words,
                explain(each.state.verdict, frame),
            )
            for each in self._gates
        ]
        title = _("Requisitos de {course}").format(course=self.course)
        show_why(title, figures, self.view, chosen=row.state.gate)

    def _start(self) -> None:
        if self._stage is None:
            return
        dialog = StartDialog(self.course, self._stage.first, self.view)

        def start() -> Changes:
            day = dialog.day.value()
            assert day is not None  # noqa: S101 - the field is required
            return course_life.start_course(self.workspace, self.course, day)

        self.ask_in(dialog, start)

    def _defer(self) -> None:
        write = ask_gates_again if self.view.is_deferred else defer_gates
        if self.view.is_deferred:
            title, act = _("Volver a pedir lo que falta"), _("Volver a pedirlo")
            hint = _("Queda escrito quién lo decide.")
        else:
            title, act = _("Apuntar más tarde lo que falta"), _("Apuntar más tarde")
            hint = _("Dónde consta, por ejemplo. Sigue pendiente, pero no impide empezar ni pasar lista.")
        dialog = ReasonDialog("defer_gates", title, act, hint=hint, parent=self.view)
        self.ask_in(dialog, lambda: write(self.workspace, self.course, dialog.reason.value()))

    def _renounce(self) -> None:
        if self.view.is_renounced:
            title, act = _("Anular la renuncia a {course}"), _("Dejarla sin efecto")
            hint = _("El escrito de la renuncia se conserva. Queda escrito quién la deja sin efecto.")
            title = title.format(course=self.course)
            asked = ReasonDialog("cancel_renunciation", title, act, hint=hint, parent=self.view)
            cancel = partial(course_life.cancel_renunciation, self.workspace, self.course)
            self.ask_in(asked, lambda: cancel(asked.reason.value()))
            return
        today = self.workspace.clock.today()
        dialog = RenounceDialog(self.course, today, self._limit(), self.view)
        self.ask_in(
            dialog,
            lambda: course_life.renounce_course(
                self.workspace,
                self.course,
                dialog.day.value() or today,
                dialog.reason.value(),
                dialog.number.value(),
            ),
        )

    def _limit(self) -> str:
        """Return until when the course may be renounced, ``""`` where its call sets no limit."""
        found = self.shell.ask(lambda: course_obligations(self.workspace, self.course)) or ()
        limit = next((each for each in found if each.name == _RENUNCIATION), None)
        if limit is None:
            return ""
        if limit.due is None:
            return _("El plazo corre desde que se notifica la concesión, y no consta.")
        return _("Plazo: hasta el {day} ({citation}).").format(
            day=day_words(limit.due), citation=limit.citation
        )


def _is_authorised(states: tuple[GateState, ...]) -> bool:
    return all(state.answer is Answer.YES for state in states if state.gate in OPENING)
