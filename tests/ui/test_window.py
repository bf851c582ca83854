"""Tests of the window: where one goes, what the menus offer, what is said under it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.operations.home import waiting_count
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import find, page_shown, press, rename_centre

STOPS = [page.name for page in pages() if not page.within]


def test_the_first_page_is_shown_with_the_name_of_the_centre(window: MainWindow) -> None:
    assert page_shown(window) == "home"
    assert find(window, QLabel, "navigation_centre").text() in window.windowTitle()
    assert find(window, QWidget, "navigation_sample").isVisible()


def test_the_list_of_places_is_walked_by_arrows(window: MainWindow) -> None:
    places = find(window, QListWidget, "navigation")
    places.setFocus()
    press(places, Qt.Key.Key_Down)
    assert page_shown(window) == STOPS[1]
    press(places, Qt.Key.Key_Up)
    assert page_shown(window) == STOPS[0]


def test_under_the_window_stands_when_all_was_saved(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    assert find(window, QLabel, "status_saved").text() == "Todo está guardado"
    rename_centre(shell, "Otro nombre")
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
