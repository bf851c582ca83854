"""Tests of the window: where one goes, what the menus offer, what is said under it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations import centres
from cpepa_desktop.operations.home import waiting_count
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ctrl, find, press

STOPS = [page.name for page in pages() if not page.within]
NEED_NO_FILE = {"new", "open", "sample", "quit", "about"}
NEED_ONE = {"back_up", "restore", "check", "import_course", "export_course", "undo", "history", "go_home"}


def _action(window: MainWindow, name: str) -> QAction:
    action = window.findChild(QAction, f"command_{name}")
    assert isinstance(action, QAction)
    return action


def _shown(window: MainWindow) -> str:
    return next(page.name for page in pages() if window.page(page.name).view.isVisible())


def _rename(shell: Shell, name: str) -> None:
    centre = replace(centres.read_centre(shell.workspace).centre, name=name)
    shell.run(lambda: centres.save_centre(shell.workspace, centre))


def test_the_first_page_is_shown_with_the_name_of_the_centre(window: MainWindow) -> None:
    assert _shown(window) == "home"
    assert find(window, QLabel, "navigation_centre").text() in window.windowTitle()
    assert find(window, QWidget, "navigation_sample").isVisible()


@pytest.mark.parametrize(("at", "name"), list(enumerate(STOPS, start=1)))
def test_every_place_is_a_key_away(window: MainWindow, at: int, name: str) -> None:
    ctrl(window, Qt.Key(Qt.Key.Key_0 + at))
    assert _shown(window) == name


def test_the_list_of_places_is_walked_by_arrows(window: MainWindow) -> None:
    places = find(window, QListWidget, "navigation")
    places.setFocus()
    press(places, Qt.Key.Key_Down)
    assert _shown(window) == STOPS[1]
    press(places, Qt.Key.Key_Up)
    assert _shown(window) == STOPS[0]


def test_a_page_within_another_marks_the_place_it_is_reached_from(window: MainWindow) -> None:
    window.travel(Place("course", "2024-SSCS0208"))
    places = find(window, QListWidget, "navigation")
    assert _shown(window) == "course"
    assert places.currentItem().text() == "Cursos"


def test_undo_is_offered_by_its_name_and_done_by_its_keys(window: MainWindow, shell: Shell) -> None:
    before = centres.read_centre(shell.workspace).centre.name
    _rename(shell, "Otro nombre")
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    assert _action(window, "undo").text() == "Deshacer «Cambiar los datos del centro»"
    ctrl(window, Qt.Key.Key_Z)
    assert find(window, QLabel, "navigation_centre").text() == before
    assert _action(window, "redo").text() == "Rehacer «Cambiar los datos del centro»"
    ctrl(window, Qt.Key.Key_Y)
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    ctrl(window, Qt.Key.Key_Z)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert find(window, QLabel, "navigation_centre").text() == "Otro nombre"
    assert not _action(window, "redo").isEnabled()


def test_under_the_window_stands_when_all_was_saved(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    assert find(window, QLabel, "status_saved").text() == "Todo está guardado"
    _rename(shell, "Otro nombre")
    assert find(window, QLabel, "status_saved").text() == "Guardado a las 10:42"
    with qtbot.waitSignal(shell.saved):
        shell.back_up()
    assert find(window, QLabel, "status_backup").text() == "Última copia verificada: hoy 10:42"


def test_notices_of_an_operation_are_shown_above_the_page(window: MainWindow, shell: Shell) -> None:
    banner = find(window, Banner, "notices")
    assert not banner.isVisible()
    shell.changed.emit(Changes("Prueba", frozenset({Kind.FILE}), notices=("El 23 de abril hay clase.",)))
    assert banner.isVisible()
    assert banner.words == "El 23 de abril hay clase."


def test_a_synced_folder_is_told_and_the_file_opens(
    empty_shell: Shell, sample_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Dropbox"
    sample_path.parent.rename(folder)
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    assert empty_shell.open_file(folder / sample_path.name)
    assert "Dropbox" in find(window, Banner, "notices").words
    assert find(window, QWidget, "status_warnings").isVisible()
    window.close()


def test_without_a_file_only_what_needs_none_is_offered(empty_shell: Shell, qtbot: QtBot) -> None:
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    assert find(window, QWidget, "start").isVisible()
    assert not find(window, QWidget, "navigation_frame").isVisible()
    assert {name for name in NEED_NO_FILE | NEED_ONE if _action(window, name).isEnabled()} == NEED_NO_FILE
    window.close()


def test_closing_the_file_goes_back_to_the_start_and_opening_it_to_where_one_was(
    window: MainWindow, shell: Shell, sample_path: Path
) -> None:
    window.travel(Place("people"))
    ctrl(window, Qt.Key.Key_W)
    assert not shell.is_open
    assert find(window, QWidget, "start").isVisible()
    recent = find(window, QListWidget, "start_recent")
    press(recent, Qt.Key.Key_Return)
    assert shell.workspace.file.path == sample_path
    assert _shown(window) == "people"


def test_the_next_window_opens_the_file_on_the_same_week(
    window: MainWindow, shell: Shell, sample_path: Path, qtbot: QtBot
) -> None:
    window.travel(Place("course", "2024-SSCS0208", "attendance/2024-W05"))
    shell.set_school_year(SchoolYear(2022))
    window.close()
    other = Shell(shell.clock, shell.actor, shell.settings)
    again = MainWindow(other)
    qtbot.addWidget(again)
    again.show()
    assert other.open_file(sample_path)
    assert again.page("course").place() == Place("course", "2024-SSCS0208", "attendance/2024-W05")
    assert _shown(again) == "course"
    assert other.school_year == SchoolYear(2022)
    again.close()


def test_a_tab_gone_to_by_hand_is_where_one_comes_back(window: MainWindow, shell: Shell) -> None:
    window.travel(Place("course", "2024-SSCS0208", "summary"))
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    path = shell.workspace.file.path
    shell.close_file()
    assert shell.settings.last_place(path) == Place("course", "2024-SSCS0208", "calendar")


@pytest.mark.parametrize("place", [Place("course", "24/999", "summary"), Place("companies")])
def test_a_place_that_is_no_more_gives_way_to_the_first_page(
    window: MainWindow, shell: Shell, place: Place
) -> None:
    path = shell.workspace.file.path
    shell.close_file()
    shell.settings.remember_last_place(path, place)
    assert shell.open_file(path)
    assert _shown(window) == "home"
    assert not find(window, Banner, "notices").isVisible()


def test_closing_the_window_closes_the_file_and_remembers_its_size(
    window: MainWindow, shell: Shell, settings: Settings
) -> None:
    window.close()
    assert not shell.is_open
    assert not settings.geometry().isEmpty()


def test_every_widget_of_every_page_has_its_names(window: MainWindow) -> None:
    nameless: list[str] = []
    for entry in pages():
        window.travel(Place(entry.name, "2024-SSCS0208" if entry.name == "course" else ""))
        view = window.page(entry.name).view
        assert view.accessibleName(), entry.name
        for widget in view.findChildren(QWidget):
            is_ours = not widget.objectName().startswith("qt_") and widget.isVisible()
            takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if is_ours and takes_focus and not (widget.accessibleName() and widget.objectName()):
                nameless.append(f"{entry.name}: {widget.metaObject().className()} «{widget.objectName()}»")
    assert nameless == []


def test_the_first_place_says_how_many_things_wait(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    waiting = waiting_count(shell.workspace)
    assert waiting > 0
    first = find(window, QListWidget, "navigation").item(0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: str(first.data(spoken)).startswith(f"Inicio, {waiting} "))
