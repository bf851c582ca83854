"""The virtual classroom on screen: why, consent, recordings, and logs matched and brought in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.virtual import Consent, VirtualReason
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.connections import list_logs
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.virtual import read_virtual
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.ui.course.virtual.columns import connected_columns, outcome
from cpepa_desktop.ui.course.virtual.controller import VirtualTab
from cpepa_desktop.ui.course.virtual.dialogs import (
    ClassDialog,
    DestroyDialog,
    LogDialog,
    PersonDialog,
    RecordDialog,
    WhoDialog,
)
from cpepa_desktop.ui.course.virtual.intake import ConnectionsDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl

HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"


@pytest.fixture
def tab(window: MainWindow) -> VirtualTab:
    return open_tab(window, VirtualTab, "virtual")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "papel.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def people(shell: Shell) -> tuple[Enrolment, ...]:
    """Return who is in the class today."""
    today = shell.workspace.clock.today()
    return tuple(each for each in list_enrolments(shell.workspace, COURSE) if each.is_in_class(today))


def last_class(shell: Shell) -> tuple[date, int, int]:
    """Return the day, the key and the minutes of the last class so far."""
    view = read_course(shell.workspace, COURSE)
    past = [each for each in view.stretches if each.day <= shell.workspace.clock.today()]
    return past[-1].day, past[-1].id, past[-1].minutes


def log_of(tmp_path: Path, shell: Shell, *names: str) -> Path:
    """Write a log of Zoom in which everybody stays from nine to ten past ten."""
    day = last_class(shell)[0]
    begin, end = (f"{day:%m/%d/%Y} {hour} AM" for hour in ("09:00:00", "10:10:00"))
    path = tmp_path / "zoom.csv"
    path.write_text(HEAD + "".join(f"{name},,{begin},{end},70,No\n" for name in names), encoding="utf-8")
    return path


def shown_name(enrolment: Enrolment) -> str:
    return f"{enrolment.person.name} {enrolment.person.surnames}"


def ask_log(tab: VirtualTab, qtbot: QtBot, path: Path, stretch_id: int) -> None:
    """Ask for a log of a class."""
    ctrl(tab.view.people.view, Qt.Key.Key_I)
    asked = dialog(qtbot, LogDialog)
    stretch = next(each for each in tab._past if each.id == stretch_id)  # noqa: SLF001 - what it offers
    asked.stretch.set_value(stretch)
    asked.file.set_value(path)
    asked.form.submit()


def minutes_of(shell: Shell, enrolment: Enrolment) -> int | None:
    """Return what is entered of somebody in the last class."""
    day, stretch_id, _minutes = last_class(shell)
    grid = week_grid(shell.workspace, COURSE, IsoWeek.of(day))
    row = next(row for row in grid.rows if row.enrolment.id == enrolment.id)
    return next(cell.attended_minutes for cell in row.cells if cell.stretch_id == stretch_id)


def test_why_somebody_is_virtual_and_their_consent_are_written(
    tab: VirtualTab, qtbot: QtBot, shell: Shell, scan: Path
) -> None:
    row = tab.view.people.current_row()
    assert row is not None
    ctrl(tab.view.people.view, Qt.Key.Key_E)
    asked = dialog(qtbot, PersonDialog)
    asked.reason.set_value(VirtualReason.OTHER_TOWN)
    asked.consent.set_value(Consent.REFUSED)
    asked.form.submit()
    assert "qué día" in asked.form.banner.words
    asked.on.set_value(shell.workspace.clock.today())
    asked.proof.set_value(scan)
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    found = tab.view.people.current_row()
    assert found is not None
    assert (found.virtual.reason, found.virtual.consent) == (VirtualReason.OTHER_TOWN, Consent.REFUSED)
    assert found.virtual.proof


def test_the_tool_and_the_link_stand_over_the_people(tab: VirtualTab, qtbot: QtBot) -> None:
    tab.view.classroom.click()
    asked = dialog(qtbot, ClassDialog)
    asked.tool.set_value("Zoom")
    asked.link.set_value("https://aula.example/1")
    asked.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    assert tab.view.subtitle.text() == "Zoom · https://aula.example/1"


def test_recordings_are_noted_destroyed_and_taken_away(
    tab: VirtualTab, qtbot: QtBot, shell: Shell, scan: Path
) -> None:
    _day, stretch_id, _minutes = last_class(shell)
    for _time in range(2):
        ctrl(tab.view.people.view, Qt.Key.Key_G)
        asked = dialog(qtbot, RecordDialog)
        asked.stretches.set_value([stretch_id])
        asked.place.set_value("Disco de secretaría")
        asked.form.submit()
        qtbot.waitUntil(no_dialog_is_open)
    rows = read_virtual(shell.workspace, COURSE).recordings
    tab.view.destroy_recordings.click()
    destroying = dialog(qtbot, DestroyDialog)
    destroying.recordings.set_value([rows[0].recording.id])
    destroying.certificate.set_value(scan)
    destroying.form.submit()
    qtbot.waitUntil(no_dialog_is_open)
    assert tab.view.recordings.choose(rows[0].recording.id)
    assert not tab.view.remove.isEnabled()
    assert tab.view.recordings.choose(rows[1].recording.id)
    tab.view.remove.click()
    assert [row.recording.id for row in tab.view.recordings.shown_rows()] == [rows[0].recording.id]


def test_a_log_is_shown_matched_by_hand_and_written(
    tab: VirtualTab, qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    one, other = people(shell)[:2]
    _day, stretch_id, _minutes = last_class(shell)
    record_attendance(
        shell.workspace, COURSE, [StretchInput(each.id, stretch_id, None) for each in (one, other)]
    )
    ask_log(tab, qtbot, log_of(tmp_path, shell, shown_name(one), "iPhone 12"), stretch_id)
    asked = dialog(qtbot, ConnectionsDialog)
    assert [row.person.enrolment.id for row in asked.people.shown_rows()] == [one.id]
    assert [row.name for row in asked.unmatched.shown_rows()] == ["iPhone 12"]
    asked.tabs.setCurrentIndex(1)
    ctrl(asked.unmatched.view, Qt.Key.Key_U)
    who = dialog(qtbot, WhoDialog)
    who.person.set_value(other)
    who.form.submit()
    qtbot.waitUntil(lambda: not asked.unmatched.shown_rows())
    asked.accept_all.click()
    qtbot.waitUntil(no_dialog_is_open)
    assert (minutes_of(shell, one), minutes_of(shell, other)) == (70, 70)
    assert [log.file_name for log in list_logs(shell.workspace, COURSE)] == ["zoom.csv"]
    assert [log.file_name for log in tab.view.logs.shown_rows()] == ["zoom.csv"]
    tab.view.logs.choose_first()
    tab.view.forget.click()
    assert tab.view.logs.shown_rows() == ()


def test_other_minutes_stand_side_by_side_and_are_changed_only_when_asked(
    tab: VirtualTab, qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    one, other = people(shell)[:2]
    _day, stretch_id, minutes = last_class(shell)
    record_attendance(
        shell.workspace, COURSE, [StretchInput(each.id, stretch_id, minutes) for each in (one, other)]
    )
    ask_log(tab, qtbot, log_of(tmp_path, shell, shown_name(one), shown_name(other)), stretch_id)
    asked = dialog(qtbot, ConnectionsDialog)
    assert not asked.accept_all.isEnabled()
    assert asked.people.choose(one.id)
    row = asked.people.current_row()
    assert row is not None
    shown = [column.shown(row) for column in connected_columns()]
    assert ("1:10 h" in shown, outcome(row)) == (True, "se deja lo introducido")
    ctrl(asked.people.view, Qt.Key.Key_E)
    asked.accept_all.click()
    qtbot.waitUntil(no_dialog_is_open)
    assert (minutes_of(shell, one), minutes_of(shell, other)) == (70, minutes)


def test_a_log_of_another_day_is_refused_in_its_form(
    tab: VirtualTab, qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "otro.csv"
    long_ago = last_class(shell)[0] - timedelta(days=400)
    path.write_text(f"{HEAD}Ana,,{long_ago} 09:00,{long_ago} 10:00,60,No\n", encoding="utf-8")
    ask_log(tab, qtbot, path, last_class(shell)[1])
    asked = dialog(qtbot, LogDialog)
    assert "y la clase es del" in asked.form.banner.words
    asked.reject()
    qtbot.waitUntil(no_dialog_is_open)
