"""Tests of the course at a glance: hours, people at risk, its details and the texts of its certificate."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import cancel_session, set_mode
from cpepa_desktop.operations.texts import texts_of
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.ui.course.enrolments.controller import EnrolmentsTab
from cpepa_desktop.ui.course.summary.columns import (
    hours_columns,
    hours_rows,
    risk_columns,
    text_columns,
    text_rows,
)
from cpepa_desktop.ui.course.summary.controller import SummaryTab
from cpepa_desktop.ui.course.summary.view import TextDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, open_course, open_tab
from tests.ui.hands import ctrl, press, type_text, words_in


@pytest.fixture
def tab(window: MainWindow) -> SummaryTab:
    return open_tab(window, SummaryTab, "summary")


def test_hours_are_listed_by_module_and_unit_with_their_days(shell: Shell) -> None:
    rows = hours_rows(read_course(shell.workspace, COURSE))
    shown = [[column.shown(row) for column in hours_columns()] for row in rows]
    assert [line[0] for line in shown] == [
        "MF1016_2",
        "    UF0127",
        "    UF0128",
        "MF1017_2",
        "MF1018_2",
        "MF1019_2",
        "    UF0129",
        "    UF0130",
        "    UF0131",
        shown[9][0],
        "MP0029",
    ]
    assert shown[1][2:] == ["30 h", "30 h", "", "15 ene – 22 ene 2024"]
    assert shown[-1][2:] == ["80 h", "en la empresa", "", "20 may – 7 jun 2024"]


def test_hours_that_the_calendar_lacks_are_told_of_the_unit_and_its_module(shell: Shell) -> None:
    session = week_grid(shell.workspace, COURSE, IsoWeek(2024, 7)).columns[0].sessions[0]
    cancel_session(shell.workspace, COURSE, session.id, "Nevada", None)
    gaps = {row.code: row.gap for row in hours_rows(read_course(shell.workspace, COURSE))}
    assert (gaps["MF1016_2"], gaps["UF0127"], gaps["UF0128"], gaps["MF1017_2"]) == (300, 0, 300, 0)


def test_people_at_risk_are_named_with_what_is_at_risk(tab: SummaryTab) -> None:
    shown = [[column.shown(row) for column in risk_columns()] for row in tab.view.risks.shown_rows()]
    assert shown == [
        ["Blasco Ñíguez, José", "Diploma", "No"],
        ["Blasco Ñíguez, José", "Subvención", "En riesgo"],
        ["Blasco Ñíguez, José", "MF1016_2", "No"],
    ]


def test_a_person_at_risk_is_opened_by_enter(tab: SummaryTab, window: MainWindow) -> None:
    tab.view.risks.choose_first()
    press(tab.view.risks.view, Qt.Key.Key_Return)
    people = open_course(window).tab("enrolments")
    assert isinstance(people, EnrolmentsTab)
    current = people.view.table.current_row()
    assert current is not None
    assert current.enrolment.person.listed_name == "Blasco Ñíguez, José"


def test_facts_of_the_course_are_told(tab: SummaryTab) -> None:
    words = words_in(tab.view.facts)
    for fact in (
        "SSCS0208",
        "certificado completo",
        "Convocatoria",
        "L-V 09:00-14:00",
        "Aula 1",
        "RD 34/2008",
    ):
        assert fact in words


def test_details_are_saved_by_ctrl_s(tab: SummaryTab, shell: Shell) -> None:
    form = tab.view.form
    form.file_number.set_value("24/0099")
    form.practice_to.set_value(date(2024, 6, 14))
    form.file_number.setFocus()
    ctrl(form.file_number.editor, Qt.Key.Key_S)
    view = read_course(shell.workspace, COURSE)
    assert view.course.file_number == "24/0099"
    assert view.modules[-1].to_day == date(2024, 6, 14)
    assert not form.is_changed()


def test_what_is_refused_stays_in_the_form_and_keeps_the_tab(
    tab: SummaryTab, shell: Shell, window: MainWindow
) -> None:
    form = tab.view.form
    form.practice_to.set_value(date(2024, 5, 1))
    page = open_course(window, "calendar")
    assert page.view.current_tab == "summary"
    assert "no pueden acabar antes de empezar" in form.banner.words
    assert read_course(shell.workspace, COURSE).modules[-1].to_day == date(2024, 6, 7)
    form.practice_to.set_value(date(2024, 6, 7))


def test_leaving_the_tab_saves_what_was_typed(tab: SummaryTab, shell: Shell, window: MainWindow) -> None:
    tab.view.form.technician_name.set_value("Nueva técnica")
    page = open_course(window, "calendar")
    assert page.view.current_tab == "calendar"
    assert read_course(shell.workspace, COURSE).course.technician_name == "Nueva técnica"


def test_what_does_not_make_sense_keeps_the_person_on_the_page(tab: SummaryTab, window: MainWindow) -> None:
    line = tab.view.form.approved_on.editor
    tab.view.form.approved_on.set_value(None)
    type_text(line, "31/2/2024")
    assert not open_course(window).leave()
    assert tab.view.form.approved_on.error == "Ese día no existe en el calendario."
    tab.view.form.approved_on.set_value(date(2023, 11, 20))


def test_a_change_elsewhere_leaves_what_is_being_typed_alone(tab: SummaryTab, shell: Shell) -> None:
    tab.view.form.file_number.set_value("a medias")
    session = week_grid(shell.workspace, COURSE, IsoWeek(2024, 8)).columns[0].sessions[0]
    shell.run(lambda: set_mode(shell.workspace, COURSE, [session.id], SessionMode.VIRTUAL))
    assert tab.view.form.file_number.value() == "a medias"
    tab.view.form.file_number.set_value("23/0000.SAMPLE.001")


def test_another_course_is_shown_whole(tab: SummaryTab, window: MainWindow) -> None:
    assert tab.view.form.file_number.value() == "23/0000.SAMPLE.001"
    open_course(window, "summary", EMPTY_COURSE)
    assert tab.view.form.file_number.value() == ""


def test_a_text_is_written_for_every_course_of_its_certificate(
    tab: SummaryTab, shell: Shell, qtbot: QtBot
) -> None:
    tab.view.texts.choose("evaluation")
    tab.view.write.click()
    asked = dialog(qtbot, TextDialog)
    asked.body.set_value("Evaluación continua y una prueba por módulo.")
    asked.form.submit()
    assert (
        texts_of(shell.workspace, "SSCS0208")["evaluation"] == "Evaluación continua y una prueba por módulo."
    )


def test_a_text_says_whether_it_is_written_pending_or_made_of_data(tab: SummaryTab, shell: Shell) -> None:
    state = {row.item: text_columns()[1].shown(row) for row in tab.view.texts.shown_rows()}
    assert state["presentation"] == "Escrito"
    assert state["programme"] == "De los datos"
    assert "virtual_tool" not in state
    session = week_grid(shell.workspace, COURSE, IsoWeek(2024, 8)).columns[0].sessions[0]
    shell.run(lambda: set_mode(shell.workspace, COURSE, [session.id], SessionMode.VIRTUAL))
    state = {row.item: text_columns()[1].shown(row) for row in tab.view.texts.shown_rows()}
    assert state["virtual_tool"] == "Pendiente"


def test_a_missing_item_is_recognised_by_its_letter(shell: Shell) -> None:
    view = read_course(shell.workspace, COURSE)
    rows = {row.item: row for row in text_rows(view, {}, ["b) Objetivos", "Aula virtual. a) Herramienta"])}
    assert rows["objectives"].is_missing
    assert not rows["presentation"].is_missing


def test_where_two_cards_do_not_fit_side_by_side_those_at_risk_come_first(
    tab: SummaryTab, window: MainWindow, qtbot: QtBot
) -> None:
    def corner(widget: QWidget) -> QPoint:
        return widget.mapTo(tab.view, QPoint(0, 0))

    window.resize(1280, 720)
    qtbot.waitUntil(lambda: corner(tab.view.facts).x() < corner(tab.view.risks).x())
    tab.view.resize(500, 700)
    qtbot.waitUntil(lambda: corner(tab.view.facts).y() > corner(tab.view.risks).y())
