"""Another start, a pause and a day of resuming, asked in the window with what they would change in sight."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import Route
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.pauses import list_pauses
from cpepa_desktop.ui.course.calendar.controller import CalendarTab
from cpepa_desktop.ui.course.calendar.relaying_dialogs import PauseDialog, ResumeDialog, StartDialog
from cpepa_desktop.ui.course.calendar.what_if import day_columns, module_columns
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ctrl, find, press, type_text, words_in

PLANNED = "2024-COML0110"
START, NEW_START = date(2024, 5, 6), date(2024, 5, 20)
STOP, RESUME = date(2024, 5, 13), date(2024, 5, 27)


@pytest.fixture
def tab(window: MainWindow) -> CalendarTab:
    """Give the calendar of a course that has not begun."""
    return open_tab(window, CalendarTab, "calendar", PLANNED)


def write(field: StartDialog | PauseDialog | ResumeDialog, name: str, text: str) -> None:
    """Type a value in a field of a dialog in the place of what it says."""
    line = getattr(field, name).editor
    ctrl(line, Qt.Key.Key_A)
    press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    press(line, Qt.Key.Key_Tab)


def test_another_start_shows_what_it_changes_before_it_is_done(
    tab: CalendarTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(tab.view.table.view, Qt.Key.Key_I)
    asked = dialog(qtbot, StartDialog)
    assert asked.start.value() == START
    qtbot.waitUntil(lambda: "Ahora: 6 may" in asked.preview.words.text())
    write(asked, "start", "20/05/2024")
    qtbot.waitUntil(lambda: "empezaría el lun 20 may 2024" in asked.preview.words.text())
    rows = asked.preview.modules.shown_rows()
    _code, now, then, _title = module_columns()
    assert (now.shown(rows[0]), then.shown(rows[0])) == ("6–27 may", "20 may – 10 jun")
    days = asked.preview.days.shown_rows()
    assert [column.shown(days[0]) for column in day_columns()] == [
        "lun 6 may 2024",
        "MF1325_1 5 h",
        "sin clase",
    ]
    assert read_course(shell.workspace, PLANNED).course.start_on == START
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert read_course(shell.workspace, PLANNED).course.start_on == NEW_START
    assert tab.view.table.shown_rows()[0].day == NEW_START
    shell.undo()
    assert read_course(shell.workspace, PLANNED).course.start_on == START


def test_a_day_half_typed_shows_nothing_and_changes_nothing(tab: CalendarTab, qtbot: QtBot) -> None:
    ctrl(tab.view.table.view, Qt.Key.Key_I)
    asked = dialog(qtbot, StartDialog)
    qtbot.waitUntil(lambda: not asked.preview.tabs.isHidden())
    write(asked, "start", "20/")
    qtbot.waitUntil(asked.preview.tabs.isHidden)
    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)


def test_what_would_clash_is_told_first_and_refused(tab: CalendarTab, shell: Shell, qtbot: QtBot) -> None:
    ws = shell.workspace
    row = read_course(ws, PLANNED)
    rooms = {stretch.room_id for stretch in row.stretches}
    assert rooms
    other = CourseRequest(
        "2024-OTRO", "own-resources", "SSCS0208", "", Route.OWN, "Zaragoza", date(2024, 9, 16),
        "L-V 16:00-21:00", room="Aula 1", last_day=LastDay.SPREAD,
    )  # fmt: skip
    with ws.operation("Prueba"):
        ws.db.execute(
            "UPDATE stretch SET room_id = (SELECT id FROM room WHERE name = 'Aula 1') WHERE course_id = ?",
            (row.course.id,),
        )
    add_course(ws, other)
    tab.read()
    ctrl(tab.view.table.view, Qt.Key.Key_I)
    asked = dialog(qtbot, StartDialog)
    write(asked, "start", "16/09/2024")
    qtbot.waitUntil(lambda: asked.preview.tabs.currentIndex() == 2)
    words = [line.words for line in asked.preview.notes.lines.lines]
    assert any("2024-OTRO" in each for each in words)
    ctrl(asked, Qt.Key.Key_S)
    assert "Coincide con otro curso" in words_in(asked)
    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)


def test_a_course_with_attendance_says_why_it_keeps_its_start(window: MainWindow, qtbot: QtBot) -> None:
    running = open_tab(window, CalendarTab, "calendar", COURSE)
    ctrl(running.view.table.view, Qt.Key.Key_I)
    asked = dialog(qtbot, StartDialog)
    qtbot.waitUntil(lambda: "No se ha cambiado nada" in asked.preview.words.text())
    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog_is_open)


def test_a_course_is_paused_and_resumed_and_the_pause_is_in_sight(
    tab: CalendarTab, window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    resume = find(tab.view, QPushButton, "calendar_resume")
    assert not resume.isVisible()
    ctrl(tab.view.table.view, Qt.Key.Key_U)
    asked = dialog(qtbot, PauseDialog)
    write(asked, "first", "13/05/2024")
    write(asked, "resume", "27/05/2024")
    qtbot.waitUntil(lambda: "acabaría el jue 4 jul 2024" in asked.preview.words.text())
    write(asked, "reason", "Obras en el aula")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert [(p.from_day, p.resume_on) for p in list_pauses(shell.workspace, PLANNED)] == [(STOP, RESUME)]
    (row,) = [row for row in tab.view.table.shown_rows() if row.pause]
    assert (row.day, row.title) == (STOP, "Hasta que se reanuda el lun 27 may: Obras en el aula")
    assert "en pausa del lun 13 may al lun 27 may" in words_in(window.page("course").view)
    assert resume.isVisible()
    tab.view.table.choose(row.key)
    press(tab.view.table.view, Qt.Key.Key_F8)
    why = dialog(qtbot, WhyDialog)
    assert "Obras en el aula" in words_in(why)
    why.reject()
    press(tab.view.table.view, Qt.Key.Key_Return)
    again = dialog(qtbot, ResumeDialog)
    write(again, "resume", "20/05/2024")
    qtbot.waitUntil(lambda: "acabaría el jue 27 jun 2024" in again.preview.words.text())
    ctrl(again, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert list_pauses(shell.workspace, PLANNED)[0].resume_on == date(2024, 5, 20)


def test_the_day_it_stopped_takes_the_pause_out(tab: CalendarTab, shell: Shell, qtbot: QtBot) -> None:
    ctrl(tab.view.table.view, Qt.Key.Key_U)
    asked = dialog(qtbot, PauseDialog)
    for name, text in (("first", "13/05/2024"), ("resume", "27/05/2024"), ("reason", "Obras")):
        write(asked, name, text)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    ctrl(tab.view.table.view, Qt.Key.Key_J)
    again = dialog(qtbot, ResumeDialog)
    write(again, "resume", "13/05/2024")
    qtbot.waitUntil(lambda: "acabaría el jue 20 jun 2024" in again.preview.words.text())
    ctrl(again, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert list_pauses(shell.workspace, PLANNED) == ()


def test_a_short_last_day_asks_what_to_do_and_why(
    tab: CalendarTab, window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    ws = shell.workspace
    add_course(
        ws,
        CourseRequest(
            "2024-CORTO", "own-resources", "SSCS0208", "", Route.OWN, "Zaragoza", date(2024, 9, 16),
            "L-J 16:00-21:00; V 16:00-19:00", last_day=LastDay.SPREAD,
        ),
    )  # fmt: skip
    short = open_tab(window, CalendarTab, "calendar", "2024-CORTO")
    ctrl(short.view.table.view, Qt.Key.Key_I)
    asked = dialog(qtbot, StartDialog)
    for day in range(17, 28):
        write(asked, "start", f"{day}/09/2024")
        asked.ask_now()
        if not asked.last_day.isHidden():
            break
    assert not asked.last_day.isHidden()
    ctrl(asked, Qt.Key.Key_S)
    assert "menos del mínimo diario" in words_in(asked)
    asked.last_day.set_value(LastDay.KEEP)
    asked.last_day.changed.emit()
    assert not asked.reason_kept.isHidden()
    write(asked, "reason_kept", "No hay aula después")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert read_course(ws, "2024-CORTO").course.start_on == date(2024, 9, day)
    assert tab.course == "2024-CORTO"
