"""Tests of the table of obligations: what can be done with the one chosen, by button or right button."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.obligations.panel import ObligationsPanel, Shown
from tests.ui.obligations.obligation_rows import TODAY, due_in, met

OPEN = due_in(1, name="start_communication")
MET = met(date(2024, 1, 5))
PAST = due_in(-9, name="substitution_limit")


@pytest.fixture
def panel(qtbot: QtBot) -> ObligationsPanel:
    """Give a panel with one open, one met and one past."""
    made = ObligationsPanel("tested")
    qtbot.addWidget(made)
    made.show_obligations([MET, OPEN, PAST], TODAY)
    return made


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (Shown.OPEN, ["start_communication"]),
        (Shown.MET, ["conditions_sheet"]),
        (Shown.ALL, ["start_communication", "substitution_limit", "conditions_sheet"]),
    ],
)
def test_the_open_the_met_or_all_are_listed(panel: ObligationsPanel, shown: Shown, names: list[str]) -> None:
    panel.ask_for(shown)
    assert [row.obligation.name for row in panel.table.shown_rows()] == names


def test_only_what_makes_sense_is_offered(panel: ObligationsPanel) -> None:
    assert panel.file.isEnabled()
    assert not panel.withdraw.isEnabled()
    panel.ask_for(Shown.MET)
    assert not panel.file.isEnabled()
    assert panel.withdraw.isEnabled()
    panel.show_obligations([], TODAY)
    assert not any(each.isEnabled() for each in (panel.file, panel.open, panel.withdraw, panel.why))


def test_the_right_button_offers_the_same(panel: ObligationsPanel) -> None:
    asked: list[tuple[DatedObligation, ...]] = []
    panel.filing_wanted.connect(asked.append)
    words = [action.text() for action in panel.table.view.actions()]
    assert words[:4] == ["Dar por cumplido…", "Abrir", "Retirar…", "¿Por qué?"]
    panel.table.view.actions()[0].trigger()
    assert asked == [(OPEN,)]


def test_one_that_is_not_listed_is_found_among_all(panel: ObligationsPanel) -> None:
    assert panel.choose(("24/1", "substitution_limit", ""))
    assert panel.asked_for is Shown.ALL
    assert panel.current() == PAST
    assert not panel.choose(("24/1", "nothing", ""))


def test_those_chosen_that_are_not_met_are_filed_at_once(panel: ObligationsPanel) -> None:
    asked: list[tuple[DatedObligation, ...]] = []
    panel.filing_wanted.connect(asked.append)
    panel.ask_for(Shown.ALL)
    panel.table.view.selectAll()
    panel.file.click()
    assert asked == [(OPEN, PAST)]
