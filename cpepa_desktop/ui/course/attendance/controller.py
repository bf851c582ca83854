"""The week of a course: reads it, writes what is typed, and says how the person chosen stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.explained_people import (
    explain_unjudged,
    person_figures,
    verdict_key,
    week_figure,
)
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.pictures import share_line
from cpepa_desktop.operations.week_board import OutOfReach, Recorded, WeekBoard
from cpepa_desktop.operations.week_grid import CellState, GridCell, WeekSummary, weeks_of
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.columns import (
    AbsenceRow,
    Question,
    Week,
    arranged,
    question_badge,
    questions,
    renewed,
    week_of,
)
from cpepa_desktop.ui.course.attendance.gates import ask_gates, is_waiting
from cpepa_desktop.ui.course.attendance.importing import AttendanceIntake
from cpepa_desktop.ui.course.attendance.jump import parse_jump
from cpepa_desktop.ui.course.attendance.lock_dialogs import LockDialog, UnlockDialog
from cpepa_desktop.ui.course.attendance.margins import action_words, short_about
from cpepa_desktop.ui.course.attendance.pasting import (
    Pasted,
    cells_of,
    copied_text,
    paste_dialog,
    pasted,
)
from cpepa_desktop.ui.course.attendance.view import AbsenceDialog, AttendanceView, WeekChoice
from cpepa_desktop.ui.course.justifications.controller import JustificationsController
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts import course_words, theme
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

SHEET: Final = "attendance-sheet"
_BEHIND_MS: Final = 25
"""After how long what stands beside the week follows it: more than Qt waits before it paints the week."""


def _do_nothing() -> None:
    """Be what is done after writing where nothing is."""


class AttendanceTab(Tab):
    """The tab «Asistencia»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.ATTENDANCE, Kind.PEOPLE})
    view: AttendanceView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, AttendanceView(), parent)
        self.intake = AttendanceIntake(shell, self.view)
        self._week: IsoWeek | None = None
        self._weeks: tuple[WeekSummary, ...] = ()
        self._board: WeekBoard | None = None
        self._shown: Week | None = None
        self._behind = QTimer(self)
        self._behind.setObjectName("attendance_behind")
        self._behind.setSingleShot(True)
        self._behind.setInterval(_BEHIND_MS)
        self._behind.timeout.connect(self._catch_up)
        view = self.view
        view.weeks.chosen.connect(self._go_to)
        view.filled.connect(self.fill)
        view.import_wanted.connect(lambda: self.intake.ask_file(self.course))
        view.print_wanted.connect(self._print)
        view.grid.typed.connect(self.type_in)
        view.grid.cell_chosen.connect(self._behind.start)
        view.side.currentChanged.connect(lambda _at: self._behind.start())
        view.jump.jumped.connect(self.jump)
        view.grid.copied.connect(self._copy)
        view.grid.pasted.connect(self._paste)
        view.people.changed.connect(self._arrange)
        view.send_wanted.connect(self._send)
        view.justifications_wanted.connect(self.show_justifications)
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
        self.view.people.clear()
        self.view.alert.clear()

    def reveal_detail(self, detail: str) -> None:
        """Show a week, named as ``2024-W07``."""
        self._week = IsoWeek.parse(detail)
        self.read()

    def detail(self) -> str:
        """Return the week on screen."""
        return str(self._week) if self._week is not None else ""

    def on_changes(self, changes: Changes) -> None:
        """Read again what another changed; of what was written here everything is known already."""
        if self._board is None or not self._board.made(changes):
            super().on_changes(changes)

    def read(self) -> None:
        """Read the weeks, the one on screen, and how everybody stands."""
        self.shell.ask(self._read)

    def type_in(
        self, wanted: Sequence[tuple[GridCell, str]], done: Callable[[], object] = _do_nothing
    ) -> bool:
        """Write what is typed in some cells; what makes no sense is said above the grid.

        Return whether it makes sense and was not refused. ``done`` is called once it is written, which may be
        later, after what the course was waiting for is said.
        """
        try:
            inputs = [
                _input(cell, cells.typed(words, cell)) for cell, words in wanted if _is_news(cell, words)
            ]
        except NotUnderstood as error:
            self.view.banner.say(str(error), theme.Wash.WARNING)
            self.view.grid.stay()
            return False
        if not inputs:
            done()
        return not inputs or self._record(inputs, done)

    def jump(self, words: str) -> None:
        """Go where the jump line says and write what it says; why it cannot be is said beside it."""
        grid, line = self.view.grid, self.view.jump
        try:
            wish = parse_jump(words)
            places = grid.weeks.places_of(wish, grid.currentIndex().row())
            found = [cell for place in places if (cell := grid.weeks.cell(place)) is not None]
            inputs = [_typed_input(cell, wish.words) for cell in found] if wish.words else []
        except NotUnderstood as error:
            line.say(str(error))
            return
        grid.go_to(places)
        if not wish.words:
            line.line.clear()
            line.say("")
            grid.setFocus()
        else:
            self._record(inputs, lambda: self._say_jumped(words))

    def _say_jumped(self, words: str) -> None:
        """Say beside the jump line what was written and for whom."""
        row, line = self.view.grid.current_person(), self.view.jump
        line.line.clear()
        line.say(f"{words}: {row.enrolment.person.listed_name}" if row else "")

    def _copy(self) -> None:
        """Take the cells selected to the clipboard, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(copied_text(self.view.grid.selected_block()))

    def _paste(self) -> None:
        """Write what the clipboard holds from the current cell on; what cannot be is shown before."""
        words, at = QGuiApplication.clipboard().text(), self.view.grid.currentIndex()
        if self._shown is None or not words.strip() or not at.isValid():
            return
        found = pasted(words, self._shown, at.row(), at.column())
        if found.problems:
            self._show_paste(found)
        else:
            self.type_in(tuple(cells_of(found.rows)))

    def _show_paste(self, found: Pasted) -> None:
        dialog = paste_dialog(found, self.view)

        def take() -> None:
            self.type_in(tuple(cells_of(found.rows)), dialog.accept)

        dialog.taken_in_part.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def fill(self) -> None:
        """Mark as attended everything of the week that is still pending."""
        self._write(WeekBoard.fill)

    def show_justifications(self) -> None:
        """Open the justifications of the course."""
        JustificationsController(self.shell, self.course, self.view).show()

    def _read(self) -> None:
        self._board = None
        self._weeks = weeks_of(self.workspace, self.course)
        if not self._weeks:
            self._show_nothing(_("El curso no tiene clases en su calendario."))
            return
        self._week = self._weeks[self._place_of_week()].week
        board = WeekBoard(self.workspace, self.course, self._week)
        if not board.grid.rows:
            self._show_nothing(_("Todavía no hay nadie en el curso: matricule a alguien en «Alumnado»."))
            return
        self._board = board
        self.view.show_empty(empty=False)
        self.view.show_lock(_lock_words(board.lock))
        self._arrange()
        self._behind.stop()
        self._catch_up()

    def _arrange(self) -> None:
        """Show the people chosen in the order chosen: everybody keeps what is written and selected."""
        board = self._board
        if board is not None:
            week = week_of(board.grid, board.status, is_locked=board.lock is not None)
            self._shown = arranged(week, *self.view.people.chosen())
            self.view.grid.show_week(self._shown)

    def _show_weeks(self) -> None:
        """Offer the weeks with what is still to enter in each."""
        if self._board is not None:
            self._weeks = self._board.weeks
            at = self._place_of_week()
            self.view.weeks.offer([_choice(week) for week in self._weeks], at)
            is_open = self._board.lock is None
            self.view.fill.setEnabled(is_open and self._weeks[at].entered < self._weeks[at].cells)

    def _catch_up(self) -> None:
        """Show beside the week, once it is painted, what belongs to the cell chosen."""
        self._show_weeks()
        self._show_person()
        self._show_cell()
        self._show_line()

    def _show_line(self) -> None:
        """Show how the person chosen came to where they are: read only while somebody looks at it."""
        row = self.view.grid.current_person()
        if self.view.line.isVisible():
            found = (
                None
                if row is None
                else self.shell.ask(lambda: share_line(self.workspace, self.course, row.enrolment.id))
            )
            self.view.line.show_line(found)

    def _show_nothing(self, sentence: str) -> None:
        self._shown = None
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

    def _record(self, inputs: Sequence[StretchInput], done: Callable[[], object] = _do_nothing) -> bool:
        return self._write(lambda board: board.record(inputs), done)

    def _write(
        self, write: Callable[[WeekBoard], Recorded], done: Callable[[], object] = _do_nothing
    ) -> bool:
        """Write on the board and show at once the lines it is about. Return whether it was not refused."""
        board = self._board
        if board is None:
            return False
        recorded = self.shell.run(
            lambda: write(board),
            refused=lambda refused: self._refuse(refused, lambda: self._write(write, done)),
        )
        if recorded is None:
            return False
        self.view.banner.clear()
        if self._shown is not None and board.made(recorded.changes):
            self._shown = renewed(self._shown, board.grid, board.status, recorded.enrolment_ids)
            self.view.grid.show_week(self._shown)
            self._warn(recorded.out_of_reach)
        done()
        return True

    def _refuse(self, refused: Refused, again: Callable[[], object]) -> None:
        """Say why nothing was written; where the course only waits for its requirements, ask for them."""
        self._say(refused)
        if is_waiting(refused):  # not now: what was typed is still being taken
            QTimer.singleShot(0, self, lambda: ask_gates(self.shell, refused, again, self.view))

    def _warn(self, lost: Sequence[OutOfReach]) -> None:
        """Say at the first minute of certainty that somebody cannot reach what is asked any more."""
        if not lost:
            return
        name = lost[0].person.enrolment.person.listed_name
        tests = ", ".join(dict.fromkeys(_test_words(each) for each in lost if each.person is lost[0].person))
        message = _("{name} ya no puede llegar a lo que se pide: {tests}.").format(name=name, tests=tests)
        others = len({each.person.enrolment.id for each in lost}) - 1
        if others:
            more = ngettext("Y otra persona más.", "Y otras {n} personas más.", others).format(n=others)
            message = f"{message} {more}"
        person = lost[0].person
        self.view.alert.say(
            message, theme.Wash.DANGER, act=(_("¿Por qué?"), lambda: self._explain_loss(person, lost[0]))
        )

    def _explain_loss(self, person: PersonStatus, lost: OutOfReach) -> None:
        if self._board is not None:
            figures = person_figures(person, self._board.frame)
            chosen = verdict_key(lost.verdict.rule, lost.module)
            show_why(person.enrolment.person.listed_name, figures, self.view, chosen=chosen)

    def _say(self, refused: Refused) -> None:
        lines = [refused.message, *(str(problem) for problem in refused.problems)]
        self.view.banner.say("\n".join(lines), theme.Wash.WARNING)
        self.view.grid.stay()

    def _person(self) -> PersonStatus | None:
        row = self.view.grid.current_person()
        if row is None or self._board is None:
            return None
        return next((p for p in self._board.status.people if p.enrolment.id == row.enrolment.id), None)

    def _show_person(self) -> None:
        person, board = self._person(), self._board
        if person is None or board is None:
            self.view.person.show_person("", (), "")
            return
        scheduled, official = board.status.scheduled_minutes, board.status.official_minutes
        gap = ""
        if scheduled != official:
            message = _(
                "El calendario tiene {scheduled} de las {official} oficiales: nada es definitivo aún."
            )
            gap = message.format(scheduled=hours_words(scheduled), official=hours_words(official))
        self.view.person.show_person(person.enrolment.person.listed_name, questions(person), gap)

    def _explain(self, question: Question | None) -> None:
        why = self.view.person.why
        frame = self._board.frame if self._board else None
        if question is None or frame is None:
            why.clear()
        elif question.verdict is not None:
            why.explain(explain(question.verdict, frame), question_badge(question))
        elif question.module is not None:
            why.explain(explain_unjudged(question.module, frame), question_badge(question))

    def _show_why(self) -> None:
        person, board, row = self._person(), self._board, self.view.grid.current_person()
        if person is not None and board is not None and row is not None:
            figures = (week_figure(row), *person_figures(person, board.frame))
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

    def _send(self) -> None:
        """Ask when the week was sent and lock it; of one that is locked, ask why it is to be corrected."""
        board = self._board
        if board is None:
            return
        summary = self._weeks[self._place_of_week()]
        words = course_words.week_words(summary.week, summary.first, summary.last)
        if board.lock is None:
            sending = LockDialog(words, self.workspace.clock.today(), self.view)

            def lock() -> Changes:
                sent_on = sending.sent_on.value() or self.workspace.clock.today()
                return lock_week(self.workspace, self.course, board.week, sent_on, sending.registry.value())

            self.ask_in(sending, lock)
        else:
            opening = UnlockDialog(words, self.view)
            self.ask_in(
                opening,
                lambda: unlock_week(self.workspace, self.course, board.week, opening.reason.value()),
            )

    def _print(self) -> None:
        if self._week is not None:
            self.shell.go("course", self.course, f"papers/{SHEET}/{self._week}")


def _choice(week: WeekSummary) -> WeekChoice:
    return WeekChoice(course_words.week_words(week.week, week.first, week.last), week.cells - week.entered)


def _lock_words(lock: WeekLock | None) -> str:
    if lock is None:
        return ""
    message = _("Bloqueada: enviada el {day}, registro {number}, versión {version}")
    return message.format(day=day_words(lock.sent_on), number=lock.registry, version=lock.version)


def _test_words(lost: OutOfReach) -> str:
    about = short_about(lost.module) if lost.module else action_words(lost.verdict.rule)
    return f"{about} ({rule_title(lost.verdict.rule).casefold()})" if lost.module else about


def _input(cell: GridCell, meant: cells.Typed) -> StretchInput:
    attended = meant.attended_minutes
    is_virtual = cells.is_virtual(cell) if meant.is_virtual is None else meant.is_virtual
    return StretchInput(
        cell.enrolment_id, cell.stretch_id, attended, meant.absences, is_virtual and bool(attended)
    )


def _typed_input(cell: GridCell, words: str) -> StretchInput:
    return _input(cell, cells.typed(words, cell))


def _is_news(cell: GridCell, words: str) -> bool:
    """Say whether typing changes a cell: what it already shows is left alone, its absences too."""
    if cell.state is not CellState.ENTERED:
        return cells.typed(words, cell).attended_minutes is not None or bool(cell.entries)
    return cells.typed(words, cell) != cells.typed(cells.shown(cell), cell)


def _without_cause(cell: GridCell) -> int:
    """Return the minutes missed in a cell that no absence speaks of."""
    return cells.missed_minutes(cell) - sum(absence.minutes for absence in cells.absences_of(cell))


def _with_absence(cell: GridCell, row: AbsenceRow | None, entered: Absence | None) -> StretchInput:
    """Return a cell with one absence added, changed or taken away."""
    found = list(cells.absences_of(cell))
    at = len(found) if row is None else row.position
    found[at : at + 1] = [entered] if entered is not None else []
    return _input(cell, cells.Typed(cell.attended_minutes, tuple(found)))
