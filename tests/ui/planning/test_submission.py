"""Tests of the dialogs of handing something in and of taking that back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.planning.submission import SubmissionDialog, WithdrawDialog

TODAY = date(2024, 4, 2)


def test_it_is_of_today_unless_another_day_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    scan = tmp_path / "justificante.pdf"
    scan.write_bytes(b"%PDF-1.7")
    dialog = SubmissionDialog("submit", "Presentar", TODAY)
    qtbot.addWidget(dialog)
    assert dialog.entered() == (TODAY, "", None)
    dialog.number.set_value("GAC-1")
    dialog.scan.set_value(scan)
    assert dialog.entered() == (TODAY, "GAC-1", scan)


@pytest.mark.parametrize("has_number", [True, False])
def test_a_number_is_asked_for_where_nothing_is_handed_in_without_one(
    qtbot: QtBot, *, has_number: bool
) -> None:
    dialog = SubmissionDialog("submit", "Presentar", TODAY, has_number=has_number)
    qtbot.addWidget(dialog)
    assert dialog.form.check() is not has_number


def test_taking_it_back_needs_a_reason(qtbot: QtBot) -> None:
    dialog = WithdrawDialog("reopen", "Reabrir")
    qtbot.addWidget(dialog)
    assert not dialog.form.check()
    dialog.reason.set_value("Faltaba un módulo")
    assert dialog.form.check()
