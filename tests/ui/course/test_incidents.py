"""Tests of the incidents of a course: written down by the keys, changed, communicated and taken away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.operations.incidents import IncidentForm, add_incident, list_incidents
from cpepa_desktop.ui.course.incidents.columns import incident_columns
from cpepa_desktop.ui.course.incidents.controller import IncidentsTab
from cpepa_desktop.ui.course.incidents.dialogs import CommunicatedDialog, IncidentDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, press, words_in

DAY = date(2024, 1, 16)
DARK = IncidentForm(DAY, 540, "Corte de luz", "Tormenta")
LATE = IncidentForm(date(2024, 2, 6), 585, "Simulacro")


@pytest.fixture
def tab(window: MainWindow) -> IncidentsTab:
    return open_tab(window, IncidentsTab, "incidents")


@pytest.fixture
def filled(tab: IncidentsTab, shell: Shell) -> IncidentsTab:
    """Give the tab with two incidents of the class."""
    shell.run(lambda: add_incident(shell.workspace, COURSE, DARK))
    shell.run(lambda: add_incident(shell.workspace, COURSE, LATE))
    return tab


def whats(shell: Shell) -> list[str]:
    return [view.incident.what for view in list_incidents(shell.workspace, COURSE)]


def test_without_incidents_the_next_step_is_to_add_one(tab: IncidentsTab) -> None:
    assert tab.view.is_empty()
    assert "día, hora, causa y justificación" in words_in(tab.view)


def test_an_incident_is_written_down_by_the_keys(tab: IncidentsTab, shell: Shell, qtbot: QtBot) -> None:
    ctrl(tab.view, Qt.Key.Key_N)
    asked = dialog(qtbot, IncidentDialog)
    assert asked.day.value() == shell.workspace.clock.today()
    asked.day.set_value(DAY)
    asked.minute.set_value(540)
    asked.what.set_value("Corte de luz")
    asked.cause.set_value("Tormenta")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = tab.view.table.shown_rows()
    assert [column.shown(row) for column in incident_columns()] == [
        "mar 16 ene",
        "9:00",
        "Todo el grupo",
        "Corte de luz",
        "Tormenta",
        "",
        "Sin comunicar",
    ]


def test_what_cannot_be_is_said_in_the_form_which_stays(
    tab: IncidentsTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(tab.view, Qt.Key.Key_N)
    asked = dialog(qtbot, IncidentDialog)
    asked.day.set_value(date(2024, 1, 20))
    asked.minute.set_value(540)
    asked.what.set_value("Corte de luz")
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "no tiene clase" in words_in(asked)
    asked.reject()
    assert whats(shell) == []


def test_return_changes_the_incident_chosen(filled: IncidentsTab, shell: Shell, qtbot: QtBot) -> None:
    filled.view.table.choose_first()
    press(filled.view.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, IncidentDialog)
    assert (asked.day.value(), asked.minute.value(), asked.what.value()) == (DAY, 540, "Corte de luz")
    assert asked.who.value() is None
    asked.justification.set_value("Aviso de la compañía")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert list_incidents(shell.workspace, COURSE)[0].incident.justification == "Aviso de la compañía"


def test_those_chosen_are_communicated_on_a_day(filled: IncidentsTab, shell: Shell, qtbot: QtBot) -> None:
    filled.view.table.view.setFocus()
    filled.view.table.view.selectAll()
    ctrl(filled.view, Qt.Key.Key_M)
    asked = dialog(qtbot, CommunicatedDialog)
    assert asked.windowTitle() == "Comunicar 2 incidencias"
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    today = shell.workspace.clock.today()
    assert [v.incident.communicated_on for v in list_incidents(shell.workspace, COURSE)] == [today, today]


def test_one_is_taken_away_and_comes_back_with_undo(filled: IncidentsTab, shell: Shell) -> None:
    filled.view.table.choose_first()
    filled.view.remove.click()
    assert whats(shell) == ["Simulacro"]
    shell.undo()
    assert whats(shell) == ["Corte de luz", "Simulacro"]


def test_a_link_goes_to_an_incident(filled: IncidentsTab, window: MainWindow, shell: Shell) -> None:
    key = list_incidents(shell.workspace, COURSE)[1].incident.id
    tab = open_tab(window, IncidentsTab, f"incidents/{key}")
    row = tab.view.table.current_row()
    assert row is not None
    assert row.incident.what == "Simulacro"
    assert tab is filled
