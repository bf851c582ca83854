"""The first page: four lists, each row opening the very thing it names."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.home.columns import course_columns, paper_columns, risk_columns, week_columns
from cpepa_desktop.ui.home.reading import Home
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.parts.table import TablePanel

_CARD_HEIGHT: Final = 220


class HomeView(PageView):
    """What is under way and what waits.

    Signals:
        course_asked: the person wants to see a course; carries its row.
        week_asked, risk_asked, paper_asked: the same for what the other lists name.
        plan_asked: there is no course and the person wants to plan one.
    """

    course_asked = Signal(object)
    week_asked = Signal(object)
    risk_asked = Signal(object)
    paper_asked = Signal(object)
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__("home", _("Inicio"))
        self.courses = TablePanel(
            "home_courses",
            _("Cursos en marcha o planificados"),
            course_columns(),
            key=lambda row: row.code,
            filtered=False,
            empty=EmptyState(
                "home_courses_empty", _("Ningún curso en marcha ni planificado."), icon="courses"
            ),
        )
        self.weeks = TablePanel(
            "home_weeks",
            _("Asistencia por introducir"),
            week_columns(),
            key=lambda week: (week.course, week.summary.week),
            filtered=False,
            empty=EmptyState("home_weeks_empty", _("Toda la asistencia está introducida."), icon="ok"),
        )
        self.risks = TablePanel(
            "home_risks",
            _("Personas en riesgo"),
            risk_columns(),
            key=lambda each: (each.course, each.enrolment.id),
            filtered=False,
            empty=EmptyState("home_risks_empty", _("Nadie está en riesgo de no llegar."), icon="ok"),
        )
        self.papers = TablePanel(
            "home_papers",
            _("Documentos por presentar"),
            paper_columns(),
            key=lambda each: each.paper.id,
            filtered=False,
            empty=EmptyState("home_papers_empty", _("Ningún documento por presentar."), icon="ok"),
        )
        self.courses.opened.connect(self.course_asked)
        self.weeks.opened.connect(self.week_asked)
        self.risks.opened.connect(self.risk_asked)
        self.papers.opened.connect(self.paper_asked)
        nothing = EmptyState(
            "home_empty",
            _("Todavía no hay ningún curso. Planifique el primero: especialidad, fechas y horario."),
            action=_("Planificar un curso"),
            icon="courses",
        )
        nothing.acted.connect(self.plan_asked)
        self.set_body(self._body(), nothing)

    def show_home(self, home: Home) -> None:
        """Show everything."""
        self.show_empty(empty=not home.has_courses)
        self.courses.set_rows(home.courses)
        self.weeks.set_rows(home.weeks)
        self.risks.set_rows(home.at_risk)
        self.papers.set_rows(home.papers)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("home_body")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SPACE_LARGE)
        grid.addWidget(_card("courses", self.courses), 0, 0, 1, 2)
        grid.addWidget(_card("to-do", self.weeks), 1, 0)
        grid.addWidget(_card("risk", self.risks), 1, 1)
        grid.addWidget(_card("papers", self.papers), 2, 0, 1, 2)
        for column, share in enumerate((5, 8)):
            grid.setColumnStretch(column, share)
        for row, share in enumerate((3, 4, 3)):
            grid.setRowStretch(row, share)
        return body


def _card(icon: str, panel: TablePanel[Any]) -> QFrame:
    card = QFrame()
    card.setObjectName(f"{panel.objectName()}_card")
    theme.set_role(card, theme.Role.CARD)
    head = QHBoxLayout()
    head.setSpacing(theme.SPACE_SMALL)
    head.addWidget(icons.icon_label(icon, "accent", icons.NORMAL))
    head.addWidget(theme.label(panel.accessibleName(), f"{panel.objectName()}_title", theme.Role.STRONG), 1)
    theme.set_role(panel.view, theme.Role.PLAIN)
    panel.setMinimumHeight(_CARD_HEIGHT // 2)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE_SMALL)
    layout.setSpacing(theme.SPACE_TIGHT)
    layout.addLayout(head)
    layout.addWidget(panel, 1)
    return card
