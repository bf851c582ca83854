"""The week on screen: which week it is, its grid, and at the right the person and the cell chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.attendance.bar import JumpLine, PeopleBar
from cpepa_desktop.ui.course.attendance.cells import cause_words
from cpepa_desktop.ui.course.attendance.columns import (
    AbsenceRow,
    Question,
    absence_columns,
    question_columns,
)
from cpepa_desktop.ui.course.attendance.grid import WeekTable
from cpepa_desktop.ui.course.attendance.line import LinePanel
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, MinutesField
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.form import Form, FormDialog, scrolled
from cpepa_desktop.ui.parts.page import button, column_of, rename_button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel
from cpepa_desktop.ui.parts.why import WhyPanel, why_button, why_head

_SIDE_FIGURES: Final = 58
_WIDE: Final = 10_000
_QUESTIONS_HEIGHT: Final = 210


@dataclass(frozen=True, slots=True)
class WeekChoice:
    """A week as the selector offers it: its words and how many cells are still to enter."""

    words: str
    pending: int


class WeekSelector(QWidget):
    """The weeks of the course, one after the other.

    Signals:
        chosen: another week was chosen; carries its place in the list.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_week")
        self.box = QComboBox()
        self.box.setObjectName("attendance_week_box")
        self.box.setAccessibleName(_("Semana"))
        self.box.setMinimumContentsLength(28)
        self.box.activated.connect(self.chosen)
        self.before = self._step("before", "left", _("Semana anterior"), "Alt+Left", -1)
        self.after = self._step("after", "right", _("Semana siguiente"), "Alt+Right", 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        for widget in (self.before, self.box, self.after):
            layout.addWidget(widget)

    def offer(self, weeks: Sequence[WeekChoice], at: int) -> None:
        """Offer these weeks, on the one at ``at``."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for week in weeks:
                if week.pending:
                    pending = _("faltan {n}").format(n=week.pending)
                    self.box.addItem(icons.icon("to-do", "warning"), f"{week.words} · {pending}")
                else:
                    self.box.addItem(week.words)
            self.box.setCurrentIndex(at)
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < len(weeks) - 1)

    def _step(self, name: str, icon: str, words: str, keys: str, by: int) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"attendance_week_{name}")
        made.setAccessibleName(words)
        made.setIcon(icons.icon(icon))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{words} ({shown})")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self.step(by))
        return made

    def step(self, by: int) -> None:
        """Choose the week before or after."""
        at = self.box.currentIndex() + by
        if 0 <= at < self.box.count():
            self.chosen.emit(at)


class PersonPanel(QWidget):
    """How the person chosen stands, question by question, and why.

    Signals:
        asked: a question was chosen; carries it, or ``None``.
        why_wanted: every figure of the person is to be explained.
    """

    asked = Signal(object)
    why_wanted = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("attendance_person")
        self.setAccessibleName(_("Cómo va la persona"))
        self.name = theme.label("", "attendance_person_name", theme.Role.STRONG)
        self.gap = Banner("attendance_gap")
        self.questions: TablePanel[Question] = TablePanel(
            "attendance_questions",
            _("Pruebas de asistencia"),
            question_columns(),
            key=lambda row: (row.about, row.title),
            filtered=False,
        )
        self.questions.setMinimumHeight(_QUESTIONS_HEIGHT)
        self.questions.chosen.connect(self.asked)
        self.why = WhyPanel("attendance_why")
        self.ask = why_button("attendance_ask_why", owner)
        self.ask.clicked.connect(self.why_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(why_head(self.name, self.ask))
        layout.addWidget(self.gap)
        layout.addWidget(self.questions, 3)
        layout.addWidget(_scrolled_why(self.why), 4)

    def show_person(self, name: str, questions: Sequence[Question], gap: str) -> None:
        """Show how a person stands; ``gap`` says what the calendar still lacks."""
        self.name.setText(name)
        if gap:
            self.gap.say(gap, theme.Wash.WARNING)
        else:
            self.gap.clear()
        self.questions.set_rows(questions)
        self.questions.choose_first()


class CellPanel(QWidget):
    """What is entered in the cell chosen, and the absences of who missed some of it.

    Signals:
        add_wanted: another absence was asked for.
        change_wanted, remove_wanted: something is to be done with an absence; carry its row.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_cell")
        self.setAccessibleName(_("Casilla"))
        self.person = theme.label("", "attendance_cell_person", theme.Role.STRONG)
        self.where = theme.label("", "attendance_cell_where", theme.Role.QUIET)
        self.words = theme.label("", "attendance_cell_words")
        self.absences: TablePanel[AbsenceRow] = TablePanel(
            "attendance_absences",
            _("Faltas de la casilla"),
            absence_columns(),
            key=lambda row: row.position,
            empty=EmptyState("attendance_absences_empty", _("Sin causas apuntadas."), icon="check"),
            filtered=False,
        )
        self.add = button("attendance_absence_add", _("Añadir…"), icon="add")
        self.change = button("attendance_absence_change", _("Cambiar…"), icon="edit")
        self.remove = button("attendance_absence_remove", _("Quitar"), icon="remove")
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(lambda: self.absences.about_current(self.change_wanted.emit))
        self.remove.clicked.connect(lambda: self.absences.about_current(self.remove_wanted.emit))
        self.absences.opened.connect(self.change_wanted)
        self.absences.chosen.connect(lambda _row: self._settle())
        self._can_add = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        for widget in (self.person, self.where, self.words):
            layout.addWidget(widget)
        layout.addLayout(flow_of([self.add, self.change, self.remove]))
        layout.addWidget(self.absences, 1)

    def show_cell(
        self, person: str, where: str, words: str, absences: Sequence[AbsenceRow], *, can_add: bool
    ) -> None:
        """Show a cell; ``can_add`` says that some of what was missed has no cause yet."""
        self.person.setText(person)
        self.where.setText(where)
        self.words.setText(words)
        self._can_add = can_add
        self.absences.set_rows(absences)
        self.absences.choose_first()
        self._settle()

    def _settle(self) -> None:
        has_row = self.absences.current_row() is not None
        self.add.setEnabled(self._can_add)
        self.change.setEnabled(has_row)
        self.remove.setEnabled(has_row)


class AttendanceView(TabView):
    """The week, its grid and its side panels.

    Signals:
        filled: the week was asked to be filled.
        justifications_wanted: the justifications of the course are to be shown.
        import_wanted, print_wanted: a file is to be read, the week's sheet is to be printed.
        send_wanted: the week was sent and is to be locked, or is to be corrected after all.
    """

    filled = Signal()
    justifications_wanted = Signal()
    send_wanted = Signal()
    import_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("attendance", _("Asistencia"))
        self.weeks = WeekSelector()
        self.fill = button(
            "attendance_fill",
            _("Semana completa"),
            icon="check",
            shortcut="Ctrl+Return",
            primary=True,
            owner=self,
        )
        self.print = button("attendance_print", _("Imprimir…"), icon="print", shortcut="Ctrl+P", owner=self)
        self.print.setToolTip(_("Imprimir la hoja de esta semana (Ctrl+P)"))
        self.read_file = button(
            "attendance_import", _("Importar…"), icon="import", shortcut="Ctrl+I", owner=self
        )
        self.read_file.setToolTip(_("Importar la asistencia de un fichero (Ctrl+I)"))
        self.send = button(
            "attendance_send", _("Enviar y bloquear…"), icon="send", shortcut="Ctrl+L", owner=self
        )
        self.send.clicked.connect(self.send_wanted)
        self.justify = button(
            "attendance_justifications",
            _("Justificantes…"),
            icon="attach",
            shortcut="Ctrl+Shift+J",
            owner=self,
        )
        self.justify.clicked.connect(self.justifications_wanted)
        self.lock = BadgeLabel("attendance_lock")
        self.lock.hide()
        self.jump = JumpLine(self)
        self.people = PeopleBar()
        self.detail = button("attendance_detail", _("Detalle"), icon="info", shortcut="F4", owner=self)
        self.detail.setCheckable(True)
        self.detail.setChecked(True)
        self.detail.toggled.connect(self._show_side)
        self.fill.clicked.connect(self.filled)
        self.print.clicked.connect(self.print_wanted)
        self.read_file.clicked.connect(self.import_wanted)
        self.alert = Banner("attendance_alert")
        self.grid = WeekTable("attendance_grid", _("Asistencia de la semana"))
        self.legend = theme.label(_legend(), "attendance_legend", theme.Role.QUIET)
        self.person = PersonPanel(owner=self)
        self.cell = CellPanel()
        self.side = QTabWidget()
        self.side.setObjectName("attendance_side")
        self.side.setAccessibleName(_("Detalle"))
        self.side.addTab(self.person, _("Persona"))
        self.side.addTab(self.cell, _("Casilla"))
        self.line = LinePanel()
        self.side.addTab(self.line, _("Línea"))
        self.jump.left.connect(self.grid.setFocus)
        self.grid.jump_wanted.connect(self.jump.open)
        self.grid.awaits_cause.connect(self._say_causes)
        self._is_roomy = True
        self._add_keys()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QWidget::resizeEvent: where week and detail do not fit side by side, the week stays."""
        super().resizeEvent(event)
        is_roomy = self.width() >= self.grid.least_width() + self.side.minimumWidth()
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self.detail.setChecked(is_roomy)

    def _show_side(self, shown: bool) -> None:  # noqa: FBT001 - what a signal of Qt carries
        self.side.setVisible(shown)

    def show_lock(self, words: str) -> None:
        """Say that the week was sent and stands still, or with no words that it may be written in."""
        self.lock.setVisible(bool(words))
        if words:
            self.lock.show_badge(Badge(words, "lock", theme.Wash.QUIET))
        rename_button(self.send, _("Desbloquear…") if words else _("Enviar y bloquear…"))

    def _say_causes(self, awaits: bool) -> None:  # noqa: FBT001 - what a signal of Qt carries
        """Say which letters there are while one is waited for."""
        causes = " · ".join(cause_words(cause) for cause in AbsenceCause)
        self.legend.setText(_("J y la causa: {causes}").format(causes=causes) if awaits else _legend())

    def _lay_out(self) -> None:
        bar = flow_of(
            [
                self.weeks,
                self.fill,
                self.print,
                self.justify,
                self.send,
                self.lock,
                self.read_file,
                self.detail,
                self.jump,
                self.people,
            ]
        )
        left = column_of([self.grid, self.legend], "attendance_left", spacing=theme.SPACE_SMALL)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("attendance_split")
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        self.side.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SIDE_FIGURES)
        split.setSizes([_WIDE, self.side.minimumWidth()])
        body = QWidget()
        body.setObjectName("attendance_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.alert)
        layout.addWidget(split, 1)
        self.empty = EmptyState(
            "attendance_empty",
            _("Todavía no hay nadie en el curso: matricule a alguien en «Alumnado»."),
            icon="attendance",
        )
        self.set_body(body, self.empty)
        self.start_at(self.grid)

    def _add_keys(self) -> None:
        for name, words, keys, by in (
            ("before", _("Semana anterior"), "Alt+Left", -1),
            ("after", _("Semana siguiente"), "Alt+Right", 1),
        ):
            action = QAction(words, self)
            action.setObjectName(f"attendance_go_{name}")
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, by=by: self.weeks.step(by))
            self.addAction(action)
        down = QAction(_("Copiar hacia abajo"), self.grid)
        down.setObjectName("attendance_fill_down")
        down.setShortcut("Ctrl+D")
        down.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        down.triggered.connect(self.grid.fill_down)
        self.grid.addAction(down)


class AbsenceDialog(FormDialog):
    """One absence: how much of the class, why, and how far its proof has come."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        self.cause: ChoiceField[AbsenceCause] = ChoiceField(
            "absence_cause",
            _("Causa"),
            [(cause, cause_words(cause)) for cause in AbsenceCause],
            required=True,
        )
        self.minutes = MinutesField("absence_minutes", _("Falta"), required=True, unit=_("horas"))
        self.state: ChoiceField[JustificationState] = ChoiceField(
            "absence_state",
            _("Justificación"),
            [(state, state.label.capitalize()) for state in JustificationState],
            required=True,
        )
        form = Form("absence_form", [(self.cause, 2), self.minutes, self.state])
        super().__init__("absence_dialog", title, form, parent)


def _legend() -> str:
    return _(
        "F completa · A falta · J y a–h justificada · 5 = 5 h · 45m · 2:30 · V virtual · Supr pendiente · "
        "Ctrl+D copia abajo · Ctrl+G salto · F1 ayuda"
    )


def _scrolled_why(why: WhyPanel) -> QScrollArea:
    area = scrolled(why, "attendance_why_scroll")
    theme.set_role(why, theme.Role.CARD)
    area.setMinimumHeight(0)
    return area
