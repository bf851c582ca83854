"""Tests of the yearly request: asked for, put in order, submitted, copied and planned by the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.operations.yearly_requests import read_request, save_line, submit_request
from cpepa_desktop.ui.courses.planning_view import NewCourseDialog
from cpepa_desktop.ui.planning.request.columns import line_columns
from cpepa_desktop.ui.planning.request.controller import PAPER, RequestSection
from cpepa_desktop.ui.planning.request.dialogs import LineDialog, LinkDialog
from cpepa_desktop.ui.planning.submission import SubmissionDialog, WithdrawDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog, no_dialog_is_open
from tests.ui.hands import ctrl, press, type_text, words_in
from tests.ui.planning.sections import forget_plans, open_section

YEAR = SchoolYear(2023)
LINE = RequestLine(0, 0, "SSCS0208", "", Route.OWN, starts_on=date(2024, 4, 1), places=15)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def section(window: MainWindow, shell: Shell) -> RequestSection:
    forget_plans(shell)
    return open_section(window, RequestSection, "request")


@pytest.fixture
def filled(section: RequestSection, shell: Shell) -> RequestSection:
    """Give the section with two lines, the first one chosen."""
    shell.run(lambda: save_line(shell.workspace, YEAR, LINE))
    other = replace(LINE, speciality="ADGD0308", part="A1", route=Route.AGREEMENT)
    shell.run(lambda: save_line(shell.workspace, YEAR, other))
    section.view.rows.table.view.setFocus()
    return section


def asked_for(shell: Shell) -> list[str]:
    return [view.line.words for view in read_request(shell.workspace, YEAR).lines]


def test_before_march_the_year_under_way_is_shown_and_it_is_said_that_it_is_late(
    section: RequestSection,
) -> None:
    assert section.view.years.currentText() == "Curso 23/24"
    assert "marzo y abril de 2023" in words_in(section.view)
    assert "No se pide nada" in words_in(section.view)


def test_a_line_is_written_down_by_the_keys(section: RequestSection, shell: Shell, qtbot: QtBot) -> None:
    shell.run(lambda: save_local_entity(shell.workspace, LocalEntity(0, "Ayuntamiento de Utebo")))
    section.view.rows.add.setFocus()
    ctrl(section.view.rows, Qt.Key.Key_N)
    asked = dialog(qtbot, LineDialog)
    type_text(asked.subject.panel.filter_box, "SSCS0208 MF1016")
    asked.route.set_value(Route.LOCAL)
    asked.entity.set_value(list_local_entities(shell.workspace)[0].id)
    asked.start.set_value(date(2024, 4, 1))
    asked.places.set_value(12)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = section.view.rows.table.shown_rows()
    shown = [column.shown(row) for column in line_columns()]
    assert [*shown[:2], *shown[3:]] == [
        "1",
        "SSCS0208 MF1016_2",
        "Ayuntamiento de Utebo",
        "1 abr 2024",
        "12",
        "Nueva: falta 1 cosa",
        "Sin curso",
    ]


def test_only_a_local_entity_is_asked_which(filled: RequestSection, qtbot: QtBot) -> None:
    press(filled.view.rows.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, LineDialog)
    assert not asked.entity.isVisible()
    asked.route.set_value(Route.LOCAL)
    asked.settle()
    assert asked.entity.isVisible()
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert line_columns()[3].shown(filled.view.rows.table.shown_rows()[0]) == "Falta qué entidad"
    assert "Falta decir qué entidad local paga." in words_in(filled.view.facts)


def test_a_start_outside_the_school_year_is_refused_in_the_form(filled: RequestSection, qtbot: QtBot) -> None:
    ctrl(filled.view.rows, Qt.Key.Key_E)
    asked = dialog(qtbot, LineDialog)
    asked.start.set_value(date(2024, 9, 1))
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "no es del curso 23/24" in words_in(asked)
    asked.reject()


def test_the_line_chosen_says_what_it_lacks_or_what_authorises_it(
    filled: RequestSection, shell: Shell
) -> None:
    assert "Para la nueva autorización" in words_in(filled.view.facts)
    assert "Falta anotar qué exige la especialidad" in words_in(filled.view.facts)
    given = Accreditation(0, "SSCS0208", "26-17", date(2023, 9, 1), date(2024, 8, 31), 15)
    shell.run(lambda: save_accreditation(shell.workspace, given))
    assert line_columns()[6].shown(filled.view.rows.table.shown_rows()[0]) == "Ya autorizado"
    assert "26-17, hasta 31 ago 2024" in words_in(filled.view.facts)


def test_a_line_authorised_for_fewer_places_says_so(filled: RequestSection, shell: Shell) -> None:
    given = Accreditation(0, "SSCS0208", "26-17", date(2023, 9, 1), None, 12)
    shell.run(lambda: save_accreditation(shell.workspace, given))
    assert line_columns()[6].shown(filled.view.rows.table.shown_rows()[0]) == "Autorizado, con aviso"
    assert "Pide 15 plazas y la acreditación es de 12." in words_in(filled.view.facts)


def test_lines_are_put_in_order_by_the_keys(filled: RequestSection, shell: Shell) -> None:
    assert not filled.view.up.isEnabled()
    ctrl(filled.view.rows, Qt.Key.Key_Down)
    assert asked_for(shell) == ["ADGD0308 A1", "SSCS0208"]
    assert not filled.view.down.isEnabled()
    ctrl(filled.view.rows, Qt.Key.Key_Up)
    assert asked_for(shell) == ["SSCS0208", "ADGD0308 A1"]


def test_a_line_is_taken_away_and_comes_back_with_undo(filled: RequestSection, shell: Shell) -> None:
    filled.view.rows.remove.click()
    assert asked_for(shell) == ["ADGD0308 A1"]
    shell.undo()
    assert asked_for(shell) == ["SSCS0208", "ADGD0308 A1"]


def test_it_is_submitted_with_its_day_and_number_and_opened_again_with_a_reason(
    filled: RequestSection, shell: Shell, qtbot: QtBot
) -> None:
    press(filled.view, Qt.Key.Key_P, CTRL, SHIFT)
    asked = dialog(qtbot, SubmissionDialog)
    assert asked.day.value() == shell.clock.today()
    asked.number.set_value("GAC-1")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert read_request(shell.workspace, YEAR).request.number == "GAC-1"
    assert "GAC-1" in words_in(filled.view)
    view = filled.view
    buttons = (view.rows.add, view.rows.change, view.rows.remove, view.up, view.down)
    assert not any(each.isEnabled() for each in buttons)
    assert view.plan.isEnabled()
    press(view, Qt.Key.Key_B, CTRL, SHIFT)
    why = dialog(qtbot, WithdrawDialog)
    why.reason.set_value("Faltaba un módulo")
    ctrl(why, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert read_request(shell.workspace, YEAR).request.submitted_on is None
    assert view.rows.add.isEnabled()


def test_a_submission_of_a_day_to_come_is_refused_in_the_form(
    filled: RequestSection, shell: Shell, qtbot: QtBot
) -> None:
    filled.view.submit.click()
    asked = dialog(qtbot, SubmissionDialog)
    asked.day.set_value(date(2025, 3, 1))
    ctrl(asked, Qt.Key.Key_S)
    assert "aún no ha llegado" in words_in(asked)
    asked.reject()
    assert read_request(shell.workspace, YEAR).request.submitted_on is None


def test_the_sheet_is_copied_in_the_order_it_is_typed(filled: RequestSection) -> None:
    press(filled.view, Qt.Key.Key_K, CTRL, SHIFT)
    heading, first, second = QGuiApplication.clipboard().text().split("\n")
    assert heading.startswith("N.º\tCódigo\tCertificado o módulo\tParte")
    assert first.startswith("1\tSSCS0208\t")
    assert "Necesita financiación" in second
    assert "Copiadas 2 líneas" in filled.view.banner.words


def test_it_is_printed_for_its_school_year(
    filled: RequestSection, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cpepa_desktop.ui.papers.actions.choose.choose_folder", lambda *_given: tmp_path)
    press(filled.view, Qt.Key.Key_P, CTRL)
    (paper,) = [view.paper for view in list_papers(shell.workspace) if view.paper.kind == PAPER]
    assert (paper.course, paper.period) == ("", "23/24")
    assert [path.suffix for path in tmp_path.glob("*yearly-request*")] == [".pdf"]


def test_a_course_is_planned_from_a_line_and_linked_to_it(
    filled: RequestSection, shell: Shell, qtbot: QtBot
) -> None:
    shell.run(lambda: submit_request(shell.workspace, YEAR, shell.clock.today()))
    filled.view.rows.table.view.setFocus()
    ctrl(filled.view.rows, Qt.Key.Key_Return)
    asked = dialog(qtbot, NewCourseDialog)
    chosen = asked.form.speciality.value()
    assert chosen is not None
    assert (chosen.code, asked.form.route.value(), asked.form.start.value()) == (
        "SSCS0208",
        Route.OWN,
        date(2024, 4, 1),
    )
    asked.form.code.set_value("2024-PA")
    asked.form.trainers.set_value([])
    asked.form.timetable.set_value("L-V 16:00-21:00")
    asked.submitted.emit()
    qtbot.waitUntil(no_dialog_is_open)
    assert find_course(shell.workspace, "2024-PA").route is Route.OWN
    assert [view.line.course for view in read_request(shell.workspace, YEAR).lines] == ["2024-PA", ""]
    assert filled.view.plan.accessibleName() == "Ir al curso"
    ctrl(filled.view.rows, Qt.Key.Key_Return)
    assert not filled.view.isVisible()


def test_a_course_that_there_is_answers_a_line_by_the_keys(
    filled: RequestSection, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(filled.view.rows, Qt.Key.Key_M)
    asked = dialog(qtbot, LinkDialog)
    asked.course.set_value("2024-SSCS0208")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert [view.line.course for view in read_request(shell.workspace, YEAR).lines] == ["2024-SSCS0208", ""]
    ctrl(filled.view.rows, Qt.Key.Key_M)
    asked = dialog(qtbot, LinkDialog)
    assert asked.course.value() == "2024-SSCS0208"
    asked.course.set_value(None)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert [view.line.course for view in read_request(shell.workspace, YEAR).lines] == ["", ""]


def test_a_line_of_what_no_call_offers_opens_the_dialog_on_its_speciality(
    filled: RequestSection, shell: Shell, qtbot: QtBot
) -> None:
    shell.run(lambda: save_line(shell.workspace, YEAR, replace(LINE, part="MF1016_2")))
    filled.view.plan_wanted.emit(filled.view.rows.table.shown_rows()[2])
    asked = dialog(qtbot, NewCourseDialog)
    assert asked.form.speciality.panel.filter_box.text() == "SSCS0208"
    asked.reject()
    qtbot.waitUntil(no_dialog_is_open)


def test_another_school_year_is_looked_at(filled: RequestSection, window: MainWindow, shell: Shell) -> None:
    next_year = SchoolYear(2024)
    shell.run(
        lambda: save_line(shell.workspace, next_year, replace(LINE, starts_on=None, speciality="HOTA0308"))
    )
    assert filled.view.years.itemText(0) == "Curso 24/25"
    filled.view.years.setFocus()
    press(filled.view.years, Qt.Key.Key_Up)
    assert filled.detail() == "2024"
    assert [row.line.words for row in filled.view.rows.table.shown_rows()] == ["HOTA0308"]
    section = open_section(window, RequestSection, "request/2023")
    assert section.detail() == "2023"
    assert len(section.view.rows.table.shown_rows()) == 2
