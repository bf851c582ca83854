"""The calendar on screen: the commands on the sessions chosen, and the sessions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.calendar.columns import CalendarRow, calendar_columns
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import why_button


class CalendarView(TabView):
    """Sessions and what can be done with them.

    Signals:
        move_wanted, split_wanted, cancel_wanted, replace_wanted, block_wanted: about one session; carry its
            row.
        trainers_wanted, mode_wanted: about the sessions chosen; carry their rows.
        why_wanted: the day of a row, with class or without, or its pause is to be explained; carries the row.
        start_wanted: another day to begin the course is to be tried.
        pause_wanted, resume_wanted: the course is to stop from a day on, or to go on.
    """

    move_wanted = Signal(object)
    split_wanted = Signal(object)
    cancel_wanted = Signal(object)
    replace_wanted = Signal(object)
    block_wanted = Signal(object)
    trainers_wanted = Signal(object)
    mode_wanted = Signal(object)
    why_wanted = Signal(object)
    start_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("calendar", _("Calendario"))
        self.table: TablePanel[CalendarRow] = TablePanel(
            "calendar_sessions", _("Clases del curso"), calendar_columns(), key=lambda row: row.key
        )
        self._of_one = [
            self._command("move", _("Mover…"), "move", "Ctrl+M", self.move_wanted),
            self._command("split", _("Dividir…"), "split", "Ctrl+D", self.split_wanted),
            self._command("block", _("Otro bloque…"), "courses", "Ctrl+B", self.block_wanted),
            self._command("cancel", _("Cancelar…"), "no", "Ctrl+Shift+Del", self.cancel_wanted),
        ]
        self._replace = self._command("replace", _("Recuperar…"), "redo", "Ctrl+R", self.replace_wanted)
        self._of_several = [
            self._command("trainers", _("Formadores…"), "trainer", "Ctrl+T", self.trainers_wanted, many=True),
            self._command("mode", _("Modalidad…"), "link", "Ctrl+L", self.mode_wanted, many=True),
        ]
        self.why = why_button("calendar_why", self)
        self.why.clicked.connect(self._ask_why)
        self._resume = self._of_course("resume", _("Reanudar…"), "redo", "Ctrl+J", self.resume_wanted)
        whole = [
            self._of_course("start", _("¿Y si empezamos el…?"), "calendar", "Ctrl+I", self.start_wanted),
            self._of_course("pause", _("Pausar…"), "pending", "Ctrl+U", self.pause_wanted),
            self._resume,
        ]
        commands = flow_of([*self._of_one, self._replace, *self._of_several, self.why, *whole])
        self.table.chosen.connect(lambda _row: self.settle())
        self.table.view.selectionModel().selectionChanged.connect(lambda *_selections: self.settle())
        self.table.opened.connect(self._open)
        body = QWidget()
        body.setObjectName("calendar_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(commands)
        layout.addWidget(self.table, 1)
        empty = EmptyState("calendar_empty", _("El curso no tiene clases."), icon="calendar")
        self.set_body(body, empty)
        self.start_at(self.table.view)
        self.settle()

    def show_rows(self, rows: Sequence[CalendarRow]) -> None:
        """Show the calendar."""
        self.table.set_rows(rows)
        self.show_empty(empty=not rows)
        self._choose_next()
        self.settle()

    def chosen_rows(self) -> tuple[CalendarRow, ...]:
        """Return the sessions chosen; a holiday is none."""
        return tuple(row for row in self.table.selected_rows() if row.session)

    def offer_resuming(self, *, is_paused: bool) -> None:
        """Offer to resume the course where it has a pause."""
        self._resume.setVisible(is_paused)

    def choose_day(self, day: str) -> None:
        """Make the first row of a day in ISO the current one; a day without any is passed over."""
        row = next((row for row in self.table.shown_rows() if row.day.isoformat() == day), None)
        if row is not None:
            self.table.choose(row.key)
            self._bring_current_to_sight()

    def _choose_next(self) -> None:
        """Make the next class the current one, where none is."""
        if self.table.current_row() is None:
            coming = (row for row in self.table.shown_rows() if row.is_to_come)
            row = next(coming, None)
            if row is not None:
                self.table.choose(row.key)
                self._bring_current_to_sight()

    def _bring_current_to_sight(self) -> None:
        centre = QAbstractItemView.ScrollHint.PositionAtCenter
        self.table.view.scrollTo(self.table.view.currentIndex(), centre)

    def settle(self) -> None:
        """Offer the commands that make sense for what is chosen."""
        rows = self.chosen_rows()
        is_one = len(rows) == 1
        current = self.table.current_row()
        self.why.setEnabled(current is not None)
        for each in self._of_one:
            each.setEnabled(is_one and not rows[0].is_cancelled)
        self._replace.setEnabled(is_one and rows[0].is_cancelled)
        for each in self._of_several:
            each.setEnabled(bool(rows) and not any(row.is_cancelled for row in rows))

    def _command(
        self, name: str, words: str, icon: str, shortcut: str, signal: SignalInstance, *, many: bool = False
    ) -> QPushButton:
        made = button(f"calendar_{name}", words, icon=icon, shortcut=shortcut, owner=self)

        def tell() -> None:
            rows = self.chosen_rows()
            if rows:
                signal.emit(rows if many else rows[0])

        made.clicked.connect(tell)
        return made

    def _of_course(
        self, name: str, words: str, icon: str, shortcut: str, signal: SignalInstance
    ) -> QPushButton:
        made = button(f"calendar_{name}", words, icon=icon, shortcut=shortcut, owner=self)
        made.clicked.connect(signal)
        return made

    def _ask_why(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.why_wanted.emit(row)

    def _open(self, row: CalendarRow) -> None:
        if row.session and not row.is_cancelled:
            self.move_wanted.emit(row)
        elif row.session:
            self.replace_wanted.emit(row)
        elif row.pause:
            self.resume_wanted.emit()
        else:
            self.why_wanted.emit(row)
