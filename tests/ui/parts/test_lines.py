"""A list of whole sentences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.lines import Line, LinesList, LinesModel
from tests.ui.hands import ModelChecker, press

SHORT = Line("Corta", "warning", "danger", "a")
LONG = Line("Una frase larga que no cabe en una sola línea del panel " * 3, "warning", "danger", "b")


@pytest.fixture
def shown(qtbot: QtBot) -> LinesList:
    """Give a list of two sentences."""
    made = LinesList("lines", "Frases")
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.set_lines([SHORT, LONG])
    made.show()
    return made


def test_the_model_is_one_qt_can_trust(qtmodeltester: ModelChecker) -> None:
    model = LinesModel()
    qtmodeltester.check(model)
    model.set_lines([SHORT, LONG])
    qtmodeltester.check(model)


def test_a_sentence_is_as_tall_as_it_needs(shown: LinesList) -> None:
    first, second = (shown.visualRect(shown.lines.index(at)).height() for at in (0, 1))
    assert second > 2 * first
    assert not shown.grab().toImage().isNull()


def test_enter_opens_what_a_sentence_is_about(shown: LinesList, qtbot: QtBot) -> None:
    press(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.opened) as opened:
        press(shown, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_what_was_current_stays_so(shown: LinesList) -> None:
    press(shown, Qt.Key.Key_Down)
    shown.set_lines([LONG, SHORT])
    assert shown.currentIndex().row() == 0
    shown.set_lines([SHORT])
    assert shown.currentIndex().row() == 0
    shown.set_lines([])
    assert not shown.currentIndex().isValid()
