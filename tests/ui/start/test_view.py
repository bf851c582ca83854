"""Tests of the first screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.start.view import StartView
from tests.ui.hands import click, find, press


@pytest.fixture
def view(qtbot: QtBot) -> StartView:
    made = StartView()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("way", ["new", "open", "sample"])
def test_there_are_three_ways_to_begin(view: StartView, qtbot: QtBot, way: str) -> None:
    with qtbot.waitSignal(getattr(view, f"{way}_asked")):
        click(find(view, QPushButton, f"start_{way}"))


def test_a_recent_file_is_opened_by_enter(view: StartView, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / "uno.cpepa", tmp_path / "dos.cpepa"]
    view.show_recent(paths)
    recent = find(view, QListWidget, "start_recent")
    press(recent, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.recent_asked, check_params_cb=lambda path: path == paths[1]):
        press(recent, Qt.Key.Key_Return)


def test_without_recent_files_there_is_no_empty_list(view: StartView) -> None:
    view.show_recent(())
    assert not find(view, QListWidget, "start_recent").isVisible()
