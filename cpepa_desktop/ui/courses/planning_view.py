"""The dialog of a new course: what the centre says of it, and beside it the calendar that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.course import Regime, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import TimetableError, parse_timetable
from cpepa_desktop.operations.catalogue import OfferRow
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.ui.courses.columns import BlockDays, block_columns, offer_columns
from cpepa_desktop.ui.parts import course_words, icons, theme
from cpepa_desktop.ui.parts.facts import Fact, facts_grid
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, TextField
from cpepa_desktop.ui.parts.form import Form, scrolled
from cpepa_desktop.ui.parts.pick import PickField, SeveralField
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.parts.why import why_button, why_head

_WIDTH: Final = 1120
_HEIGHT: Final = 680
_PANEL_WIDTH: Final = 400


class TimetableField(TextField):
    """A timetable as it is typed, «L-V 09:00-14:00; M,J 16:00-18:00»."""

    def value(self) -> str:
        """Return the timetable as typed. Raise ``NotUnderstood`` where it is none."""
        typed = super().value()
        if typed:
            try:
                parse_timetable(typed)
            except TimetableError as error:
                raise NotUnderstood(str(error)) from error
        return typed


class NewCourseForm(Form):
    """The fields of a new course, in the order they are thought of."""

    def __init__(self) -> None:
        self.speciality: PickField[OfferRow] = PickField(
            "speciality",
            _("Especialidad"),
            offer_columns(),
            key=lambda row: (row.code, row.part),
            required=True,
            hint=_("Escriba parte del código o del título y elija con las flechas."),
        )
        self.call: ChoiceField[str] = ChoiceField("call", _("Convocatoria"), required=True)
        self.route: ChoiceField[Route] = ChoiceField("route", _("Financiación"), required=True)
        self.code = TextField("code", _("Código"), required=True)
        self.province: ChoiceField[str] = ChoiceField(
            "province", _("Provincia"), [(str(each), str(each)) for each in Province], required=True
        )
        self.start = DateField("start", _("Inicio"), required=True)
        self.timetable = TimetableField(
            "timetable",
            _("Horario"),
            required=True,
            hint=_("Por ejemplo: L-V 09:00-14:00; M,J 16:00-18:00"),
        )
        self.last_day: ChoiceField[LastDay] = ChoiceField("last_day", _("Último día corto"))
        self.last_day_reason = TextField("last_day_reason", _("Motivo para dejarlo así"))
        self.room = TextField("room", _("Aula"), hint=_("Una que no esté en el centro se añade."))
        self.trainers = SeveralField("trainers", _("Formadores"))
        self.approved_on = DateField("approved_on", _("Fecha de autorización"))
        self.regime: ChoiceField[Regime] = ChoiceField(
            "regime",
            _("Régimen de evaluación"),
            [(regime, course_words.regime_words(regime)) for regime in Regime],
            nothing=_("El que corresponde por fechas"),
        )
        self.regime_reason = TextField("regime_reason", _("Motivo del cambio de régimen"))
        super().__init__(
            "new_course_form",
            [
                (self.speciality, 2),
                (self.call, 2),
                self.route,
                self.province,
                self.code,
                self.start,
                (self.timetable, 2),
                self.last_day,
                self.last_day_reason,
                self.room,
                self.trainers,
                self.approved_on,
                self.regime,
                (self.regime_reason, 2),
            ],
        )
        self.regime.changed.connect(self.settle_questions)
        self.last_day.changed.connect(self.settle_questions)
        self.ask_last_day([])
        self.settle_questions()

    def offer_rooms(self, names: Sequence[str]) -> None:
        """Propose the classrooms of the centre while one is typed; the only one there is stands there."""
        self.room.set_value(names[0] if len(names) == 1 else "")
        line = self.room.editor
        completer = QCompleter(list(names), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if isinstance(line, QLineEdit):
            line.setCompleter(completer)

    def ask_last_day(self, choices: Sequence[tuple[LastDay, str]]) -> None:
        """Ask what to do with a short last day; without choices there is nothing to ask."""
        self.last_day.set_choices([(LastDay.ASK, _("Elija qué hacer…")), *choices] if choices else [])
        self.last_day.setVisible(bool(choices))
        self.settle_questions()

    def settle_questions(self) -> None:
        """Show the reasons that the choices made ask for."""
        self.last_day_reason.setVisible(self.last_day.value() is LastDay.KEEP)
        self.regime_reason.setVisible(self.regime.value() is not None)

    def forget_errors(self) -> None:
        """Take every error away before the form is judged again."""
        self.banner.clear()
        for field in self.fields:
            field.say("")

    def show_refused(self, refused: Refused) -> None:
        """Say why it was refused. Operations name fields in small letters, labels begin with a capital."""
        labels = {field.label.casefold(): field.name for field in self.fields}
        problems = tuple(
            replace(problem, column=labels.get(problem.column.casefold(), problem.column))
            for problem in refused.problems
        )
        super().show_refused(Refused(refused.message, problems))


class PlanPanel(QFrame):
    """The calendar that the form leads to, or what is still missing for one."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("plan_panel")
        self.setAccessibleName(_("Calendario que resulta"))
        theme.set_role(self, theme.Role.CARD)
        self.heading = theme.label(_("Calendario que resulta"), "plan_heading", theme.Role.STRONG)
        self.words = theme.label("", "plan_words", theme.Role.QUIET)
        self._facts = QWidget()
        self._facts.setObjectName("plan_facts")
        self._table = QVBoxLayout(self._facts)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._notices = QWidget()
        self._notices.setObjectName("plan_notices")
        self._lines = QVBoxLayout(self._notices)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.why = why_button("plan_why", owner)
        self.blocks: TablePanel[BlockDays] = TablePanel(
            "plan_blocks", _("Bloques"), block_columns(), key=lambda row: row.code, filtered=False
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(why_head(self.heading, self.why))
        for widget in (self.words, self._facts, self._notices):
            layout.addWidget(widget)
        layout.addWidget(self.blocks, 1)
        layout.addStretch()
        self.show_missing("")

    def show_missing(self, words: str) -> None:
        """Show what keeps the calendar from being made."""
        self.words.setText(words)
        self.words.show()
        for widget in (self._facts, self._notices, self.blocks, self.why):
            widget.hide()

    def show_plan(self, facts: Sequence[Fact], blocks: Sequence[BlockDays], notices: Sequence[str]) -> None:
        """Show a calendar: its facts, its blocks, and what is worth knowing of it."""
        self.words.hide()
        _empty(self._table)
        self._table.addWidget(facts_grid("plan", facts))
        _empty(self._lines)
        for at, notice in enumerate(notices):
            self._lines.addWidget(_notice(notice, f"plan_notice_{at}"))
        self.blocks.set_rows(blocks)
        self._facts.show()
        self.why.show()
        self._notices.setVisible(bool(notices))
        self.blocks.show()


class NewCourseDialog(QDialog):
    """Form and calendar side by side.

    Signals:
        submitted: the person asked to make the course and every field makes sense.
        why_wanted: the last day of the calendar is to be explained.
    """

    submitted = Signal()
    why_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_course_dialog")
        self.setWindowTitle(_("Nuevo curso"))
        self.setAccessibleName(_("Nuevo curso"))
        self.resize(theme.size_on_screen(_WIDTH, _HEIGHT))
        self.form = NewCourseForm()
        self.plan = PlanPanel(owner=self)
        self.plan.setMinimumWidth(_PANEL_WIDTH)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.setObjectName("new_course_buttons")
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancelar"))
        make = self.buttons.addButton(_("Crear el curso"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("new_course_accept")
        make.setAccessibleName(_("Crear el curso"))
        make.setToolTip(_("Crear el curso (Ctrl+S)"))
        theme.set_role(make, theme.Role.PRIMARY)
        sides = QHBoxLayout()
        sides.setSpacing(theme.SPACE_SECTION)
        sides.addWidget(scrolled(self.form, "new_course_scroll"), 3)
        sides.addWidget(self.plan, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE_LARGE)
        layout.addWidget(theme.label(_("Nuevo curso"), "new_course_title", theme.Role.HEADING))
        layout.addLayout(sides, 1)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.form.submit)
        self.buttons.rejected.connect(self.reject)
        self.form.submitted.connect(self.submitted)
        self.plan.why.clicked.connect(self.why_wanted)
        self.form.speciality.setFocus()


def _notice(words: str, name: str) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"{name}_row")
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_SMALL)
    layout.addWidget(icons.icon_label("warning", "warning"), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(theme.label(words, name), 1)
    return holder


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
