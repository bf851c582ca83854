"""The week of a course: reads it, writes what is typed, and says how the person chosen stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.status import CourseStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_intake import (
    AttendancePreview,
    import_attendance,
    preview_attendance,
)
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.explained_people import explain_unjudged, person_figures, week_figure
from cpepa_desktop.operations.explanations import Frame, explain, frame_of
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import CellState, GridCell, WeekSummary, week_grid, weeks_of
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.columns import (
    AbsenceRow,
    Question,
    question_badge,
    questions,
    week_of,
)
from cpepa_desktop.ui.course.attendance.intake import InputRow, intake_table
from cpepa_desktop.ui.course.attendance.view import AbsenceDialog, AttendanceView, WeekChoice
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts import choose, course_words, theme
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

SHEET: Final = "attendance-sheet"


class AttendanceTab(Tab):
    """The tab «Asistencia»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.ATTENDANCE, Kind.PEOPLE})
    view: AttendanceView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, AttendanceView(), parent)
        self._week: IsoWeek | None = None
        self._weeks: tuple[WeekSummary, ...] = ()
        self._status: CourseStatus | None = None
        self._frame: Frame | None = None
        view = self.view
        view.weeks.chosen.connect(self._go_to)
        view.filled.connect(self.fill)
        view.import_wanted.connect(self.import_file)
        view.print_wanted.connect(self._print)
        view.grid.typed.connect(self.type_in)
        view.grid.cell_chosen.connect(self._show_chosen)
        view.person.asked.connect(self._explain)
        view.person.why_wanted.connect(self._show_why)
        view.cell.add_wanted.connect(lambda: self._ask_absence(None))
        view.cell.change_wanted.connect(self._ask_absence)
        view.cell.remove_wanted.connect(self._remove_absence)

    @property
    def week(self) -> IsoWeek | None:
        """Return the week on screen."""
        return self._week

    def forget(self) -> None:
        """Open the next course on its own week."""
        self._week = None

    def reveal_detail(self, detail: str) -> None:
        """Show a week, named as ``2024-W07``."""
        self._week = IsoWeek.parse(detail)
        self.read()

    def detail(self) -> str:
        """Return the week on screen."""
        return str(self._week) if self._week is not None else ""

    def read(self) -> None:
        """Read the weeks, the one on screen, and how everybody stands."""
        self.shell.ask(self._read)

    def type_in(self, chosen: Sequence[GridCell], words: str) -> None:
        """Write what is typed in some cells; what makes no sense is said above the grid."""
        try:
            inputs = [_input(cell, cells.typed(words, cell)) for cell in chosen if _is_news(cell, words)]
        except NotUnderstood as error:
            self.view.banner.say(str(error), theme.Wash.WARNING)
            self.view.grid.stay()
            return
        if inputs:
            self._record(inputs)

    def fill(self) -> None:
        """Mark as attended everything of the week that is still pending."""
        week = self._week
        if week is not None:
            self._write(
                self.shell.run(lambda: fill_week(self.workspace, self.course, week), refused=self._say)
            )

    def import_file(self) -> None:
        """Read a file of attendance and show what it would bring."""
        patterns = _("Hojas de datos (*.csv *.txt *.xlsx)")
        folder = self.shell.settings.last_folder()
        path = choose.choose_to_open(self.view, _("Importar asistencia"), patterns, folder)
        if path is None:
            return
        title, course = _("Leyendo «{name}»…").format(name=path.name), self.course
        preview = self.shell.work(title, lambda ws, _progress: preview_attendance(ws, path, course))
        if preview is not None:
            self.show_preview(preview)

    def show_preview(self, preview: AttendancePreview) -> None:
        """Show what a file would bring; it is written when accepted."""
        dialog: IntakeDialog[InputRow] = IntakeDialog(
            "attendance_intake", _("Importar asistencia"), self.view
        )
        rows = self.shell.ask(lambda: intake_table(self.workspace, preview))
        if rows is None:
            return
        words = _("Fichero «{name}» para el curso {course}. Nada se escribe hasta que lo acepte.")
        dialog.show_intake(
            words.format(name=preview.path.name, course=preview.course),
            rows,
            preview.problems,
            preview.notices,
            in_part=False,
        )

        def take() -> None:
            title = _("Importar asistencia")
            if self.shell.work_writing(title, lambda ws, job: import_attendance(ws, preview, job.report)):
                dialog.accept()

        dialog.taken.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self) -> None:
        self._weeks = weeks_of(self.workspace, self.course)
        if not self._weeks:
            self._show_nothing(_("El curso no tiene clases en su calendario."))
            return
        at = self._place_of_week()
        self._week = self._weeks[at].week
        grid = week_grid(self.workspace, self.course, self._week)
        if not grid.rows:
            self._show_nothing(_("Todavía no hay nadie en el curso: matricule a alguien en «Alumnado»."))
            return
        self._status = course_status(self.workspace, self.course)
        self._frame = frame_of(self.workspace, self.course)
        self.view.show_empty(empty=False)
        self.view.weeks.offer([_choice(week) for week in self._weeks], at)
        self.view.fill.setEnabled(self._weeks[at].entered < self._weeks[at].cells)
        self.view.grid.show_week(week_of(grid, self._status))

    def _show_nothing(self, sentence: str) -> None:
        self._status = None
        self.view.grid.show_week(None)
        self.view.empty.say(sentence)
        self.view.show_empty(empty=True)

    def _place_of_week(self) -> int:
        known = [week.week for week in self._weeks]
        if self._week in known:
            return known.index(self._week)
        return cells.pending_first([(week.cells, week.entered) for week in self._weeks])

    def _go_to(self, at: int) -> None:
        self._week = self._weeks[at].week
        self.view.banner.clear()
        self.read()
        self.view.grid.setFocus()

    def _record(self, inputs: Sequence[StretchInput]) -> None:
        changes = self.shell.run(
            lambda: record_attendance(self.workspace, self.course, inputs), refused=self._say
        )
        self._write(changes)

    def _write(self, changes: Changes | None) -> None:
        if changes is not None:
            self.view.banner.clear()

    def _say(self, refused: Refused) -> None:
        lines = [refused.message, *(str(problem) for problem in refused.problems)]
        self.view.banner.say("\n".join(lines), theme.Wash.WARNING)
        self.view.grid.stay()

    def _show_chosen(self) -> None:
        self._show_person()
        self._show_cell()

    def _person(self) -> PersonStatus | None:
        row = self.view.grid.current_person()
        if row is None or self._status is None:
            return None
        return next((p for p in self._status.people if p.enrolment.id == row.enrolment.id), None)

    def _show_person(self) -> None:
        person = self._person()
        if person is None or self._status is None:
            self.view.person.show_person("", (), "")
            return
        scheduled, official = self._status.scheduled_minutes, self._status.official_minutes
        gap = ""
        if scheduled != official:
            message = _(
                "El calendario tiene {scheduled} de las {official} oficiales: nada es definitivo aún."
            )
            gap = message.format(scheduled=hours_words(scheduled), official=hours_words(official))
        self.view.person.show_person(person.enrolment.person.listed_name, questions(person), gap)

    def _explain(self, question: Question | None) -> None:
        why, frame = self.view.person.why, self._frame
        if question is None or frame is None:
            why.clear()
        elif question.verdict is not None:
            why.explain(explain(question.verdict, frame), question_badge(question))
        elif question.module is not None:
            why.explain(explain_unjudged(question.module, frame), question_badge(question))

    def _show_why(self) -> None:
        person, frame, row = self._person(), self._frame, self.view.grid.current_person()
        if person is not None and frame is not None and row is not None:
            figures = (week_figure(row), *person_figures(person, frame))
            show_why(person.enrolment.person.listed_name, figures, self.view)

    def _show_cell(self) -> None:
        cell, row = self.view.grid.current_cell(), self.view.grid.current_person()
        if cell is None or row is None:
            self.view.cell.show_cell("", _("Elija una casilla de la semana."), "", (), can_add=False)
            return
        found = cells.absences_of(cell)
        self.view.cell.show_cell(
            row.enrolment.person.listed_name,
            self.view.grid.weeks.words_of(cell),
            cells.spoken(cell).capitalize(),
            [AbsenceRow(at, absence) for at, absence in enumerate(found)],
            can_add=_without_cause(cell) > 0,
        )

    def _ask_absence(self, row: AbsenceRow | None) -> None:
        cell = self.view.grid.current_cell()
        if cell is None:
            return
        title = _("Cambiar la falta") if row else _("Causa de la falta")
        dialog = AbsenceDialog(title, self.view)
        if row:
            dialog.cause.set_value(row.absence.cause)
            dialog.minutes.set_value(row.absence.minutes)
            dialog.state.set_value(row.absence.state)
        else:
            dialog.minutes.set_value(_without_cause(cell))
            dialog.state.set_value(JustificationState.PENDING)

        def write() -> Changes:
            entered = Absence(
                dialog.minutes.value() or 0,
                dialog.cause.value(),
                dialog.state.value() or JustificationState.UNJUSTIFIED,
            )
            return record_attendance(self.workspace, self.course, [_with_absence(cell, row, entered)])

        self.ask_in(dialog, write)

    def _remove_absence(self, row: AbsenceRow) -> None:
        cell = self.view.grid.current_cell()
        if cell is not None:
            self._record([_with_absence(cell, row, None)])

    def _print(self) -> None:
        if self._week is not None:
            self.shell.go("course", self.course, f"papers/{SHEET}/{self._week}")


def _choice(week: WeekSummary) -> WeekChoice:
    return WeekChoice(course_words.week_words(week.week, week.first, week.last), week.cells - week.entered)


def _input(cell: GridCell, meant: cells.Typed) -> StretchInput:
    is_virtual = any(entry.is_virtual for entry in cell.entries)
    attended = meant.attended_minutes
    return StretchInput(
        cell.enrolment_id, cell.stretch_id, attended, meant.absences, is_virtual and bool(attended)
    )


def _is_news(cell: GridCell, words: str) -> bool:
    """Say whether typing changes a cell: what it already shows is left alone, its absences too."""
    is_cleared = cell.state is CellState.PENDING and not words.strip()
    return not is_cleared and words.strip() != cells.shown(cell)


def _without_cause(cell: GridCell) -> int:
    """Return the minutes missed in a cell that no absence speaks of."""
    return cells.missed_minutes(cell) - sum(absence.minutes for absence in cells.absences_of(cell))


def _with_absence(cell: GridCell, row: AbsenceRow | None, entered: Absence | None) -> StretchInput:
    """Return a cell with one absence added, changed or taken away."""
    found = list(cells.absences_of(cell))
    at = len(found) if row is None else row.position
    found[at : at + 1] = [entered] if entered is not None else []
    return _input(cell, cells.Typed(cell.attended_minutes, tuple(found)))
