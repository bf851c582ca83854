"""Tests of the dialog that closes an obligation: prefilled, warned of lateness, refused beside the field."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.ui.obligations.filing import FilingDialog, ask_filing
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.conftest import CLOCK
from tests.ui.course.workspace import COURSE
from tests.ui.hands import ctrl, in_dialog, words_in

TODAY = CLOCK.today()
SHEET = ("attendance_weekly", "2024-W06")
MONDAY = date(2024, 2, 12)


def find_obligation(shell: Shell, name: str, subject: str = "") -> DatedObligation:
    found = course_obligations(shell.workspace, COURSE)
    return next(each for each in found if (each.name, each.subject) == (name, subject))


def as_filing(widget: QWidget) -> FilingDialog:
    assert isinstance(widget, FilingDialog)
    return widget


@pytest.fixture
def sheet(shell: Shell) -> DatedObligation:
    """Return an obligation with three channels that nobody has met: the sheet of a week."""
    return find_obligation(shell, *SHEET)


def test_an_obligation_is_closed_by_the_keys_with_its_number_and_its_scan(
    window: MainWindow, shell: Shell, sheet: DatedObligation, tmp_path: Path
) -> None:
    scan = tmp_path / "resguardo.pdf"
    scan.write_bytes(b"%PDF-1.7 resguardo")

    def fill(widget: QWidget) -> None:
        asked = as_filing(widget)
        assert asked.day.value() == TODAY
        asked.day.set_value(MONDAY)
        asked.channel.set_value("Registro")
        asked.number.set_value(" RE-7 ")
        asked.scan.set_value(scan)
        ctrl(asked, Qt.Key.Key_S)

    with in_dialog("filing_dialog", fill):
        filed = ask_filing(window, shell, sheet)

    assert filed
    met = find_obligation(shell, *SHEET).met
    assert met is not None
    assert (met.day, met.channel, met.number) == (MONDAY, "Registro", "RE-7")
    assert met.attachment


def test_one_channel_is_taken_for_granted_and_several_are_offered(
    window: MainWindow, shell: Shell, sheet: DatedObligation
) -> None:
    one = FilingDialog([find_obligation(shell, "calendar_communication")], TODAY, window)
    several = FilingDialog([sheet], TODAY, window)
    assert one.channel.value() == "Gestifor Web"
    assert several.channel.value() is None
    for dialog in (one, several):
        dialog.deleteLater()


def test_a_day_past_the_limit_is_told_and_not_refused(window: MainWindow, sheet: DatedObligation) -> None:
    assert sheet.due is not None
    dialog = FilingDialog([sheet], sheet.due, window)
    assert "después del plazo" not in words_in(dialog)
    dialog.day.set_value(sheet.due + timedelta(days=1))
    dialog.day.changed.emit()
    assert dialog.form.banner.words == "1 día después del plazo."
    dialog.deleteLater()


def test_a_day_to_come_is_refused_beside_the_day_and_nothing_is_lost(
    window: MainWindow, shell: Shell, sheet: DatedObligation
) -> None:
    def hurry(widget: QWidget) -> None:
        asked = as_filing(widget)
        asked.day.set_value(TODAY + timedelta(days=1))
        asked.number.set_value("RE-7")
        ctrl(asked, Qt.Key.Key_S)
        assert asked.isVisible()
        assert asked.day.error
        assert asked.number.value() == "RE-7"
        asked.reject()

    with in_dialog("filing_dialog", hurry):
        assert not ask_filing(window, shell, sheet)
    assert find_obligation(shell, *SHEET).met is None


def test_a_dialog_left_files_nothing(window: MainWindow, shell: Shell, sheet: DatedObligation) -> None:
    with in_dialog("filing_dialog", lambda widget: as_filing(widget).reject()):
        assert not ask_filing(window, shell, sheet)
    assert find_obligation(shell, *SHEET).met is None
