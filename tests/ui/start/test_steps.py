"""Tests of the four steps of a new centre, each alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.start.steps import AddressStep, FileStep, RoomStep
from tests.ui.hands import type_text


@pytest.mark.parametrize(("code", "province"), [("50001", "Zaragoza"), ("22300", "Huesca"), ("28001", "")])
def test_the_postal_code_chooses_the_province(qtbot: QtBot, code: str, province: str) -> None:
    step = AddressStep()
    qtbot.addWidget(step)
    type_text(step.postal_code.editor, code)
    assert step.entered() == ("", code, "", province)


def test_a_step_left_empty_has_neither_room_nor_trainer(qtbot: QtBot) -> None:
    step = RoomStep()
    qtbot.addWidget(step)
    assert step.check()
    assert (step.room(), step.trainer()) == (None, None)


def test_surnames_alone_are_no_trainer(qtbot: QtBot) -> None:
    step = RoomStep()
    qtbot.addWidget(step)
    step.surnames.set_value("Ágreda")
    assert not step.check()
    assert step.document.error


@pytest.mark.parametrize(
    ("centre", "file"),
    [("CPEPA Río Vero", "cpepa-río-vero"), ("Centro «A/B»: nº 1", "centro-a-b-nº-1"), ("///", "centro")],
)
def test_the_file_is_named_as_the_centre(qtbot: QtBot, home: Path, centre: str, file: str) -> None:
    step = FileStep()
    qtbot.addWidget(step)
    step.propose(centre)
    path = Path(step.path.value())
    assert path.name == f"{file}.cpepa"
    assert home in path.parents
