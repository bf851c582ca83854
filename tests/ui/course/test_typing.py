"""Tests of «Para teclear»: copied cell by cell, ticked with its day and number, by the keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.typing_again import Program, TypingKind, TypingState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.typing_again import mark_typed, typing_list
from cpepa_desktop.operations.typing_start import start_list
from cpepa_desktop.ui.course.typing.columns import typed_words
from cpepa_desktop.ui.course.typing.controller import TypingTab
from cpepa_desktop.ui.course.typing.dialogs import TypedDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ModelChecker, ctrl, press, words_in

FIRST, WEEK = IsoWeek(2024, 3), IsoWeek(2024, 6)


@pytest.fixture
def tab(window: MainWindow) -> TypingTab:
    """Give the tab on a week in which nobody joins or leaves."""
    return open_tab(window, TypingTab, "typing/gestifor/2024-W06")


def copied() -> str:
    return QGuiApplication.clipboard().text()


def left(shell: Shell, program: Program = Program.GESTIFOR, week: IsoWeek = WEEK) -> int:
    return typing_list(shell.workspace, COURSE, program, week).left


def answer(qtbot: QtBot, number: str) -> None:
    """Say the number in the dialog that asks for it."""
    asked = dialog(qtbot, TypedDialog)
    asked.number.set_value(number)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)


def test_it_opens_on_the_first_week_with_something_left_and_its_joiners(window: MainWindow) -> None:
    tab = open_tab(window, TypingTab, "typing")
    assert tab.detail() == "gestifor/2024-W03"
    assert tab.view.kinds.tabText(tab.view.kinds.currentIndex()).startswith("Alta (")
    assert words_in(tab.view).startswith("Faltan ")


def test_return_copies_a_text_and_goes_along_the_line_and_to_the_next(tab: TypingTab) -> None:
    table = tab.view.table
    table.setFocus()
    first = table.current_item()
    assert first is not None
    texts = []
    for _cell in first.cells:
        press(table, Qt.Key.Key_Return)
        texts.append(copied())
    assert texts == [cell.text for cell in first.cells]
    after = table.current_item()
    assert after is not None
    assert (after.day, after.n) == (first.day, first.n + 1)


def test_ctrl_c_copies_as_return_does_and_says_what(tab: TypingTab) -> None:
    tab.view.table.setFocus()
    ctrl(tab.view.table, Qt.Key.Key_C)
    assert copied() == "5"
    assert "Copiado: 5" in words_in(tab.view)


def test_the_last_text_of_all_is_copied_and_stays(tab: TypingTab) -> None:
    table = tab.view.table
    model = table.model()
    table.setCurrentIndex(model.index(model.rowCount() - 1, model.columnCount() - 2))
    press(table, Qt.Key.Key_Return)
    assert table.currentIndex().row() == model.rowCount() - 1


def test_the_space_bar_ticks_and_asks_for_day_and_number_once(
    tab: TypingTab, shell: Shell, qtbot: QtBot
) -> None:
    before = left(shell)
    tab.view.table.setFocus()
    press(tab.view.table, Qt.Key.Key_Space)
    answer(qtbot, "G-77")
    assert left(shell) == before - 1
    press(tab.view.table, Qt.Key.Key_Space)
    assert no_dialog_is_open()
    assert left(shell) == before - 2
    typed = typing_list(shell.workspace, COURSE, Program.GESTIFOR, WEEK).items[:2]
    assert [typed_words(item) for item in typed] == ["19 feb 2024 · G-77"] * 2


def test_after_ticking_one_is_on_the_next_line(tab: TypingTab, qtbot: QtBot) -> None:
    table = tab.view.table
    first = table.current_item()
    table.setFocus()
    press(table, Qt.Key.Key_Space)
    answer(qtbot, "")
    after = table.current_item()
    assert first is not None
    assert after is not None
    assert after.n == first.n + 1


def test_several_lines_are_ticked_at_once_and_unticked(tab: TypingTab, shell: Shell, qtbot: QtBot) -> None:
    before = left(shell)
    table = tab.view.table
    table.setFocus()
    table.selectAll()
    press(table, Qt.Key.Key_Space)
    answer(qtbot, "")
    assert left(shell) == 0 < before
    table.selectAll()
    press(table, Qt.Key.Key_Space)
    assert left(shell) == before
    assert no_dialog_is_open()


def test_the_day_and_number_may_be_said_anew(tab: TypingTab, shell: Shell, qtbot: QtBot) -> None:
    ctrl(tab.view, Qt.Key.Key_D)
    asked = dialog(qtbot, TypedDialog)
    asked.typed_on.set_value(date(2024, 2, 11))
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert "Se anota como tecleado el dom 11 feb 2024." in words_in(tab.view)
    tab.view.tick.click()
    found = typing_list(shell.workspace, COURSE, Program.GESTIFOR, WEEK).items[0]
    assert typed_words(found) == "11 feb 2024"


def test_a_day_that_cannot_be_is_said_in_the_form(tab: TypingTab, shell: Shell, qtbot: QtBot) -> None:
    before = left(shell)
    press(tab.view.table, Qt.Key.Key_Space)
    asked = dialog(qtbot, TypedDialog)
    asked.typed_on.set_value(date(2024, 2, 20))
    ctrl(asked, Qt.Key.Key_S)
    assert "aún no ha llegado" in words_in(asked)
    asked.reject()
    assert left(shell) == before


def test_only_what_is_left_is_shown_when_asked(tab: TypingTab, shell: Shell) -> None:
    found = typing_list(shell.workspace, COURSE, Program.GESTIFOR, WEEK)
    keys = [item.key for item in found.items[:3]]
    shell.run(lambda: mark_typed(shell.workspace, found, keys, shell.workspace.clock.today()))
    assert tab.view.table.model().rowCount() == len(found.items)
    ctrl(tab.view, Qt.Key.Key_L)
    assert tab.view.table.model().rowCount() == len(found.items) - 3
    item = tab.view.table.current_item()
    assert item is not None
    assert item.state is TypingState.MISSING


def test_the_keys_change_week_kind_and_the_list_changes_program(window: MainWindow, tab: TypingTab) -> None:
    press(tab.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tab.detail() == "gestifor/2024-W05"
    press(tab.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tab.detail() == "gestifor/2024-W06"
    ctrl(tab.view, Qt.Key.Key_PageDown)
    assert tab.view.kinds.currentIndex() == list(TypingKind).index(TypingKind.LEAVE)
    assert not tab.view.copy.isEnabled()
    tab.view.programs.setCurrentIndex(1)
    tab.view.programs.activated.emit(1)
    assert tab.detail() == "gacepa/2024-W06"
    assert [tab.view.table.model().index(row, 2).data() for row in (0, 1)] == ["1", "1"]
    assert window.isVisible()


def test_what_changed_is_told_in_words(tab: TypingTab, shell: Shell) -> None:
    found = typing_list(shell.workspace, COURSE, Program.GESTIFOR, WEEK)
    keys = [item.key for item in found.items]
    shell.run(lambda: mark_typed(shell.workspace, found, keys, shell.workspace.clock.today()))
    assert words_in(tab.view).startswith("No falta nada · tecleadas")


def test_a_course_without_people_has_its_start_for_gestifor_and_nothing_for_gacepa(
    window: MainWindow,
) -> None:
    tab = open_tab(window, TypingTab, "typing", EMPTY_COURSE)
    tab.reveal_detail("gestifor/start")
    assert not tab.view.is_empty()
    tab.view.programs.setCurrentIndex(1)
    tab.view.programs.activated.emit(1)
    assert tab.view.is_empty()
    assert "en el orden en que se teclean" in words_in(tab.view)
    tab.view.take_focus()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    press(focused, Qt.Key.Key_Space)
    assert tab.detail() == "gestifor/start"
    assert not tab.view.is_empty()


# The start --------------------------------------------------------------------------------------------------


@pytest.fixture
def start(window: MainWindow) -> TypingTab:
    """Give the tab on the start of the course."""
    return open_tab(window, TypingTab, "typing/gestifor/start")


def shown_kinds(tab: TypingTab) -> list[str]:
    bar = tab.view.kinds
    return [bar.tabText(at).partition(" (")[0] for at in range(bar.count()) if bar.isTabVisible(at)]


def test_the_start_is_before_the_weeks_with_its_own_kinds(start: TypingTab) -> None:
    assert start.detail() == "gestifor/start"
    assert start.view.weeks.currentText() == "Inicio del curso"
    assert shown_kinds(start) == ["Mes de inicio", "Días de clase", "Comunicación de inicio", "Profesorado"]
    press(start.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert start.detail() == "gestifor/2024-W03"
    assert shown_kinds(start) == ["Alta", "Asistencia", "Baja"]
    press(start.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert start.detail() == "gestifor/start"


def test_the_facts_of_the_start_are_copied_one_under_the_other(start: TypingTab) -> None:
    start.view.table.setFocus()
    press(start.view.table, Qt.Key.Key_Return)
    assert copied() == "01/2024"
    item = start.view.table.current_item()
    assert item is not None
    assert item.name == "Horario"
    for _step in range(9):  # no further than the last kind
        ctrl(start.view, Qt.Key.Key_PageDown)
    somebody = start.view.table.current_item()
    assert somebody is not None
    press(start.view.table, Qt.Key.Key_Return)
    assert copied() == somebody.document
    assert start.view.kinds.tabText(start.view.kinds.currentIndex()).startswith("Profesorado")


def test_the_month_is_ticked_at_once_with_its_day_and_number(
    start: TypingTab, shell: Shell, qtbot: QtBot
) -> None:
    table = start.view.table
    table.setFocus()
    ctrl(table, Qt.Key.Key_A)
    press(table, Qt.Key.Key_Space)
    answer(qtbot, "G-2024-1")
    month = [each for each in start_list(shell.workspace, COURSE).items if each.kind is TypingKind.MONTH]
    assert [typed_words(item) for item in month] == ["19 feb 2024 · G-2024-1"] * len(month)
    assert start.view.kinds.tabText(start.view.kinds.currentIndex()) == "Mes de inicio (0)"


def test_the_model_is_a_good_one(tab: TypingTab, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(tab.view.table.model())


def test_every_kind_shows_its_texts_whole(start: TypingTab) -> None:
    table = start.view.table
    for _kind in range(4):
        cut = [
            at
            for at in range(1, table.model().columnCount() - 1)
            if table.columnWidth(at) < table.sizeHintForColumn(at)
        ]
        assert cut == []
        ctrl(start.view, Qt.Key.Key_PageDown)
