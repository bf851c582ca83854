"""Tests of what stands where there is nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.ui.parts.empty import EmptyState
from tests.ui.hands import click, find

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def test_an_empty_state_takes_the_next_step(qtbot: QtBot) -> None:
    empty = EmptyState("empty", "Todavía no hay cursos.", action="Planificar un curso")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        click(find(empty, QPushButton, "empty_action"))
