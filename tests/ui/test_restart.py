"""Tests of starting the program again."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from cpepa_desktop.cli.arguments import parse
from cpepa_desktop.ui.restart import command, start
from tests.ui.conftest import CLOCK


def test_the_same_file_is_opened_by_the_same_program(tmp_path: Path) -> None:
    path = tmp_path / "el centro.cpepa"
    words = command(path, CLOCK)
    assert words[:3] == [sys.executable, "-m", "cpepa_desktop"]
    given = parse(words[3:])
    assert (given.command, given.file) == ("", path)
    assert not hasattr(given, "today")


def test_a_working_day_that_was_set_is_kept(tmp_path: Path) -> None:
    set_by_hand = replace(CLOCK, day=CLOCK.today() - timedelta(days=30))
    given = parse(command(tmp_path / "centro.cpepa", set_by_hand)[3:])
    assert given.today == set_by_hand.today()


def test_without_a_file_the_start_is_shown() -> None:
    assert command(None, CLOCK) == [sys.executable, "-m", "cpepa_desktop"]


def test_what_is_started_lives_on_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    proof = tmp_path / "proof"
    assert start([sys.executable, "-c", f"open({str(proof)!r}, 'w').close()"])
    qtbot.waitUntil(proof.exists)


def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    assert not start([str(tmp_path / "no-such-program")])
