"""Days without class brought from a file in the page of the centre."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.operations.calendars import list_holidays
from cpepa_desktop.ui.centre.controller import CentrePage
from cpepa_desktop.ui.centre.holiday_intake import HolidayFileDialog
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.exchange.lists import csv_file
from tests.ui.course.workspace import dialog, no_dialog_is_open
from tests.ui.hands import ctrl, find, press, words_in

FREE = Holiday(date(2024, 3, 4), "No lectivo", HolidayScope.SCHOOL)


@pytest.fixture
def page(window: MainWindow) -> CentrePage:
    """Give the days without class on screen."""
    window.travel(Place("centre", "holidays"))
    found = window.page("centre")
    assert isinstance(found, CentrePage)
    return found


def ask(page: CentrePage, qtbot: QtBot, path: Path, year: int = 2024) -> HolidayFileDialog:
    """Ask for a file of school days."""
    page.view.holidays.panel.view.setFocus()
    ctrl(page.view.holidays.panel.view, Qt.Key.Key_I)
    asked = dialog(qtbot, HolidayFileDialog)
    asked.file.set_value(path)
    asked.year.set_value(year)
    asked.kind.set_value(HolidayScope.SCHOOL)
    ctrl(asked, Qt.Key.Key_S)
    return asked


def test_days_are_shown_and_then_written(
    page: CentrePage, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = csv_file(tmp_path / "escolar.csv", [("Fecha", "Festivo"), ("04/03/2024", "No lectivo")])
    ask(page, qtbot, path)
    shown = dialog(qtbot, IntakeDialog)
    assert "escolar.csv" in words_in(shown)
    assert FREE not in list_holidays(shell.workspace, 2024)
    press(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(no_dialog_is_open)
    assert FREE in list_holidays(shell.workspace, 2024)
    assert FREE in page.view.holidays.panel.shown_rows()
    shell.undo()
    assert FREE not in list_holidays(shell.workspace, 2024)


def test_a_bad_row_keeps_all_of_it_out(page: CentrePage, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [("Fecha", "Festivo"), ("04/03/2024", "No lectivo"), ("31/02/2024", "No existe")]
    ask(page, qtbot, csv_file(tmp_path / "escolar.csv", rows))
    shown = dialog(qtbot, IntakeDialog)
    assert not find(shown, QPushButton, "holidays_intake_accept").isEnabled()
    press(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)


def test_a_file_of_another_year_is_refused_in_the_form(
    page: CentrePage, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [("Fecha", "Festivo"), ("04/03/2022", "No lectivo")]
    asked = ask(page, qtbot, csv_file(tmp_path / "escolar.csv", rows))
    assert "es de 2022 y se han pedido los días de 2024" in words_in(asked)
    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)
