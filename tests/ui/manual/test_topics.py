"""Tests of which page is about what is on screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.manual.book import INDEX
from cpepa_desktop.ui.manual.topics import TOPICS, topic_of


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_nearest_thing_around_decides(whole: QWidget) -> None:
    whole.setObjectName("page_home")
    line = QLineEdit(whole)
    assert topic_of(line) == TOPICS["page_home"]
    line.setObjectName("history_dialog")
    assert topic_of(line) == TOPICS["history_dialog"]


def test_where_nothing_is_known_it_is_the_index(whole: QWidget) -> None:
    assert topic_of(QLineEdit(whole)) == INDEX
    assert topic_of(None) == INDEX
