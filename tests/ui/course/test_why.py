"""«¿Por qué?» in a course: every figure on screen opens its explanation, with an article that can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.calendar.controller import CalendarTab
from cpepa_desktop.ui.course.enrolments.controller import EnrolmentsTab
from cpepa_desktop.ui.course.summary.controller import SummaryTab
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog, open_tab
from tests.ui.hands import click, find, press, words_in


def asked(qtbot: QtBot, table: QWidget) -> WhyDialog:
    """Ask «¿Por qué?» by its key where the keyboard is and return the dialog that answers."""
    table.setFocus()  # a key goes where the focus is
    press(table, Qt.Key.Key_F8)
    return dialog(qtbot, WhyDialog)


def explained(opened: WhyDialog) -> dict[str, str]:
    """Return what the dialog says of each of its figures, after seeing that every one cites an article."""
    said = {}
    for figure in opened.figures.shown_rows():
        assert figure.explanation.citation, figure.label
        assert figure.explanation.articles, figure.label
        assert opened.figures.choose(figure.key), "no two figures have one key"
        assert figure.explanation.sentence in words_in(opened.why)
        said[figure.label] = figure.value
    opened.reject()
    return said


@pytest.mark.parametrize("panel", ["summary_figures", "summary_hours", "summary_risks"])
def test_every_row_of_the_summary_opens_its_own_explanation(
    window: MainWindow, qtbot: QtBot, panel: str
) -> None:
    view = open_tab(window, SummaryTab, "summary").view
    table = find(view, TablePanel, panel)
    table.choose_first()
    opened = asked(qtbot, table.view)
    first = opened.figures.current_row()
    assert first is not None
    assert explained(opened)
    rows = table.shown_rows()
    table.choose(table.model.key(len(rows) - 1))
    again = asked(qtbot, table.view)
    assert again.figures.current_row() != first
    again.reject()


def test_the_figures_of_a_course_are_those_that_people_ask_for(window: MainWindow, qtbot: QtBot) -> None:
    view = open_tab(window, SummaryTab, "summary").view
    said = explained(asked(qtbot, view.figures.view))
    assert list(said) == ["Horas oficiales", "Último día", "Personas", "Evaluación", "Abandonos tolerados"]
    assert (said["Horas oficiales"], said["Evaluación"]) == ("380 h", "RD 34/2008")


def test_the_button_and_enter_open_it_too(window: MainWindow, qtbot: QtBot) -> None:
    view = open_tab(window, SummaryTab, "summary").view
    click(find(view, QPushButton, "summary_hours_card_why"))
    dialog(qtbot, WhyDialog).reject()
    view.figures.choose_first()
    press(view.figures.view, Qt.Key.Key_Return)
    dialog(qtbot, WhyDialog).reject()


def test_every_figure_of_a_person_is_explained_from_the_list_of_people(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = open_tab(window, EnrolmentsTab, "enrolments").view
    said = explained(asked(qtbot, view.table.view))
    assert {"Plaza", "Asistido", "Faltas", "Pendiente de introducir", "Horas computables"} <= said.keys()
    assert "Lo que aún puede faltar" in said


def test_every_figure_of_a_person_is_explained_from_the_week(window: MainWindow, qtbot: QtBot) -> None:
    view = open_tab(window, AttendanceTab, "attendance").view
    assert "Asistencia para el diploma" in explained(asked(qtbot, view.grid))


def test_the_diploma_shows_the_hours_of_the_module_that_decides(window: MainWindow) -> None:
    view = open_tab(window, AttendanceTab, "attendance").view
    rows = view.person.questions.shown_rows()
    diploma = next(row for row in rows if row.about == "Diploma")
    decisive = next(row for row in rows if row.about == diploma.decided_by)
    assert (diploma.attended, diploma.base) == (decisive.attended, decisive.base)
    assert diploma.words == "Diploma · 1017"
    assert diploma.full_words == "Asistencia para el diploma. Decide MF1017_2."


def test_a_module_that_nobody_is_examined_of_says_why_in_the_week(window: MainWindow) -> None:
    view = open_tab(window, AttendanceTab, "attendance").view
    extra = view.person.questions.shown_rows()[-1]
    assert extra.verdict is None
    view.person.questions.choose((extra.about, extra.title))
    assert "Cuenta en las horas de la acción" in words_in(view.person.why)


def test_a_day_without_class_says_why_in_the_calendar(window: MainWindow, qtbot: QtBot) -> None:
    view = open_tab(window, CalendarTab, "calendar").view
    holiday = next(row for row in view.table.shown_rows() if row.holiday)
    view.table.choose(holiday.key)
    press(view.table.view, Qt.Key.Key_Return)
    opened = dialog(qtbot, WhyDialog)
    assert holiday.title in words_in(opened.why)
    assert "no hay clase" in words_in(opened.why)
    opened.reject()


def test_a_day_of_class_says_how_it_keeps_within_the_limits(window: MainWindow, qtbot: QtBot) -> None:
    view = open_tab(window, CalendarTab, "calendar").view
    opened = asked(qtbot, view.table.view)
    assert "5 h están entre 3 h y 8 h." in words_in(opened.why)
    opened.reject()
