"""Tests of the menu of the files opened last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.recent import RecentMenu
from cpepa_desktop.ui.settings import Settings
from tests.ui.hands import click, find, in_dialog, press, words_in


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_recent_file_is_opened_by_its_number(
    settings: Settings, tmp_path: Path, owner: QWidget, qtbot: QtBot
) -> None:
    paths = [tmp_path / "uno.cpepa", tmp_path / "dos & tres.cpepa"]
    for path in paths:
        path.touch()
        settings.remember_file(path)
    opened: list[Path] = []
    menu = RecentMenu(settings, opened.append, owner)
    qtbot.addWidget(menu)
    menu.popup(owner.pos())
    assert menu.actions()[0].text() == f"&1  dos && tres - {tmp_path}"
    press(menu, Qt.Key.Key_2)
    assert opened == [paths[0]]


def test_a_file_that_is_gone_is_told_and_forgotten_where_one_wants(
    settings: Settings, tmp_path: Path, owner: QWidget
) -> None:
    gone = tmp_path / "no-existe.cpepa"
    settings.remember_file(gone)
    opened: list[Path] = []
    menu = RecentMenu(settings, opened.append, owner)
    said: list[str] = []

    def keep(dialog: QWidget) -> None:
        said.append(words_in(dialog))
        click(find(dialog, QPushButton, "confirm_dialog_cancel"))

    def forget(dialog: QWidget) -> None:
        click(find(dialog, QPushButton, "confirm_dialog_accept"))

    with in_dialog("confirm_dialog", keep, forget):
        menu.actions()[0].trigger()
        assert settings.known_files() == (gone,)
        menu.actions()[0].trigger()
    assert "no-existe.cpepa" in said[0]
    assert "No se ha perdido nada" in said[0]
    assert settings.known_files() == ()
    assert opened == []


def test_without_recent_files_the_menu_says_so(settings: Settings, owner: QWidget) -> None:
    (action,) = RecentMenu(settings, print, owner).actions()
    assert not action.isEnabled()
    assert "Todavía no" in action.text()
