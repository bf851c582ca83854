"""Tests of the card that says what is known of a thing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.facts import FactsPanel
from tests.ui.hands import words_in


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
