"""Tests of the line under the window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.status_line import StatusLine
from tests.ui.hands import click, find

MADRID = timezone(timedelta(hours=1))
NOW = datetime(2024, 2, 19, 10, 42, tzinfo=MADRID)


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    return made


def _saved(line: StatusLine) -> str:
    return find(line, QLabel, "status_saved").text()


def _backup(line: StatusLine) -> str:
    return find(line, QLabel, "status_backup").text()


def test_it_says_when_all_was_saved(line: StatusLine) -> None:
    line.say_saved(None, writable=True)
    assert _saved(line) == "Todo está guardado"
    line.say_saved(NOW, writable=True, doing="Guardar a Ana")
    assert _saved(line) == "Guardado a las 10:42 · Guardar a Ana"
    line.say_saved(NOW, writable=False)
    assert _saved(line) == "Abierto solo para leer"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "Sin copia de seguridad todavía"),
        (NOW - timedelta(hours=1), "Última copia verificada: hoy 9:42"),
        (NOW - timedelta(days=3), "Última copia verificada: vie 16 feb 10:42"),
        (NOW - timedelta(days=100), "Última copia verificada: 11 nov 2023 10:42"),
        (datetime(2024, 2, 18, 23, 30, tzinfo=UTC), "Última copia verificada: hoy 0:30"),
    ],
)
def test_it_says_when_the_last_backup_was_made(line: StatusLine, at: datetime | None, words: str) -> None:
    line.say_backup(at, NOW)
    assert _backup(line) == words


def test_warnings_are_counted_and_read_again(line: StatusLine, qtbot: QtBot) -> None:
    button = find(line, QToolButton, "status_warnings")
    line.say_warnings(())
    assert not button.isVisible()
    line.say_warnings(("La carpeta está sincronizada.",))
    assert button.text() == "1 aviso"
    assert button.toolTip() == "La carpeta está sincronizada."
    with qtbot.waitSignal(line.warnings_asked):
        click(button)
