"""Tests of the card that says what is known of a thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.facts import FactsPanel
from tests.ui.hands import find, press, words_in


def test_what_is_not_known_is_said_and_never_left_out(qtbot: QtBot) -> None:
    panel = FactsPanel("person", "Elija a una persona.")
    qtbot.addWidget(panel)
    panel.show()
    assert words_in(panel) == "Elija a una persona."
    panel.show_facts("Ágreda Royo, Ana", [("Documento", "12345678Z"), ("Teléfono", "")])
    qtbot.waitUntil(lambda: "12345678Z" in words_in(panel))
    assert words_in(panel).split("\n") == [
        "Ágreda Royo, Ana",
        "Documento",
        "12345678Z",
        "Teléfono",
        "sin establecer",
    ]
    assert panel.accessibleName() == "Ágreda Royo, Ana"
    panel.clear()
    qtbot.waitUntil(lambda: words_in(panel) == "Elija a una persona.")


def test_the_keyboard_comes_to_facts_that_do_not_fit_and_scrolls_them(qtbot: QtBot) -> None:
    panel = FactsPanel("person", "Elija a una persona.")
    qtbot.addWidget(panel)
    panel.resize(400, 1200)
    panel.show()
    panel.show_facts("Ágreda Royo, Ana", [(f"Dato {n}", "valor") for n in range(20)])
    area = find(panel, QScrollArea, "person_scroll")
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    panel.resize(400, 200)
    qtbot.waitUntil(lambda: area.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    press(area, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert area.accessibleName() == "Ágreda Royo, Ana"
