"""Tests of the terms of a course: by urgency, met and withdrawn by keys, explained, opened by events."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.operations.obligations import FilingForm, events_of, file_obligation
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.ui.course.file.deadlines.controller import DeadlinesTab
from cpepa_desktop.ui.obligations.dialogs import EventDialog, EventsDialog, WithdrawalDialog
from cpepa_desktop.ui.obligations.filing import FilingDialog
from cpepa_desktop.ui.obligations.panel import Shown
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, dialog, no_dialog_is_open, open_section
from tests.ui.hands import ctrl, find, in_dialog, press, type_path, words_in

SHEET = ("attendance_weekly", "2024-W06")
MONDAY = date(2024, 2, 12)
FILED = FilingForm(MONDAY, "Gestifor Web", "RE-7")


@pytest.fixture
def tab(window: MainWindow) -> DeadlinesTab:
    """Give the section on screen."""
    return open_section(window, DeadlinesTab, "deadlines")


def choose(tab: DeadlinesTab, name: str, subject: str = "") -> None:
    assert tab.view.panel.choose((COURSE, name, subject))
    tab.view.panel.table.view.setFocus()


def state_of(tab: DeadlinesTab, name: str, subject: str = "") -> str:
    tab.view.panel.ask_for(Shown.ALL)
    rows = tab.view.panel.table.shown_rows()
    return next(row.badge.words for row in rows if row.key == (COURSE, name, subject))


def test_a_term_of_many_is_shown_by_its_name_alone(tab: DeadlinesTab) -> None:
    tab.reveal_detail("attendance_weekly")
    chosen = tab.view.panel.current()
    assert chosen is not None
    assert (chosen.name, chosen.subject[:6]) == ("attendance_weekly", "2024-W")
    tab.reveal_detail("selection_record")
    chosen = tab.view.panel.current()
    assert chosen is not None
    assert (chosen.name, chosen.subject) == ("selection_record", "")


def test_what_is_overdue_comes_first_and_what_waits_says_for_what(tab: DeadlinesTab) -> None:
    rows = tab.view.panel.table.shown_rows()
    days = [row.obligation.due for row in rows if row.obligation.due]
    assert days == sorted(days)
    assert rows[0].badge.words.startswith("vencido hace")
    assert state_of(tab, "publicity_authorisation") == "pendiente del comienzo de la publicidad"


def test_an_obligation_is_met_by_the_keys_and_leaves_what_is_open(tab: DeadlinesTab, qtbot: QtBot) -> None:
    choose(tab, *SHEET)

    def fill(widget: QWidget) -> None:
        assert isinstance(widget, FilingDialog)
        widget.day.set_value(MONDAY)
        widget.number.set_value("RE-7")
        ctrl(widget.number.editor, Qt.Key.Key_S)

    with in_dialog("filing_dialog", fill):
        ctrl(tab.view.panel.table.view, Qt.Key.Key_D)
    qtbot.waitUntil(no_dialog_is_open)
    key = (COURSE, *SHEET)
    assert key not in {row.key for row in tab.view.panel.table.shown_rows()}
    assert state_of(tab, *SHEET) == "cumplido"


def test_what_was_filed_is_withdrawn_with_a_reason_and_never_without(
    tab: DeadlinesTab, shell: Shell, qtbot: QtBot
) -> None:
    shell.run(lambda: file_obligation(shell.workspace, COURSE, *SHEET, FILED))
    choose(tab, *SHEET)
    assert not tab.view.panel.file.isEnabled()
    tab.view.panel.withdraw.click()
    asked = dialog(qtbot, WithdrawalDialog)
    ctrl(asked.reason.editor, Qt.Key.Key_S)
    assert asked.reason.error == "Falta este dato."
    asked.reason.set_value("Número equivocado")
    ctrl(asked.reason.editor, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert state_of(tab, *SHEET).startswith("vencido hace")


def test_why_says_the_event_the_days_and_the_result(tab: DeadlinesTab, qtbot: QtBot) -> None:
    choose(tab, "evaluation_record")
    press(tab.view.panel.table.view, Qt.Key.Key_F8)
    asked = dialog(qtbot, WhyDialog)
    words = words_in(asked)
    assert "15 días hábiles después del fin del curso" in words
    assert "Ley 39/2015, art. 30" in asked.why.copied_text()
    assert [figure.key for figure in asked.figures.shown_rows()] == ["due", "safe"]
    asked.reject()


def test_an_event_gives_its_day_to_what_waits_for_it_and_takes_it_back(
    tab: DeadlinesTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(tab.view.panel.table.view, Qt.Key.Key_N)
    events = dialog(qtbot, EventsDialog)
    assert "No hay ningún hecho anotado" in words_in(events)
    ctrl(events.add, Qt.Key.Key_N)
    asked = dialog(qtbot, EventDialog)
    asked.event_kind.set_value(Anchor.PUBLICITY_STARTED)
    asked.day.set_value(date(2023, 12, 4))
    asked.note.set_value("Cartel en el tablón")
    ctrl(asked.note.editor, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not asked.isVisible())
    (event,) = events_of(shell.workspace, COURSE)
    assert (event.event, event.day, event.note) == (
        Anchor.PUBLICITY_STARTED,
        date(2023, 12, 4),
        "Cartel en el tablón",
    )
    assert state_of(tab, "publicity_authorisation").startswith("vencido hace")
    events.remove.click()
    assert events_of(shell.workspace, COURSE) == ()
    assert state_of(tab, "publicity_authorisation").startswith("pendiente")
    events.reject()


def test_an_event_to_come_is_refused_beside_its_day(tab: DeadlinesTab, qtbot: QtBot) -> None:
    tab.view.events.click()
    events = dialog(qtbot, EventsDialog)
    events.add.click()
    asked = dialog(qtbot, EventDialog)
    asked.event_kind.set_value(Anchor.REQUIREMENT)
    asked.day.set_value(date(2024, 3, 1))
    ctrl(asked.day.editor, Qt.Key.Key_S)
    assert asked.isVisible()
    assert asked.day.error
    asked.reject()
    events.reject()


def test_a_place_names_an_obligation_and_one_comes_back_to_it(tab: DeadlinesTab, window: MainWindow) -> None:
    window.travel(Place("course", COURSE, "file/deadlines/attendance_weekly/2024-W07"))
    chosen = tab.view.panel.current()
    assert chosen is not None
    assert (chosen.name, chosen.subject) == ("attendance_weekly", "2024-W07")
    assert window.page("course").place().detail == "file/deadlines/attendance_weekly/2024-W07"


def test_the_agenda_is_printed_to_a_folder(tab: DeadlinesTab, shell: Shell, tmp_path: Path) -> None:
    shell.settings.remember_papers_folder(tmp_path)
    with in_dialog("file_dialog", type_path(tmp_path)):
        ctrl(tab.view.panel.table.view, Qt.Key.Key_P)
    kinds = {view.paper.kind for view in list_papers(shell.workspace, COURSE)}
    assert "agenda" in kinds


def test_the_keys_reach_the_choice_of_what_is_seen(tab: DeadlinesTab, qtbot: QtBot) -> None:
    tab.view.take_focus()
    ctrl(tab.view.panel.table.view, Qt.Key.Key_L)
    box = find(tab.view, QComboBox, "deadlines_shown")
    qtbot.waitUntil(box.hasFocus)
    assert "Ctrl+L" in box.toolTip()
    assert "Ctrl+D" in tab.view.panel.file.toolTip()
