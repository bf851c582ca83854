"""The course at a glance: who is at risk and the hours at the left, what the centre writes at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.course_facts import CourseDetails
from cpepa_desktop.operations.explanations import Figure
from cpepa_desktop.ui.course.summary.columns import (
    HoursRow,
    RiskRow,
    TextRow,
    hours_columns,
    risk_columns,
    text_columns,
)
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.facts import Fact, FactsPanel
from cpepa_desktop.ui.parts.fields import ClockField, DateField, LongTextField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog, scrolled
from cpepa_desktop.ui.parts.page import button, row_of
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import figure_columns, why_button, why_head

_RISK_HEIGHT: Final = 210
_TEXTS_HEIGHT: Final = 280
_TEXT_WIDTH: Final = 720
_TEXT_HEIGHT: Final = 300
_TWO_CARDS: Final = 860
_TWO_COLUMNS: Final = ((1, 1, 1, 1), (0, 1, 1, 1), (0, 0, 2, 1), (2, 0, 1, 2), (3, 0, 1, 1), (3, 1, 1, 1))
"""Row, column and the rows and columns that each card takes where two stand side by side."""


class DetailsForm(Form):
    """What is known of a course besides its plan."""

    def __init__(self) -> None:
        self.file_number = TextField("file_number", _("Expediente"))
        self.approved_on = DateField("approved_on", _("Autorizado el"))
        self.selection_on = DateField("selection_on", _("Selección"))
        self.selection_minute = ClockField("selection_minute", _("Hora de la selección"))
        self.selection_place = TextField("selection_place", _("Lugar de la selección"))
        self.technician_name = TextField("technician_name", _("Personal técnico del INAEM"))
        self.technician_phone = TextField("technician_phone", _("Teléfono"))
        self.technician_email = TextField("technician_email", _("Correo electrónico"))
        self.practice_from = DateField("practice_from", _("Prácticas, desde"))
        self.practice_to = DateField("practice_to", _("Prácticas, hasta"))
        super().__init__(
            "details_form",
            [
                self.file_number,
                self.approved_on,
                self.practice_from,
                self.practice_to,
                self.selection_on,
                self.selection_minute,
                (self.selection_place, 2),
                (self.technician_name, 2),
                self.technician_phone,
                self.technician_email,
            ],
        )

    def show_details(self, details: CourseDetails, practice: tuple[date | None, date | None] | None) -> None:
        """Show what is known; ``practice`` is ``None`` where the course has no workplace module."""
        self.file_number.set_value(details.file_number)
        self.approved_on.set_value(details.approved_on)
        self.selection_on.set_value(details.selection_on)
        self.selection_minute.set_value(details.selection_minute)
        self.selection_place.set_value(details.selection_place)
        self.technician_name.set_value(details.technician_name)
        self.technician_phone.set_value(details.technician_phone)
        self.technician_email.set_value(details.technician_email)
        for field, day in zip((self.practice_from, self.practice_to), practice or (None, None), strict=True):
            field.setVisible(practice is not None)
            field.set_value(day)
        self.settle()

    def details(self) -> CourseDetails:
        """Return what is entered. The form was checked."""
        return CourseDetails(
            file_number=self.file_number.value(),
            approved_on=self.approved_on.value(),
            selection_on=self.selection_on.value(),
            selection_minute=self.selection_minute.value(),
            selection_place=self.selection_place.value(),
            technician_name=self.technician_name.value(),
            technician_phone=self.technician_phone.value(),
            technician_email=self.technician_email.value(),
        )

    def practice(self) -> tuple[date | None, date | None]:
        """Return the days of the workplace module as entered."""
        return self.practice_from.value(), self.practice_to.value()


class SummaryView(TabView):
    """The course at a glance.

    Signals:
        submitted: the details are to be saved.
        risk_opened: a person at risk was chosen; carries the row.
        text_wanted: a text of the conditions sheet is to be written; carries its row.
        figure_asked, hours_asked, risk_asked: a row of a table is to be explained; carry it.
    """

    submitted = Signal()
    risk_opened = Signal(object)
    text_wanted = Signal(object)
    figure_asked = Signal(object)
    hours_asked = Signal(object)
    risk_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("summary", _("Resumen"))
        self.risks: TablePanel[RiskRow] = TablePanel(
            "summary_risks",
            _("En riesgo"),
            risk_columns(),
            key=lambda row: (row.enrolment_id, row.question.about, row.question.title),
            filtered=False,
            empty=EmptyState("summary_risks_empty", _("Nadie está en riesgo de no llegar."), icon="ok"),
        )
        self.risks.setMinimumHeight(_RISK_HEIGHT)
        self.hours: TablePanel[HoursRow] = TablePanel(
            "summary_hours", _("Horas"), hours_columns(), key=lambda row: row.position, filtered=False
        )
        self.figures: TablePanel[Figure] = TablePanel(
            "summary_figures", _("Cifras"), figure_columns(), key=lambda row: row.key, filtered=False
        )
        self.facts = FactsPanel("summary_facts", _("Datos del curso"))
        self.form = DetailsForm()
        self.save = button("summary_save", _("Guardar"), icon="save")
        self.save.setToolTip(_("Guardar (Ctrl+S)"))
        self.texts: TablePanel[TextRow] = TablePanel(
            "summary_texts",
            _("Textos de la hoja de condiciones"),
            text_columns(),
            key=lambda row: row.item,
            filtered=False,
        )
        self.texts.setMinimumHeight(_TEXTS_HEIGHT)
        self.write = button("summary_write", _("Escribir…"), icon="edit", shortcut="Ctrl+E", owner=self)
        self.save.clicked.connect(self.form.submit)
        self.form.submitted.connect(self.submitted)
        self.risks.opened.connect(self.risk_opened)
        self.figures.opened.connect(self.figure_asked)
        self.hours.opened.connect(self.hours_asked)
        self.texts.opened.connect(self.text_wanted)
        self.write.clicked.connect(lambda: self.texts.about_current(self.text_wanted.emit))
        self.set_body(self._body())
        self.start_at(self.hours.view)

    def show_course(
        self,
        facts: Sequence[Fact],
        figures: Sequence[Figure],
        hours: Sequence[HoursRow],
        risks: Sequence[RiskRow],
        texts: Sequence[TextRow],
    ) -> None:
        """Show everything but the form."""
        self.facts.show_facts(_("Datos del curso"), facts)
        self.figures.set_rows(figures)
        self.hours.set_rows(hours)
        for panel in (self.figures, self.hours):
            panel.fit_rows()
            panel.choose_first()
        self.risks.set_rows(risks)
        self.risks.choose_first()
        self.texts.set_rows(texts)
        self.texts.choose_first()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Override QWidget::resizeEvent: where two cards do not fit side by side, each has a row."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= theme.scaled(_TWO_CARDS))

    def _body(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("summary_page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, theme.SPACE_SMALL, theme.SPACE)
        self._grid.setSpacing(theme.SPACE_LARGE)
        details = _("Expediente, selección y prácticas")
        texts = _("Textos de la hoja de condiciones")
        self._cards = (
            _explained("summary_risks_card", _("En riesgo"), self.risks, self.risk_asked),
            _explained("summary_figures_card", _("Cifras"), self.figures, self.figure_asked),
            self.facts,
            _explained("summary_hours_card", _("Módulos y unidades"), self.hours, self.hours_asked),
            _card("summary_details_card", details, self.form, [self.save]),
            _card("summary_texts_card", texts, self.texts, [self.write]),
        )
        self._is_wide: bool | None = None
        self._arrange(is_wide=True)
        area = scrolled(page, "summary_scroll")
        area.setMinimumHeight(0)
        return area

    def _arrange(self, *, is_wide: bool) -> None:
        """Put the cards in two columns, or one under the other in the order of what matters."""
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        for card in self._cards:
            self._grid.removeWidget(card)
        places = _TWO_COLUMNS if is_wide else tuple((row, 0, 1, 2) for row in range(len(self._cards)))
        for card, place in zip(self._cards, places, strict=True):
            self._grid.addWidget(card, *place)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)


class TextDialog(FormDialog):
    """One text of the conditions sheet."""

    def __init__(self, row: TextRow, certificate: str, parent: QWidget | None = None) -> None:
        hint = _("Se guarda para todos los cursos de {code}. Vacío, se imprime «Pendiente de completar».")
        self.body = LongTextField("text_body", row.title, hint=hint.format(code=certificate))
        self.body.editor.setFixedHeight(_TEXT_HEIGHT)
        title = _("Hoja de condiciones")
        super().__init__("text_dialog", title, Form("text_form", [(self.body, 2)]), parent)
        self.body.set_value(row.body)
        self.resize(_TEXT_WIDTH, self.sizeHint().height())


def _explained(name: str, title: str, panel: TablePanel[Any], asked: SignalInstance) -> QFrame:
    """Return a card of rows that «¿Por qué?» explains, by its button or its key inside the table."""
    why = why_button(f"{name}_why", panel)
    panel.chosen.connect(lambda row: why.setEnabled(row is not None))
    why.clicked.connect(lambda: panel.about_current(asked.emit))
    return _card(name, title, panel, why=why)


def _card(
    name: str,
    title: str,
    content: QWidget,
    commands: Sequence[QWidget] = (),
    *,
    why: QWidget | None = None,
) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setAccessibleName(title)
    theme.set_role(card, theme.Role.CARD)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
    layout.setSpacing(theme.SPACE)
    heading = theme.label(title, f"{name}_title", theme.Role.STRONG)
    layout.addLayout(why_head(heading, why) if why else row_of([heading]))
    layout.addWidget(content, 1)
    if commands:
        layout.addLayout(row_of(commands))
    return card
