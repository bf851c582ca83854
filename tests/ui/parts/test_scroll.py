"""Tests of the room of a page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.scroll import PageScroll

LONG = "Una frase tan larga que en poco ancho ocupa muchas líneas. " * 20


@pytest.fixture
def page(qapp: QApplication) -> QWidget:
    assert qapp is not None
    made = QWidget()
    made.setObjectName("page")
    return made


def _shown(page: QWidget, qtbot: QtBot, width: int, height: int) -> PageScroll:
    area = PageScroll(page)
    qtbot.addWidget(area)
    area.resize(width, height)
    area.show()
    return area


def test_a_page_that_fits_has_the_whole_room(page: QWidget, qtbot: QtBot) -> None:
    page.setLayout(QVBoxLayout())
    area = _shown(page, qtbot, 700, 500)
    assert page.size() == area.viewport().size()
    area.resize(900, 400)
    assert page.size() == area.viewport().size()


def test_a_page_that_does_not_fit_keeps_its_least_size_and_scrolls(page: QWidget, qtbot: QtBot) -> None:
    layout = QVBoxLayout(page)
    wide = QWidget()
    wide.setMinimumSize(600, 300)
    layout.addWidget(wide)
    area = _shown(page, qtbot, 400, 200)
    assert page.width() == layout.totalMinimumSize().width()
    assert page.height() == layout.totalMinimumSize().height()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() > 0
    wide.setMinimumSize(10, 10)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert page.size() == area.viewport().size()


def test_a_text_that_wraps_is_never_cut(page: QWidget, qtbot: QtBot) -> None:
    layout = QVBoxLayout(page)
    words = QLabel(LONG)
    words.setWordWrap(True)
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    layout.addWidget(words)
    area = _shown(page, qtbot, 300, 120)
    assert words.height() >= words.heightForWidth(words.width())
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() > 0


def test_what_likes_more_than_it_needs_is_given_what_there_is(page: QWidget, qtbot: QtBot) -> None:
    layout = QVBoxLayout(page)
    layout.addWidget(QPlainTextEdit())
    layout.addWidget(QPlainTextEdit())
    assert layout.sizeHint().height() > 250
    area = _shown(page, qtbot, 300, 250)
    assert page.size() == area.viewport().size()
